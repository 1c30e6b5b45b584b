/** A window of sentences -> how surely it says a claim of a plain list, which only has words. */
import {
  conceptsOfWording,
  WORD_KINDS,
  type ClaimIndex,
  type LanguagePack,
} from './claim-index.ts';
import type { Similarity } from './claim-match.ts';
import { NO_TERM } from './lexicon.ts';
import type { Sentence } from './read-sentences.ts';
import { termReader } from './read-terms.ts';
import type { WindowScorer } from './score-window.ts';
import { rarityIn } from './word-rarity.ts';

/**
 * What is measured of a window and a claim, and what it adds to the log-odds. A conditional logit
 * (McFadden 1974) with a fixed score for none of the claims, learned on the training tweets of
 * CheckThat! 2022 task 2A, whole, without what only tweets have, and shortened, on drawn lists of
 * 100 to 14,231 claims. For none stood sentences of debates, the claims of 2B, and the tweets against
 * lists without their claims. Nothing was learned from the sentences of news that it was checked on.
 */
const WEIGHTS = {
  // The share of the window that the claim accounts for, and how alike the two are.
  share: -9.674,
  cosine: 5.127,
  // The share of the claim that the window says: its text, its title, the better, the worse, both.
  textCoverage: 2.218,
  titleCoverage: 2.238,
  bestCoverage: 1.402,
  worstCoverage: 3.765,
  coverage: 1.038,
  // How much is shared at all.
  mass: -4.27,
  rarest: 6.732,
  second: 0.855,
  sharedCount: 8.604,
  // What only one of the two has.
  rarestMissing: -2.159,
  missingMass: 6.707,
  unsaidMass: 0.256,
  numbersMissing: -0.544,
  otherNumbers: 0.532,
  namesFound: 0.41,
  // The same without names: a passage about the same people says another thing.
  nameless: 0.899,
  namelessMass: 5.995,
  namelessCount: -1.207,
  // Long texts share more by chance, and so do long lists.
  windowLength: -4.118,
  claimLength: -5.416,
  listSize: -4.793,
} as const;
type Measures = Readonly<Record<keyof typeof WEIGHTS, number>>;
const BIAS = -3.236;

/**
 * How sure a match must be to be shown. No sentence of the clean news reaches it with the 14,231
 * claims of 2A. Lower finds more, and marks passages that share names with a claim and say something
 * else of them.
 */
export const MIN_PLAIN_SCORE = 0.45;

/** Keep sizes near 1. */
const MASS_UNIT = 50;
const RARITY_UNIT = 10;

const DIGIT = /\d/u;

/** Cut here: what says more is not one claim. */
const MAX_TERMS = 600;

/** The words of a window. */
type WindowTerms = {
  readonly concepts: ReadonlySet<number>;
  /** What all its words are worth, and the square root of the sum of their squares. */
  readonly weight: number;
  readonly norm: number;
  readonly wordCount: number;
  readonly hasNumber: boolean;
};

/** The claims of `wordings` that `sentences` say surely enough; the similarity is how surely. */
export function plainScorer(index: ClaimIndex, pack: LanguagePack): WindowScorer {
  const { wordingClaims, lexicon, weights } = pack;
  const { stemOf, isStopWord } = termReader(lexicon.rules);
  const rarityOf = rarityIn(lexicon.rules);
  const rarityOfUnknown = (word: string) => rarityOf(stemOf(word), 0, index.claimCount);
  const listSize = Math.log(index.claimCount) / RARITY_UNIT;

  const readWindow = (sentences: readonly Sentence[]): WindowTerms => {
    const found = new Set<number>();
    const seen = new Set<string>();
    let count = 0;
    let weight = 0;
    let squares = 0;
    let hasNumber = false;
    for (const { word, concept } of sentences.flatMap(({ terms }) => terms).slice(0, MAX_TERMS)) {
      if (concept === NO_TERM && isStopWord(word)) continue;
      if (seen.has(word)) continue;
      seen.add(word);
      hasNumber ||= DIGIT.test(word);
      if (concept !== NO_TERM) {
        if (found.has(concept)) continue;
        found.add(concept);
      }
      count++;
      const rarity = concept === NO_TERM ? rarityOfUnknown(word) : (weights[concept] ?? 0);
      weight += rarity;
      squares += rarity ** 2;
    }
    return { concepts: found, weight, norm: Math.sqrt(squares), wordCount: count, hasNumber };
  };

  /** The text and the title of the claim that a wording is of; the text twice where it has no title. */
  const fieldsOf = (wording: number): readonly [Uint32Array, Uint32Array] => {
    const isBeside = (other: number) => wordingClaims[other] === wordingClaims[wording];
    const text = isBeside(wording - 1) ? wording - 1 : wording;
    const own = conceptsOfWording(pack, text);
    const title = isBeside(text + 1) ? conceptsOfWording(pack, text + 1) : own;
    return [own, title.length === 0 ? own : title];
  };

  return (sentences, _, wordings) => {
    const window = readWindow(sentences);
    return [...wordings].flatMap(([claim, [wording = 0]]) => {
      const [text, title] = fieldsOf(wording);
      const measures = measure(pack, window, text, title, listSize);
      const similarity = surenessOf(measures);
      if (similarity < MIN_PLAIN_SCORE) return [];
      const concepts = new Set([...text, ...title]);
      return [{ claim, similarity, wording: 0, concepts }];
    });
  };
}

