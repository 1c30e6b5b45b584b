import { describe, expect, it, test } from 'vitest';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { annotatePage, annotatePlainText, isPageName } from '../../tools/annotate-file.ts';
import { DRONES, matchingList } from '../matching/fictional-index.ts';

const indexes = [openIndex(compileIndex(matchingList()))];
const PASSAGE = 'Southmarkian drones entered Eastvale from Northland.';

const annotateSource = (source: string) =>
  annotatePage(indexes, new TextEncoder().encode(source), 'en');
const quotesIn = async (source: string) =>
  (await annotateSource(source)).annotations.map(({ quote }) => quote.exact);

describe('a page', () => {
  it('gives its blocks and quotes that find the words again', async () => {
    const page = `<title>T</title><h1>A day</h1><p>Calm at first. ${PASSAGE} Then calm.</p>`;
    expect(await annotateSource(page)).toEqual({
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

  it('is read across phrases of a line', async () => {
    expect(
      await quotesIn('<p>Southmarkian <b>drones</b> entered <a>Eastvale</a> from Northland.'),
    ).toEqual([PASSAGE]);
  });

  test.each([
    `<p hidden>${PASSAGE}</p>`,
    `<p aria-hidden="true">${PASSAGE}</p>`,
    `<div style="display: none"><p>${PASSAGE}</p></div>`,
    `<p style="visibility:hidden">${PASSAGE}</p>`,
    `<pre>${PASSAGE}</pre>`,
    `<template><p>${PASSAGE}</p></template>`,
  ])('%s is not read', async (page) => {
    expect((await annotateSource(page)).annotations).toEqual([]);
  });

  test.each(['lang="en"', '', 'lang="und"', 'lang="tr"', 'lang="ka"'])(
    'is read in its own language where it states: %s',
    async (lang) => {
      const page = `<html ${lang}><body><p>${PASSAGE}</p></body></html>`;
      expect(await quotesIn(page)).toEqual([PASSAGE]);
    },
  );
});

test('a text is read by its paragraphs, whatever ends their lines', async () => {
  const text = `Calm.\r\n\r\n${PASSAGE}\n \n\nCalm.\n`;
  const { blockCount, annotations } = await annotatePlainText(indexes, text, 'en');
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
