/** The sites whose pages are not read, or not marked, unless the reader asks: `data/kept-out-sites.json`. */
import * as v from 'valibot';
import { IsoDate } from './date.ts';
import { parseFile, type ListError } from './parse-file.ts';
import { isOfSite, SiteHost } from './site-host.ts';
import { plainText } from './text.ts';

/**
 * `webmail` to `office` hold what is the reader's own; `search` and `social` show snippets of others,
 * read only where the reader switches them on; `satire` means nothing that it says.
 */
export const SITE_KINDS = [
  'webmail',
  'messaging',
  'banking',
  'health',
  'office',
  'search',
  'social',
  'satire',
] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** More than anybody reviews. */
const MAX_SITES = 400;
const PATH = /^\/[\w/-]*$/u;

const KeptOutSite = v.strictObject({
  host: SiteHost,
  /** What the path begins with, where not the whole host is meant. */
  path: v.optional(v.pipe(v.string(), v.regex(PATH, 'the beginning of a path'))),
  kind: v.picklist(SITE_KINDS),
});
export type KeptOutSite = v.InferOutput<typeof KeptOutSite>;

export const KeptOutSites = v.strictObject({
  /** When the list was last reviewed. */
  asOf: IsoDate,
  /** How a site gets in. */
  note: plainText(),
  sites: v.pipe(
    v.array(KeptOutSite),
    v.minLength(1, 'at least one site'),
    v.maxLength(MAX_SITES, `at most ${String(MAX_SITES)} sites`),
  ),
});
export type KeptOutSites = v.InferOutput<typeof KeptOutSites>;

export type ParsedKeptOutSites =
  | { readonly ok: true; readonly value: KeptOutSites }
  | { readonly ok: false; readonly errors: readonly ListError[] };

/** The file's name in `data`, as errors give it. */
export const KEPT_OUT_SITES_FILE = 'kept-out-sites.json';

/** Validates the parsed JSON of the file. Never throws. Each host with its path stands there once. */
export function parseKeptOutSites(file: unknown): ParsedKeptOutSites {
  const errors: ListError[] = [];
  const value = parseFile(KeptOutSites, KEPT_OUT_SITES_FILE, file, errors);
  if (value === null) return { ok: false, errors };
  const seen = new Set<string>();
  value.sites.forEach(({ host, path = '' }, at) => {
    const field = `sites.${String(at)}.host`;
    if (seen.has(host + path)) {
      errors.push({
        file: KEPT_OUT_SITES_FILE,
        field,
        expected: 'each host once',
        received: `'${host}'`,
      });
    }
    seen.add(host + path);
  });
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
}

/** Of which kind the page at a host and path is, or null. */
export function siteKindOf(
  sites: readonly KeptOutSite[],
  host: string,
  path: string,
): SiteKind | null {
  const site = sites.find(
    (it) => isOfSite(host, it.host) && (it.path === undefined || path.startsWith(it.path)),
  );
  return site?.kind ?? null;
}
