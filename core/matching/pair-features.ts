/** A text and a claim -> what speaks for the text saying it and against. */
import type { PlainIndex } from './plain-index.ts';
import type { Query } from './read-query.ts';

/**
 * What is measured of a pair, in this order. Each is a share or a logarithm, so that pairs of
 * different texts compare.
 */
export const FEATURES = [
  // The share of the text that the claim accounts for: BM25 over what the text's words could give.
  'words',
  'textWords',
  'titleWords',
  'allWords',
  'phrases',
  'spellings',
  // The same through words that stand for one another, and through those alone.
  'translated',
  'onlyTranslated',
  // Words that the claims nearest to the text have in common.
  'feedback',
  'cosine',
  // The share of the claim that the text says.
  'textCoverage',
  'titleCoverage',
  'bestCoverage',
  'worstCoverage',
  'coverage',
  'phraseCoverage',
  'spellingCoverage',
  // How much is shared at all.
  'mass',
  'rarest',
  'secondRarest',
  'thirdRarest',
  'sharedCount',
  // What the claim has and the text lacks.
  'rarestMissing',
  'missingMass',
  'numbersFound',
  'numbersMissing',
  'namesFound',
  'rarestNameMissing',
  // The same without names: a text about the same people says another thing.
  'plainCoverage',
  'plainMass',
  // How much is shared when words that come together anyway count once.
  'evidence',
  'evidenceShare',
  // Nearest to the text among the list?
  'besideBest',
  'textLength',
  'claimLength',
  'listSize',
  // Products and squares, since a sum of the above is too simple.
  'words²',
  'bestCoverage²',
  'coverage²',
  'phrases²',
  'phraseCoverage²',
  'cosine²',
  'coverage×mass',
  'coverage×words',
  'phraseCoverage×mass',
  'rarest×coverage',
  'evidence²',
  'plainCoverage²',
  'evidence×coverage',
  'evidence×words',
] as const;
export type Feature = (typeof FEATURES)[number];

/** A claim by its place in the list, with its BM25. */
export type Candidate = { readonly claim: number; readonly score: number };

/** BM25: how soon more of the same word stops counting, and how much a long claim is held back. */
const SATURATION = 0.9;
const LENGTH_NORM = 0.6;

/** How much of a claim's words are thought to be said through others that stand for them. */
const TRANSLATED_SHARE = 0.4;
/** Smoothing of Jelinek and Mercer: half list, half claim. */
const CLAIM_SHARE = 0.5;

/** Claims whose words are asked for too, how steeply nearer ones count more, and words of them. */
const FEEDBACK_CLAIMS = 8;
const FEEDBACK_POWER = 6;
const FEEDBACK_WORDS = 15;
/** A word of one near claim alone is no feedback. */
const MIN_FEEDBACK = 1;

/** Keep sizes near 1. */
const MASS_UNIT = 50;
const RARITY_UNIT = 10;

/** The `top` claims that share most with the text by BM25, best first. */
export function findCandidates(index: PlainIndex, query: Query, top: number): Candidate[] {
  const scores = new Map<number, number>();
  for (const [word, sureness] of query.words) {
    const list = index.postings[word] ?? [];
    const rarity = (index.rarities[word] ?? 0) * sureness;
    for (let at = 0; at < list.length; at += 2) {
      const claim = list[at] ?? 0;
      const worth = rarity * saturate(index, claim, list[at + 1] ?? 0);
      scores.set(claim, (scores.get(claim) ?? 0) + worth);
    }
  }
  return Array.from(scores, ([claim, score]) => ({ claim, score }))
    .sort((a, b) => b.score - a.score || a.claim - b.claim)
    .slice(0, top);
}

function saturate({ lengths, meanLength }: PlainIndex, claim: number, count: number): number {
  const length = (lengths[claim] ?? 0) / meanLength;
  return (
    (count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length))
  );
}

/** What a field of a claim shares with the text. */
function compareField(index: PlainIndex, words: Uint32Array, query: Query) {
  let all = 0;
  let common = 0;
  for (const word of words) {
    const rarity = index.rarities[word] ?? 0;
    all += rarity;
    common += rarity * (query.words.get(word) ?? 0);
  }
  // One saturation for a field: its words are rarely repeated.
  const held = SATURATION * (1 - LENGTH_NORM + (2 * LENGTH_NORM * words.length) / index.meanLength);
  return {
    coverage: all === 0 ? 0 : common / all,
    score: query.weight === 0 ? 0 : (common * (SATURATION + 1)) / (1 + held) / query.weight,
  };
}

