/** A window of sentences -> the best wording of each claim that it may put. */
import { guardChecker, type Window } from './check-guards.ts';
import {
  conceptsOfWording,
  WORDING_KINDS,
  type ClaimIndex,
  type LanguagePack,
} from './claim-index.ts';
import type { Similarity } from './claim-match.ts';
import type { Sentence } from './read-sentences.ts';
import { MIN_COVERAGE, scoreMatch, type WordingScore } from './score-match.ts';

/**
 * How much of the words of a response a page must carry to be one that carries the response. They
 * are long and share words with other statements, so that less would find them where they are not.
 */
const MIN_RESPONSE_COVERAGE = 0.75;

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
  /** Whether it is the words of a response: then the window carries a denial of the claim. */
  readonly isResponse: boolean;
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

export function windowScorer(index: ClaimIndex, pack: LanguagePack): WindowScorer {
  const { wordingClaims, wordingKinds, lexicon } = pack;
  const guards = guardChecker(index, pack);
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
    };
    const subjects = conceptsOf(first.opensPointingBack ? before : []);
    const lentParties = [...lexicon.partyConcepts]
      .filter(([party]) => (window.lentParties & (1 << party)) !== 0)
      .map(([, concept]) => concept);

    return [...wordings].flatMap(([claim, own]) => {
      const actors = guards.actorsOf(claim).filter((actor) => subjects.has(actor));
      const lent = new Set([...actors, ...lentParties]);
      const words = { concepts: window.concepts, lent, sentenceCount: sentences.length };
      const score = (wording: number) => scoreMatch(pack, wording, words);
      let best: Best | null = null;
      for (const wording of own) {
        const { similarity, weight } = score(wording);
        if (similarity < (isResponse(wording) ? MIN_RESPONSE_COVERAGE : MIN_COVERAGE)) continue;
        const scored = { wording, similarity, weight };
        if (best !== null && !isBetter(scored, best)) continue;
        if (isResponse(wording) || guards.passes({ wording, similarity, lent }, window)) {
          best = scored;
        }
      }
      if (best === null) return [];
      // What accounts for more of the passage is what the passage says.
      const looksLike = (nearMisses.get(claim) ?? []).map(score);
      const { wording, similarity, weight } = best;
      const isNearMiss = looksLike.some(
        (other) => other.similarity >= MIN_COVERAGE && other.weight > weight,
      );
      if (isNearMiss && !isResponse(wording)) return [];
      const concepts = new Set(conceptsOfWording(pack, wording));
      return [{ claim, similarity, isResponse: isResponse(wording), concepts }];
    });
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
