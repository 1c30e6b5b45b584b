import { expect, test } from 'vitest';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { inlineLayout } from '../../core/page/inline-layout.ts';
import { readPageFacts } from '../../core/page/page-facts.ts';
import { decodePage, parsePage } from '../../tools/parse-page.ts';

const blocksOf = (source: string) =>
  collectBlocks(parsePage(source), inlineLayout).map(({ text }) => text);

test.each([
  ['<p>one</p><p>two</p>', ['one', 'two']],
  ['bare <b>words</b>', ['bare words']],
  ['<!doctype html><html><body><p>a<p>b<br>c &amp; d</body></html>', ['a', 'b\nc & d']],
  ['<body><script>no</script><p>yes<noscript>no</noscript></p>', ['yes']],
  ['<my-article><p>one</p><my-word>two</my-word></my-article>', ['one', 'two']],
  ['', []],
])('the blocks of %s', (source, blocks) => {
  expect(blocksOf(source)).toEqual(blocks);
});

test('what the page says of itself is read too', () => {
  const page = parsePage(
    '<html lang="az"><head><title> A  day </title></head><body></body></html>',
  );
  expect(readPageFacts(page)).toEqual({ title: 'A day', language: 'az' });
});

test('blocks that are headings say so', () => {
  const blocks = collectBlocks(parsePage('<h2>a <i>b</i></h2><p>c</p>'), inlineLayout);
  expect(blocks.map(({ isHeading }) => isHeading)).toEqual([true, false]);
});

test.each([
  ['as UTF-8 where nothing is said', [0xd0, 0xb0], 'а'],
  ['as UTF-16 where its first bytes say so', [0xff, 0xfe, 0x30, 0x04], 'а'],
  [
    'as UTF-8 where what is said is not known',
    [...latin('<meta charset="x-no">'), 0xd0, 0xb0],
    'а',
  ],
  ['as it says', [...latin('<meta charset=windows-1251>'), 0xe0], 'а'],
  [
    'as it says in older words',
    [...latin('<meta content="text/html; charset=koi8-r">'), 0xc1],
    'а',
  ],
])('a page is decoded %s', (_, bytes, end) => {
  expect(decodePage(Uint8Array.from(bytes)).at(-1)).toBe(end);
});

function latin(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
