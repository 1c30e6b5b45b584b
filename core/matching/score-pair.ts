/** What was measured of pairs of a text and a claim -> how sure it is that the text says the claim. */
import { FEATURES, type Feature } from './pair-features.ts';

/**
 * What each feature counts for. Learned as a choice among the candidates of a text and none of them
 * (a conditional logit, McFadden 1974, with a fixed score for none), so that one list of weights
 * both ranks and tells a match from prose: on the training tweets of CheckThat! 2022 2A, whole and shortened, against sentences of debates, and half of 2B and of FCT for the order alone.
 */
const WEIGHTS: Readonly<Record<Feature, number>> = {
  words: -1.276,
  textWords: 0.636,
  titleWords: -1.089,
  allWords: -0.128,
  phrases: 0.649,
  spellings: 4.074,
  translated: -3.91,
  onlyTranslated: 29.237,
  feedback: 3.492,
  cosine: 0.986,
  textCoverage: 2.189,
  titleCoverage: 3.142,
  bestCoverage: 1.851,
  worstCoverage: 4.606,
  coverage: 0.083,
  phraseCoverage: 3.469,
  spellingCoverage: 8.129,
  mass: 4.703,
  rarest: 7.311,
  secondRarest: 0.57,
  thirdRarest: 0.514,
  sharedCount: 1.34,
  rarestMissing: 1.021,
  missingMass: 0.808,
  numbersFound: 0.592,
  numbersMissing: -0.172,
  namesFound: 0.724,
  rarestNameMissing: 0.054,
  besideBest: 1.268,
  textLength: 0.0,
  claimLength: -0.542,
  listSize: -1.271,
  'words²': 0.078,
  'bestCoverage²': -1.374,
  'coverage²': -4.977,
  'phrases²': 0.983,
  'phraseCoverage²': -4.986,
  'cosine²': -1.783,
  'coverage×mass': -1.408,
  'coverage×words': 1.84,
  'phraseCoverage×mass': -2.622,
  'rarest×coverage': -3.964,
};

/** The score of none. */
const BIAS = -15.477;

/**
 * The least score of a match that is shown. No sentence of clean news reaches it with 14,000 claims
 */
export const MIN_PLAIN_SCORE = 0.97;

const weights = Float64Array.from(FEATURES, (name) => WEIGHTS[name]);

/** From 0 to 1 for each row of features, the same order as they are in. */
export function scorePairs(rows: Float64Array): Float64Array {
  const scores = new Float64Array(rows.length / FEATURES.length);
  for (let row = 0; row < scores.length; row++) {
    let sum = BIAS;
    for (let at = 0; at < FEATURES.length; at++) {
      sum += (weights[at] ?? 0) * (rows[row * FEATURES.length + at] ?? 0);
    }
    scores[row] = 1 / (1 + Math.exp(-sum));
  }
  return scores;
}
