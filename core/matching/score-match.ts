/** How much of a wording a window of the page says. */
import { conceptsOfWording, type LanguagePack } from './claim-index.ts';
import type { Similarity } from './claim-match.ts';

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

const NOTHING_LENT: ReadonlySet<number> = new Set();

/** Whether a window of a text that holds `concepts` may say enough of a wording to count. */
export function mayBeSaid(
  pack: LanguagePack,
  wording: number,
  concepts: ReadonlySet<number>,
): boolean {
  const words = { concepts, lent: NOTHING_LENT, sentenceCount: 1 };
  return scoreMatch(pack, wording, words).similarity > 0;
}
