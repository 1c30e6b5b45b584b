/**
 * What a passage must not contradict. Which parties, which direction and which time a claim is
 * about is declared in its record; whose drones and whose airspace is derived from its wordings.
 */
import type { Guards, LanguagePack } from './claim-index.ts';
import { NO_PARTY, type Term } from './lexicon.ts';
import { cueFinder, wordsOf } from './find-cues.ts';
import { readOwners } from './read-owners.ts';
import type { Sentence } from './read-passage.ts';

/** How many words may stand between "from" and the place: "from the Azerbaijani side". */
const CUE_REACH = 4;

/** The similarity at which a wording is there but for a word that carries little. */
const NEARLY_ALL = 0.95;

const YEAR = /^(?:19|20)\d\d$/u;

export type Window = {
  readonly sentences: readonly Sentence[];
  readonly similarity: number;
  /** What its words stand for. */
  readonly concepts: ReadonlySet<number>;
  /** What the words before it stand for and its own may point back to. */
  readonly lent: ReadonlySet<number>;
  /** Parties named in it, one bit each. */
  readonly parties: number;
  /** Parties that its context names and that its words may point back to. */
  readonly lentParties: number;
};

/** Whether the window may be about what the claim is about. */
export function passesGuards(
  pack: LanguagePack,
  wording: number,
  guards: Guards,
  window: Window,
): boolean {
  const claim = pack.wordingClaims[wording] ?? 0;
  return (
    agreesInParties(guards, window) &&
    agreesInEssentials(pack, wording, guards, window) &&
    agreesInTime(guards, window) &&
    actsAsAgent(pack, guards, window) &&
    agreesInDirection(pack, guards, window) &&
    agreesInOwners(pack, claim, window)
  );
}

/**
 * Who acts and where must be named. Whom it is done to may be left unsaid, unless a party is named
 * that has no part in the claim: then it may be done to that one.
 */
function agreesInParties(guards: Guards, { parties, lentParties }: Window): boolean {
  const named = parties | lentParties;
  if ((guards.requiredParties & ~named) !== 0) return false;
  const isComplete = (guards.participants & ~named) === 0;
  return isComplete || (parties & ~guards.participants) === 0;
}

/** The concepts that nearly all wordings of the claim share. */
function essentialsOf(pack: LanguagePack, claim: number): readonly number[] {
  return [
    ...pack.essentials.subarray(pack.essentialStarts[claim], pack.essentialStarts[claim + 1]),
  ];
}

/**
 * What nearly all wordings of the claim hold, the window holds where this wording does. A wording
 * without it puts the claim in another way, and then nearly all of that way must be there, and the
 * place must be one that something comes from or through.
 */
function agreesInEssentials(
  pack: LanguagePack,
  wording: number,
  guards: Guards,
  window: Window,
): boolean {
  const { wordingStarts, wordingConcepts, wordingClaims } = pack;
  const own = wordingConcepts.subarray(wordingStarts[wording], wordingStarts[wording + 1]);
  const needed = essentialsOf(pack, wordingClaims[wording] ?? 0);
  const has = (concept: number) => window.concepts.has(concept) || window.lent.has(concept);
  if (needed.every(has)) return true;
  if (window.similarity < NEARLY_ALL || needed.every((concept) => own.includes(concept)))
    return false;
  const places = guards.requiredParties & ~guards.agents;
  return (places & ~readMovement(pack, window.sentences).from) === 0;
}

/** Words that may stand between a cue and the party: "to *the* Zionist regime". */
const ARTICLES = new Set(['the', 'a', 'an']);

/**
 * Whether the party that acts in the claim acts in the window: something follows that it has or
 * does ("Israeli jets", "Israel used"), or a cue before it makes it the doer ("by Israel").
 */
function actsAsAgent(pack: LanguagePack, { agents }: Guards, window: Window): boolean {
  const asked = agents & window.parties;
  if (asked === 0) return true;
  const { rules } = pack.lexicon;
  const stopWords = new Set(rules.stopWords);
  const agentCues = new Set(rules.agentCues.map(rules.stem));
  // "Israel said" is no part in what it says.
  const reports = new Set(rules.stance.attributions.map(rules.stem));
  const possessive = 's';
  return window.sentences.some(({ terms }) =>
    terms.some(({ party }, at) => {
      if (party === NO_PARTY || (asked & (1 << party)) === 0) return false;
      const after = terms.slice(at + 1).find(({ word }) => word !== possessive);
      const acts =
        after !== undefined &&
        after.party === NO_PARTY &&
        !stopWords.has(after.word) &&
        !reports.has(rules.stem(after.word));
      const before = terms.slice(0, at).findLast(({ word }) => !ARTICLES.has(word));
      return acts || (before !== undefined && agentCues.has(rules.stem(before.word)));
    }),
  );
}

/** A window that dates itself dates itself to a year of the claim. */
function agreesInTime({ firstYear, lastYear }: Guards, { sentences }: Window): boolean {
  let dated = false;
  for (const { terms } of sentences) {
    for (const { word } of terms) {
      if (!YEAR.test(word)) continue;
      const year = Number(word);
      if (year >= firstYear && year <= lastYear) return true;
      dated = true;
    }
  }
  return !dated;
}

