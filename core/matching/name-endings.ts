/** The endings of parties' names: "Azərbaycandan" is Azerbaijan, and where something comes from. */
import type { Lexicon, Term } from './lexicon.ts';

/** Whether a term, a party's name or a word for a place, has one of the endings. */
export type EndingReader = (term: Term) => boolean;

/**
 * A reader for `endings`, the empty one for a bare form. A name has an ending when it is one of the
 * same party without it: "İranda" ends in "da", "Ağdam" does not end in "dam".
 */
export function endingReader(
  { conceptOf }: Pick<Lexicon, 'conceptOf'>,
  endings: readonly string[],
): EndingReader {
  return ({ word, words, concept }) =>
    endings.some((ending) => {
      if (!word.endsWith(ending)) return false;
      // A phrase is no name of another party without the end of its last word.
      const isPhrase = words.end - words.start > 1;
      return isPhrase || conceptOf(word.slice(0, word.length - ending.length)) === concept;
    });
}
