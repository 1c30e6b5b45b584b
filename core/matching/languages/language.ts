/** What the matching room must know of one language. One file a language, none of them with code for a claim. */

/**
 * Words are given as pages print them, lower case; a phrase of several words is joined by spaces.
 * They are compared by stem, so one form of a regular word is enough.
 */
export type LanguageRules = {
  /** The primary language subtag, as in BCP 47. */
  readonly code: string;
  readonly stem: (word: string) => string;
  /** Words that carry no meaning of their own. */
  readonly stopWords: readonly string[];
  /** Verbs and nouns so common that finding them says little; they weigh half. */
  readonly lightWords: readonly string[];
  /** Words that news prose uses for one another; the first names the concept. */
  readonly synonyms: readonly (readonly string[])[];
  /** Words before a place that make it the place something comes from, or through. */
  readonly sourceCues: readonly string[];
  /** Verbs that take the place something passes without a word between: "crossed Azerbaijan". */
  readonly pathVerbs: readonly string[];
  /** What a place is called that something sets out from: "a springboard". */
  readonly sourceNouns: readonly string[];
  /** Words before a place that make it the place something goes to. */
  readonly goalCues: readonly string[];
  /** Verbs that take the place something goes to without a word between: "entered Iran". */
  readonly goalVerbs: readonly string[];
  /** Words for a place that stand for one named before: "from the neighbouring country". */
  readonly placeNouns: readonly string[];
  /**
   * Words for what is done rather than for what it is done with; each stands for its concept. News
   * has too many of them for any list to hold, so no claim insists on one.
   */
  readonly acts: readonly string[];
  /** Words between a thing and the party that it belongs to: "the jets *of* Israel". */
  readonly ownerCues: readonly string[];
  /** Words between a place and the party that it belongs to: "the skies *over* Iran". */
  readonly overCues: readonly string[];
  /** Words for places that a party has; each stands for its concept. */
  readonly places: readonly string[];
  /** Places that belong to two parties at once, so that naming one says nothing of the other. */
  readonly sharedPlaces: readonly string[];
  /** Words before a party that make it the doer: "by Israel", "let Israel", "were Israeli". */
  readonly agentCues: readonly string[];
  /** Words after a party's adjective that say where a thing was made, not whose it is: "Israeli-made". */
  readonly originWords: readonly string[];
  /** Words that point back to a place or a side named before. */
  readonly anaphors: readonly string[];
  readonly stance: StanceCues;
};

/** The words by which a page shows what it does with a claim (see `read-stance.ts`). */
export type StanceCues = {
  /** "denied", "rejects", "debunked" */
  readonly denialVerbs: readonly string[];
  /** "baseless", "no evidence", "nonsense" */
  readonly denialWords: readonly string[];
  /** Openings that deny all that the sentence says: "contrary to", "at no time", "nothing". */
  readonly denyingOpenings: readonly string[];
  /** "not", "never", "no" */
  readonly negations: readonly string[];
  /** What looks like a negation and is none: "not only", "no longer", "no doubt". */
  readonly notNegations: readonly string[];
  /** "did not deny", "cannot be denied", "not ruled out": neither denial nor the page's own word. */
  readonly undeniedPhrases: readonly string[];
  /** "said", "alleges", "according to", "reportedly", "rumours" */
  readonly attributions: readonly string[];
  /** "may", "might", "possibly": the page does not commit itself. */
  readonly hedges: readonly string[];
  /** "whether", "asked if", "look into" */
  readonly questions: readonly string[];
  /** Words of one person's account: "by *his* reckoning". The page itself has none. */
  readonly personal: readonly string[];
  /** Words that begin a clause which says what somebody says: "the talk is *that* …". */
  readonly contentClauses: readonly string[];
  /** Forms of a verb that tell what lies before a telling: "the drones *had* come". */
  readonly pastOfPast: readonly string[];
  /** Openings of a sentence that say whose words the one before was: "*That is how* he sees it". */
  readonly afterthoughts: readonly string[];
  /** What a denial in the next sentence calls the claim: "the accusation", "this", "the reports". */
  readonly claimNouns: readonly string[];
};
