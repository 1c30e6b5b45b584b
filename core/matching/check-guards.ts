/**
 * What a passage must not contradict. Which parties, which direction and which time a claim is
 * about is declared in its record; whose drones and whose airspace is derived from its wordings.
 */
import {
  conceptsOfWording,
  type ClaimIndex,
  type Guards,
  type LanguagePack,
} from './claim-index.ts';
import { NO_AGENCY } from './languages/no-cues.ts';
import { NO_PARTY } from './lexicon.ts';
import { agencyReader } from './read-agency.ts';
import { movementReader } from './read-movement.ts';
import { ownerReader } from './read-owners.ts';
import type { Sentence } from './read-sentences.ts';
import { listAt } from './sections.ts';

/**
 * The similarity at which a wording is there but for a word that carries little. Lower lets in
 * passages that do without what the claim is about.
 */
const NEARLY_ALL = 0.95;

const YEAR = /^(?:19|20)\d\d$/u;
/** Zero in the digits that pages in Arabic and Persian have. */
const ZEROS = ['\u0660', '\u06f0'];
const EASTERN_DIGIT = /[\u0660-\u0669\u06f0-\u06f9]/gu;

/** Consecutive sentences that are read as one statement. */
export type Window = {
  readonly sentences: readonly Sentence[];
  /** What its words stand for. */
  readonly concepts: ReadonlySet<number>;
  /** Parties named in it, one bit each. */
  readonly parties: number;
  /** Parties that its context names, that it does not, and that its words may point back to. */
  readonly lentParties: number;
  /** Parties that its context names, whether or not its words point back to them. */
  readonly nearParties: () => number;
};

/** A wording that a window says enough of. */
export type Candidate = {
  readonly wording: number;
  readonly similarity: number;
  /** What the words before the window stand for and its own may point back to. */
  readonly lent: ReadonlySet<number>;
};

export type GuardChecker = {
  /** Whether the window may be about what the candidate's claim is about. */
  passes(candidate: Candidate, window: Window): boolean;
  /** Whether the window says nothing that the claim rules out: another time, way or owner. */
  isCompatible(claim: number, window: Window): boolean;
  /** Whether the places that the claim is about are named, or none is and no other party either. */
  readonly mayBeThere: (claim: number, window: Window) => boolean;
  /** Whether the places that the claim is about are named. */
  readonly namesPlaces: (claim: number, window: Window) => boolean;
  /** What acts for the claim's agents, as concepts: "drones". */
  actorsOf(claim: number): readonly number[];
};

type ClaimGuards = Guards & {
  /** Whether its matter has a weaker claim. */
  readonly isStronger: boolean;
  /** Concepts that nearly all wordings of the claim share. */
  readonly essentials: readonly number[];
  /** The parties, as bits, that the claim's wordings give a concept to. */
  readonly owners: ReadonlyMap<number, number>;
  /** See `actorsOf`. */
  readonly actors: readonly number[];
  /** Those and the agents themselves, as concepts. */
  readonly doers: ReadonlySet<number>;
};

