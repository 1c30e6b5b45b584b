/** Page text -> sentences. */
import type { Span } from './claim-match.ts';
import type { LanguageRules } from './languages/language.ts';

export type SentenceSplitter = (text: string) => readonly Span<'page'>[];

/** A line end, and all the space after it. */
const LINE_END = /\r?\n\s*/gu;

/** What stands before the full stop of an initial: one capital letter alone. */
const INITIAL = /^\p{Lu}$/u;

const LAST_WORD = /[\p{L}\p{N}]+$/u;
/** Longer than any abbreviation, so that a long last word costs nothing. */
const MAX_ABBREVIATION_LENGTH = 8;

/**
 * What is longer, in UTF-16 units, is a list, a table or a transcript without full stops, in which
 * words that stand together mean nothing. Of sentences in news and debates 999 in 1,000 have less
 * than half of it.
 */
const MAX_SENTENCE_LENGTH = 1_000;

const SPACE = /\s/u;

/** A line that ends without an empty one after it is how source text is wrapped: it ends nothing. */
function unwrapLines(text: string): string {
  return text.replace(LINE_END, (space) =>
    space.includes('\n', space.indexOf('\n') + 1) ? space : ' '.repeat(space.length),
  );
}

/**
 * The sentences of a text in order, without the space around them; together they hold every word,
 * each once. Made of Unicode's sentences (UAX #29), which end after the full stop of an
 * abbreviation or an initial when a capital follows: those are joined. Very long ones are cut.
 *
 * Slow beside everything else here: call it where the index has hit.
 */
export function sentenceSplitter({ code, abbreviations }: LanguageRules): SentenceSplitter {
  const segmenter = new Intl.Segmenter(code, { granularity: 'sentence' });
  const known = new Set(abbreviations);
  const isUnfinished = (segment: string) => {
    const trimmed = segment.trimEnd();
    if (!trimmed.endsWith('.')) return false;
    const end = trimmed.slice(-1 - MAX_ABBREVIATION_LENGTH, -1);
    const word = LAST_WORD.exec(end)?.[0] ?? '';
    return known.has(word) || INITIAL.test(word);
  };
  return (text) => {
    const spans: Span<'page'>[] = [];
    let start = 0;
    for (const { segment, index } of segmenter.segment(unwrapLines(text))) {
      const end = index + segment.length;
      if (end < text.length && isUnfinished(segment)) continue;
      const whole = text.slice(start, end);
      const from = start + whole.length - whole.trimStart().length;
      const to = start + whole.trimEnd().length;
      if (from < to) spans.push(...cutLong(text, { start: from, end: to }));
      start = end;
    }
    return spans;
  };
}

/** A span in pieces of at most MAX_SENTENCE_LENGTH, cut at spaces; a word alone may be longer. */
function cutLong(text: string, { start, end }: Span<'page'>): readonly Span<'page'>[] {
  const pieces: Span<'page'>[] = [];
  let from = start;
  while (end - from > MAX_SENTENCE_LENGTH) {
    let cut = from + MAX_SENTENCE_LENGTH;
    while (cut > from && !SPACE.test(text.charAt(cut))) cut--;
    while (cut < end && !SPACE.test(text.charAt(cut))) cut++;
    pieces.push({ start: from, end: cut });
    from = cut;
    while (from < end && SPACE.test(text.charAt(from))) from++;
  }
  if (from < end) pieces.push({ start: from, end });
  return pieces;
}
