/** What was measured of pairs of a text and a claim -> their order, and how sure a match is. */
import { FEATURES, type Feature } from './pair-features.ts';

/**
 * What each feature counts for the order of a text's claims, and for how sure a match is. Two lists
 * of weights, since they part: that shared words rarely come together orders the claims of a text
 * well, and is as true of prose that mentions two things of which a claim speaks.
 *
 * Both are conditional logits (McFadden 1974): a choice among the candidates of a text, the second
 * with a fixed score for none of them. Learned on the training tweets of CheckThat! 2022 task 2A,
 * whole and shortened, and the first also on every other query of 2B and of FCT, at a lesser
 * weight. For none stood sentences of debates, the claims of 2B against the list of 2A, and the
 * tweets against a list without their claims. Checked on the queries that were left out and on
 * sentences of news, which nothing was learned from.
 */
const WEIGHTS: Readonly<Record<Feature, readonly [order: number, sureness: number]>> = {
  words: [0.201, 0.35],
  textWords: [1.719, 0.932],
  titleWords: [1.132, 1.367],
  allWords: [0.013, 0.478],
  phrases: [1.815, -3.111],
  spellings: [4.22, 4.114],
  translated: [-0.853, -1.184],
  onlyTranslated: [33.877, 9.765],
  feedback: [6.532, -0.2],
  cosine: [0.837, 3.172],
  textCoverage: [2.057, 3.02],
  titleCoverage: [2.251, 2.024],
  bestCoverage: [1.494, 1.785],
  worstCoverage: [3.66, 3.69],
  coverage: [0.101, -2.019],
  phraseCoverage: [3.395, 2.856],
  spellingCoverage: [6.956, 7.025],
  mass: [1.655, 2.732],
  rarest: [4.214, 5.327],
  secondRarest: [0.032, -1.018],
  thirdRarest: [0.297, 0.928],
  sharedCount: [0.737, 0.115],
  rarestMissing: [1.255, 0.527],
  missingMass: [0.501, 1.166],
  numbersFound: [0.174, 0.294],
  numbersMissing: [-0.259, -0.383],
  namesFound: [0.027, -0.047],
  rarestNameMissing: [-0.565, -0.091],
  plainCoverage: [0.59, 1.193],
  plainMass: [-1.292, 0.778],
  evidence: [3.096, 0.0],
  evidenceShare: [1.936, 0.0],
  besideBest: [2.562, 1.575],
  textLength: [0.0, 0.0],
  claimLength: [0.292, 0.374],
  listSize: [0.0, -1.395],
  'words²': [-1.153, -1.931],
  'bestCoverage²': [-0.081, -0.212],
  'coverage²': [-4.043, -7.323],
  'phrases²': [-0.072, -1.736],
  'phraseCoverage²': [-7.685, -11.689],
  'cosine²': [-3.701, 1.383],
  'coverage×mass': [-1.346, 0.076],
  'coverage×words': [-1.004, 0.992],
  'phraseCoverage×mass': [-1.873, 1.985],
  'rarest×coverage': [-1.365, 0.224],
  'evidence²': [1.99, 0.0],
  'plainCoverage²': [-0.607, -0.238],
  'evidence×coverage': [0.697, 0.0],
  'evidence×words': [0.25, 0.0],
};

/** How sure a pair that shares nothing is, as a logit. */
const BIAS = -16.818;

const orderWeights = Float64Array.from(FEATURES, (name) => WEIGHTS[name][0]);
const surenessWeights = Float64Array.from(FEATURES, (name) => WEIGHTS[name][1]);

export type PairScore = {
  /** The higher comes first among the claims of one text; says nothing between texts. */
  readonly order: number;
  /** From 0 to 1; comparable between texts. */
  readonly sureness: number;
};

/** The scores of each row of features, in the order of the rows. */
export function scorePairs(rows: Float64Array): readonly PairScore[] {
  return Array.from({ length: rows.length / FEATURES.length }, (_, row) => {
    let order = 0;
    let sureness = BIAS;
    for (let at = 0; at < FEATURES.length; at++) {
      const value = rows[row * FEATURES.length + at] ?? 0;
      order += value * (orderWeights[at] ?? 0);
      sureness += value * (surenessWeights[at] ?? 0);
    }
    return { order, sureness: 1 / (1 + Math.exp(-sureness)) };
  });
}
