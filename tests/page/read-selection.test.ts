import { describe, expect, it, onTestFinished, test } from 'vitest';
import { MAX_CONTEXT_LENGTH, MAX_PASSAGE_LENGTH } from '../../core/claims/report.ts';
import { QUOTE_CONTEXT_LENGTH } from '../../core/page/anchor.ts';
import {
  MAX_SELECTION_LENGTH,
  readPageForReport,
  readQuoteOf,
} from '../../core/page/read-selection.ts';
import { FIELDS } from './clobbering-form.ts';
import { showPage } from './made-page.ts';

/** Shows a page on which nothing is selected when the test ends. */
function show(html: string): HTMLElement {
  onTestFinished(() => {
    getSelection()?.removeAllRanges();
  });
  return showPage(html);
}

const MARKS = /[⟦⟧]/u;

/** The range between the two marks in the page's text, which are taken out. */
function marked(main: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(main);
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    for (let at = node.data.search(MARKS); at !== -1; at = node.data.search(MARKS)) {
      const isStart = node.data.charAt(at) === '⟦';
      node.deleteData(at, 1);
      if (isStart) range.setStart(node, at);
      else range.setEnd(node, at);
    }
  }
  return range;
}

describe('a passage', () => {
  test.each([
    [
      'in one text',
      '<p>On Thursday ⟦boats crossed⟧ the lake.</p>',
      'boats crossed',
      'On Thursday ',
      ' the lake.',
    ],
    [
      'over elements of a line',
      '<p>Then ⟦boats <b>cros</b>sed⟧ it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    [
      'wrapped by its author',
      '<p>Then ⟦boats\n    crossed⟧\n   it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    ['with space at its ends', '<p>Then⟦ boats crossed ⟧it.</p>', 'boats crossed', 'Then ', ' it.'],
    [
      'over two paragraphs',
      '<p>Then ⟦boats.</p>\n<p>They crossed⟧ it.</p>',
      'boats.\nThey crossed',
      'Then ',
      ' it.',
    ],
    ['over a line break', '<p>Then ⟦boats<br>crossed⟧ it.</p>', 'boats\ncrossed', 'Then ', ' it.'],
    ['between line breaks', '<p>Then<br>⟦boats⟧<br>it.</p>', 'boats', 'Then\n', '\nit.'],
    [
      'a whole paragraph',
      '<p>Before.</p><p>⟦Boats.⟧</p><p>After.</p>',
      'Boats.',
      'Before.\n',
      '\nAfter.',
    ],
    [
      'with code',
      '<p>Then ⟦the <code>boats</code> crossed⟧ it.</p>',
      'the boats crossed',
      'Then ',
      ' it.',
    ],
    ['set as it is written', '<pre>one\n⟦two  boats⟧</pre>', 'two boats', 'one ', ''],
    [
      'over what is hidden',
      '<p>Then ⟦boats<span hidden> sank, and</span> crossed⟧ it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    [
      'over a script',
      '<p>Then ⟦boats<script type="x">no</script> crossed⟧ it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    [
      'beside what is hidden',
      '<p style="visibility:hidden">no</p><p>⟦Boats.⟧</p><style>p{}</style><p>After.</p>',
      'Boats.',
      null,
      '\nAfter.',
    ],
    [
      'over a draft',
      '<p>Then ⟦boats <textarea>draft</textarea>crossed⟧ it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    [
      'over what is only there for browsers without films',
      '<p>Then ⟦boats <video>no film</video>crossed⟧ <canvas>no picture</canvas>it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
    [
      'beside a frame',
      '<p>Then <iframe>no frame</iframe>⟦boats crossed⟧<select><option>one</option></select> it.</p>',
      'boats crossed',
      'Then ',
      ' it.',
    ],
  ])('is read as it is seen: %s', (_, markup, exact, prefix, suffix) => {
    const main = show(`<p>Far before it.</p>${markup}`);
    const quote = readQuoteOf(marked(main));
    expect(quote?.exact).toBe(exact);
    expect(quote?.prefix.endsWith(prefix ?? 'Far before it.\n')).toBe(true);
    expect(quote?.suffix.startsWith(suffix)).toBe(true);
  });

  it('is read from its element, as a triple click selects it', () => {
    const main = show('<p>Before.</p><p id="a">Boats <b>crossed</b>.</p><p id="b">After.</p>');
    const [paragraph, next] = ['#a', '#b'].map((id) => main.querySelector(id));
    const range = document.createRange();
    if (!paragraph || !next) throw new Error('The page lacks a paragraph.');
    range.setStart(paragraph, 0);
    range.setEnd(next, 0);
    expect(readQuoteOf(range)).toMatchObject({ exact: 'Boats crossed.' });
    expect(readQuoteOf(range)?.prefix).toMatch(/Before\.\s*$/u);
    expect(readQuoteOf(range)?.suffix).toMatch(/^\s*After\./u);
    range.selectNodeContents(paragraph);
    expect(readQuoteOf(range)).toMatchObject({ exact: 'Boats crossed.' });
    range.selectNode(paragraph);
    expect(readQuoteOf(range)).toMatchObject({ exact: 'Boats crossed.' });
  });

  it('is nothing where there are no words', () => {
    expect(readQuoteOf(marked(show('<p>Before⟦ \n ⟧after</p>')))).toBeNull();
    expect(readQuoteOf(marked(show('<p>Before⟦<img alt="boats">⟧after</p>')))).toBeNull();
    expect(readQuoteOf(marked(show('<p>Before⟦<span hidden>boats</span>⟧after</p>')))).toBeNull();
  });

  it('has a few words around it, and not the page', () => {
    const words = 'word '.repeat(10_000);
    const quote = readQuoteOf(marked(show(`<p>${words}⟦boats⟧ ${words}</p>`)));
    expect(quote?.exact).toBe('boats');
    expect(quote?.prefix).toBe(words.slice(-QUOTE_CONTEXT_LENGTH));
    expect(quote?.suffix).toBe(` ${words}`.slice(0, QUOTE_CONTEXT_LENGTH));
  });

  it('is the beginning of what is too long, and read at once', () => {
    const paragraphs = '<p>Boats crossed the lake. </p>'.repeat(5_000);
    const began = performance.now();
    const quote = readQuoteOf(marked(show(`<p>⟦</p>${paragraphs}<p>⟧</p>`)));
    expect(quote?.exact.length).toBeLessThanOrEqual(MAX_SELECTION_LENGTH);
    // More than a report takes, so that it knows what comes next.
    expect(quote?.exact.length).toBeGreaterThan(MAX_PASSAGE_LENGTH + MAX_CONTEXT_LENGTH);
    expect(quote?.suffix).toBe('');
    expect(quote?.exact.startsWith('Boats crossed the lake.\nBoats')).toBe(true);
    // Most of it is for the page to be made.
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('is found where the page has put its fields in the way', () => {
    const main = show(`<form>${FIELDS}Then ⟦boats <b>crossed</b>⟧ it.${FIELDS}</form>`);
    const quote = readQuoteOf(marked(main));
    expect(quote?.exact).toBe('boats crossed');
    expect(quote?.prefix.endsWith('Then ')).toBe(true);
    expect(quote?.suffix.startsWith(' it.')).toBe(true);
  });
});

describe('what a page says of itself', () => {
  const parse = (markup: string) =>
    new DOMParser().parseFromString(`<!doctype html>${markup}`, 'text/html');
  const ADDRESS = 'https://sample-news.example/a';

  it('is said with the passage that is selected', () => {
    const main = show('<div lang="fa"><p>Then <b>boats crossed</b> it.</p><p>After.</p></div>');
    const passage = main.querySelector('b');
    if (passage) getSelection()?.selectAllChildren(passage);
    expect(readPageForReport(document, ADDRESS)).toMatchObject({
      address: ADDRESS,
      language: 'fa',
      quote: { exact: 'boats crossed', suffix: ' it.\nAfter.' },
    });
  });

  it('is said with the passage that is given, whatever is selected', () => {
    const range = marked(show('<p>Then ⟦boats\n  crossed⟧ it.</p>'));
    const given = new StaticRange(range);
    getSelection()?.selectAllChildren(document.body);
    expect(readPageForReport(document, ADDRESS, given).quote?.exact).toBe('boats crossed');
    expect(readPageForReport(document, ADDRESS, null).quote).toBeNull();
  });

  it('is said without one where nothing is selected', () => {
    const main = show('<p>Boats.</p>');
    expect(readPageForReport(document, ADDRESS).quote).toBeNull();
    getSelection()?.collapse(main, 0);
    expect(readPageForReport(document, ADDRESS).quote).toBeNull();
  });

  it('is as the page says it', () => {
    const page = parse(
      '<html lang="az"><title>A lake (fiction)</title><link rel="stylesheet" href="/no">' +
        '<link rel="Canonical" href="/c?id=7"><meta name="date" content="2031-05-17">',
    );
    expect(readPageForReport(page, ADDRESS)).toEqual({
      address: ADDRESS,
      canonical: '/c?id=7',
      title: 'A lake (fiction)',
      language: 'az',
      date: '2031-05-17',
      quote: null,
    });
  });

  it('is nothing where the page says nothing', () => {
    expect(readPageForReport(parse(''), ADDRESS)).toEqual({
      address: ADDRESS,
      canonical: null,
      title: '',
      language: null,
      date: null,
      quote: null,
    });
  });
});
