/**
 * What each unit of a page's text is to the words of the folded text, so that a text is folded, cut
 * into words and hashed in one pass, without a copy of it. Says for every text what `foldText` and
 * then `eachWord` say; where one letter folds to a word and to what is none, it says so.
 */
import { foldLetter } from './fold-text.ts';
import { isWordText } from './tokenize.ts';

/** Not met yet, or half of a pair: ask `unitAt`. */
export const UNKNOWN = 0;
/** Folds to nothing: a word goes on behind it. */
export const DROPPED = 1;
/** Folds to several units, all of a word: ask `foldLetter`. */
export const LETTERS = 2;
/** Folds to a word and to what is none: "½" to "1⁄2". */
export const TORN = 3;
/** Stands between words. What is smaller is rare in most texts. */
export const GAP = 4;
// A larger number is the folded unit itself: no letter or digit has a smaller one.

const PLANE_SIZE = 0x10000;
const SURROGATES = { first: 0xd800, firstLow: 0xdc00, last: 0xdfff } as const;

/** For each unit its folded form, or one of the kinds above; filled as units are met. */
export const wordUnits = new Uint16Array(PLANE_SIZE);
/** The same for the plane behind the basic one, where emoji are. */
const nextPlane = new Uint16Array(PLANE_SIZE);

/** The folded unit, or its kind, of the letter that begins at `at`; never UNKNOWN. */
export function unitAt(text: string, at: number): number {
  const code = text.codePointAt(at) ?? 0;
  if (code < PLANE_SIZE) {
    const isFirstHalf = code >= SURROGATES.first && code < SURROGATES.firstLow;
    // What follows decides what the first half of a pair is, so it is not remembered.
    if (isFirstHalf) return GAP;
    return (wordUnits[code] ||= kindOf(code));
  }
  const inPlane = code - PLANE_SIZE;
  if (inPlane >= PLANE_SIZE) return kindOf(code);
  return (nextPlane[inPlane] ||= kindOf(code));
}

function kindOf(code: number): number {
  if (code >= SURROGATES.first && code <= SURROGATES.last) return GAP;
  const letters = foldLetter(code);
  if (letters === '') return DROPPED;
  const parts = Array.from(letters, isWordText);
  if (!parts.includes(true)) return GAP;
  if (parts.includes(false)) return TORN;
  return letters.length === 1 ? letters.charCodeAt(0) : LETTERS;
}
