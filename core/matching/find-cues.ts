/** Where words and phrases of a cue list stand in a sentence. */
import type { LanguageRules } from './languages/language.ts';
import { stemText, type StemmedText } from './stem-text.ts';

/** A stretch of a sentence counted in words; half-open. */
export type WordRange = { readonly start: number; readonly end: number };

/** Finds the cues of one list in a sentence given as its stems, in order. */
export type CueFinder = (stems: readonly string[]) => readonly WordRange[];

/**
 * A finder for `cues`: words or phrases, folded, compared by stem. The longest cue at a place is
 * the one found.
 */
export function cueFinder(rules: LanguageRules, cues: readonly string[]): CueFinder {
  const longestFirst = cues
    .map((cue) => stemText(rules, cue).stems)
    .toSorted((a, b) => b.length - a.length);
  const byFirst = Map.groupBy(longestFirst, ([first]) => first);
  return (stems) => {
    const ranges: WordRange[] = [];
    for (let at = 0; at < stems.length; at++) {
      const found = byFirst
        .get(stems[at])
        ?.find((parts) => parts.every((part, i) => stems[at + i] === part));
      if (found !== undefined) ranges.push({ start: at, end: at + found.length });
    }
    return ranges;
  };
}

/** The words of a text that are negated in themselves: "verməyib". */
export function findNegatedForms(
  { stance }: LanguageRules,
  { folded, words }: StemmedText,
): readonly WordRange[] {
  return words.flatMap(({ start, end }, at) =>
    stance.negatedForms.some((form) => form.test(folded.slice(start, end)))
      ? [{ start: at, end: at + 1 }]
      : [],
  );
}

/** Cues as they are meant, and those whose last word says the contrary. */
export type PolarCues = { readonly found: readonly WordRange[]; readonly undone: number };

/**
 * A finder for `cues` where a stem does not tell "was proven" from "was not proven": a cue that ends
 * in a negated form is found only where the text negates it too, any other only where it does not.
 */
export function polarCueFinder(
  rules: LanguageRules,
  cues: readonly string[],
): (text: StemmedText) => PolarCues {
  const isNegative = (cue: string) => {
    const text = stemText(rules, cue);
    return findNegatedForms(rules, text).some(({ end }) => end === text.words.length);
  };
  const findNegative = cueFinder(rules, cues.filter(isNegative));
  const findPlain = cueFinder(
    rules,
    cues.filter((cue) => !isNegative(cue)),
  );
  return (text) => {
    const negated = placesIn(findNegatedForms(rules, text));
    const endsNegated = ({ end }: WordRange) => negated.has(end - 1);
    const plain = findPlain(text.stems);
    const found = plain.filter((range) => !endsNegated(range));
    return {
      found: [...found, ...findNegative(text.stems).filter(endsNegated)],
      undone: plain.length - found.length,
    };
  };
}

/** Those of `ranges` that share no word with `places`. */
export function apartFrom(
  places: ReadonlySet<number>,
  ranges: readonly WordRange[],
): readonly WordRange[] {
  return ranges.filter(({ start, end }) => {
    for (let at = start; at < end; at++) if (places.has(at)) return false;
    return true;
  });
}

/** The places, counted in words, that `ranges` cover. */
export function placesIn(ranges: readonly WordRange[]): ReadonlySet<number> {
  const places = new Set<number>();
  for (const { start, end } of ranges) for (let at = start; at < end; at++) places.add(at);
  return places;
}
