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
   * when both texts have the same offsets, as nearly all have: curly quotes fold one to one.
   */
  readonly starts: Uint32Array | null;
};

const LAST_ASCII = 0x7f;
const LAST_BMP = 0xffff;

// Compatibility decomposition (Unicode UAX #15) takes ligatures, full-width and accented letters
// apart; what remains invisible (marks, soft hyphen, joiners) is dropped.
const DROPPED = /[\p{M}\p{Cf}]/gu;

/**
 * Spellings that decomposition and lower case leave apart. The Armenian marks of emphasis,
 * exclamation and question stand in the word that they are about, and are dropped.
 */
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
  ı: 'i',
  ß: 'ss',
  ς: 'σ',
  ي: 'ی',
  ى: 'ی',
  ك: 'ک',
  '՛': '',
  '՜': '',
  '՞': '',
};

/**
 * Folded forms by code point, filled as they are met: the same few hundred serve every page. Only
 * of the basic plane, so that no page can make it large.
 */
const foldedLetters = new Map<number, string>();

function foldCodePoint(code: number): string {
  const letters = Array.from(
    String.fromCodePoint(code).normalize('NFKD').replace(DROPPED, '').toLowerCase(),
  );
  // Lower case may bring a mark of its own: "İ" gives "i" and a dot above.
  return letters
    .map((letter) => SAME_LETTER[letter] ?? letter)
    .join('')
    .replace(DROPPED, '');
}

/** What the letter of a code point folds to; empty for one that vanishes. */
export function foldLetter(code: number): string {
  const known = foldedLetters.get(code);
  if (known !== undefined) return known;
  const folded = foldCodePoint(code);
  if (code <= LAST_BMP) foldedLetters.set(code, folded);
  return folded;
}

const unitCountOf = (code: number) => (code > LAST_BMP ? 2 : 1);

/** Folds `text`. Linear in its length; never throws, lone surrogates pass through. */
export function foldText(text: string): FoldedText {
  let folded = '';
  let hasSameOffsets = true;
  let asciiStart = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const unitCount = unitCountOf(code);
    if (code > LAST_ASCII) {
      const letters = foldLetter(code);
      folded += text.slice(asciiStart, at).toLowerCase() + letters;
      // A letter of two units and two letters of one are as long, and not the same places.
      hasSameOffsets &&= letters.length === unitCount && Array.from(letters).length === 1;
      asciiStart = at + unitCount;
    }
    at += unitCount;
  }
  folded += text.slice(asciiStart).toLowerCase();
  return { text: folded, starts: hasSameOffsets ? null : startsOf(text, folded.length) };
}

function startsOf(text: string, foldedLength: number): Uint32Array {
  const starts = new Uint32Array(foldedLength + 1);
  let to = 0;
  for (let at = 0; at < text.length;) {
    const code = text.codePointAt(at) ?? 0;
    const end = to + (code > LAST_ASCII ? foldLetter(code).length : 1);
    starts.fill(at, to, end);
    to = end;
    at += unitCountOf(code);
  }
  starts[to] = text.length;
  return starts;
}

/** The span of the page's text that a span of the folded text comes from. */
export function unfoldSpan(folded: FoldedText, span: Span<'folded'>): Span<'page'> {
  const { starts } = folded;
  if (starts === null) return { start: span.start, end: span.end };
  const start = starts[span.start] ?? 0;
  if (span.end <= span.start) return { start, end: start };
  // One letter of the page may give several folded ones: a span that ends within them covers it.
  const last = starts[span.end - 1] ?? start;
  let next = span.end;
  while ((starts[next] ?? last + 1) <= last) next++;
  return { start, end: starts[next] ?? last + 1 };
}
