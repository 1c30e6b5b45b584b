/**
 * Page text -> folded text, and the way back. Folding makes spellings equal that a reader takes
 * for the same: case, accents, typographic quotes, ligatures, soft hyphens, zero-width characters.
 */
import type { Span } from './claim-match.ts';

/** A folded text that knows where in the page's text each of its UTF-16 units comes from. */
export type FoldedText = {
  readonly text: string;
  /**
   * For each unit of `text` the offset in the page's text, and one entry more for the end; null
   * when both texts have the same offsets, which spares the table for plain ASCII.
   */
  readonly starts: Uint32Array | null;
};

const NOT_ASCII = /\P{ASCII}/u;

// Compatibility decomposition (Unicode UAX #15) takes ligatures, full-width and accented letters
// apart; what remains invisible (marks, soft hyphen, joiners) is dropped.
const DROPPED = /[\p{M}\p{Cf}]/gu;

/** Spellings that decomposition leaves apart. */
const SAME_LETTER: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  ı: 'i',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
};

/** Folded forms by UTF-16 unit, filled as units are met: the same few hundred serve every page. */
const foldedUnits = new Map<number, string>();

function foldLetters(unit: string): string {
  const letters = Array.from(unit.normalize('NFKD').replace(DROPPED, '').toLowerCase());
  // Lower case may bring a mark of its own: "İ" gives "i" and a dot above.
  return letters
    .map((letter) => SAME_LETTER[letter] ?? letter)
    .join('')
    .replace(DROPPED, '');
}

function foldUnit(code: number): string {
  const known = foldedUnits.get(code);
  if (known !== undefined) return known;
  const unit = String.fromCharCode(code);
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  // A surrogate means nothing alone, so neither half is touched.
  const folded = isSurrogate ? unit : (SAME_LETTER[unit] ?? foldLetters(unit));
  foldedUnits.set(code, folded);
  return folded;
}

/** Folds `text`. Linear in its length; never throws, lone surrogates pass through. */
export function foldText(text: string): FoldedText {
  if (!NOT_ASCII.test(text)) return { text: text.toLowerCase(), starts: null };
  let folded = '';
  const starts: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const unit = foldUnit(code);
    folded += unit;
    for (let i = 0; i < unit.length; i++) starts.push(at);
  }
  starts.push(text.length);
  return { text: folded, starts: Uint32Array.from(starts) };
}

/** The span of the page's text that a span of the folded text comes from. */
export function unfoldSpan(folded: FoldedText, span: Span<'folded'>): Span<'page'> {
  const { starts } = folded;
  if (starts === null) return { start: span.start, end: span.end };
  const start = starts[span.start] ?? 0;
  // One page unit may give several folded ones: a span that ends within them covers the whole unit.
  const last = starts[span.end - 1] ?? start;
  let next = span.end;
  while ((starts[next] ?? last + 1) <= last) next++;
  return { start, end: span.end <= span.start ? start : (starts[next] ?? last + 1) };
}

/** The smallest span of the folded text that holds all that a span of the page's text gave. */
export function foldSpan(folded: FoldedText, span: Span<'page'>): Span<'folded'> {
  const { starts } = folded;
  if (starts === null) return { start: span.start, end: span.end };
  return { start: firstAtOrAfter(starts, span.start), end: firstAtOrAfter(starts, span.end) };
}

function firstAtOrAfter(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
