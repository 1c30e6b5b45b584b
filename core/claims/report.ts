/**
 * What a reader tells the editors of a list: a claim that is missing, or a problem with one that is
 * there, with the passage that it is about. Everything a page says in it is hostile until it has
 * passed these schemas.
 */
import * as v from 'valibot';
import { ClaimId } from './claim.ts';
import { ListId, ListVersion } from './claim-list.ts';
import { IsoDate } from './date.ts';
import { looksPrivate } from './private-address.ts';
import { ReportEndpoint } from './report-endpoint.ts';
import {
  harmlessText,
  HttpsUrl,
  MAX_NAME_LENGTH,
  MAX_SENTENCE_LENGTH,
  MAX_TEXT_LENGTH,
  MAX_URL_LENGTH,
  type Brand,
} from './text.ts';

// Lengths are in UTF-16 units.

/** Longest passage: some paragraphs. A longer selection is kept up to here, not refused. */
export const MAX_PASSAGE_LENGTH = 2_000;
/** Longest text kept on either side of a passage, as for a mark on a page. */
export const MAX_CONTEXT_LENGTH = 32;
/** Longest language tag (RFC 5646, section 4.4.1). */
const MAX_LANGUAGE_LENGTH = 35;

/** How much a reader can write in each field. */
export const MAX_WRITTEN_LENGTH = {
  claim: MAX_SENTENCE_LENGTH,
  claimant: MAX_NAME_LENGTH,
  response: MAX_URL_LENGTH,
  note: MAX_TEXT_LENGTH,
} as const;

/** Text of any length up to `maxLength`, in the form that `harmlessText` gives it. */
const HarmlessText = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.check((text) => harmlessText(text) === text),
  );

/** RFC 9562, in lower case as browsers draw it. */
export const ReportId = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u),
  v.transform((text) => text as Brand<string, 'ReportId'>),
);
export type ReportId = v.InferOutput<typeof ReportId>;

/** A moment in UTC to the millisecond, as `Date.prototype.toISOString` writes it. */
const Moment = v.pipe(
  v.string(),
  v.check((text) => {
    const date = new Date(text);
    return !Number.isNaN(date.getTime()) && date.toISOString() === text;
  }),
);

/**
 * Names of query parameters that tell where a reader came from and not which page it is: campaigns,
 * clicks on advertisements, mails and posts. The first eight are those that Firefox strips
 * (https://firefox-source-docs.mozilla.org/toolkit/components/antitracking/anti-tracking/query-stripping/index.html);
 * the others do the same for other networks. One that is missing here stays in the address, which
 * the reader sees and can leave out.
 */
const TRACKING_PARAMETERS = new Set(
  (
    'mc_eid oly_anon_id oly_enc_id __s vero_id _hsenc mkt_tok fbclid ' +
    '_ga _gl _hsmi _openstat cmpid dclid gad_campaignid gad_source gbraid gclid gclsrc ' +
    'hsctatracking icid igsh igshid li_fat_id mc_cid mibextid msclkid ocid rb_clickid s_cid srsltid ' +
    'ttclid twclid wbraid wickedid yclid ysclid'
  ).split(' '),
);
const TRACKING_PREFIX = /^(?:utm|pk|mtm|matomo|piwik)_/u;

function isTracking(parameter: string): boolean {
  const name = (parameter.split('=', 1)[0] ?? '').toLowerCase();
  return TRACKING_PARAMETERS.has(name) || TRACKING_PREFIX.test(name);
}

function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}

/**
 * The address of a page without what says more of its reader than of the page: credentials,
 * fragment and known tracking parameters. Null for what is no http or https address, or too long.
 */
export function pageAddress(text: string): PageAddress | null {
  const url = parseUrl(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  url.username = '';
  url.password = '';
  url.hash = '';
  // By hand, as parsing the parameters would write those that stay in another way.
  const parameters = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => !isTracking(parameter))
    .join('&');
  // The question mark goes with it: one that begins the parameters would be taken for it.
  url.search = parameters === '' ? '' : `?${parameters}`;
  if (url.href.length > MAX_URL_LENGTH || harmlessText(url.href) !== url.href) return null;
  return url.href as PageAddress;
}

export type PageAddress = Brand<string, 'PageAddress'>;

const PageAddressText = v.pipe(
  v.string(),
  v.check((text) => pageAddress(text) === text),
  v.transform((text) => text as PageAddress),
);

/** https://www.w3.org/TR/annotation-model/#text-quote-selector, white space as a reader sees it. */
const TextQuoteSelector = v.strictObject({
  type: v.literal('TextQuoteSelector'),
  exact: v.pipe(HarmlessText(MAX_PASSAGE_LENGTH), v.minLength(1)),
  prefix: HarmlessText(MAX_CONTEXT_LENGTH),
  suffix: HarmlessText(MAX_CONTEXT_LENGTH),
});

