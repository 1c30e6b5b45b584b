import { describe, expect, it, test } from 'vitest';
import { isMostlyProse, judgeElements } from '../../core/page/page-kind.ts';
import { showPage } from './made-page.ts';

/** A document that is shown, since a log-in form counts where it is seen. */
function judge(html: string) {
  // The page of a test is a `main` by itself.
  showPage(html).removeAttribute('role');
  return judgeElements(document);
}

test.each([
  '<script type="application/ld+json">{"@type":"SatiricalArticle"}</script>',
  '<div itemscope itemtype="https://schema.org/SatiricalArticle">Text</div>',
])('satire is not reading matter, however much an article: %s', (html) => {
  expect(judge(`<article>Text</article>${html}`)).toBe('satire');
});

test.each([
  ['a log-in form', '<form><input name="user"><input type="password"></form>', 'log-in'],
  ['one beside an article', '<article>Text</article><input type="password">', 'log-in'],
  ['one in the header', '<header><input type="password"></header>', 'reading-matter'],
  ['one in the footer', '<footer><input type="password"></footer>', 'reading-matter'],
  ['one in a dialog', '<dialog open><input type="password"></dialog>', 'reading-matter'],
  ['one that is not shown', '<input type="password" style="display:none">', 'reading-matter'],
] as const)('a page with %s is judged by it', (_, html, kind) => {
  expect(judge(html)).toBe(kind);
});

describe('reading matter', () => {
  const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

  test.each([
    '<meta property="og:type" content="article">',
    '<meta property="og:type" content="Article">',
    '<article>Text</article>',
    '<div role="main">Text</div>',
    '<div itemscope itemtype="https://schema.org/NewsArticle">Text</div>',
    '<script type="application/ld+json">{"@type":"NewsArticle"}</script>',
    '<script type="application/ld+json">{"@graph":[{"@type":["Thing","BlogPosting"]}]}</script>',
    '<script type="application/ld+json">{"@type" : "schema:LiveBlogPosting"}</script>',
  ])('is what says so: %s', (html) => {
    expect(judgeElements(parse(html))).toBe('reading-matter');
  });

  test.each([
    '<p>Text</p>',
    '<meta property="og:type" content="website">',
    '<div itemscope itemtype="https://schema.org/Product">Text</div>',
    '<script type="application/ld+json">{"@type":"WebSite"}</script>',
  ])('is not known of %s', (html) => {
    expect(judgeElements(parse(html))).toBe('unknown');
  });

  const SENTENCE =
    'A sentence that is long enough to be one of prose, and not the label of a button or a menu. ';

  it('is a column of prose, with or without paragraphs', () => {
    expect(isMostlyProse(['Home', SENTENCE.repeat(3), 'About'])).toBe(true);
    expect(isMostlyProse([`${SENTENCE}\n${SENTENCE}\n${SENTENCE}`])).toBe(true);
  });

  it('is no single sentence, and no page of labels with some prose', () => {
    expect(isMostlyProse([SENTENCE])).toBe(false);
    expect(isMostlyProse([])).toBe(false);
    const labels = Array<string>(100).fill('Add to basket');
    expect(isMostlyProse([SENTENCE.repeat(3), ...labels])).toBe(false);
  });
});
