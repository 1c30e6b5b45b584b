/** On what terms a page may be read: what its address and the reader's settings say. */
import { siteKindOf, type KeptOutSite } from '../claims/kept-out-sites.ts';
import type { NewsSite } from '../claims/news-sites.ts';
import { isOfSite } from '../claims/site-host.ts';
import type { KeptOutRule, ReadingTerms } from './kept-out-rules.ts';
import { readingState, type Settings } from './settings.ts';

/** Kinds of sites that are read where the reader switches them on. */
const SWITCHED: ReadonlySet<KeptOutRule> = new Set(['search', 'social']);

/** `address` is that of the page; `nowMs` in milliseconds since 1970. */
export function readingTerms(
  address: string,
  settings: Settings,
  keptOut: readonly KeptOutSite[],
  news: readonly Pick<NewsSite, 'host'>[],
  nowMs: number,
): ReadingTerms {
  const { hostname, pathname } = new URL(address);
  if (readingState(settings, hostname, nowMs) !== 'on') return { reading: 'off' };
  const rule = ruleOf(hostname, pathname, keptOut);
  if (rule !== null && SWITCHED.has(rule) && settings.feedSites.includes(hostname)) {
    return { reading: 'on', rule: null, isWelcome: true, isNeverSolid: true };
  }
  const isNews = news.some(({ host }) => isOfSite(hostname, host));
  return {
    reading: 'on',
    rule,
    isWelcome: isNews,
    isNeverSolid: rule !== null && SWITCHED.has(rule),
  };
}

/** The terms of a frame: its own, and none that are better than those of the page that it is in. */
export function termsWithin(frame: ReadingTerms, page: ReadingTerms): ReadingTerms {
  if (frame.reading === 'off' || page.reading === 'off') return { reading: 'off' };
  return {
    ...frame,
    rule: frame.rule ?? page.rule,
    isNeverSolid: frame.isNeverSolid || page.isNeverSolid,
  };
}

function ruleOf(host: string, path: string, keptOut: readonly KeptOutSite[]): KeptOutRule | null {
  return isPrivateHost(host) ? 'private-network' : siteKindOf(keptOut, host, path);
}

/** https://www.iana.org/assignments/special-use-domain-names, and names that no public server has. */
const PRIVATE_NAME = /(?:^|\.)(?:local|internal|home\.arpa|lan|intranet|corp|home)$/u;
const IPV4 = /^(\d+)\.(\d+)\.\d+\.\d+$/u;
/** Unique local and link-local (RFC 4193, RFC 4291). */
const PRIVATE_IPV6 = /^\[(?:f[cd]|fe[89ab])/u;

/**
 * Whether a host, as `location.hostname` gives it, is of a network of somebody's own (RFC 1918, RFC
 * 3927, RFC 6598). This machine itself is not: its pages follow the ordinary rules.
 */
export function isPrivateHost(host: string): boolean {
  if (host === 'localhost' || host.endsWith('.localhost')) return false;
  const [, first, second] = (IPV4.exec(host) ?? []).map(Number);
  if (first !== undefined && second !== undefined) {
    return (
      first === 10 ||
      (first === 172 && second >= 16 && second < 32) ||
      (first === 192 && second === 168) ||
      (first === 169 && second === 254) ||
      (first === 100 && second >= 64 && second < 128)
    );
  }
  if (host.startsWith('[')) return PRIVATE_IPV6.test(host);
  return !host.includes('.') || PRIVATE_NAME.test(host);
}
