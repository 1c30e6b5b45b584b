import { describe, expect, it, test } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openPlainIndex } from '../../core/matching/plain-index.ts';
import { queryReader } from '../../core/matching/read-query.ts';

const claim = (id: string, text: string): PlainClaim => ({ id, text, title: null, lang: null });
const index = openPlainIndex([
  claim('barn', 'A goat burnt a barn of the middle class.'),
  claim('income', 'The income of ferry captains fell.'),
]);
const read = queryReader(index);
const wordsOf = (text: string) => [...read(text).words.keys()].map((word) => index.stems[word]);
const surenessOf = (text: string) => [...read(text).words.values()];

describe('queryReader', () => {
  test.each([
    ['the words that the list has', 'The goats of the ferry sang', ['goat', 'ferri']],
    ['what is written as one word', 'middleincome', ['middl', 'incom']],
    ['what a hashtag is made of', '#goatbarn', ['goat', 'barn']],
    ['what is misspelt', 'captians', ['captain']],
    ['nothing of the rest', 'Nobody sings of amber', []],
  ])('finds %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('is surer of a word that is there than of one that is like it', () => {
    const [there = 0] = surenessOf('captain');
    const [alike = 0] = surenessOf('captian');
    expect(there).toBe(1);
    expect(alike).toBeLessThan(there);
  });

  it('counts what the list does not have, so that long texts are not flattered', () => {
    expect(read('A goat and an anaconda').weight).toBeGreaterThan(read('A goat').weight);
  });

  it('is empty for an empty text', () => {
    expect(read('')).toMatchObject({ weight: 0, norm: 0, wordCount: 0, wholeWords: [] });
  });
});
