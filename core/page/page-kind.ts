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

/** What keeps a page out by what is on it. */
export type PageRule = 'log-in' | 'not-reading-matter';

/** `article` by what its author says or by its elements. */
const ARTICLE_META = [
  'meta[property="og:type" i][content="article" i]',
  'meta[name="og:type" i][content="article" i]',
];
const ARTICLE_ELEMENTS = 'article, main, [role="main"], [role="article"]';

/** https://schema.org/Article, its kinds, and what news sites use beside them. */
const ARTICLE_TYPE =
  /(?:Article|BlogPosting|LiveBlogPosting|SocialMediaPosting|Report|NewsArticle)$/u;
/** Unparsed: a page's JSON-LD may be large, and of this only a name is asked. */
const JSON_LD_ARTICLE =
  /"@type"\s*:\s*(?:\[[^\]]{0,200})?"[\w:/.]{0,40}(?:Article|BlogPosting|LiveBlogPosting|Report)"/u;

/** Where a field for a password is not what the page is about. */
const ASIDE = 'header, footer, dialog, [role="dialog"], [role="banner"], [role="contentinfo"]';

/** The rule that keeps the page out by its elements, or null where they let it in or do not tell. */
export function judgeElements(document: Document): 'log-in' | 'reading-matter' | 'unknown' {
  const isLogIn = queryAll(document, 'input[type="password" i]').some(
    (field) => closest(field, ASIDE) === null && isShown(field),
  );
  if (isLogIn) return 'log-in';
  return saysArticle(document) ? 'reading-matter' : 'unknown';
}

function saysArticle(document: Document): boolean {
  if (queryFirst(document, [...ARTICLE_META, ARTICLE_ELEMENTS].join(', ')) !== null) return true;
  const isTyped = queryAll(document, '[itemtype]').some((element) =>
    ARTICLE_TYPE.test(attributeOf(element, 'itemtype') ?? ''),
  );
  return (
    isTyped ||
    queryAll(document, 'script[type="application/ld+json" i]').some((script) =>
      JSON_LD_ARTICLE.test(textContentOf(script)),
    )
  );
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
