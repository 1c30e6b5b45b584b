/** A window of sentences -> the best wording of each claim that it may put. */
import { guardChecker, type Window } from './check-guards.ts';
import {
  conceptsOfWording,
  WORDING_KINDS,
  type ClaimIndex,
  type LanguagePack,
} from './claim-index.ts';
import type { Similarity } from './claim-match.ts';
import { logOddsOf } from './learn-claims.ts';
import { NO_PARTY } from './lexicon.ts';
import { conceptFeature, featureReader } from './read-features.ts';
import type { Sentence } from './read-sentences.ts';
import {
  FURTHER_SENTENCE_FACTOR,
  MIN_COVERAGE,
  scoreMatch,
  type WordingScore,
} from './score-match.ts';
import { featureWeigher } from './weigh-features.ts';

/**
 * How much of the words of a response a page must carry to be one that carries the response. They
 * are long and share words with other statements, so that less would find them where they are not.
 */
export const MIN_RESPONSE_COVERAGE = 0.75;

/**
 * How much of a wording beside the best one must be there for its weight to count against a text
 * that only looks like the claim. Less lets long wordings outweigh it with words of the subject.
 */
const MOSTLY_THERE = 0.8;

/** What a window's pronouns may point back to; asked for only when there are any. */
export type Context = {
  /** The sentences just before it. */
  readonly sentences: () => readonly Sentence[];
  /** Parties that the page's title names, one bit each. */
  readonly titleParties: () => number;
};

export type BestWording = {
  readonly claim: number;
  readonly similarity: Similarity;
  /**
   * The wording's place among the claim's; null where it is the words of a response: then the window
   * carries a denial of the claim.
   */
  readonly wording: number | null;
  /** What the wordings of the claim that the window says enough of stand for. */
  readonly concepts: ReadonlySet<number>;
};

/**
 * The best wording of each claim whose guards `sentences`, in a row, pass as one statement.
 * `wordings` are those worth scoring, by claim.
 */
export type WindowScorer = (
  sentences: readonly [Sentence, ...Sentence[]],
  context: Context,
  wordings: ReadonlyMap<number, readonly number[]>,
) => readonly BestWording[];

type Best = WordingScore & { readonly wording: number };

/**
 * How probable what was learned must make a claim for a window to put it. Higher marks fewer
 * paraphrases and fewer passages on the same matter.
 */
export const MIN_PROBABILITY = 0.7;

/** The same for a window that passes every guard of the claim: two readings agree. */
export const MIN_PROBABILITY_WITH_GUARDS = 0.4;

/** The same where the place that the claim is about is not named: the rest must leave no doubt. */
export const MIN_PROBABILITY_WITHOUT_PLACE = 0.9;

/** The same without what only the context names: what that alone decides is said elsewhere. */
export const MIN_OWN_PROBABILITY = 0.05;

/**
 * The same beside a claim that the window puts by BETTER_ODDS more: what two claims share then
 * speaks for the other, so that this one needs much of its own. Lower marks both for the words of one.
 */
const MIN_PROBABILITY_BESIDE_BETTER = 0.8;
/** In log-odds. */
const BETTER_ODDS = 1.5;

