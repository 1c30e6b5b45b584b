import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { english } from '../../core/matching/languages/en.ts';
import { sentenceSplitter } from '../../core/matching/split-sentences.ts';
import { tokenize } from '../../core/matching/tokenize.ts';
import { anyText } from './any-text.ts';

const split = sentenceSplitter(english);
const sentencesOf = (text: string) => split(text).map(({ start, end }) => text.slice(start, end));

describe('sentenceSplitter', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['space alone', ' \n\n\t ', []],
    ['one sentence', 'It rained.', ['It rained.']],
    ['two', 'It rained. Then it stopped.', ['It rained.', 'Then it stopped.']],
    ['a question and a cry', 'Did it rain? No! It did.', ['Did it rain?', 'No!', 'It did.']],
    ['space around them', '  It rained.  It stopped. \n', ['It rained.', 'It stopped.']],
    ['no full stop', 'Rain in the north', ['Rain in the north']],
    ['a full stop in a number', 'It fell by 1.5 Points.', ['It fell by 1.5 Points.']],
    ['a title', 'Mr. Quill and Dr. Reed met.', ['Mr. Quill and Dr. Reed met.']],
    ['a rank', 'Gen. Quill and Lt. Reed met.', ['Gen. Quill and Lt. Reed met.']],
    ['initials', 'J. R. Quill met A. Reed.', ['J. R. Quill met A. Reed.']],
    ['a country of initials', 'The U.S. Senate met.', ['The U.S. Senate met.']],
    ['an initial with an accent', 'É. Quill met them.', ['É. Quill met them.']],
    [
      'a word that ends as a title does',
      'He met the cadr. She left.',
      ['He met the cadr.', 'She left.'],
    ],
    ['a title at the end of the text', 'They asked the Dr.', ['They asked the Dr.']],
    ['a quotation', '“It rained.” She left.', ['“It rained.”', 'She left.']],
    [
      'half a surrogate pair',
      'It \ud83d rained. It stopped.',
      ['It \ud83d rained.', 'It stopped.'],
    ],
  ])('splits %s', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  test.each<[string, string, readonly string[]]>([
    ['a wrapped line', 'It rained\n   all day.', ['It rained\n   all day.']],
    ['a wrapped line of Windows', 'It rained\r\n  all day.', ['It rained\r\n  all day.']],
    ['several wrapped lines', 'It\nrained\nall\nday.', ['It\nrained\nall\nday.']],
    ['an empty line', 'Rain\n\nWind', ['Rain', 'Wind']],
    ['an empty line of Windows', 'Rain\r\n\r\nWind', ['Rain', 'Wind']],
    ['a line of space', 'Rain\n \t \nWind', ['Rain', 'Wind']],
    ['many empty lines', 'Rain\n\n\n\nWind', ['Rain', 'Wind']],
    ['a line separator', 'Rain\u2028Wind', ['Rain', 'Wind']],
  ])('takes %s for what it is', (_, text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('holds every word in exactly one sentence, and every sentence in order', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = split(text);
        const words = tokenize(text);
        const held = sentences.flatMap(({ start, end }) =>
          words.filter((word) => start <= word.start && word.end <= end),
        );
        expect(held).toEqual(words);
        sentences.forEach(({ start, end }, at) => {
          expect(start).toBeGreaterThanOrEqual(sentences[at - 1]?.end ?? 0);
          expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
          expect(end).toBeGreaterThan(start);
        });
      }),
    );
  });

  test.each([
    ['words without a full stop', 'lorem ipsum '.repeat(1_000)],
    ['lines without a full stop', 'lorem\nipsum\n'.repeat(1_000)],
    ['words as long as a sentence', `${'x'.repeat(1_500)} `.repeat(10)],
    ['one word', 'x'.repeat(10_000)],
  ])('cuts %s where there is space', (_, text) => {
    const longest = Math.max(...tokenize(text).map(({ start, end }) => end - start));
    const sentences = sentencesOf(text);
    for (const sentence of sentences) {
      expect(sentence.length).toBeLessThanOrEqual(Math.max(longest, 1_000));
    }
    expect(sentences.join(' ').split(/\s+/u)).toEqual(text.trim().split(/\s+/u));
  });
});
