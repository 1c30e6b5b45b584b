/** Sentences that deny a claim made shortly before them without naming it: "Baku rejects this." */
import { cueFinder } from './find-cues.ts';
import type { LanguageRules } from './languages/language.ts';
import { denialReader } from './read-denials.ts';
import type { Sentence, Sentences } from './read-sentences.ts';

/**
 * How many sentences after a claim may still deny it without naming it. Further takes the denial of
 * another matter for one of the claim, and then the page counts as one that carries a denial.
 */
export const DENIAL_REACH = 2;

/**
 * Claims that were put near the end of a text, and how many sentences ago: 1 for its last sentence.
 * A denial reaches across the border between two blocks.
 */
export type RecentClaims = ReadonlyMap<number, number>;

/** A claim and the sentence, by its place, that denies it. */
export type Denial = { readonly claim: number; readonly place: number };

/** What a claim was put by: the places of its first and its last sentence. */
type Put = { readonly claim: number; readonly first: number; readonly last: number };

export type DenialFinder = (
  sentences: Sentences,
  found: readonly Put[],
  recent: RecentClaims,
) => readonly Denial[];

export function denialFinder(rules: LanguageRules): DenialFinder {
  const readDenials = denialReader(rules);
  const findClaimNouns = cueFinder(rules, rules.stance.claimNouns);
  const deniesWhatCameBefore = (sentence: Sentence) =>
    !sentence.isQuestion &&
    readDenials(sentence).denials.length > 0 &&
    findClaimNouns(sentence.stems).length > 0;

  return (sentences, found, recent) => {
    /** Where each claim was put last; those of an earlier text before the first sentence. */
    const open = new Map([...recent].map(([claim, ago]) => [claim, -ago]));
    const putAt = Map.groupBy(
      found.flatMap(({ claim, first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => ({ place: first + i, claim, last })),
      ),
      ({ place }) => place,
    );
    const denials: Denial[] = [];
    for (let place = 0; place < sentences.spans.length; place++) {
      const own = putAt.get(place);
      // A sentence that puts a claim itself denies that one, not the one before.
      if (own !== undefined) {
        for (const { claim, last } of own) open.set(claim, last);
        continue;
      }
      for (const [claim, last] of open) if (place - last > DENIAL_REACH) open.delete(claim);
      if (open.size === 0) continue;
      const sentence = sentences.at(place);
      if (sentence === undefined || !deniesWhatCameBefore(sentence)) continue;
      for (const claim of open.keys()) denials.push({ claim, place });
    }
    return denials;
  };
}
