import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { english } from '../../core/matching/languages/en.ts';
import { termReader } from '../../core/matching/read-terms.ts';
import { anyText } from './any-text.ts';

const { readTerms } = termReader(english);

const wordsOf = (text: string) => readTerms(text).map(({ word }) => word);

describe('readTerms', () => {
  test.each([
    ['#AustralianFires', ['australian', 'fires']],
    ['@covid19_news', ['covid', '19', 'news']],
    ['McConnell', ['mcconnell']],
    ['FaceBook', ['face', 'book']],
    ['U.S. troops, 1,500 of them', ['usa', 'troops', '1500', 'of', 'them']],
    ['US troops', ['usa', 'troops']],
    ['15% or 15 per cent', ['15', 'percent', 'or', '15', 'percent']],
    ['the 7th of 20k', ['the', '7', 'of', '20000']],
    ['Bread &amp; butter', ['bread', 'butter']],
    ['see https://example.org/a/b and pic.twitter.com/abc', ['see', 'and']],
    ['Trump’s don’t', ['trump', 'dont']],
    ['Élan', ['elan']],
    ['', []],
  ])('reads %s as %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('gives words of one stem the same stem', () => {
    const [burns, burning] = readTerms('burns burning');
    expect(burns?.stem).toBe(burning?.stem);
  });

  it('knows names by their capitals, except where a sentence or shouting asks for them', () => {
    const namesIn = (text: string) =>
      readTerms(text).flatMap(({ isName, word }) => (isName ? [word] : []));
    expect(namesIn('Yesterday Ada Lovelace spoke. Nobody listened')).toEqual(['ada', 'lovelace']);
    expect(namesIn('ADA LOVELACE SPOKE')).toEqual([]);
  });

  it('knows who posted a text', () => {
    const text = 'A goat burnt a barn — Ada (@ada) May 1, 2020';
    const signature = readTerms(text).filter(({ isSignature }) => isSignature);
    expect(signature.map(({ word }) => word)).toEqual(['ada', 'ada', 'may', '1', '2020']);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { stem, word } of readTerms(text)) {
          expect(stem).not.toBe('');
          expect(word).not.toMatch(/\s/u);
        }
      }),
    );
  });
});