export function guardChecker(index: ClaimIndex, pack: LanguagePack): GuardChecker {
  const movement = movementReader(pack.lexicon);
  const readOwners = ownerReader(pack.lexicon);
  const agency = agencyReader(pack.lexicon);
  const readsAgency = pack.lexicon.rules.agency !== NO_AGENCY;
  const places = new Set(pack.lexicon.rules.ownership.places.map(pack.lexicon.conceptOf));

  const known = new Map<number, ClaimGuards>();
  const guardsOf = (claim: number): ClaimGuards => {
    const made = known.get(claim) ?? makeGuards(index, pack, claim);
    known.set(claim, made);
    return made;
  };

  /**
   * What nearly all wordings of the claim hold, the window holds where this wording does. A wording
   * without it puts the claim in another way, and then nearly all of that way must be there, and
   * the place must be one that something comes from or through.
   */
  const agreesInEssentials = (guards: ClaimGuards, candidate: Candidate, window: Window) => {
    const { essentials, requiredParties, agents } = guards;
    const isThere = (concept: number) =>
      window.concepts.has(concept) || candidate.lent.has(concept);
    if (essentials.every(isThere)) return true;
    if (candidate.similarity < NEARLY_ALL) return false;
    const own = new Set(conceptsOfWording(pack, candidate.wording));
    if (essentials.every((concept) => own.has(concept))) return false;
    const places = requiredParties & ~agents;
    return (places & ~movement.readMovement(window.sentences).from) === 0;
  };

  /**
   * A party that acts in the claim and is named in the window acts there, and nobody else does. Where
   * that cannot be read, that they are named must do.
   */
  const agreesInAgents = ({ agents, doers }: ClaimGuards, { sentences, parties }: Window) =>
    !readsAgency ||
    (agents & parties) === 0 ||
    (sentences.some((sentence) => agency.isDoer(sentence, agents)) &&
      !sentences.some((sentence) => agency.isDoneByAnother(sentence, doers)));

  /** What the claim's wordings give to a party, places aside, belongs to it here too: "Syrian fighters". */
  const hasOwn = ({ owners }: ClaimGuards, sentences: readonly Sentence[], party: number) =>
    sentences.some(({ folded, terms }) =>
      readOwners(folded, terms).some(
        (owned) =>
          owned.party === party &&
          !places.has(owned.concept) &&
          ((owners.get(owned.concept) ?? 0) & (1 << party)) !== 0,
      ),
    );

  const isReversed = (guards: Guards, { sentences }: Window) => {
    if (guards.from === NO_PARTY || guards.to === NO_PARTY) return false;
    const { from, to } = movement.readMovement(sentences);
    const source = 1 << guards.from;
    const goal = 1 << guards.to;
    return (from & goal) !== 0 && (to & source) !== 0 && (to & goal) === 0;
  };

  /** "Sent to Azerbaijan" is not sent from there. */
  const goesToSource = (guards: Guards, { sentences }: Window) => {
    if (guards.from === NO_PARTY) return false;
    const { from, to } = movement.readMovement(sentences);
    const source = 1 << guards.from;
    return (to & source) !== 0 && (from & source) === 0 && !movement.namesSource(sentences);
  };

  const agreesInDirection = (guards: ClaimGuards, window: Window) => {
    if (guards.from === NO_PARTY || guards.to === NO_PARTY) return true;
    if (isReversed(guards, window)) return false;
    const { sentences } = window;
    const { from, to } = movement.readMovement(sentences);
    const source = 1 << guards.from;
    return (
      (from & source) !== 0 ||
      movement.pointsBackAsSource(sentences, guards.from) ||
      hasOwn(guards, sentences, guards.from) ||
      ((to & source) === 0 &&
        // Whoever gives or shoots is where it comes from; that it acts has been seen to.
        ((guards.agents & source) !== 0 || movement.servesAsSource(sentences, guards.from)))
    );
  };

  /** What the claim's wordings give to a party, the window does not give to others only. */
  const agreesInOwners = (
    { owners, to }: ClaimGuards,
    { sentences }: Window,
    things: ReadonlySet<number> | null = null,
  ) => {
    if (owners.size === 0) return true;
    const stated = new Map<number, number>();
    for (const { folded, terms } of sentences) {
      for (const { concept, party } of readOwners(folded, terms)) {
        if (things !== null && !things.has(concept)) continue;
        stated.set(concept, (stated.get(concept) ?? 0) | (1 << party));
      }
    }
    return [...stated].every(([concept, parties]) => {
      const allowed = owners.get(concept);
      if (allowed === undefined || (allowed & parties) !== 0) return true;
      // What comes to a party comes to a place of its own.
      return to !== NO_PARTY && parties === 1 << to && places.has(concept);
    });
  };

  const namesPlaces = (claim: number, { parties, lentParties }: Window) => {
    const { requiredParties, agents } = guardsOf(claim);
    return (requiredParties & ~agents & ~(parties | lentParties)) === 0;
  };

  return {
    passes(candidate, window) {
      const guards = guardsOf(pack.wordingClaims[candidate.wording] ?? 0);
      return (
        agreesInParties(guards, window) &&
        agreesInEssentials(guards, candidate, window) &&
        agreesInTime(guards, window) &&
        agreesInAgents(guards, window) &&
        agreesInDirection(guards, window) &&
        agreesInOwners(guards, window)
      );
    },
    isCompatible(claim, window) {
      const guards = guardsOf(claim);
      return (
        agreesInTime(guards, window) &&
        !isReversed(guards, window) &&
        !goesToSource(guards, window) &&
        agreesInOwners(guards, window, guards.doers)
      );
    },
    mayBeThere: (claim, window) => {
      const { participants } = guardsOf(claim);
      const { parties, nearParties } = window;
      if (((parties | nearParties()) & participants) === 0) return false;
      return (parties & ~participants) === 0 || namesPlaces(claim, window);
    },
    namesPlaces,
    actorsOf: (claim) => guardsOf(claim).actors,
  };
}

