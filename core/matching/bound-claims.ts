/**
 * The concepts that a text may hold -> whether any claim can come of it. Each bound is of a condition
 * in `score-window.ts`, met as well as the concepts allow, so that nothing is left out that would be
 * found; what is left out costs neither a sentence split nor a window scored.
 */
import { actorsOf } from './check-guards.ts';
import {
  conceptsOfWording,
  WORDING_KINDS,
  type ClaimIndex,
  type LanguagePack,
} from './claim-index.ts';
import { logOddsOf } from './learn-claims.ts';
import { NO_PARTY } from './lexicon.ts';
import { partsOf } from './read-features.ts';
import { FURTHER_SENTENCE_FACTOR, MIN_COVERAGE, ROUNDING } from './score-match.ts';
import {
  MIN_OWN_PROBABILITY,
  MIN_PROBABILITY,
  MIN_PROBABILITY_WITH_GUARDS,
  MIN_PROBABILITY_WITHOUT_PLACE,
  MIN_RESPONSE_COVERAGE,
} from './score-window.ts';

/** The concepts that a text may hold: all that it does, and perhaps more. */
export type HeldConcepts = {
  /** Each once, in the first `count` entries. */
  readonly concepts: Uint32Array;
  readonly count: number;
  /** For each concept 1 where it is among them. */
  readonly isHeld: Uint8Array;
};

export type ClaimBounds = {
  /** The parties that the concepts name, one bit each. */
  readonly partiesOf: (held: HeldConcepts) => number;
  /**
   * Whether a text may put any claim where the parties `named`, one bit each, and no others are named
   * in it and near it. Quicker than to ask which.
   */
  readonly mayPutAny: (held: HeldConcepts, named: number) => boolean;
  /**
   * Whether a window of `sentenceCount` sentences of the text, or more, may put a claim by one of
   * `wordings`. Its context may lend it the parties `lent`, one bit each.
   */
  readonly mayPut: (
    held: HeldConcepts,
    lent: number,
    wordings: Iterable<number>,
    sentenceCount: number,
  ) => boolean;
};

/**
 * What a feature adds to the log-odds of a claim where one of `parties`, given as bits, is named; or
 * whoever is, and be it nobody. One of a pair needs the concept `beside` too.
 */
type Gain = {
  readonly claim: number;
  readonly parties: number;
  readonly beside: number | null;
  readonly weight: number;
};

const ANYBODY = -1;

const OWN_ODDS = logOddsOf(MIN_OWN_PROBABILITY);

const bitOf = (party: number) => (party === NO_PARTY ? 0 : 1 << party);