/** The features of each candidate, one row after the other. `candidates` are best first. */
export function readPairFeatures(
  index: PlainIndex,
  query: Query,
  candidates: readonly Candidate[],
): Float64Array {
  const rows = new Float64Array(candidates.length * FEATURES.length);
  const weight = query.weight === 0 ? 1 : query.weight;
  const phrases = index.phrases.asking(query.stemmed);
  const spellings = index.spellings.asking(query.spelt);
  const overlaps = candidates.map(({ claim }) => ({
    phrase: phrases(claim),
    spelling: spellings(claim),
  }));
  const nearness = candidates.map(
    ({ score }, at) => score / weight + (overlaps[at]?.phrase.score ?? 0),
  );
  const weighTogether = togetherWeigher(index);
  const feedback = wordsOfNearest(index, query, candidates, nearness);
  const best = Math.max(0.001, ...nearness);

  candidates.forEach(({ claim, score }, at) => {
    const overlap = overlaps[at];
    if (overlap === undefined) return;
    const { phrase, spelling } = overlap;
    const words = index.texts[claim] ?? NO_WORDS;
    const title = index.titles[claim] ?? null;
    const text = compareField(index, words, query);
    const head = title === null ? text : compareField(index, title, query);
    const whole = compareWhole(index, claim, query);
    const nearTo = translate(index, claim, query, whole.words);
    const coverage = whole.all === 0 ? 0 : whole.common / whole.all;
    const bestCoverage = Math.max(text.coverage, head.coverage);
    const share = score / weight;
    const norm = Math.sqrt(whole.squares) * query.norm;
    const cosine = norm === 0 ? 0 : whole.product / norm;
    const mass = Math.sqrt(whole.common / MASS_UNIT);
    const [first = 0, second = 0, third = 0] = whole.sharedWords.map(({ worth }) => worth);
    const rarest = first / RARITY_UNIT;
    const plainCoverage = whole.plainAll === 0 ? coverage : whole.plainCommon / whole.plainAll;
    const evidenceMass = weighTogether(whole.sharedWords);
    const evidence = Math.sqrt(evidenceMass / MASS_UNIT);
    let fed = 0;
    for (const word of whole.words) fed += feedback.get(word) ?? 0;
    rows.set(
      [
        share,
        text.score,
        head.score,
        whole.functionShare,
        phrase.score,
        spelling.score,
        nearTo.translated / weight,
        nearTo.only / weight,
        fed / weight,
        cosine,
        text.coverage,
        head.coverage,
        bestCoverage,
        Math.min(text.coverage, head.coverage),
        coverage,
        phrase.coverage,
        spelling.coverage,
        mass,
        rarest,
        second / RARITY_UNIT,
        third / RARITY_UNIT,
        Math.log1p(whole.sharedWords.length),
        whole.rarestMissing / RARITY_UNIT,
        Math.log1p((whole.all - whole.common) / RARITY_UNIT),
        whole.numbersFound,
        whole.numbersMissing,
        whole.namesFound,
        whole.rarestNameMissing / RARITY_UNIT,
        plainCoverage,
        Math.sqrt(whole.plainCommon / MASS_UNIT),
        evidence,
        whole.common === 0 ? 0 : evidenceMass / whole.common,
        (nearness[at] ?? 0) / best,
        Math.log1p(query.wordCount),
        Math.log1p(whole.words.length),
        Math.log(index.claims.length) / RARITY_UNIT,
        share * share,
        bestCoverage * bestCoverage,
        coverage * coverage,
        phrase.score * phrase.score,
        phrase.coverage * phrase.coverage,
        cosine * cosine,
        coverage * mass,
        coverage * share,
        phrase.coverage * mass,
        rarest * coverage,
        evidence * evidence,
        plainCoverage * plainCoverage,
        evidence * coverage,
        evidence * share,
      ],
      at * FEATURES.length,
    );
  });
  return rows;
}

const NO_WORDS = new Uint32Array();

/** A word that a text and a claim share, and what that is worth. */
type SharedWord = { readonly word: number; readonly worth: number };

function compareWhole(index: PlainIndex, claim: number, query: Query) {
  const { rarities } = index;
  const names = index.names[claim];
  const numbers = index.numbers[claim];
  const asked = new Set(query.wholeWords);
  const words: number[] = [];
  const sharedWords: SharedWord[] = [];
  let plainAll = 0;
  let plainCommon = 0;
  let all = 0;
  let common = 0;
  let squares = 0;
  let product = 0;
  let rarestMissing = 0;
  let rarestNameMissing = 0;
  let nameMass = 0;
  let namesFound = 0;
  let numberCount = 0;
  let numbersFound = 0;
  let functionWords = 0;
  let functionWordsFound = 0;
  for (const word of index.wholes[claim] ?? NO_WORDS) {
    const rarity = rarities[word] ?? 0;
    if (rarity === 0) {
      functionWords++;
      if (asked.has(word)) functionWordsFound++;
      continue;
    }
    words.push(word);
    const sureness = query.words.get(word) ?? 0;
    const isName = names?.has(word) === true;
    all += rarity;
    squares += rarity * rarity;
    if (isName) nameMass += rarity;
    else plainAll += rarity;
    if (numbers?.has(word) === true) {
      numberCount++;
      if (sureness > 0) numbersFound++;
    }
    if (sureness === 0) {
      rarestMissing = Math.max(rarestMissing, rarity);
      if (isName) rarestNameMissing = Math.max(rarestNameMissing, rarity);
      continue;
    }
    common += rarity * sureness;
    product += rarity * rarity * sureness;
    sharedWords.push({ word, worth: rarity * sureness });
    if (isName) namesFound += rarity * sureness;
    else plainCommon += rarity * sureness;
  }
  sharedWords.sort((a, b) => b.worth - a.worth);
  return {
    words,
    sharedWords,
    plainAll,
    plainCommon,
    all,
    common,
    squares,
    product,
    rarestMissing,
    rarestNameMissing,
    namesFound: nameMass === 0 ? 0 : namesFound / nameMass,
    numbersFound: numberCount === 0 ? 0 : numbersFound / numberCount,
    numbersMissing: numberCount === 0 ? 0 : 1 - numbersFound / numberCount,
    functionShare: functionWords === 0 ? 0 : functionWordsFound / functionWords,
  };
}

