/** Cues of a language that has none of a kind: its rules begin with these, and name those that it has. */
import type { AgencyCues, MovementCues, OwnershipCues, StanceCues } from './language.ts';

export const NO_AGENCY: AgencyCues = {
  doerCues: [],
  auxiliaries: [],
  beForms: [],
  adverbEndings: [],
  progressiveEndings: [],
  verbJoiners: [],
  passiveJoiners: [],
  doerCuesAfter: [],
  oblique: { before: [], endings: [], after: [] },
};

export const NO_MOVEMENT: MovementCues = {
  sources: [],
  pathVerbs: [],
  sourceNouns: [],
  goals: [],
  goalVerbs: [],
  placeNouns: [],
  sourceEndings: [],
  goalEndings: [],
  sourcesAfter: [],
  goalsAfter: [],
};

export const NO_OWNERSHIP: OwnershipCues = {
  possessives: [],
  possessiveEndings: [],
  bareNamesOwn: false,
  followingOwnerEndings: [],
  joiners: [],
  placeJoiners: [],
  places: [],
  sharedPlaces: [],
  origins: [],
};

/** Of a language in which what a page does with a claim cannot be read. */
export const NO_STANCE: StanceCues = {
  denials: [],
  denyingOpenings: [],
  negations: [],
  negatedForms: [],
  negationFollows: false,
  notNegations: [],
  undeniedPhrases: [],
  attributions: [],
  hedges: [],
  questions: [],
  personal: [],
  contentClauses: [],
  pastOfPast: [],
  narrations: [],
  modals: [],
  afterthoughts: [],
  claimNouns: [],
};