/** The page that a report is about, and the passage on it. Made by `reportTarget`. */
export const ReportTarget = v.strictObject({
  /** Null where the page has none that others could open, or where the reader has left it out. */
  source: v.nullable(PageAddressText),
  /** As the page calls itself; may be empty. */
  title: HarmlessText(MAX_SENTENCE_LENGTH),
  /** BCP 47, in canonical form. */
  language: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => canonicalLanguage(text) === text),
    ),
  ),
  datePublished: v.nullable(IsoDate),
  /** Null where nothing was selected. */
  selector: v.nullable(TextQuoteSelector),
});
export type ReportTarget = Readonly<v.InferOutput<typeof ReportTarget>>;

function canonicalLanguage(text: string): string | null {
  if (text.length > MAX_LANGUAGE_LENGTH) return null;
  try {
    // A canonical form may be longer than what it is of, and have another canonical form.
    const [canonical = ''] = Intl.getCanonicalLocales(text);
    const isFixed = Intl.getCanonicalLocales(canonical)[0] === canonical;
    return isFixed && canonical.length <= MAX_LANGUAGE_LENGTH ? canonical : null;
  } catch {
    return null;
  }
}

/** What a page, or the browser, says of a page: anything, of any length. */
export type StatedPage = {
  readonly address: string | null;
  /** What the page calls its own address, absolute or not. */
  readonly canonical: string | null;
  readonly title: string;
  readonly language: string | null;
  readonly date: string | null;
  readonly quote: {
    readonly exact: string;
    readonly prefix: string;
    readonly suffix: string;
  } | null;
};

/** What of a page can stand in a report; null when that is nothing. */
export function reportTarget(page: StatedPage): ReportTarget | null {
  const date = v.safeParse(IsoDate, page.date);
  const target: ReportTarget = {
    source: sourceOf(page),
    title: cutText(harmlessText(page.title).replaceAll(/\s+/gu, ' ').trim(), MAX_SENTENCE_LENGTH),
    language: page.language === null ? null : canonicalLanguage(page.language),
    datePublished: date.success ? date.output : null,
    selector: selectorOf(page.quote),
  };
  const isEmpty = target.source === null && target.title === '' && target.selector === null;
  return isEmpty ? null : target;
}

function sourceOf({ address, canonical }: StatedPage): PageAddress | null {
  const own = address === null ? null : pageAddress(address);
  if (own === null || canonical === null) return own;
  const stated = pageAddress(parseUrl(canonical, own)?.href ?? '');
  return stated !== null && isSamePlace(new URL(own), new URL(stated)) ? stated : own;
}

/** Names in front of a host that lead to another form of the same page. */
const FORM_OF_SITE = /^(?:www|m|mobile|amp)\./u;

/**
 * Whether a page may name `stated` as its own address: on the same site, and not a front page, which
 * a template names for every page of some sites.
 */
function isSamePlace(own: URL, stated: URL): boolean {
  if (stated.pathname === '/' && stated.search === '' && own.href !== stated.href) return false;
  return own.hostname.replace(FORM_OF_SITE, '') === stated.hostname.replace(FORM_OF_SITE, '');
}

function selectorOf(quote: StatedPage['quote']): ReportTarget['selector'] {
  if (quote === null) return null;
  const text = harmlessText(quote.exact).trim();
  if (text === '') return null;
  const exact = cutText(text, MAX_PASSAGE_LENGTH);
  // What a longer selection went on with stands behind the part of it that is kept.
  const after = exact === text ? quote.suffix : text.slice(exact.length);
  const before = quote.prefix.slice(-MAX_CONTEXT_LENGTH).replace(/^\p{Surrogate}/u, '');
  return {
    type: 'TextQuoteSelector',
    exact,
    prefix: harmlessText(before),
    suffix: harmlessText(cutText(after, MAX_CONTEXT_LENGTH)),
  };
}

/** The beginning of `text`, at most `maxLength` UTF-16 units, no character cut in two. */
export function cutText(text: string, maxLength: number): string {
  return text.slice(0, maxLength).replace(/\p{Surrogate}$/u, '');
}

/** What can be the matter with a claim that a list has, beside that it is put in other words. */
export const PROBLEMS = ['wrong-mark', 'outdated', 'better-source', 'other'] as const;
export type Problem = (typeof PROBLEMS)[number];

/** What a report is about: a claim that no list has, or one that a list has. */
export const Concern = v.variant('kind', [
  v.strictObject({ kind: v.literal('new-claim') }),
  /** The passage puts the claim in words that the list does not have. */
  v.strictObject({ kind: v.literal('new-wording'), claim: ClaimId }),
  v.strictObject({ kind: v.literal('problem'), claim: ClaimId, problem: v.picklist(PROBLEMS) }),
]);
export type Concern = Readonly<v.InferOutput<typeof Concern>>;

/** Ways by which a reader can pass a report on by hand, so that nobody knows whether it arrived. */
const WAYS_BY_HAND = ['file', 'clipboard', 'github', 'email'] as const;
/** Ways by which a reader can pass a report on, in the order in which they are offered. */
export type WayOut = (typeof WAYS_BY_HAND)[number] | 'endpoint';

