import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editDistance, similarWords } from '../../core/matching/similar-words.ts';

const WORDS = ['president', 'precedent', 'vaccine', 'harbour', 'goat'];
const similar = similarWords(WORDS);
const similarTo = (word: string) => similar(word).map(({ word: at }) => WORDS[at]);

describe('similarWords', () => {
  test.each([
    ['presidnet', 'president'],
    ['vacine', 'vaccine'],
    ['harbor', 'harbour'],
    ['goats', 'goat'],
  ])('takes %s for %s', (misspelt, word) => {
    expect(similarTo(misspelt)[0]).toBe(word);
  });

  it('takes nothing for a word that is another, short or endless', () => {
    expect(similarTo('resident evil')).toEqual([]);
    expect(similarTo('got')).toEqual([]);
    expect(similarTo('vaccine'.repeat(10_000))).toEqual([]);
  });

  it('finds a word itself, as like as can be', () => {
    expect(similar('precedent')[0]).toEqual({ word: 1, similarity: 1 });
  });
});

describe('editDistance', () => {
  const word = fc.string({ maxLength: 8, unit: fc.constantFrom('a', 'b', 'c') });

  it('is 1 for one letter more, less, changed or swapped', () => {
    for (const other of ['goatt', 'got', 'boat', 'gaot'])
      expect(editDistance('goat', other)).toBe(1);
  });

  it('is the same both ways, and 0 for the same word only', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length));
      }),
    );
  });
});