/** From 0 to 1. */
function surenessOf(measures: Measures): Similarity {
  let logOdds = BIAS;
  for (const name of Object.keys(WEIGHTS) as (keyof Measures)[]) {
    logOdds += WEIGHTS[name] * measures[name];
  }
  return (1 / (1 + Math.exp(-logOdds))) as Similarity;
}

/** The share of a field's weight that the window has. */
function coverageOf(
  { weights }: LanguagePack,
  { concepts }: WindowTerms,
  field: Uint32Array,
): number {
  let all = 0;
  let common = 0;
  for (const concept of field) {
    const rarity = weights[concept] ?? 0;
    all += rarity;
    if (concepts.has(concept)) common += rarity;
  }
  return all === 0 ? 0 : common / all;
}

function measure(
  pack: LanguagePack,
  window: WindowTerms,
  text: Uint32Array,
  title: Uint32Array,
  listSize: number,
): Measures {
  const { weights, wordKinds } = pack;
  const words = new Set([...title, ...text]);
  let all = 0;
  let common = 0;
  let squares = 0;
  let product = 0;
  let rarest = 0;
  let second = 0;
  let sharedCount = 0;
  let rarestMissing = 0;
  let numberCount = 0;
  let numbersFound = 0;
  let names = 0;
  let namesFound = 0;
  let nameless = 0;
  let namelessFound = 0;
  let namelessCount = 0;
  for (const word of words) {
    const rarity = weights[word] ?? 0;
    const kinds = wordKinds[word] ?? 0;
    const isName = (kinds & WORD_KINDS.name) !== 0;
    const found = window.concepts.has(word) ? rarity : 0;
    all += rarity;
    squares += rarity * rarity;
    if (isName) names += rarity;
    else nameless += rarity;
    if ((kinds & WORD_KINDS.number) !== 0) {
      numberCount++;
      if (found > 0) numbersFound++;
    }
    if (found === 0) {
      rarestMissing = Math.max(rarestMissing, rarity);
      continue;
    }
    common += found;
    product += rarity * found;
    second = Math.max(second, Math.min(rarest, found));
    rarest = Math.max(rarest, found);
    sharedCount++;
    if (isName) namesFound += found;
    else {
      namelessFound += found;
      namelessCount++;
    }
  }
  const shareOf = (part: number, whole: number, otherwise = 0) =>
    whole === 0 ? otherwise : part / whole;
  const coverage = shareOf(common, all);
  const textCoverage = coverageOf(pack, window, text);
  const titleCoverage = title === text ? textCoverage : coverageOf(pack, window, title);
  return {
    share: shareOf(common, window.weight),
    cosine: shareOf(product, Math.sqrt(squares) * window.norm),
    textCoverage,
    titleCoverage,
    bestCoverage: Math.max(textCoverage, titleCoverage),
    worstCoverage: Math.min(textCoverage, titleCoverage),
    coverage,
    mass: Math.sqrt(common / MASS_UNIT),
    rarest: rarest / RARITY_UNIT,
    second: second / RARITY_UNIT,
    sharedCount: Math.log1p(sharedCount),
    rarestMissing: rarestMissing / RARITY_UNIT,
    missingMass: Math.log1p((all - common) / RARITY_UNIT),
    unsaidMass: Math.log1p(Math.max(0, window.weight - common) / RARITY_UNIT),
    numbersMissing: numberCount === 0 ? 0 : 1 - numbersFound / numberCount,
    otherNumbers: numberCount > 0 && numbersFound === 0 && window.hasNumber ? 1 : 0,
    namesFound: shareOf(namesFound, names),
    nameless: shareOf(namelessFound, nameless, coverage),
    namelessMass: Math.sqrt(namelessFound / MASS_UNIT),
    namelessCount: Math.log1p(namelessCount),
    windowLength: Math.log1p(window.wordCount),
    claimLength: Math.log1p(words.size),
    listSize,
  };
}
