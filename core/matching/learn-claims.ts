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
  /** The only claim that it says anything of, where it is known of no other whether it puts it. */
  readonly only?: number;
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

/**
 * A feature that fewer texts have is left out: what is said once is said by chance. Higher forgets
 * rarer ways to put a claim; each further one makes the index smaller.
 */
const MIN_TEXTS_FOR_FEATURE = 2;

/** Passes over the texts. Fewer leave rare words unlearned, more learn single texts by heart. */
const EPOCH_COUNT = 60;
const FIRST_STEP = 0.3;
/** By how much each pass shortens the step. */
const STEP_DECAY = 0.1;
/** The bias moves more slowly than the weights, so that features carry what they can. */
const BIAS_STEP = 0.3;
/** Higher keeps single words from deciding, and leaves the odds of what is surely put lower. */
const L2_PENALTY = 0.004;
/** How much more a wording counts than one of the many texts that are none: higher finds more. */
const WORDING_WEIGHT = 5;
/** The same for a text that puts two claims at once: it only keeps one from excluding the other. */
const JOINED_WEIGHT = 0.5;
/**
 * How much more a feature that one text alone has is held back than one that all have: what a word
 * says is chance where it is said once.
 */
const RARITY_PENALTY = 20;
/** No single word says more against a claim: a sentence may speak of other things besides it. */
const MOST_AGAINST = 2;
/**
 * A text that is less probably the claim than this is left alone for some epochs: nearly all texts
 * are about other claims, and have nothing more to teach of this one. Higher saves time and lets
 * what only looks like a claim come near it again.
 */
const CLEARLY_NOT = 0.01;
const REST_EPOCHS = 3;
/** Weights nearer to zero decide nothing and are left out. */
const MIN_WEIGHT = 0.03;
/** Weights are kept in steps of this, so that the last bits of a machine's exponential do not show. */
export const WEIGHT_STEP = 1 / 256;

/** Two primes by which each pass goes through the texts in another order. */
const STRIDE = 7919;
const EPOCH_STRIDE = 104_729;

const weightOf = ({ puts }: LearningText) => (puts.length > 1 ? JOINED_WEIGHT : WORDING_WEIGHT);
const roundWeight = (weight: number) => Math.round(weight / WEIGHT_STEP) * WEIGHT_STEP;

/** The models of `claims`, in their order; the same for the same texts. */
export function learnClaims(
  claims: readonly number[],
  texts: readonly LearningText[],
): readonly ClaimModel[] {
  const places = new Map<Feature, number>();
  for (const [feature, count] of countTexts(texts)) {
    if (count >= MIN_TEXTS_FOR_FEATURE) places.set(feature, places.size);
  }
  const rows = texts.map(({ features }) =>
    Uint32Array.from([...features].flatMap((feature) => places.get(feature) ?? [])),
  );
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.length;
  });
  const all = new Uint32Array(starts[rows.length] ?? 0);
  rows.forEach((row, at) => {
    all.set(row, starts[at]);
  });
  const textCounts = new Float64Array(places.size);
  for (const place of all) textCounts[place] = (textCounts[place] ?? 0) + 1;
  const penalties = textCounts.map((count) => L2_PENALTY * (1 + RARITY_PENALTY / count));
  // A stride that shares a factor with the count would leave texts out.
  const stride = texts.length % STRIDE === 0 ? 1 : STRIDE;

  return claims.map((claim) => {
    const putWeights = Float64Array.from(texts, (text) =>
      text.puts.includes(claim) ? weightOf(text) : 0,
    );
    /** Texts that another claim alone learns from. */
    const onlyOthers = Uint8Array.from(texts, ({ only }) =>
      only === undefined || only === claim ? 0 : 1,
    );
    /** The first epoch that looks at each text again. */
    const nextEpochs = new Uint8Array(rows.length);
    const weights = new Float64Array(places.size);
    let bias = 0;
    for (let epoch = 0; epoch < EPOCH_COUNT; epoch++) {
      const step = FIRST_STEP / (1 + epoch * STEP_DECAY);
      for (let turn = 0; turn < rows.length; turn++) {
        const at = (turn * stride + epoch * EPOCH_STRIDE) % rows.length;
        if (onlyOthers[at] === 1 || (nextEpochs[at] ?? 0) > epoch) continue;
        const end = starts[at + 1] ?? 0;
        let odds = bias;
        for (let of = starts[at] ?? 0; of < end; of++) odds += weights[all[of] ?? 0] ?? 0;
        const probability = probabilityOf(odds);
        const putWeight = putWeights[at] ?? 0;
        if (putWeight === 0 && probability < CLEARLY_NOT) nextEpochs[at] = epoch + REST_EPOCHS;
        const slope = putWeight === 0 ? probability : (probability - 1) * putWeight;
        for (let of = starts[at] ?? 0; of < end; of++) {
          const place = all[of] ?? 0;
          const weight = weights[place] ?? 0;
          const learned = weight - step * (slope + (penalties[place] ?? 0) * weight);
          weights[place] = Math.max(-MOST_AGAINST, learned);
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

/** How many texts have each feature. */
function countTexts(texts: readonly LearningText[]): ReadonlyMap<Feature, number> {
  const counts = new Map<Feature, number>();
  for (const { features } of texts) {
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  }
  return counts;
}

/** The probability, from 0 to 1, of log-odds. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** What `probabilityOf` makes a probability of; infinite for 0 and for 1. */
export function logOddsOf(probability: number): number {
  return Math.log(probability / (1 - probability));
}
