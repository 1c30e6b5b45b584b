import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText } from '../../core/matching/fold-text.ts';
import { tokenize } from '../../core/matching/tokenize.ts';
import { DROPPED, GAP, LETTERS, TORN, unitAt, wordUnits } from '../../core/matching/word-units.ts';
import { anyText } from './any-text.ts';

describe('unitAt', () => {
  test.each([
    ['a letter', 'a', 'a'.charCodeAt(0)],
    ['a capital', 'A', 'a'.charCodeAt(0)],
    ['an accented letter', 'É', 'e'.charCodeAt(0)],
    ['a digit', '7', '7'.charCodeAt(0)],
    ['a bold letter', '𝐀', 'a'.charCodeAt(0)],
    ['a space', ' ', GAP],
    ['a curly quote', '’', GAP],
    ['an ellipsis, whose parts are no word', '…', GAP],
    ['an emoji', '😀', GAP],
    ['half of a pair', '\ud83d', GAP],
    ['the other half', '\ude00', GAP],
    ['a soft hyphen', '\u00ad', DROPPED],
    ['a mark', '\u0301', DROPPED],
    ['a sharp s', 'ß', LETTERS],
    ['a ligature', 'ﬁ', LETTERS],
    ['a letter of two units', '𠀋', LETTERS],
    ['a fraction', '½', TORN],
    ['a digit with a full stop', '\u{1f100}', TORN],
  ])('says of %s what it is', (_, text, unit) => {
    expect(unitAt(text, 0)).toBe(unit);
    // And again, when it was met before.
    expect(unitAt(text, 0)).toBe(unit);
  });

  it('says of every text what folding and then reading its words say', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsBy(text);
        if (words === null) return;
        const { text: folded } = foldText(text);
        expect(words).toEqual(tokenize(folded).map(({ start, end }) => folded.slice(start, end)));
      }),
    );
  });

  it('has no folded letter or digit that is taken for a kind', () => {
    const units = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const wrong = units.filter((text) => {
      const unit = unitAt(text, 0);
      return unit > GAP && foldText(text).text !== String.fromCharCode(unit);
    });
    expect(wrong).toEqual([]);
    expect(wordUnits['Z'.charCodeAt(0)]).toBe('z'.charCodeAt(0));
  });
});

/** The words of a text by its units; null when a letter of it is torn. */
function wordsBy(text: string): readonly string[] | null {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at <= text.length; at++) {
    const unit = at < text.length ? unitAt(text, at) : GAP;
    if (unit === TORN) return null;
    if (unit === GAP) {
      if (word !== '') words.push(word);
      word = '';
    } else if (unit === LETTERS) {
      word += foldText(String.fromCodePoint(text.codePointAt(at) ?? 0)).text;
    } else if (unit !== DROPPED) word += String.fromCharCode(unit);
    if ((text.codePointAt(at) ?? 0) > 0xffff) at++;
  }
  return words;
}
