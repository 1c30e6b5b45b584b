import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { quotedShare, readQuotations } from '../../core/matching/read-quotations.ts';
import { anyText } from './any-text.ts';

describe('readQuotations', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['straight marks', 'He said "no" and "yes".', ['"no"', '"yes"']],
    ['curly marks', '“No,” he said, “yes.”', ['“No,”', '“yes.”']],
    ['German marks', 'Er sagte „nein“.', ['„nein“']],
    ['guillemets', 'Il dit «non».', ['«non»']],
    ['marks within others', '“He said "no" twice”', ['“He said "no" twice”']],
    ['one that is never closed', 'He said: “No. Never.', ['“No. Never.']],
    ['a closing mark alone', 'no” said he', []],
    ['apostrophes', 'the ship’s crew’s', []],
    ['single marks', "He said 'no'.", []],
  ])('reads %s', (_, text, quotations) => {
    expect(readQuotations(text).map(({ start, end }) => text.slice(start, end))).toEqual(
      quotations,
    );
  });
});

describe('quotedShare', () => {
  const text = 'ab “cd” ef “gh';
  test.each([
    ['no part of a sentence', 0, 2, 0],
    ['all of it', 3, 7, 1],
    ['half of it', 5, 9, 0.5],
    ['two parts of it', 0, 14, 7 / 14],
    ['the end of the block', 11, 14, 1],
  ])('says how much of %s is quoted', (_, start, end, share) => {
    expect(quotedShare(readQuotations(text), { start, end })).toBe(share);
  });

  it('agrees with counting unit by unit', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (any, a, b) => {
        const marked = any.replaceAll(' ', '"');
        const start = a % (marked.length + 1);
        const end = start + 1 + (b % 10);
        const quotations = readQuotations(marked);
        const units = Array.from({ length: end - start }, (_, at) => start + at);
        const quoted = units.filter((at) =>
          quotations.some((span) => span.start <= at && at < span.end),
        );
        expect(quotedShare(quotations, { start, end })).toBe(quoted.length / units.length);
      }),
    );
  });
});