/** What acts for the claim's agents: concepts that its wordings give to them and to nobody else. */
export function actorsOf(index: ClaimIndex, pack: LanguagePack, claim: number): readonly number[] {
  const { agents } = index.guardsOf(claim);
  return [...ownersOf(pack, claim)]
    .filter(([, parties]) => (parties & ~agents) === 0)
    .map(([actor]) => actor);
}

/** The parties, as bits, that the claim's wordings give each concept to. */
function ownersOf(pack: LanguagePack, claim: number): ReadonlyMap<number, number> {
  return pairsOf(listAt(pack.ownerStarts, pack.owners, claim));
}

function makeGuards(index: ClaimIndex, pack: LanguagePack, claim: number): ClaimGuards {
  const guards = index.guardsOf(claim);
  const { agents } = guards;
  const owners = ownersOf(pack, claim);
  const actors = actorsOf(index, pack, claim);
  const ofAgents = [...pack.lexicon.partyConcepts]
    .filter(([party]) => (agents & (1 << party)) !== 0)
    .map(([, concept]) => concept);
  return {
    ...guards,
    isStronger: index.strengthOf(claim).rank > 1,
    essentials: [...listAt(pack.essentialStarts, pack.essentials, claim)],
    owners,
    actors,
    doers: new Set([...actors, ...ofAgents]),
  };
}

/**
 * Who acts and where must be named. Whom it is done to may be left unsaid, unless a party is named
 * that has no part in the claim: then it may be done to that one. A claim that alleges more than
 * another of its matter leaves nobody unsaid.
 */
function agreesInParties(guards: ClaimGuards, { parties, lentParties }: Window): boolean {
  const named = parties | lentParties;
  if ((guards.requiredParties & ~named) !== 0) return false;
  const isComplete = (guards.participants & ~named) === 0;
  return isComplete || (!guards.isStronger && (parties & ~guards.participants) === 0);
}

/** A window that dates itself dates itself to a year of the claim. */
function agreesInTime({ firstDay, lastDay }: Guards, { sentences }: Window): boolean {
  const years = sentences
    .flatMap(({ terms }) => terms)
    .map(({ word }) => word.replaceAll(EASTERN_DIGIT, westernDigit))
    .filter((word) => YEAR.test(word))
    .map(Number);
  return (
    years.length === 0 || years.some((year) => year >= yearOf(firstDay) && year <= yearOf(lastDay))
  );
}

const yearOf = (day: number) => Math.floor(day / 10_000);

function westernDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.map((it) => it.charCodeAt(0)).findLast((it) => it <= code) ?? code;
  return String(code - zero);
}

/** A list of pairs, one after the other, as a map. */
function pairsOf(list: Uint32Array): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  for (let at = 0; at < list.length; at += 2) pairs.set(list[at] ?? 0, list[at + 1] ?? 0);
  return pairs;
}
