import { useContext } from 'preact/hooks';
import type { IsoDate } from '../core/claims/date.ts';
import { TranslateContext } from './translate-context.ts';

/** By the length of the date: `2025`, `2025-06`, `2025-06-27`. */
const PRECISIONS: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

/** A date in the locale's words, as precise as it is known and no more. */
export function DateText({ date }: { date: IsoDate }) {
  const translate = useContext(TranslateContext);
  const format = new Intl.DateTimeFormat(translate('language_tag'), {
    ...PRECISIONS[date.length],
    // Records count Gregorian days in UTC. Another calendar would begin a bare year or month on
    // another day, another time zone would move the day.
    calendar: 'gregory',
    timeZone: 'UTC',
  });
  return <time dateTime={date}>{format.format(new Date(date))}</time>;
}