/** An answer of HTTP. */
const Status = v.strictObject({
  kind: v.literal('status'),
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
});
/** Why a report has not arrived yet. */
export const Hindrance = v.variant('kind', [
  v.strictObject({ kind: v.literal('offline') }),
  /** Nothing came back, or not in time. */
  v.strictObject({ kind: v.literal('no-answer') }),
  Status,
]);
export type Hindrance = Readonly<v.InferOutput<typeof Hindrance>>;

/** Why a report is not sent again by itself. */
export const Refusal = v.variant('kind', [
  /** The endpoint has said that it does not take it. */
  Status,
  /** The endpoint has named another address, which the reader has not agreed to. */
  v.strictObject({ kind: v.literal('redirected') }),
  /** The reader, or the browser, has taken back the access to the endpoint. */
  v.strictObject({ kind: v.literal('no-access') }),
  v.strictObject({ kind: v.literal('gave-up'), last: v.nullable(Hindrance) }),
]);
export type Refusal = Readonly<v.InferOutput<typeof Refusal>>;

/** How far a report has come. What leads from one to another: `core/extension/delivery-state.ts`. */
export const ReportState = v.variant('kind', [
  v.strictObject({ kind: v.literal('draft') }),
  v.strictObject({
    kind: v.literal('waiting'),
    to: ReportEndpoint,
    /** The list as it was when the reader agreed: what was shown is what is sent. */
    list: v.strictObject({ id: ListId, version: ListVersion }),
    /** Whether access to the endpoint was asked for this only, and is given back afterwards. */
    isLent: v.boolean(),
    since: Moment,
    /** Attempts that were begun. */
    attempts: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** When it is tried next. */
    next: Moment,
    last: v.nullable(Hindrance),
  }),
  v.strictObject({
    kind: v.literal('sent'),
    how: v.variant('way', [
      v.strictObject({ way: v.picklist(WAYS_BY_HAND) }),
      v.strictObject({ way: v.literal('endpoint'), to: ReportEndpoint }),
    ]),
    when: Moment,
  }),
  v.strictObject({
    kind: v.literal('failed'),
    to: ReportEndpoint,
    when: Moment,
    reason: Refusal,
  }),
  v.strictObject({ kind: v.literal('withdrawn'), when: Moment }),
]);
export type ReportState = Readonly<v.InferOutput<typeof ReportState>>;

export const Report = v.strictObject({
  id: ReportId,
  created: Moment,
  changed: Moment,
  concern: Concern,
  target: v.nullable(ReportTarget),
  /** Whether the address of the page goes along. */
  includesAddress: v.boolean(),
  /** The claim in one sentence, as the reader puts it. */
  claim: HarmlessText(MAX_WRITTEN_LENGTH.claim),
  claimant: HarmlessText(MAX_WRITTEN_LENGTH.claimant),
  /** Where a response can be read, as typed so far: see `responseLink`. */
  response: HarmlessText(MAX_WRITTEN_LENGTH.response),
  note: HarmlessText(MAX_WRITTEN_LENGTH.note),
  state: ReportState,
});
export type Report = Readonly<v.InferOutput<typeof Report>>;

/** A report of which nothing is written yet. `id` is a fresh UUID. */
export function newReport(
  id: ReportId,
  now: Date,
  concern: Concern,
  target: ReportTarget | null,
): Report {
  const created = now.toISOString();
  const source = target?.source ?? null;
  return {
    id,
    created,
    changed: created,
    concern,
    target,
    includesAddress: source === null || !looksPrivate(source),
    ...{ claim: '', claimant: '', response: '', note: '' },
    state: { kind: 'draft' },
  };
}

/** What a reader writes. */
export type WrittenField = keyof typeof MAX_WRITTEN_LENGTH;

/** What a reader writes or decides. */
export type ReportChange = Partial<Pick<Report, 'concern' | 'includesAddress' | WrittenField>>;

/** The report with what the reader has changed. Wherever it was, it is a draft again. */
export function changeReport(report: Report, now: Date, change: ReportChange): Report {
  const written = { ...report, ...change };
  const text = (field: WrittenField) =>
    cutText(harmlessText(written[field]), MAX_WRITTEN_LENGTH[field]);
  return {
    ...written,
    claim: text('claim'),
    claimant: text('claimant'),
    response: text('response'),
    note: text('note'),
    changed: now.toISOString(),
    state: { kind: 'draft' },
  };
}

/**
 * Whether a report says enough to be passed on: words of a page, or a sentence of the reader's. Of a
 * problem with a claim the claim itself is enough.
 */
export function saysSomething({ concern, target, claim }: Report): boolean {
  return concern.kind === 'problem' || target?.selector != null || claim.trim() !== '';
}

/** Where a response can be read, once what the reader typed is an `https:` address; null until then. */
export function responseLink({ response }: Pick<Report, 'response'>): HttpsUrl | null {
  const parsed = v.safeParse(HttpsUrl, response.trim());
  return parsed.success ? parsed.output : null;
}
