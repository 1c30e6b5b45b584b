import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { foldText, unfoldSpan } from '../../core/matching/fold-text.ts';
import { tokenize } from '../../core/matching/tokenize.ts';
import { anyText } from './any-text.ts';

describe('foldText', () => {
  test.each([
    ['case', 'IsRaEl', 'israel'],
    ['an accent', 'Türkiye', 'turkiye'],
    ['an accent as a mark of its own', 'Tu\u0308rkiye', 'turkiye'],
    ['several marks on one letter', 'e\u0301\u0323\u0302', 'e'],
    ['a dotted capital I', 'İran', 'iran'],
    ['a dotless i', 'ıran', 'iran'],
    ['a sharp s', 'Straße', 'strasse'],
    ['a capital sharp s', 'STRAẞE', 'strasse'],
    ['a final sigma', 'ΟΔΟΣ οδος', 'οδοσ οδοσ'],
    ['a ligature', 'ﬁghter', 'fighter'],
    ['a soft hyphen', 'air\u00adspace', 'airspace'],
    ['a zero width non-joiner', 'می\u200cشود', 'میشود'],
    ['a zero width space', 'air\u200bspace', 'airspace'],
    ['a direction mark', '\u200fIran\u200e', 'iran'],
    ['curly quotes', '“Iran’s” ‘sky’ „oben“ «là»', '"iran\'s" \'sky\' "oben" "la"'],
    ['a modifier apostrophe', 'Qurʼan', "qur'an"],
    ['hyphens and the en dash', 'a‐b‑c–d', 'a-b-c-d'],
    ['Arabic yeh and kaf', 'كي ى', 'کی ی'],
    ['full-width letters', 'Ｉｒａｎ２', 'iran2'],
    ['letters made bold by a font of Unicode', '𝐈𝐫𝐚𝐧', 'iran'],
    ['an ellipsis', 'so…', 'so...'],
  ])('folds %s', (_, text, folded) => {
    expect(foldText(text).text).toBe(folded);
  });

  test.each([
    ['nothing', ''],
    ['plain text', 'israel used it, 2025'],
    ['an em dash, which parts more than a hyphen does', 'a—b'],
    ['letters without another form', 'əøł'],
    ['an emoji', '😀'],
    ['half a surrogate pair', '\ud83d x \ude00'],
  ])('leaves %s as it is', (_, text) => {
    expect(foldText(text)).toEqual({ text, starts: null });
  });

  test.each([
    ['ASCII', 'Abc', null],
    ['one letter for one', 'Iran’s “Ä”', null],
    ['a letter that becomes two', 'aßb', [0, 1, 1, 2, 3]],
    ['two units that become one letter', '𝐈a', [0, 2, 3]],
    ['a letter that vanishes', 'a\u00adb', [0, 2, 3]],
    ['a letter that vanishes at the end', 'a\u00ad', [0, 2]],
  ])('says where the units of %s come from', (_, text, starts) => {
    expect(foldText(text).starts).toEqual(starts === null ? null : Uint32Array.from(starts));
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded } = foldText(text);
        expect(foldText(folded).text).toBe(folded);
      }),
    );
  });

  it('has one start for each unit and one for the end, none before the one it follows', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: folded, starts } = foldText(text);
        if (starts === null) {
          expect(folded).toHaveLength(text.length);
          return;
        }
        expect(starts).toHaveLength(folded.length + 1);
        expect(starts.at(-1)).toBe(text.length);
        expect([...starts]).toEqual([...starts].toSorted((a, b) => a - b));
      }),
    );
  });

  it('folds each part of a text as it folds the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (parts) => {
        expect(parts.map((part) => foldText(part).text).join('')).toBe(
          foldText(parts.join('')).text,
        );
      }),
    );
  });
});

describe('unfoldSpan', () => {
  test.each([
    ['plain words', 'In Iran now', 'iran', 'Iran'],
    ['a word with a soft hyphen in it', 'the Air\u00adspace is', 'airspace', 'Air\u00adspace'],
    ['a ligature at the start', 'a ﬁghter jet', 'fighter', 'ﬁghter'],
    ['the second half of a ligature', 'a ﬁghter jet', 'ighter', 'ﬁghter'],
    ['the first half of a ligature at the end', 'oﬃ', 'of', 'oﬃ'],
    ['a word after letters that vanish', '\u200f\u200fIran', 'iran', 'Iran'],
    ['a letter with a mark of its own', 'Tu\u0308rk', 'turk', 'Tu\u0308rk'],
    ['bold letters', 'in 𝐈𝐫𝐚𝐧 now', 'iran', '𝐈𝐫𝐚𝐧'],
  ])('finds %s again', (_, text, folded, original) => {
    const all = foldText(text);
    const start = all.text.indexOf(folded);
    const span = unfoldSpan(all, { start, end: start + folded.length });
    expect(text.slice(span.start, span.end)).toBe(original);
  });

  test.each([
    ['plain text', 'abc'],
    ['text whose offsets differ', 'aßc'],
  ])('keeps an empty span of %s empty', (_, text) => {
    const { start, end } = unfoldSpan(foldText(text), { start: 2, end: 2 });
    expect(start).toBe(end);
  });

  it('keeps a letter of two units whole that becomes two letters', () => {
    const digit = '\u{1f100}';
    const folded = foldText(digit);
    expect(folded.text).toBe('0.');
    expect(unfoldSpan(folded, { start: 0, end: 1 })).toEqual({ start: 0, end: digit.length });
  });

  it('drops the Armenian marks that stand inside a word, and keeps the way back', () => {
    const text = 'Արդյո՞ք մի՛ այո՜';
    const folded = foldText(text);
    expect(folded.text).toBe('արդյոք մի այո');
    const [first] = tokenize(folded.text);
    expect(first && unfoldSpan(folded, first)).toEqual({ start: 0, end: 7 });
  });

  it('gives for every word the words that it was folded from', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        for (const word of tokenize(folded.text)) {
          const { start, end } = unfoldSpan(folded, word);
          const own = folded.text.slice(word.start, word.end);
          // One letter of the page may be a word and the end of another: "㎏" between two letters.
          expect(foldText(text.slice(start, end)).text).toContain(own);
        }
      }),
    );
  });

  it('goes forward as the span does', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        const spans = tokenize(folded.text).map((word) => unfoldSpan(folded, word));
        for (const { start, end } of spans) expect(start).toBeLessThan(end);
        expect(spans.map(({ start }) => start)).toEqual(
          spans.map(({ start }) => start).toSorted((a, b) => a - b),
        );
      }),
    );
  });
});
