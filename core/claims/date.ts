/** Dates as sources state them: to the day, the month or the year, with where they come from. */
import * as v from 'valibot';
import { LocalizedText, type Brand } from './text.ts';

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u;

function isCalendarDate(text: string): boolean {
  const parts = DATE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2] ?? '1'), Number(parts[3] ?? '1')];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * `2025`, `2025-06` or `2025-06-27` (ISO 8601 calendar dates of reduced precision). To sort them,
 * compare them as strings: a year comes before its months, a month before its days. To ask whether
 * one is later than another, use `isAfter`.
 */
export const IsoDate = v.pipe(
  v.string(),
  v.check(isCalendarDate, 'a calendar date: "2025", "2025-06" or "2025-06-27"'),
  v.transform((text) => text as Brand<string, 'IsoDate'>),
);
export type IsoDate = v.InferOutput<typeof IsoDate>;

/**
 * Whether `date` is certainly later than `limit`. A day is not after its own month, nor a month
 * after its own year: 2026-03-05 is not after 2026-03.
 */
export function isAfter(date: IsoDate, limit: IsoDate): boolean {
  return date > limit && !date.startsWith(`${limit}-`);
}

/** Whether `date` names at least a month. */
export function isToTheMonth(date: IsoDate): boolean {
  return date.includes('-');
}

/** The first day of a date as eight digits, to be compared as numbers: 20250601 of `2025-06`. */
export function firstDayOf(date: IsoDate): number {
  return Number(date.replaceAll('-', '').padEnd(6, '01').padEnd(8, '01'));
}

/** A day that is not before the last of a date, as eight digits: 20250631 of `2025-06`. */
export function lastDayOf(date: IsoDate): number {
  return Number(date.replaceAll('-', '').padEnd(6, '12').padEnd(8, '31'));
}

/** A date and how it is known: printed in the source, or inferred from it for a stated reason. */
export const StatedDate = v.variant('basis', [
  v.strictObject({ basis: v.literal('printed'), date: IsoDate }),
  v.strictObject({ basis: v.literal('inferred'), date: IsoDate, reason: LocalizedText }),
]);
export type StatedDate = v.InferOutput<typeof StatedDate>;

/** A span of time, both ends included. */
export const Period = v.pipe(
  v.strictObject({ from: IsoDate, to: IsoDate }),
  v.check(({ from, to }) => !isAfter(from, to), '"from" not later than "to"'),
);
export type Period = v.InferOutput<typeof Period>;
