/** How much of a wording a window of the page says. */
import { conceptsOfWording, isPlain, type LanguagePack } from './claim-index.ts';
import type { Similarity } from './claim-match.ts';
import type { Lexicon } from './lexicon.ts';
import { LOW_BIT_COUNT, LOW_BITS } from './sections.ts';
import { mayPut } from './plain-bound.ts';

/**
 * The share of a wording's weight that a window must hold. Lower finds more paraphrases and marks
 * more passages that merely share the subject; the guards carry what it lets through.
 */
export const MIN_COVERAGE = 0.6;

/**
 * The share of a wording's weight that a window must hold itself, whatever its context lends: half
 * of what is said must be said here. The index lists wordings by it, so lower also costs time.
 */
export const MIN_OWN_COVERAGE = 0.5;

/** What each further sentence of a window costs: words far apart rarely make one statement. */
export const FURTHER_SENTENCE_FACTOR = 0.93;

/** What each concept costs that only the context names: it may name it for another reason. */
export const FROM_CONTEXT_FACTOR = 0.95;

/** A claim is put in three sentences at most; further ones only share its subject. */
export const MAX_WINDOW_SENTENCES = 3;

/** How many sentences before a window its pronouns may point back to. Further ones point elsewhere. */
export const CONTEXT_SENTENCE_COUNT = 2;

/** How a window compares with a wording. */
export type WordingScore = {
  /** The share of the wording that the window says. */
  readonly similarity: Similarity;
  /** How much of the window the wording accounts for, in weights of the list. */
  readonly weight: number;
};

/** A window that says too little of a wording to count. */
const NO_SCORE: WordingScore = { similarity: 0 as Similarity, weight: 0 };

export type WindowWords = {
  readonly concepts: ReadonlySet<number>;
  /** Concepts that the context lends to the window. */
  readonly lent: ReadonlySet<number>;
  readonly sentenceCount: number;
};

/**
 * The weight of a wording's concepts that the window holds, as a share of all of them, less a
 * little for each further sentence and for each concept that only the context names.
 */
export function scoreMatch(pack: LanguagePack, wording: number, words: WindowWords): WordingScore {
  let total = 0;
  let own = 0;
  let lent = 0;
  let lentCount = 0;
  for (const concept of conceptsOfWording(pack, wording)) {
    const weight = pack.weights[concept] ?? 0;
    total += weight;
    if (words.concepts.has(concept)) own += weight;
    else if (words.lent.has(concept)) {
      lent += weight;
      lentCount++;
    }
  }
  if (total === 0 || own < MIN_OWN_COVERAGE * total) return NO_SCORE;
  const similarity =
    ((own + lent) / total) *
    FURTHER_SENTENCE_FACTOR ** (words.sentenceCount - 1) *
    FROM_CONTEXT_FACTOR ** lentCount;
  return { similarity: similarity as Similarity, weight: own + lent };
}

/**
 * The share of a wording that a window of so many sentences must hold itself. Where no name of the
 * list is lent by the context, that is all that there is.
 */
export function ownShareNeeded({ partyConcepts }: Lexicon, sentenceCount: number): number {
  if (partyConcepts.size > 0) return MIN_OWN_COVERAGE;
  return MIN_COVERAGE / FURTHER_SENTENCE_FACTOR ** (sentenceCount - 1);
}

/** What sums of the same numbers may differ by, as a share, when they are added another way. */
export const ROUNDING = 1e-5;

/**
 * Whether the concepts that `has` marks with 1 are at least a share of a wording, give or take a
 * rounding; of a wording of a plain list whether they may be enough, whatever the share.
 */
export function saysShare(
  pack: LanguagePack,
  wording: number,
  has: Uint8Array,
  share: number,
): boolean {
  if (isPlain(pack)) return mayPut(pack, wording, has);
  const { wordingStarts, wordingConcepts, weights } = pack;
  const end = wordingStarts[wording + 1] ?? 0;
  let total = 0;
  let own = 0;
  // As `readNumbers` does, without a list: asked for every wording that a page has a rare word of.
  for (let at = wordingStarts[wording] ?? 0; at < end;) {
    let byte = wordingConcepts[at++] ?? 0;
    let concept = byte & LOW_BITS;
    for (let shift = LOW_BIT_COUNT; byte > LOW_BITS; shift += LOW_BIT_COUNT) {
      byte = wordingConcepts[at++] ?? 0;
      concept |= (byte & LOW_BITS) << shift;
    }
    const weight = weights[concept] ?? 0;
    total += weight;
    if (has[concept] === 1) own += weight;
  }
  return total > 0 && own >= (share - ROUNDING) * total;
}

/**
 * What a text must hold of the concepts that are the share `listed` of a wording to say the share
 * `needed` of all: it has at most all the others.
 */
export function listedShareNeeded(needed: number, listed: number): number {
  return needed - ROUNDING - (1 - listed);
}