/** Words of the claims nearest to the text that it does not have itself (after Lavrenko & Croft 2001). */
function wordsOfNearest(
  index: PlainIndex,
  query: Query,
  candidates: readonly Candidate[],
  nearness: readonly number[],
): ReadonlyMap<number, number> {
  const order = Array.from(nearness.keys())
    .sort((a, b) => (nearness[b] ?? 0) - (nearness[a] ?? 0))
    .slice(0, FEEDBACK_CLAIMS);
  const best = nearness[order[0] ?? 0] ?? 1;
  const sums = new Map<number, number>();
  for (const at of order) {
    const worth = ((nearness[at] ?? 0) / Math.max(best, 0.001)) ** FEEDBACK_POWER;
    for (const word of index.wholes[candidates[at]?.claim ?? 0] ?? NO_WORDS) {
      if (!query.words.has(word)) sums.set(word, (sums.get(word) ?? 0) + worth);
    }
  }
  return new Map(
    Array.from(sums)
      .filter(([, sum]) => sum > MIN_FEEDBACK)
      .map(([word, sum]) => [word, (sum * (index.rarities[word] ?? 0)) / FEEDBACK_CLAIMS] as const)
      .sort(([, a], [, b]) => b - a)
      .slice(0, FEEDBACK_WORDS),
  );
}

/** How likely the claim, put in other words, is to have the words of the text (Berger & Lafferty 1999). */
function translate(index: PlainIndex, claim: number, query: Query, words: readonly number[]) {
  const said = new Map<number, number>();
  for (const word of words) {
    for (const [to, probability] of index.translations(word)) {
      if (query.words.has(to)) said.set(to, (said.get(to) ?? 0) + probability / words.length);
    }
  }
  const own = new Set(words);
  let translated = 0;
  let only = 0;
  for (const [word, sureness] of query.words) {
    const self = own.has(word) ? (1 - TRANSLATED_SHARE) / words.length : 0;
    const through = TRANSLATED_SHARE * (said.get(word) ?? 0);
    if (self === 0 && through === 0) continue;
    // As common among all words as its rarity among texts of a claim's length says.
    const everywhere = Math.exp(-(index.rarities[word] ?? 0)) / index.meanLength;
    const worth = sureness * Math.log1p((CLAIM_SHARE * (self + through)) / everywhere);
    translated += worth;
    if (self === 0) only += worth;
  }
  return { translated, only };
}

/** Of so many shared words, the rarest, it is asked whether they come together anyway. */
const MAX_TOGETHER = 8;
/** How many claims it takes to believe that they do. */
const TOGETHER_PRIOR = 2;

/**
 * What shared words are worth together, rarest first, each by how much it surprises after the one
 * before that announces it most: after "Osama", "Laden" says nothing. Counted in the other claims
 * of the list, so that the claim itself does not announce its own words.
 */
function togetherWeigher({ postings }: PlainIndex): (words: readonly SharedWord[]) => number {
  const known = new Map<number, number>();
  const countTogether = (a: number, b: number) => {
    const key = Math.min(a, b) * postings.length + Math.max(a, b);
    const count = known.get(key) ?? countCommon(postings[a] ?? [], postings[b] ?? []);
    known.set(key, count);
    return count;
  };
  return (words) => {
    let sum = 0;
    words.forEach(({ word, worth }, at) => {
      let surprise = worth;
      for (const { word: before } of words.slice(0, Math.min(at, MAX_TOGETHER))) {
        const others = (postings[before]?.length ?? 0) / 2 - 1;
        if (others <= 0 || at >= MAX_TOGETHER) continue;
        const together = countTogether(before, word) - 1;
        const chance = Math.exp(-worth);
        const announced = (together + TOGETHER_PRIOR * chance) / (others + TOGETHER_PRIOR);
        surprise = Math.min(surprise, -Math.log(announced));
      }
      sum += Math.max(0, surprise);
    });
    return sum;
  };
}

/** How many claims two postings have in common; both are in the order of the claims. */
function countCommon(a: readonly number[], b: readonly number[]): number {
  let count = 0;
  let at = 0;
  for (let i = 0; i < a.length; i += 2) {
    const claim = a[i] ?? 0;
    while ((b[at] ?? Infinity) < claim) at += 2;
    if (b[at] === claim) count++;
  }
  return count;
}
