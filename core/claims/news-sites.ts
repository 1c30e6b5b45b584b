/** The news sites that a reader may let the extension read in one go: `data/news-sites.json`. */
import * as v from 'valibot';
import { IsoDate } from './date.ts';
import { parseFile, type ListError } from './parse-file.ts';
import { isOfSite, SiteHost } from './site-host.ts';
import { LanguageTag, plainText } from './text.ts';

/** More sites than a reader can look through before saying yes to all of them. */
const MAX_SITES = 200;
/**
 * `com.tr` and its like belong to everybody. The whole Public Suffix List
 * (https://publicsuffix.org) would know more of them, at 200 kB; a reviewer sees the rest.
 */
const SHARED_SUFFIX = /^(?:ac|co|com|edu|gov|mil|net|org)\.[a-z]{2}$/u;

const NewsSite = v.strictObject({
  /** As the site spells it, without `www.`; its subdomains are of the same site. */
  host: v.pipe(
    SiteHost,
    v.check((host) => !host.startsWith('www.'), 'a host without "www."'),
    v.check((host) => !SHARED_SUFFIX.test(host), 'the host of one site'),
  ),
  name: plainText(60),
  /** The main languages that it publishes in. */
  languages: v.pipe(v.array(LanguageTag), v.minLength(1, 'at least one language')),
});
export type NewsSite = v.InferOutput<typeof NewsSite>;

export const NewsSites = v.strictObject({
  /** When the list was last reviewed. */
  asOf: IsoDate,
  /** How a site gets in, and what being in does not mean. */
  note: plainText(),
  sites: v.pipe(
    v.array(NewsSite),
    v.minLength(1, 'at least one site'),
    v.maxLength(MAX_SITES, `at most ${String(MAX_SITES)} sites`),
  ),
});
export type NewsSites = v.InferOutput<typeof NewsSites>;

export type ParsedNewsSites =
  | { readonly ok: true; readonly value: NewsSites }
  | { readonly ok: false; readonly errors: readonly ListError[] };

/** The file's name in `data`, as errors give it. */
export const NEWS_SITES_FILE = 'news-sites.json';

/**
 * Validates the parsed JSON of the file. Never throws: every problem is in `errors`. Sites stand in
 * the order of their hosts, so that none is put first, and none is part of another.
 */
export function parseNewsSites(file: unknown): ParsedNewsSites {
  const errors: ListError[] = [];
  const value = parseFile(NewsSites, NEWS_SITES_FILE, file, errors);
  if (value === null) return { ok: false, errors };
  value.sites.forEach(({ host }, at) => {
    const report = (expected: string) => {
      const field = `sites.${String(at)}.host`;
      errors.push({ file: NEWS_SITES_FILE, field, expected, received: `'${host}'` });
    };
    const before = value.sites[at - 1]?.host;
    if (before === host) report('each host once');
    else if (before !== undefined && before > host) report(`a host after '${before}', in order`);
    const whole = value.sites.find((other) => other.host !== host && isOfSite(host, other.host));
    if (whole !== undefined) report(`no part of '${whole.host}'`);
  });
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
}

/**
 * The match patterns of news sites with all their subdomains
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns). Of https only:
 * news sites redirect to it before a page is shown, and over http anybody on the way could write
 * what is read. A reader who needs a site over http can still switch on that one site.
 */
export function newsSitePatterns(sites: readonly Pick<NewsSite, 'host'>[]): string[] {
  return sites.map(({ host }) => `https://*.${host}/*`);
}
