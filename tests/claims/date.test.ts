import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { IsoDate, isAfter, isToTheMonth, Period, StatedDate } from '../../core/claims/date.ts';

const iso = (text: string) => v.parse(IsoDate, text);

describe('IsoDate', () => {
  test.each(['2025', '2025-06', '2025-06-27', '2024-02-29', '2000-02-29', '2025-12-31'])(
    'takes %s',
    (text) => {
      expect(v.is(IsoDate, text)).toBe(true);
    },
  );

  test.each([
    ['a day that the month does not have', '2025-02-30'],
    ['29 February of a common year', '2025-02-29'],
    ['29 February of a century that is no leap year', '1900-02-29'],
    ['a thirteenth month', '2025-13'],
    ['month 0', '2025-00'],
    ['day 0', '2025-06-00'],
    ['a month of one digit', '2025-6'],
    ['a time', '2025-06-27T10:00'],
    ['space around it', ' 2025'],
    ['a line end', '2025\n'],
    ['other digits', '٢٠٢٥'],
    ['day before month', '27-06-2025'],
    ['nothing', ''],
    ['a number', 2025],
  ])('refuses %s', (_, value) => {
    expect(v.is(IsoDate, value)).toBe(false);
  });

  it('sorts as text: a year before its months, a month before its days', () => {
    const dates = ['2025-07', '2025-06-27', '2026', '2025', '2025-06'].map(iso);
    expect(dates.toSorted()).toEqual(['2025', '2025-06', '2025-06-27', '2025-07', '2026']);
  });
});

describe('isAfter', () => {
  test.each([
    ['2026-03-05', '2026-03', false],
    ['2026-03-05', '2026', false],
    ['2026-04', '2026', false],
    ['2026-04-01', '2026-03', true],
    ['2026-04', '2026-03', true],
    ['2027', '2026-03', true],
    ['2026-03-06', '2026-03-05', true],
    ['2026-03-05', '2026-03-05', false],
    ['2026-03', '2026-03-05', false],
    ['2026', '2026-03', false],
    ['2025-12-31', '2026', false],
  ])('%s after %s: %s', (date, limit, expected) => {
    expect(isAfter(iso(date), iso(limit))).toBe(expected);
  });

  it('agrees with the days on full dates', () => {
    const day = (offset: number) => new Date(Date.UTC(2024, 1, 25 + offset));
    const days = Array.from({ length: 10 }, (_, offset) => day(offset));
    for (const a of days) {
      for (const b of days) {
        const [left, right] = [a, b].map((date) => iso(date.toISOString().slice(0, 10)));
        if (left === undefined || right === undefined) continue;
        expect(isAfter(left, right)).toBe(a > b);
      }
    }
  });
});

describe('StatedDate', () => {
  test.each([
    ['a printed date', { basis: 'printed', date: '2025-06' }, true],
    [
      'an inferred date with its reason',
      { basis: 'inferred', date: '2025-06', reason: { en: 'a' } },
      true,
    ],
    ['an inferred date without a reason', { basis: 'inferred', date: '2025-06' }, false],
    [
      'a printed date with a reason',
      { basis: 'printed', date: '2025-06', reason: { en: 'a' } },
      false,
    ],
    ['a date of no basis', { date: '2025-06' }, false],
  ])('%s', (_, value, valid) => {
    expect(v.is(StatedDate, value)).toBe(valid);
  });
});

describe('Period', () => {
  test.each([
    ['2025-06-13', '2025-06-24', true],
    ['2025-06-13', '2025-06-13', true],
    ['2025-06-13', '2025-06', true],
    ['2025', '2025-06', true],
    ['2025-06-24', '2025-06-13', false],
    ['2026', '2025-06', false],
  ])('from %s to %s: %s', (from, to, valid) => {
    expect(v.is(Period, { from, to })).toBe(valid);
  });
});

test.each([
  ['2031', false],
  ['2031-05', true],
  ['2031-05-04', true],
])('%s names a month: %s', (date, expected) => {
  expect(isToTheMonth(iso(date))).toBe(expected);
});
