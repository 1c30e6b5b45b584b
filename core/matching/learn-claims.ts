/**
 * Texts that put claims, and texts that only look like it -> what each feature of a statement says
 * for or against each claim. Done when a list is compiled, from nothing but the list's own texts.
 *
 * One logistic regression for each claim against all other texts, with an L2 penalty, fitted by
 * stochastic gradient descent in a fixed order (Bottou 2010, "Large-Scale Machine Learning with
 * Stochastic Gradient Descent"). Linear, so that what counted can be shown word by word.
 */
import type { Feature } from './read-features.ts';

/** A text to learn from. */
export type LearningText = {
  /** The claims that it puts; of all others it is an example of what does not. */
  readonly puts: readonly number[];
  readonly features: ReadonlySet<Feature>;
};

/** What counts for a claim. */
export type ClaimModel = {
  /** The log-odds of a statement without any feature. */
  readonly bias: number;
  /** What each feature adds to the log-odds. */
  readonly weights: ReadonlyMap<Feature, number>;
};

/**
 * With fewer wordings a claim is not learned: what they have in common by chance would count as the
 * claim. Higher leaves more claims to the stricter guards alone.
 */
export const MIN_WORDINGS_TO_LEARN = 12;

/** With fewer texts that only look like it, what its wordings share with them would count as it. */
export const MIN_NEAR_MISSES_TO_LEARN = 5;

/** Passes over the texts. Fewer leave rare words unlearned, more learn single texts by heart. */
const EPOCH_COUNT = 60;
const FIRST_STEP = 0.3;
/** By how much each pass shortens the step. */
const STEP_DECAY = 0.1;
/** The bias moves more slowly than the weights, so that features carry what they can. */
const BIAS_STEP = 0.3;
/** Higher keeps single words from deciding, and leaves the odds of what is surely put lower. */
const L2_PENALTY = 0.002;
/** How much more a wording counts than one of the many texts that are none: higher finds more. */
const WORDING_WEIGHT = 5;
/** Weights nearer to zero decide nothing and are left out. */
const MIN_WEIGHT = 0.01;
/** Weights are kept in steps of this, so that the last bits of a machine's exponential do not show. */
export const WEIGHT_STEP = 1 / 256;

/** Two primes by which each pass goes through the texts in another order. */
const STRIDE = 7919;
const EPOCH_STRIDE = 104_729;

const roundWeight = (weight: number) => Math.round(weight / WEIGHT_STEP) * WEIGHT_STEP;

/** The models of `claims`, in their order; the same for the same texts. */
export function learnClaims(
  claims: readonly number[],
  texts: readonly LearningText[],
): readonly ClaimModel[] {
  const places = new Map<Feature, number>();
  const rows = texts.map(({ features }) =>
    Uint32Array.from(features, (feature) => {
      const place = places.get(feature) ?? places.size;
      places.set(feature, place);
      return place;
    }),
  );
  const O = (globalThis as any).OPT ?? {};
  const df = new Float64Array(places.size);
  for (const row of rows) for (const place of row) df[place] = (df[place] ?? 0) + 1;
  const penalties = df.map((count) => (O.l2 ?? L2_PENALTY) * (1 + (O.rare ?? 0) / count));
  // A stride that shares a factor with the count would leave texts out.
  const stride = texts.length % STRIDE === 0 ? 1 : STRIDE;

  return claims.map((claim) => {
    const weights = new Float64Array(places.size);
    let bias = 0;
    for (let epoch = 0; epoch < EPOCH_COUNT; epoch++) {
      const step = FIRST_STEP / (1 + epoch * STEP_DECAY);
      for (let turn = 0; turn < rows.length; turn++) {
        const at = (turn * stride + epoch * EPOCH_STRIDE) % rows.length;
        const row = rows[at] ?? new Uint32Array();
        const text = texts[at];
        const isWording = text?.puts.includes(claim) === true;
        let odds = bias;
        for (const place of row) odds += weights[place] ?? 0;
        const slope = isWording ? (probabilityOf(odds) - 1) * (O.ww ?? WORDING_WEIGHT) : probabilityOf(odds);
        for (const place of row) {
          const weight = weights[place] ?? 0;
          weights[place] = weight - step * (slope + (penalties[place] ?? 0) * weight);
        }
        bias -= step * slope * BIAS_STEP;
      }
    }
    const kept = [...places].flatMap(([feature, place]) => {
      const weight = roundWeight(weights[place] ?? 0);
      return Math.abs(weight) < MIN_WEIGHT ? [] : [[feature, weight] as const];
    });
    return { bias: roundWeight(bias), weights: new Map(kept) };
  });
}

/** The probability, from 0 to 1, of log-odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