/** What bounds the claims of a pack; null where nobody is named, and words alone decide. */
export function claimBounds(index: ClaimIndex, pack: LanguagePack): ClaimBounds | null {
  const { lexicon, wordingClaims, wordingKinds, weights, biases } = pack;
  const { partyOf, partyConcepts, conceptCount } = lexicon;
  if (partyConcepts.size === 0) return null;

  const partyBits = Int32Array.from({ length: conceptCount }, (_, at) => bitOf(partyOf(at)));
  const { ofConcepts, ofParties } = readGains(pack);
  const learned = Array.from(biases.keys()).filter((claim) => !Number.isNaN(biases[claim]));
  const isLearned = (claim: number) => !Number.isNaN(biases[claim] ?? NaN);
  const isResponse = (wording: number) => wordingKinds[wording] === WORDING_KINDS.response;

  /** What is to be known of a claim, and what each concept alone adds to its log-odds. */
  const aboutClaim = (claim: number) => {
    const gainOf = (concept: number) =>
      ofConcepts[concept]?.find(
        (gain) => gain.claim === claim && gain.parties === ANYBODY && gain.beside === null,
      )?.weight ?? 0;
    return {
      guards: index.guardsOf(claim),
      actors: actorsOf(index, pack, claim).map((concept) => ({ concept, gain: gainOf(concept) })),
      partyGains: [...partyConcepts].map(([party, concept]) => ({
        concept,
        bit: bitOf(party),
        gain: gainOf(concept),
      })),
    };
  };
  const claims = new Map(Array.from(new Set(wordingClaims), (it) => [it, aboutClaim(it)] as const));

  /** Whether the concepts that are there are the share `needed` of a wording. */
  const isReached = (
    wording: number,
    needed: number,
    isThere: (concept: number) => boolean,
  ): boolean => {
    let total = 0;
    let there = 0;
    for (const concept of conceptsOfWording(pack, wording)) {
      const weight = weights[concept] ?? 0;
      total += weight;
      if (isThere(concept)) there += weight;
    }
    return there >= (needed - ROUNDING) * total;
  };

  /** Concepts of a response, the rarest, of which a text that says enough of it has one. */
  const keysOf = (wording: number): readonly number[] => {
    const weightOf = (concept: number) => weights[concept] ?? 0;
    const concepts = [...conceptsOfWording(pack, wording)].sort(
      (a, b) => weightOf(b) - weightOf(a) || a - b,
    );
    const total = concepts.reduce((sum, concept) => sum + weightOf(concept), 0);
    // What the context may lend need not be there.
    const isLent = (concept: number) =>
      partyOf(concept) !== NO_PARTY ||
      claims.get(wordingClaims[wording] ?? 0)?.actors.some((actor) => actor.concept === concept);
    let others = total;
    return concepts.filter((concept) => {
      if (isLent(concept) || others < (MIN_RESPONSE_COVERAGE - ROUNDING) * total) return false;
      others -= weightOf(concept);
      return true;
    });
  };

  /** Parties of which no claim is put without one; all where a claim may be put without any. */
  let needed = 0;
  for (const [claim, { guards }] of claims) {
    const own = isLearned(claim) ? guards.participants : guards.requiredParties;
    needed |= own === 0 ? ANYBODY : own;
  }
  /** 1 for each concept of which one must be there for a response to be. */
  const isKey = new Uint8Array(conceptCount);
  for (const wording of wordingKinds.keys()) {
    if (!isResponse(wording)) continue;
    const keys = keysOf(wording);
    const isLeftOut = (concept: number) => !keys.includes(concept);
    if (isReached(wording, MIN_RESPONSE_COVERAGE, isLeftOut)) needed = ANYBODY;
    for (const concept of keys) isKey[concept] = 1;
  }

  const partiesOf = ({ concepts, count }: HeldConcepts) => {
    let parties = 0;
    for (let i = 0; i < count; i++) parties |= partyBits[concepts[i] ?? 0] ?? 0;
    return parties;
  };

  /** The most that the log-odds of each learned claim can be by what a text itself says. */
  const odds = new Float64Array(learned.length === 0 ? 0 : index.claimCount);
  const readOdds = ({ concepts, count, isHeld }: HeldConcepts, parties: number) => {
    for (const claim of learned) odds[claim] = biases[claim] ?? 0;
    const addAll = (gains: readonly Gain[]) => {
      for (const gain of gains) {
        if (gain.parties !== ANYBODY && (gain.parties & parties) === 0) continue;
        if (gain.beside !== null && isHeld[gain.beside] !== 1) continue;
        odds[gain.claim] = (odds[gain.claim] ?? 0) + gain.weight;
      }
    };
    addAll(ofParties);
    for (let i = 0; i < count; i++) {
      const gains = ofConcepts[concepts[i] ?? 0];
      if (gains !== undefined) addAll(gains);
    }
  };

  return {
    partiesOf,
    mayPutAny({ concepts, count }, named) {
      if (needed === ANYBODY || (named & needed) !== 0) return true;
      for (let i = 0; i < count; i++) if (isKey[concepts[i] ?? 0] === 1) return true;
      return false;
    },

    mayPut(held, lent, wordings, sentenceCount) {
      const { isHeld } = held;
      const own = partiesOf(held);
      const named = own | lent;
      readOdds(held, own);

      for (const wording of wordings) {
        const claim = wordingClaims[wording] ?? 0;
        const about = claims.get(claim);
        if (about === undefined) continue;
        const { guards, actors, partyGains } = about;
        const isThere = (concept: number) =>
          isHeld[concept] === 1 ||
          ((partyBits[concept] ?? 0) & lent) !== 0 ||
          actors.some((actor) => actor.concept === concept);
        if (isResponse(wording)) {
          if (isReached(wording, MIN_RESPONSE_COVERAGE, isThere)) return true;
          continue;
        }
        const lacks = guards.requiredParties & ~named;
        if (!isLearned(claim)) {
          if (lacks === 0 && isReached(wording, MIN_COVERAGE, isThere)) return true;
          continue;
        }
        if ((guards.participants & named) === 0) continue;
        const ownOdds = (odds[claim] ?? 0) + ROUNDING;
        if (ownOdds < OWN_ODDS) continue;
        let most = ownOdds;
        for (const { concept, bit, gain } of partyGains) {
          if ((bit & lent) !== 0 && isHeld[concept] === 0) most += gain;
        }
        for (const { concept, gain } of actors) if (isHeld[concept] === 0) most += gain;
        const least =
          lacks === 0
            ? MIN_PROBABILITY_WITH_GUARDS
            : (lacks & ~guards.agents) === 0
              ? MIN_PROBABILITY
              : MIN_PROBABILITY_WITHOUT_PLACE;
        // What is more than certain cannot be.
        const probability = least / FURTHER_SENTENCE_FACTOR ** (sentenceCount - 1);
        if (probability >= 1 || most < logOddsOf(probability)) continue;
        if (isReached(wording, MIN_COVERAGE, isThere)) return true;
      }
      return false;
    },
  };
}

/** What speaks for claims, by the concept that must be there for it, or by parties alone. */
function readGains(pack: LanguagePack) {
  const { lexicon, features, featureStarts, featureClaims, featureWeights } = pack;
  const ofConcepts: Gain[][] = Array.from({ length: lexicon.conceptCount }, () => []);
  const ofParties: Gain[] = [];
  features.forEach((feature, place) => {
    const parts = partsOf(feature);
    const isOfAnybody = parts.kind === 'concept' || parts.kind === 'pair';
    const parties = isOfAnybody ? ANYBODY : 1 << parts.party;
    const beside = parts.kind === 'pair' ? parts.beside : null;
    const gains = isOfAnybody || parts.kind === 'owner' ? ofConcepts[parts.concept] : ofParties;
    const end = featureStarts[place + 1] ?? 0;
    for (let at = featureStarts[place] ?? 0; at < end; at++) {
      const weight = featureWeights[at] ?? 0;
      if (weight > 0) gains?.push({ claim: featureClaims[at] ?? 0, parties, beside, weight });
    }
  });
  return { ofConcepts, ofParties };
}
