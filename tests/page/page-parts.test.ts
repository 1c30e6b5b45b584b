import { describe, expect, it, test } from 'vitest';
import { readDateAt, readWrittenDates, teaserFinder } from '../../core/page/page-parts.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function elementOf(document: Document, selector: string): Element {
  const element = document.querySelector(selector);
  if (element === null) throw new Error(selector);
  return element;
}

describe('a teaser', () => {
  const FRONT_PAGE = `<main>
    <div class="lead"><h2><a href="/one">One</a></h2><p id="one">Text</p><p id="more">Text</p></div>
    <ul>
      <li><a href="/two"><h3>Two</h3></a><p id="two">Text</p></li>
      <li><h3><a href="/three">Three</a></h3><div><p id="three">Text</p></div></li>
    </ul>
    <p id="beside">Text</p></main>`;

  it('is what stands around one heading that leads elsewhere', () => {
    const page = parse(FRONT_PAGE);
    const teaserOf = teaserFinder(page);
    expect(teaserOf(elementOf(page, '#one'))).toBe(elementOf(page, '.lead'));
    expect(teaserOf(elementOf(page, '#more'))).toBe(elementOf(page, '.lead'));
    expect(teaserOf(elementOf(page, '#two'))).toBe(elementOf(page, 'li:first-child'));
    expect(teaserOf(elementOf(page, '#three'))).toBe(elementOf(page, 'li:last-child'));
    expect(teaserOf(elementOf(page, '#beside'))).toBeNull();
  });

  test.each([
    ['an article', '<h1>Title</h1><p id="it">Text</p><h2>More</h2><p>Text</p>'],
    [
      'a page about its one heading',
      '<article><h1><a href="/it">Title</a></h1><p id="it"></p></article>',
    ],
    [
      'headings that lead to themselves',
      '<div><h2><a href="#a">A</a></h2><p id="it"></p></div><div><h2><a href="#b">B</a></h2></div>',
    ],
    [
      'headings with links beside their words',
      '<div><h2>A long heading <a href="/edit">edit</a></h2><p id="it"></p></div><div><h2>Another heading <a href="/edit">edit</a></h2></div>',
    ],
    [
      'a thread',
      '<article><p id="it">One says</p></article><article><p>Another says</p></article>',
    ],
  ])('is not found in %s', (_, html) => {
    const page = parse(html);
    expect(teaserFinder(page)(elementOf(page, '#it'))).toBeNull();
  });

  it('is no entry of a live blog, which is one article', () => {
    const live = '<script type="application/ld+json">{"@type":"LiveBlogPosting"}</script>';
    const page = parse(FRONT_PAGE + live);
    expect(teaserFinder(page)(elementOf(page, '#two'))).toBeNull();
  });
});

describe('what was written when', () => {
  const LIVE_BLOG = `<meta property="article:published_time" content="2025-06-12">
    <div itemscope itemtype="https://schema.org/LiveBlogPosting">
      <div itemprop="liveBlogUpdate"><time datetime="2025-06-14T10:00:00Z">10:00</time><p id="second">Text</p></div>
      <div itemprop="liveBlogUpdate"><p id="undated">Text</p></div>
    </div>`;

  it('an entry of a live blog says for itself, and the page for none', () => {
    const page = parse(LIVE_BLOG);
    const { ofPage, ofPart } = readWrittenDates(page);
    expect(ofPage).toBeNull();
    expect(ofPart(elementOf(page, '#second'))).toBe('2025-06-14');
    expect(ofPart(elementOf(page, '#undated'))).toBeNull();
    expect(readDateAt(page, elementOf(page, '#second'))).toBe('2025-06-14');
    expect(readDateAt(page, elementOf(page, '#undated'))).toBeNull();
  });

  it('the one article of a page is as old as the page', () => {
    const page = parse(`<meta property="article:published_time" content="2025-06-12">
      <article><time datetime="2024-01-01"></time><p id="it">Text</p></article>`);
    const { ofPage, ofPart } = readWrittenDates(page);
    expect(ofPage).toBe('2025-06-12');
    expect(ofPart(elementOf(page, '#it'))).toBeNull();
    expect(readDateAt(page, elementOf(page, '#it'))).toBe('2025-06-12');
  });

  it('each of several articles has its own', () => {
    const page = parse(`<article><time datetime="2024-01-01"></time><p id="one">Text</p></article>
      <article><time datetime="2025-06-14"></time><p id="two">Text</p></article>`);
    const { ofPart } = readWrittenDates(page);
    expect(ofPart(elementOf(page, '#one'))).toBe('2024-01-01');
    expect(ofPart(elementOf(page, '#two'))).toBe('2025-06-14');
  });
});
