/**
 * What the page says of itself. All of it is hostile text: bounded, plain, and null where it does
 * not parse. Read as it is; a page that changes its address in place wants it read again.
 */

import type { IsoDate } from '../claims/date.ts';
import {
  attributeOf,
  bodyOf,
  closest,
  localNameOf,
  queryAll,
  queryFirst,
  rootElementOf,
  textContentOf,
  titleOf,
} from './node-access.ts';

/** What a passage is read with. */
export type PageFacts = {
  /** The headline, with white space collapsed; empty when the page has none. */
  readonly title: string;
  /** BCP 47, in canonical form, at most MAX_LANGUAGE_LENGTH. */
  readonly language: string | null;
};

/** Where a page states its date, most explicit first. */
export type DateBasis = 'json-ld' | 'meta' | 'time';

export type PageDate = {
  /**
   * The calendar day, or month, as the page writes it (`2025-06-28`, `2025-06`): its own day, not
   * the reader's, so a time zone beside it is not applied.
   */
  readonly date: IsoDate;
  readonly basis: DateBasis;
};

/** Longest title, in UTF-16 units: no headline is longer, and the title travels with each request. */
export const MAX_TITLE_LENGTH = 300;

/**
 * JSON-LD that is parsed on one page, in UTF-16 units: about 2 ms of parsing. Articles that embed
 * their whole text stay below it; catalogues do not, and a script that has no room is left out.
 */
export const MAX_JSON_LD_LENGTH = 250_000;

/** Longest language tag, in characters (RFC 5646, section 4.4.1); a longer one is taken for nonsense. */
export const MAX_LANGUAGE_LENGTH = 35;

/** JSON-LD objects looked at; a page about one article has a dozen. */
export const MAX_JSON_LD_OBJECTS = 200;

/** Longest date or language that is looked at, in UTF-16 units. */
const MAX_STATEMENT_LENGTH = 64;

// https://schema.org/Article and its subtypes, then what stands in for them, most telling first.
const ARTICLE_TYPES = [/Article$/u, /(?:Posting|Report)$/u, /^WebPage$/u];

// Where one JSON-LD object leads to others about the same page, rather than to related pages.
const SAME_PAGE_KEYS = ['@graph', 'mainEntity', 'mainEntityOfPage'];

// Of `<meta name>`, `<meta property>` and `<meta itemprop>`, most telling first.
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'dcterms.issued',
  'dc.date.issued',
  'pubdate',
  'publishdate',
  'publish-date',
  'publication_date',
  'published_at',
  'dcterms.date',
  'dc.date',
  'date',
];

// As above, of its last change.
const CHANGE_NAMES = [
  'article:modified_time',
  'og:updated_time',
  'datemodified',
  'dcterms.modified',
  'last-modified',
];

export function readPageFacts(document: Document): PageFacts {
  return {
    title: readTitle(document, findArticle(document)),
    language: readLanguage(document),
  };
}

/**
 * Reads with `read` what goes with every question, and again when the page has become another in
 * place.
 */
export function createAboutReader<About>(read: (document: Document) => About): () => About {
  let known: { readonly page: string; readonly about: About } | null = null;
  return () => {
    const page = `${location.href} ${titleOf(document)}`;
    if (known?.page !== page) known = { page, about: read(document) };
    return known.about;
  };
}

/** When the page says that it was published. Apart from the facts, since it may parse much JSON-LD. */
export function readPageDate(document: Document): PageDate | null {
  return readPublication(document, readJsonLd(document));
}

function readPublication(document: Document, objects: readonly JsonObject[]): PageDate | null {
  return (
    readFirstDate('json-ld', jsonLdDates(objects, 'datePublished')) ??
    readFirstDate('meta', metaContents(document, DATE_NAMES)) ??
    readFirstDate('time', timeDates(findArticle(document) ?? bodyOf(document)))
  );
}

