/**
 * Whether a page looks like something that was published to be read. Signs that authors give come
 * first; where there are none its own text decides.
 */
import {
  attributeOf,
  closest,
  isShown,
  queryAll,
  queryFirst,
  textContentOf,
} from './node-access.ts';

/** `article` by what its author says or by its elements. */
const ARTICLE_META = [
  'meta[property="og:type" i][content="article" i]',
  'meta[name="og:type" i][content="article" i]',
];
const ARTICLE_ELEMENTS = 'article, main, [role="main"], [role="article"]';

/** https://schema.org/Article, its kinds, and what news sites use beside them. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|NewsArticle)$/u;
const JSON_LD_ARTICLE =
  /"@type"\s*:\s*(?:\[[^\]]{0,200})?"[\w:/.]{0,40}(?:Article|BlogPosting|LiveBlogPosting|Report)"/u;

/** https://schema.org/SatiricalArticle: it means nothing that it says. */
const SATIRE_ITEM = '[itemtype$="/SatiricalArticle"]';
const JSON_LD_SATIRE = /"@type"\s*:\s*(?:\[[^\]]{0,200})?"[\w:/.]{0,40}SatiricalArticle"/u;

/** Where a field for a password is not what the page is about. */
const ASIDE = 'header, footer, dialog, [role="dialog"], [role="banner"], [role="contentinfo"]';

/** The rule that keeps the page out by its elements, or whether they say that it is to be read. */
export function judgeElements(
  document: Document,
): 'log-in' | 'satire' | 'reading-matter' | 'unknown' {
  const isLogIn = queryAll(document, 'input[type="password" i]').some(
    (field) => closest(field, ASIDE) === null && isShown(field),
  );
  if (isLogIn) return 'log-in';
  if (queryFirst(document, SATIRE_ITEM) !== null || saysJsonLd(document, JSON_LD_SATIRE)) {
    return 'satire';
  }
  return saysArticle(document) ? 'reading-matter' : 'unknown';
}

/** Whether a page's JSON-LD has something of a type. Unparsed: it may be large, and of it only a name is asked. */
export function saysJsonLd(document: Document, type: RegExp): boolean {
  return queryAll(document, 'script[type="application/ld+json" i]').some((script) =>
    type.test(textContentOf(script)),
  );
}

function saysArticle(document: Document): boolean {
  if (queryFirst(document, [...ARTICLE_META, ARTICLE_ELEMENTS].join(', ')) !== null) return true;
  const isTyped = queryAll(document, '[itemtype]').some((element) =>
    ARTICLE_TYPE.test(attributeOf(element, 'itemtype') ?? ''),
  );
  return isTyped || saysJsonLd(document, JSON_LD_ARTICLE);
}

/** A line that is longer is prose; labels, menus and cells are shorter. In UTF-16 units. */
const PROSE_LENGTH = 80;
/** Less prose is no column. */
const MIN_PROSE_LENGTH = 200;
/** Of all text; a page of tools or a shop has less. */
const MIN_PROSE_SHARE = 0.4;

/** Whether prose is most of what a text, one line a block, says. */
export function isMostlyProse(paragraphs: readonly string[]): boolean {
  let all = 0;
  let prose = 0;
  for (const { length } of paragraphs.flatMap((paragraph) => paragraph.split('\n'))) {
    all += length;
    if (length >= PROSE_LENGTH) prose += length;
  }
  return prose >= MIN_PROSE_LENGTH && prose >= MIN_PROSE_SHARE * all;
}
