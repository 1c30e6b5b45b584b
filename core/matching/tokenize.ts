/** Folded text -> words. */

/** A word: half-open offsets into the folded text. */
export type Word = { readonly start: number; readonly end: number };

const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;

/** Whether a letter, folded, is part of words. */
export const isWordText = (letter: string): boolean => WORD_CHARACTER.test(letter);

const UNKNOWN = 0;
const NOT_IN_WORD = 1;
const IN_WORD = 2;
/** What is known of each UTF-16 unit, filled as units are met. */
const unitKinds = new Uint8Array(0x10000);

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff;

/** Whether the unit at `at` is part of a letter, a digit or a mark. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  const kind = unitKinds[code];
  if (kind !== UNKNOWN) return kind === IN_WORD;
  if (isSurrogate(code)) return isLetterOfPair(text, isLowSurrogate(code) ? at - 1 : at);
  const isWord = isWordText(String.fromCharCode(code));
  unitKinds[code] = isWord ? IN_WORD : NOT_IN_WORD;
  return isWord;
}

/** Letters of rare scripts are, emoji are not, and neither is half a pair. */
function isLetterOfPair(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff && isWordText(String.fromCodePoint(code));
}

/** Calls `visit` for each word of `folded` in order: maximal runs of letters, digits and marks. */
export function eachWord(folded: string, visit: (start: number, end: number) => void): void {
  let start = -1;
  for (let at = 0; at < folded.length; at++) {
    if (isInWord(folded, at)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      visit(start, at);
      start = -1;
    }
  }
  if (start >= 0) visit(start, folded.length);
}

/** The words of `folded` in order. */
export function tokenize(folded: string): readonly Word[] {
  const words: Word[] = [];
  eachWord(folded, (start, end) => words.push({ start, end }));
  return words;
}

/** Offset basis and prime of the 32-bit FNV-1a hash (RFC 9923). */
export const FNV_BASIS = 0x811c9dc5;
export const FNV_PRIME = 0x01000193;

/**
 * 32-bit FNV-1a over the UTF-16 units of `text[start, end)`, so that no substring is made. Anybody
 * can make two words of one hash: compare the words before taking one for the other.
 */
export function hashWord(text: string, start = 0, end = text.length): number {
  let hash = FNV_BASIS;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash >>> 0;
}
