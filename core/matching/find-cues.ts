/** Where words and phrases of a cue list stand in a sentence. */
import { tokenize } from './tokenize.ts';

/** A cue's place, counted in words; half-open. */
export type CuePlace = { readonly start: number; readonly end: number };

/** Finds the cues of one list in a sentence given as its folded words. */
export type CueFinder = (words: readonly string[]) => readonly CuePlace[];

/** The folded words of a sentence, phrases not joined. */
export function wordsOf(folded: string): readonly string[] {
  return tokenize(folded).map(({ start, end }) => folded.slice(start, end));
}

/**
 * A finder for `cues`: words or phrases, folded, compared by stem. The longest cue at a place is
 * the one found.
 */
export function cueFinder(stem: (word: string) => string, cues: readonly string[]): CueFinder {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const cue of cues) {
    const parts = wordsOf(cue).map(stem);
    const [first] = parts;
    if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), parts]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.length - a.length);
  return (words) => {
    const stems = words.map(stem);
    return stems.flatMap((first, at) => {
      const found = byFirst
        .get(first)
        ?.find((parts) => parts.every((part, i) => stems[at + i] === part));
      return found === undefined ? [] : [{ start: at, end: at + found.length }];
    });
  };
}
