/**
 * Whether a page looks like something that was published to be read. Signs that authors give come
 * first; where there are none its own text decides.
 */
import { declaredTypes } from './declared-types.ts';
import { closest, isShown, queryAll, queryFirst } from './node-access.ts';

/** `article` by what its author says or by its elements. */
const ARTICLE_META = [
  'meta[property="og:type" i][content="article" i]',
  'meta[name="og:type" i][content="article" i]',
];
const ARTICLE_ELEMENTS = 'article, main, [role="main"], [role="article"]';

/** https://schema.org/Article, its kinds, and what news sites use beside them. */
const ARTICLE_TYPE = /(?:Article|BlogPosting|SocialMediaPosting|Report)$/u;
/** It means nothing that it says. */
const SATIRE_TYPE = 'SatiricalArticle';

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
  const types = declaredTypes(document);
  if (types.has(SATIRE_TYPE)) return 'satire';
  const isArticle =
    queryFirst(document, [...ARTICLE_META, ARTICLE_ELEMENTS].join(', ')) !== null ||
    [...types].some((type) => ARTICLE_TYPE.test(type));
  return isArticle ? 'reading-matter' : 'unknown';
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
