/** `data/news-sites.json` on disk -> NewsSites, or every error of it. */
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
