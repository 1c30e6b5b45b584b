import { expect, it } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { mayPut, plainShareNeeded } from '../../core/matching/plain-bound.ts';

const claims = [
  { id: 'barn', text: 'A goat named Heidi burnt a barn in Eastvale', title: null, lang: 'en' },
  { id: 'people', text: 'People said that the news was good', title: null, lang: 'en' },
];
const pack = openIndex(compilePlainIndex(claims)).packs.get('en');
if (pack === undefined) throw new Error('no English pack');

const has = (...words: readonly string[]) => {
  const found = new Uint8Array(pack.lexicon.conceptCount);
  for (const word of words) found[pack.lexicon.conceptOf(word)] = 1;
  return found;
};

it('asks for several rare words that are a good part of the wording', () => {
  expect(mayPut(pack, 0, has('goat', 'heidi', 'barn'))).toBe(true);
  expect(mayPut(pack, 0, has('heidi'))).toBe(false);
  expect(mayPut(pack, 0, has())).toBe(false);
});

it('never takes words that everybody uses for enough', () => {
  expect(mayPut(pack, 1, has('people', 'said', 'news', 'good'))).toBe(false);
});

it('asks for a larger share of a short wording, of too short a one for more than all', () => {
  expect(plainShareNeeded(30)).toBeGreaterThan(plainShareNeeded(60));
  expect(plainShareNeeded(10)).toBeGreaterThan(1);
  expect(plainShareNeeded(0)).toBeGreaterThan(1);
});
