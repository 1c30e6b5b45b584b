/** The lists of sites in `data` on disk -> what they hold, or every error of them. */
import {
  KEPT_OUT_SITES_FILE,
  parseKeptOutSites,
  type ParsedKeptOutSites,
} from '../core/claims/kept-out-sites.ts';
import {
  NEWS_SITES_FILE,
  parseNewsSites,
  type ParsedNewsSites,
} from '../core/claims/news-sites.ts';
import { readJson } from './read-json.ts';

/** Reads and validates the file at `path`. Only what cannot be read at all throws. */
export async function readNewsSites(path: string): Promise<ParsedNewsSites> {
  const read = await readJson(path, NEWS_SITES_FILE);
  return read.ok ? parseNewsSites(read.value) : { ok: false, errors: [read.error] };
}

/** Likewise. */
export async function readKeptOutSites(path: string): Promise<ParsedKeptOutSites> {
  const read = await readJson(path, KEPT_OUT_SITES_FILE);
  return read.ok ? parseKeptOutSites(read.value) : { ok: false, errors: [read.error] };
}
