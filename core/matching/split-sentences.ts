/** Page text -> sentences. */
import type { Span } from './claim-match.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

// Unicode's rule (UAX #29) breaks after the full stop of an abbreviation or an initial when a
// capital follows. These are the ones that news prose is full of.
const UNFINISHED =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Gov|Sen|Rep|St|No|vs|U\.S|U\.N|U\.K)|\b[A-Z])\.\s*$/u;

/** A line that ends without an empty one after it: how source text is wrapped, not where a sentence ends. */
const LINE_WRAP = /(?<!\n[^\S\n]*)\n(?![^\S\n]*\n)/gu;

/**
 * The sentences of `text` in order, without the space around them; together they hold every word.
 * Slow beside everything else here (see design of the shortlist): call it where the index has hit.
 */
export function splitSentences(text: string, language: string): readonly Span<'page'>[] {
  const spans: Span<'page'>[] = [];
  let open: number | null = null;
  for (const { segment, index } of segmenterFor(language).segment(text.replace(LINE_WRAP, ' '))) {
    const start: number = open ?? index;
    const end = index + segment.length;
    if (UNFINISHED.test(segment) && end < text.length) {
      open = start;
      continue;
    }
    open = null;
    const whole = text.slice(start, end);
    const trimmed = whole.trim();
    if (trimmed === '') continue;
    const from = start + whole.indexOf(trimmed);
    spans.push({ start: from, end: from + trimmed.length });
  }
  return spans;
}
