/** Folded text -> words. */

/** A word: half-open offsets into the folded text. */
export type Word = { readonly start: number; readonly end: number };

const WORD_UNIT = /[\p{L}\p{N}\p{M}]/u;

const UNKNOWN = 0;
const NOT_IN_WORD = 1;
const IN_WORD = 2;
/** What is known of each UTF-16 unit, filled as units are met. */
const unitKinds = new Uint8Array(0x10000);

/** Whether a UTF-16 unit belongs to a word. Surrogates do: they are letters of rare scripts. */
export function isWordUnit(code: number): boolean {
  const kind = unitKinds[code];
  if (kind !== UNKNOWN) return kind === IN_WORD;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  const isWord = isSurrogate || WORD_UNIT.test(String.fromCharCode(code));
  unitKinds[code] = isWord ? IN_WORD : NOT_IN_WORD;
  return isWord;
}

/** The words of `folded` in order: maximal runs of letters, digits and marks. */
export function tokenize(folded: string): readonly Word[] {
  const words: Word[] = [];
  let start = -1;
  for (let at = 0; at <= folded.length; at++) {
    const inWord = at < folded.length && isWordUnit(folded.charCodeAt(at));
    if (inWord && start < 0) start = at;
    else if (!inWord && start >= 0) {
      words.push({ start, end: at });
      start = -1;
    }
  }
  return words;
}

/** Offset basis and prime of the 32-bit FNV-1a hash (RFC 9923). */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** 32-bit FNV-1a over the UTF-16 units of `text[start, end)`, so that no substring is made. */
export function hashWord(text: string, start = 0, end = text.length): number {
  let hash = FNV_BASIS;
  for (let at = start; at < end; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
  }
  return hash >>> 0;
}
