import { describe, expect, it, test } from 'vitest';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { annotatePage, annotatePlainText, isPageName } from '../../tools/annotate-file.ts';
import { DRONES, matchingList } from '../matching/fictional-index.ts';

const indexes = [openIndex(compileIndex(matchingList()))];
const PASSAGE = 'Southmarkian drones entered Eastvale from Northland.';

const annotateSource = (source: string) =>
  annotatePage(indexes, new TextEncoder().encode(source), 'en');
const quotesIn = (source: string) =>
  annotateSource(source).annotations.map(({ quote }) => quote.exact);

describe('a page', () => {
  it('gives its blocks and quotes that find the words again', () => {
    const page = `<title>T</title><h1>A day</h1><p>Calm at first. ${PASSAGE} Then calm.</p>`;
    expect(annotateSource(page)).toEqual({
      blockCount: 2,
      annotations: [
        {
          claim: DRONES,
          stance: 'asserts',
          similarity: 1,
          quote: {
            type: 'TextQuoteSelector',
            exact: PASSAGE,
            prefix: 'Calm at first. ',
            suffix: ' Then calm.',
          },
        },
      ],
    });
  });

  it('is read across phrases of a line', () => {
    expect(
      quotesIn('<p>Southmarkian <b>drones</b> entered <a>Eastvale</a> from Northland.'),
    ).toEqual([PASSAGE]);
  });

  test.each([
    `<p hidden>${PASSAGE}</p>`,
    `<p aria-hidden="true">${PASSAGE}</p>`,
    `<div style="display: none"><p>${PASSAGE}</p></div>`,
    `<p style="visibility:hidden">${PASSAGE}</p>`,
    `<pre>${PASSAGE}</pre>`,
    `<template><p>${PASSAGE}</p></template>`,
  ])('%s is not read', (page) => {
    expect(annotateSource(page).annotations).toEqual([]);
  });

  it('is read in the language that it states', () => {
    expect(quotesIn(`<html lang="en"><body><p>${PASSAGE}</p></body></html>`)).toEqual([PASSAGE]);
    expect(quotesIn(`<html lang="ka"><body><p>${PASSAGE}</p></body></html>`)).toEqual([]);
  });
});

test('a text is read by its paragraphs, whatever ends their lines', () => {
  const text = `Calm.\r\n\r\n${PASSAGE}\n \n\nCalm.\n`;
  const { blockCount, annotations } = annotatePlainText(indexes, text, 'en');
  expect(blockCount).toBe(3);
  expect(annotations.map(({ quote }) => quote.exact)).toEqual([PASSAGE]);
});

test.each([
  ['a/source.html', true],
  ['A.HTM', true],
  ['a.xhtml', true],
  ['a.txt', false],
  ['html', false],
  ['-', false],
])('%s is a page: %s', (name, isPage) => {
  expect(isPageName(name)).toBe(isPage);
});