/**
 * The day from which on the page says that it was not changed: its last change, or its publication
 * where it tells of no later one. Null where it states neither.
 */
export function readLastDate(document: Document): IsoDate | null {
  const objects = readJsonLd(document);
  const changed =
    readFirstDate('json-ld', jsonLdDates(objects, 'dateModified')) ??
    readFirstDate('meta', metaContents(document, CHANGE_NAMES));
  const published = readPublication(document, objects);
  if (changed === null || published === null) return (changed ?? published)?.date ?? null;
  return changed.date > published.date ? changed.date : published.date;
}

/** The element that holds the page's one article; null on a page of several or none. */
export function findArticle(document: Document): Element | null {
  const headings = queryAll(document, 'article h1');
  const titled = new Set(headings.map((heading) => closest(heading, 'article')));
  const articles = titled.size > 0 ? [...titled] : queryAll(document, 'article');
  return articles.length > 1 ? null : (articles[0] ?? queryFirst(document, 'main'));
}

/** Where a name may stand. */
const NAMING_ATTRIBUTES = ['property', 'name', 'itemprop', 'http-equiv'];

/** The contents of `<meta>` under each of some names, the first of each, as they are asked for. */
function* metaContents(document: Document, names: readonly string[]): Generator<string | null> {
  for (const name of names) {
    const selectors = NAMING_ATTRIBUTES.map((it) => `meta[${it}="${name}" i][content]`);
    const meta = queryFirst(document, selectors.join(', '));
    yield meta && attributeOf(meta, 'content');
  }
}

function readTitle(document: Document, article: Element | null): string {
  for (const candidate of titlesOf(document, article)) {
    // Cut before white space is collapsed: a hostile heading can be megabytes of it.
    const title = (candidate ?? '')
      .trimStart()
      .slice(0, 2 * MAX_TITLE_LENGTH)
      .replace(/\s+/gu, ' ');
    if (title.trim() !== '') return title.slice(0, MAX_TITLE_LENGTH).trim();
  }
  return '';
}

/** Most telling first, each looked for only where those before it say nothing. */
function* titlesOf(document: Document, article: Element | null): Generator<string | null> {
  const ofArticle = article && queryFirst(article, 'h1');
  yield ofArticle && textContentOf(ofArticle);
  yield* metaContents(document, ['og:title']);
  const [heading, ...others] = queryAll(document, 'h1');
  if (heading !== undefined && others.length === 0) yield textContentOf(heading);
  yield titleOf(document);
}

function readLanguage(document: Document): string | null {
  for (const candidate of languagesOf(document)) {
    const language = parseLanguage(candidate ?? '');
    if (language !== null) return language;
  }
  return null;
}

function* languagesOf(document: Document): Generator<string | null> {
  const root = rootElementOf(document);
  yield attributeOf(root, 'lang');
  yield attributeOf(root, 'xml:lang');
  yield* metaContents(document, ['content-language', 'og:locale']);
}

// Most tags are one of these languages, perhaps with a country. They are put into canonical form here,
// all but retired countries, because a browser loads what it knows of all locales when it is first
// asked to, and of all letters for an expression that takes any case: some milliseconds of the thread
// of every page.
const USUAL_TAG = /^([a-z]{2})(?:[-_]([a-z]{2}))?$/u;
export const USUAL_LANGUAGES: ReadonlySet<string> = new Set(
  'ar az cs da de el en es et fa fi fr he hi hu hy it ja ka kk ko nl pl pt ro ru sq sv tr uk ur uz zh'.split(
    ' ',
  ),
);
const RETIRED_COUNTRIES = new Set(
  'AN BU CS CT DD DY FQ FX HV JT MI NH NQ NT PC PU PZ QU RH SU TP UK VD WK YD YU ZR'.split(' '),
);