export function windowScorer(index: ClaimIndex, pack: LanguagePack): WindowScorer {
  const { wordingClaims, wordingKinds, lexicon } = pack;
  const guards = guardChecker(index, pack);
  const readFeatures = featureReader(lexicon);
  const { isLearned, weigh } = featureWeigher(pack);
  const nearMisses = Map.groupBy(
    placesOf(wordingKinds, WORDING_KINDS.nearMiss),
    (wording) => wordingClaims[wording] ?? 0,
  );
  const isResponse = (wording: number) => wordingKinds[wording] === WORDING_KINDS.response;

  return (sentences, context, wordings) => {
    // Sentences that stand together by chance make no statement: each must point back to the last.
    const [first, ...further] = sentences;
    if (!further.every(({ pointsBack }) => pointsBack)) return [];
    const before = first.pointsBack ? context.sentences() : [];
    const parties = partiesOf(sentences);
    const window: Window = {
      sentences,
      concepts: conceptsOf(sentences),
      parties,
      lentParties: first.pointsBack ? (partiesOf(before) | context.titleParties()) & ~parties : 0,
      nearParties: () => partiesOf(context.sentences()) | context.titleParties(),
    };
    const subjects = conceptsOf(first.opensPointingBack ? before : []);
    const lentParties = [...lexicon.partyConcepts]
      .filter(([party]) => (window.lentParties & (1 << party)) !== 0)
      .map(([, concept]) => concept);

    const features = lazily(() => readFeatures(sentences, lentParties));
    const probabilities = lazily(() => weigh(features()));
    /** Without what only the context names. */
    const ownProbabilities = lazily(() =>
      lentParties.length === 0 ? probabilities() : weigh(readFeatures(sentences, [])),
    );
    /** With what the context lends to one claim. */
    const probabilityOf = (claim: number, lent: readonly number[]) =>
      (lent.length === 0
        ? probabilities()
        : weigh(new Set([...features(), ...lent.map(conceptFeature)])))[claim] ?? 0;

    const found = [...wordings].flatMap(([claim, likely]) => {
      const actors = guards.actorsOf(claim).filter((actor) => subjects.has(actor));
      const lent = new Set([...actors, ...lentParties]);
      const words = { concepts: window.concepts, lent, sentenceCount: sentences.length };
      const score = (wording: number) => scoreMatch(pack, wording, words);

      /** The best of `candidates` that the window says enough of and that passes. */
      const bestOf = (
        candidates: readonly number[],
        minCoverage: number,
        passes: (wording: number, similarity: Similarity) => boolean,
      ): Best | null => {
        let best: Best | null = null;
        for (const wording of candidates) {
          const { similarity, weight } = score(wording);
          if (similarity < minCoverage) continue;
          const scored = { wording, similarity, weight };
          if (best !== null && !isBetter(scored, best)) continue;
          if (passes(wording, similarity)) best = scored;
        }
        return best;
      };
      /** What the wording stands for, and what others that are said, names apart. */
      const conceptsSaid = (wording: number) => {
        const others = likely
          .filter((it) => score(it).similarity >= MIN_COVERAGE)
          .flatMap((it) => [...conceptsOfWording(pack, it)])
          .filter((concept) => lexicon.partyOf(concept) === NO_PARTY);
        return new Set([...conceptsOfWording(pack, wording), ...others]);
      };
      const answer = (best: Best, similarity: Similarity) => [
        {
          claim,
          similarity,
          // The wordings of a claim come together, and before its other texts.
          wording: isResponse(best.wording) ? null : best.wording - wordingClaims.indexOf(claim),
          concepts: conceptsSaid(best.wording),
        },
      ];

      const response = bestOf(likely.filter(isResponse), MIN_RESPONSE_COVERAGE, () => true);
      const puts = likely.filter((wording) => !isResponse(wording));

      const passes = (wording: number, similarity: Similarity) =>
        guards.passes({ wording, similarity, lent }, window);
      const strict = bestOf(puts, MIN_COVERAGE, passes);
      // What accounts for more of the passage is what the passage says.
      const isNearMiss = ({ weight: ofBest }: Best) => {
        const lookalikes = (nearMisses.get(claim) ?? []).map(score);
        const heaviest = Math.max(
          0,
          ...lookalikes
            .filter(({ similarity }) => similarity >= MIN_COVERAGE)
            .map(({ weight }) => weight),
        );
        const isOutweighed = (wording: number) => {
          const { similarity, weight } = score(wording);
          return similarity >= MOSTLY_THERE && weight >= heaviest && passes(wording, similarity);
        };
        return heaviest > ofBest && !puts.some(isOutweighed);
      };
      if (response !== null && (strict === null || isBetter(response, strict))) {
        return answer(response, response.similarity);
      }
      if (!isLearned(claim)) {
        return strict === null || isNearMiss(strict) ? [] : answer(strict, strict.similarity);
      }

      const put = strict ?? bestOf(puts, MIN_COVERAGE, () => true);
      if (put === null || !guards.isCompatible(claim, window)) return [];
      const probability = probabilityOf(claim, actors) * FURTHER_SENTENCE_FACTOR ** further.length;
      const needed =
        strict !== null
          ? MIN_PROBABILITY_WITH_GUARDS
          : guards.namesPlaces(claim, window)
            ? MIN_PROBABILITY
            : MIN_PROBABILITY_WITHOUT_PLACE;
      const isProbable =
        probability >= needed &&
        guards.mayBeThere(claim, window) &&
        (ownProbabilities()[claim] ?? 0) >= MIN_OWN_PROBABILITY;
      return isProbable ? answer(put, probability as Similarity) : [];
    });
    const said = found.map(
      ({ concepts }) => new Set([...concepts].filter((concept) => window.concepts.has(concept))),
    );
    // Of two matters, what says all that the other says of the passage and more is what it says.
    const isPartOf = (at: number, other: number) =>
      index.strengthOf(found[at]?.claim ?? 0).family !==
        index.strengthOf(found[other]?.claim ?? 0).family &&
      (said[at]?.size ?? 0) < (said[other]?.size ?? 0) &&
      [...(said[at] ?? [])].every((concept) => said[other]?.has(concept) ?? false);
    const isWhole = (at: number) => !found.some((_, other) => isPartOf(at, other));
    // Only of what is learned is the similarity a probability.
    const surest = Math.max(
      ...found
        .filter((it) => it.wording !== null && isLearned(it.claim))
        .map(({ similarity }) => logOddsOf(similarity)),
    );
    // What is put less surely than another claim by the same words is put by them only if surely.
    return found.filter(
      ({ claim, similarity, wording }, at) =>
        wording === null ||
        (!isLearned(claim) && isWhole(at)) ||
        similarity >= MIN_PROBABILITY_BESIDE_BETTER ||
        surest - logOddsOf(similarity) < BETTER_ODDS,
    );
  };
}

/** Where `value` stands in `values`, of which a large list has many. */
function placesOf(values: Uint8Array, value: number): readonly number[] {
  const places: number[] = [];
  for (let at = values.indexOf(value); at >= 0; at = values.indexOf(value, at + 1)) places.push(at);
  return places;
}

/** Of two wordings that are there alike, the one that accounts for more of the passage. */
function isBetter(a: WordingScore, b: WordingScore): boolean {
  return a.similarity === b.similarity ? a.weight > b.weight : a.similarity > b.similarity;
}

/** Parties that the sentences name, one bit each. */
export function partiesOf(sentences: readonly Sentence[]): number {
  return sentences.reduce((all, { parties }) => all | parties, 0);
}

function conceptsOf(sentences: readonly Sentence[]): ReadonlySet<number> {
  return new Set(sentences.flatMap(({ concepts }) => [...concepts]));
}

/** What `make` gives, made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