type Movement = { readonly from: number; readonly to: number };

/** Parties that the window makes a source or a goal, one bit each. */
function readMovement(pack: LanguagePack, sentences: readonly Sentence[]): Movement {
  const { rules } = pack.lexicon;
  const sourceCues = new Set(rules.sourceCues);
  const goalCues = new Set(rules.goalCues);
  const goalVerbs = new Set(rules.goalVerbs.map(rules.stem));
  const pathVerbs = new Set(rules.pathVerbs.map(rules.stem));
  let from = 0;
  let to = 0;
  for (const { terms } of sentences) {
    terms.forEach(({ party }, at) => {
      if (party === NO_PARTY) return;
      for (let i = at - 1; i >= Math.max(0, at - CUE_REACH); i--) {
        const before = terms[i];
        if (before === undefined || before.party !== NO_PARTY) break;
        const stem = rules.stem(before.word);
        if (sourceCues.has(before.word) || pathVerbs.has(stem)) {
          from |= 1 << party;
          break;
        }
        if (goalCues.has(before.word) || goalVerbs.has(stem)) {
          to |= 1 << party;
          break;
        }
      }
    });
  }
  return { from, to };
}

/** Words such as "from there" or "from its soil" make a party a source that was named before them. */
function pointsBackAsSource(
  pack: LanguagePack,
  sentences: readonly Sentence[],
  party: number,
): boolean {
  const { rules } = pack.lexicon;
  const sourceCues = new Set(rules.sourceCues);
  const anaphors = new Set(rules.anaphors);
  const terms = sentences.flatMap((sentence) => sentence.terms);
  // A party that only the context names was named before all of them.
  const named = terms.findIndex((term) => term.party === party);
  return terms.some(
    ({ word }, at) =>
      at > named &&
      sourceCues.has(word) &&
      terms
        .slice(at + 1, at + 1 + CUE_REACH)
        .some((after: Term) => anaphors.has(after.word) || rules.placeNouns.includes(after.word)),
  );
}

/** Whether the party or its ground is used: "used Azerbaijani soil", "Azerbaijan was a springboard". */
function servesAsSource(pack: LanguagePack, window: Window, party: number): boolean {
  const { lexicon } = pack;
  const places = new Set(lexicon.rules.places.map((place) => lexicon.conceptOf(place)));
  const findSourceNouns = cueFinder(lexicon.rules.stem, lexicon.rules.sourceNouns);
  return window.sentences.some(({ folded, terms }) => {
    const isNamed = terms.some((term) => term.party === party);
    return (
      (isNamed && findSourceNouns(wordsOf(folded)).length > 0) ||
      readOwners(lexicon, folded, terms).some(
        (owner) => owner.party === party && places.has(owner.concept),
      )
    );
  });
}

function agreesInDirection(pack: LanguagePack, guards: Guards, window: Window): boolean {
  if (guards.from === NO_PARTY && guards.to === NO_PARTY) return true;
  const { from, to } = readMovement(pack, window.sentences);
  const source = 1 << guards.from;
  const goal = 1 << guards.to;
  const comesFrom =
    (from & source) !== 0 ||
    ((to & source) === 0 && servesAsSource(pack, window, guards.from)) ||
    pointsBackAsSource(pack, window.sentences, guards.from);
  const reversed = (from & goal) !== 0 && (to & source) !== 0 && (to & goal) === 0;
  return comesFrom && !reversed;
}

function ownersOf(
  { ownerStarts, owners }: LanguagePack,
  claim: number,
): ReadonlyMap<number, number> {
  const own = new Map<number, number>();
  for (let at = ownerStarts[claim] ?? 0; at < (ownerStarts[claim + 1] ?? 0); at += 2) {
    own.set(owners[at] ?? 0, owners[at + 1] ?? 0);
  }
  return own;
}

/** What acts for the claim's agents: concepts that its wordings give to them and to nobody else. */
export function actorsOf(pack: LanguagePack, claim: number, { agents }: Guards): readonly number[] {
  return [...ownersOf(pack, claim)]
    .filter(([, parties]) => (parties & ~agents) === 0)
    .map(([concept]) => concept);
}

/** What the claim's wordings give to a party, the window does not give to another one only. */
function agreesInOwners(pack: LanguagePack, claim: number, { sentences }: Window): boolean {
  const own = ownersOf(pack, claim);
  if (own.size === 0) return true;
  const stated = new Map<number, number>();
  for (const { folded, terms } of sentences) {
    for (const { concept, party } of readOwners(pack.lexicon, folded, terms)) {
      stated.set(concept, (stated.get(concept) ?? 0) | (1 << party));
    }
  }
  for (const [concept, parties] of stated) {
    const allowed = own.get(concept);
    if (allowed !== undefined && (allowed & parties) === 0) return false;
  }
  return true;
}
