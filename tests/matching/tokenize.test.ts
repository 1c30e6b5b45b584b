import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { eachWord, hashWord, tokenize } from '../../core/matching/tokenize.ts';
import { anyText } from './any-text.ts';

const wordsOf = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

describe('tokenize', () => {
  test.each([
    ['nothing', '', []],
    ['space and punctuation alone', ' – .,!? \n', []],
    ['a word alone', 'iran', ['iran']],
    ['words and punctuation', 'drones, jets. (tanks)', ['drones', 'jets', 'tanks']],
    ['a possessive', "iran's", ['iran', 's']],
    ['a hyphen', 'israeli-made', ['israeli', 'made']],
    ['digits', '15 june 2025', ['15', 'june', '2025']],
    ['a decimal point', '1.5', ['1', '5']],
    ['marks that folding would have dropped', 'e\u0301a', ['e\u0301a']],
    ['Arabic letters', 'ایران، اسرائیل', ['ایران', 'اسرائیل']],
    ['letters outside the basic plane', '𐐨𐐩 𠀋', ['𐐨𐐩', '𠀋']],
    ['an emoji right behind a word', 'israel😀used', ['israel', 'used']],
    ['a flag', '🇮🇱 used', ['used']],
    ['half a surrogate pair', 'a\ud83db \ude00c', ['a', 'b', 'c']],
  ])('reads the words of %s', (_, text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });

  it('agrees with a regular expression that says the same', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordsOf(text)).toEqual(text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
      }),
    );
  });

  it('visits the words that it lists', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const visited: { start: number; end: number }[] = [];
        eachWord(text, (start, end) => visited.push({ start, end }));
        expect(visited).toEqual(tokenize(text));
      }),
    );
  });
});

/** FNV-1a as its authors write it down: xor, then multiply, in 32 bits. */
function fnv1a(units: readonly number[]): number {
  const hash = units.reduce((sum, unit) => {
    return ((sum ^ BigInt(unit)) * 0x01000193n) & 0xffffffffn;
  }, 0x811c9dc5n);
  return Number(hash);
}

describe('hashWord', () => {
  // http://www.isthe.com/chongo/src/fnv/test_fnv.c; a unit of an ASCII text is its byte.
  test.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('gives the published value for "%s"', (text, hash) => {
    expect(hashWord(text)).toBe(hash);
  });

  it('agrees with FNV-1a over the UTF-16 units', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const units = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
        expect(hashWord(text)).toBe(fnv1a(units));
      }),
    );
  });

  it('reads a part of a text as it reads that part alone', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start = 0, end = 0] = [a, b]
          .map((at) => at % (text.length + 1))
          .toSorted((x, y) => x - y);
        expect(hashWord(text, start, end)).toBe(hashWord(text.slice(start, end)));
      }),
    );
  });
});