function parseUsualTag(text: string): string | null {
  const parts = USUAL_TAG.exec(text.trim().toLowerCase());
  const language = parts?.[1];
  const country = parts?.[2]?.toUpperCase();
  if (language === undefined || !USUAL_LANGUAGES.has(language)) return null;
  if (country === undefined) return language;
  return RETIRED_COUNTRIES.has(country) ? null : `${language}-${country}`;
}

function parseLanguage(text: string): string | null {
  if (text === '' || text.length > MAX_STATEMENT_LENGTH) return null;
  const usual = parseUsualTag(text);
  if (usual !== null) return usual;
  try {
    const [tag = ''] = Intl.getCanonicalLocales(text.trim().replaceAll('_', '-'));
    if (tag === '' || tag.length > MAX_LANGUAGE_LENGTH) return null;
    // ISO 639: undetermined, several, none.
    return /^(?:und|mul|zxx)\b/u.test(tag) ? null : tag;
  } catch {
    return null;
  }
}

function readFirstDate(
  basis: DateBasis,
  texts: Iterable<string | null | undefined>,
): PageDate | null {
  for (const text of texts) {
    const date = parseDate(text ?? '');
    if (date !== null) return { date, basis };
  }
  return null;
}

// Year first, or it is a guess which number is the month.
const DATE = /^(\d{4})([-/]?)(\d{2})(?:\2(\d{2}))?(?![\d/-])/u;

export function parseDate(text: string): IsoDate | null {
  const parts = DATE.exec(text.trim().slice(0, MAX_STATEMENT_LENGTH));
  const [, year, separator, month, day] = parts ?? [];
  if (year === undefined || month === undefined) return null;
  // Six digits are as well a day of a short year.
  if (day === undefined && separator === '') return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1')));
  const isOnCalendar = date.getUTCMonth() === Number(month) - 1;
  if (!isOnCalendar || Number(year) < 1900 || day === '00') return null;
  // Of the calendar, by the check above.
  return (day === undefined ? `${year}-${month}` : `${year}-${month}-${day}`) as IsoDate;
}

function timeDates(scope: Element | null): string[] {
  if (scope === null) return [];
  const stated = queryAll(scope, 'time[itemprop~="datePublished"], time[pubdate]');
  // Elsewhere than in an article the first time may be that of any teaser.
  const first = localNameOf(scope) === 'article' ? queryFirst(scope, 'time[datetime]') : null;
  return [...stated, ...(first === null ? [] : [first])].map(
    (element) => attributeOf(element, 'datetime') ?? '',
  );
}

function* jsonLdDates(
  objects: readonly JsonObject[],
  property: 'datePublished' | 'dateModified',
): Generator<string> {
  for (const type of ARTICLE_TYPES) {
    for (const object of objects) {
      const date = object[property];
      if (typeof date === 'string' && typeNames(object).some((name) => type.test(name))) yield date;
    }
  }
}

type JsonObject = Readonly<Record<string, unknown>>;

/** The objects about this page, breadth first, MAX_JSON_LD_OBJECTS at most. */
function readJsonLd(document: Document): JsonObject[] {
  const objects: JsonObject[] = [];
  const pending: unknown[] = [];
  let room = MAX_JSON_LD_LENGTH;
  for (const script of queryAll(document, 'script[type="application/ld+json" i]')) {
    const text = textContentOf(script);
    if (text.length > room) continue;
    room -= text.length;
    pending.push(parseJson(text));
  }
  for (const value of pending) {
    if (objects.length === MAX_JSON_LD_OBJECTS) break;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, MAX_JSON_LD_OBJECTS)) pending.push(item);
    } else if (isJsonObject(value)) {
      objects.push(value);
      for (const key of SAME_PAGE_KEYS) pending.push(value[key]);
    }
  }
  return objects;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null;
}

/** The names of an object's types without the vocabulary they come from. */
function typeNames(object: JsonObject): string[] {
  return [object['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.slice(0, MAX_STATEMENT_LENGTH).replace(/^.*[/#:]/u, ''));
}
