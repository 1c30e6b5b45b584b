/** What the matching room must know of one language. One file a language, none of them with code for a claim. */

/**
 * Words are given as pages print them, lower case; a phrase of several words is joined by spaces.
 * Function words are compared as they are; all others by stem, so one form of a regular word is
 * enough.
 */
export type LanguageRules = {
  /** The primary language subtag, as in BCP 47. */
  readonly code: string;
  readonly stem: (word: string) => string;
  /** Folded letters that no other language of its script here has: Azerbaijani "ə". */
  readonly ownLetters?: string;
  /** What a full stop follows without ending a sentence, as printed: "Mr", "Gen". */
  readonly abbreviations: readonly string[];
  /** Function words, and others that carry no meaning of their own. */
  readonly stopWords: readonly string[];
  /** Verbs and nouns so common that finding them says little; they weigh half. */
  readonly lightWords: readonly string[];
  /** Words that news prose uses for one another; the first names the concept. */
  readonly synonyms: readonly (readonly string[])[];
  /**
   * Words for what is done rather than for what it is done with; each stands for its concept. News
   * has too many of them for any list to hold, so no claim insists on one.
   */
  readonly acts: readonly string[];
  /** Who speaks in the news and does nothing there that a claim is about: "ministry", "newspaper". */
  readonly speakers?: readonly string[];
  /** Function words that may stand before a name: "the", "its". */
  readonly determiners: readonly string[];
  /** Words that point back to a place or a side named before. */
  readonly anaphors: readonly string[];
  /** What looks like one of them and points nowhere: "this year", "there is". */
  readonly notAnaphors: readonly string[];
  readonly agency: AgencyCues;
  readonly movement: MovementCues;
  readonly ownership: OwnershipCues;
  readonly stance: StanceCues;
};

/** The words that tell who does something (see `read-agency.ts`). */
export type AgencyCues = {
  /** Words before a party that make it the doer: "by Israel", "let Israel", "were Israeli". */
  readonly doerCues: readonly string[];
  /** Function words between a doer and its verb: "Israel *had never* used". */
  readonly auxiliaries: readonly string[];
  /** The forms of "to be", with which a party may be a doer or done to. Function words. */
  readonly beForms: readonly string[];
  /** Endings of adverbs, which stand there too: "Israel *reportedly* used". */
  readonly adverbEndings: readonly string[];
  /** Endings of a verb that goes on: "Israel was *using*". */
  readonly progressiveEndings: readonly string[];
  /** Function words that join a doer to its verb: "Israel was able *to* use", "is accused *of* using". */
  readonly verbJoiners: readonly string[];
  /** Function words that join what was done to its doer: "was used *by* airlines". */
  readonly passiveJoiners: readonly string[];
  /** Function words after a party that make it the doer: "İsrail *tərəfindən*". */
  readonly doerCuesAfter: readonly string[];
  readonly oblique: ObliqueCues;
  /**
   * Words for giving, letting and agreeing: where one of them stands, an oblique party does something
   * too: "aerodromlarını İsrail*ə* açıb".
   */
  readonly enablers?: readonly string[];
};

/**
 * What keeps a party from being the doer, in languages whose cases and adpositions tell who does
 * what: there every party is one that nothing here speaks against. Empty where word order tells.
 */
export type ObliqueCues = {
  /** Function words before it: "*против* Израиля", "*علیه* اسرائیل". */
  readonly before: readonly string[];
  /** Endings of its name: "İsrail*ə*", "Իսրայելի*ց*". */
  readonly endings: readonly string[];
  /** Function words after it: "İsrailə *qarşı*". */
  readonly after: readonly string[];
};

/** The words that tell a place something comes from and one that it goes to (see `read-movement.ts`). */
export type MovementCues = {
  /** Function words before a place that make it the place something comes from, or through. */
  readonly sources: readonly string[];
  /** Verbs that take the place something passes without a word between: "crossed Azerbaijan". */
  readonly pathVerbs: readonly string[];
  /** What a place is called that something sets out from: "a springboard". */
  readonly sourceNouns: readonly string[];
  /** Function words before a place that make it the place something goes to. */
  readonly goals: readonly string[];
  /** Verbs that take the place something goes to without a word between: "entered Iran". */
  readonly goalVerbs: readonly string[];
  /** Words for a place that stand for one named before: "from the neighbouring country". */
  readonly placeNouns: readonly string[];
  /** Endings that make a party, or a place of it, what something comes from: "Azərbaycan*dan*". */
  readonly sourceEndings: readonly string[];
  /** Endings that make a party, or a place of it, what something goes to: "İran*a*". */
  readonly goalEndings: readonly string[];
  /** Function words after a party, or after a place of it, likewise: "Azerbaycan *üzerinden*". */
  readonly sourcesAfter: readonly string[];
  readonly goalsAfter: readonly string[];
};

/** The words that tell whose something is (see `read-owners.ts`). */
export type OwnershipCues = {
  /** What a possessive's ending is as a word of its own: the "s" of "Israel's". A function word. */
  readonly possessives: readonly string[];
  /** Endings of a party's name that make it own what follows: "İsrail*in* dronları". */
  readonly possessiveEndings: readonly string[];
  /** Whether a party's bare name owns what follows it: "İsrail dronları". */
  readonly bareNamesOwn: boolean;
  /**
   * The endings of a party's name that make it own what stands directly before it, the empty one
   * for a bare name: "небо Азербайджан*а*", "حریم هوایی آذربایجان". None where a joiner is needed.
   */
  readonly followingOwnerEndings: readonly string[];
  /** What joins a thing to the party that it belongs to: "the jets *of* Israel". Function words. */
  readonly joiners: readonly string[];
  /** What joins a place to the party that it belongs to: "the skies *over* Iran". Function words. */
  readonly placeJoiners: readonly string[];
  /** Words for places that a party has; each stands for its concept. */
  readonly places: readonly string[];
  /** Places that belong to two parties at once, so that naming one says nothing of the other. */
  readonly sharedPlaces: readonly string[];
  /**
   * Words after a party's adjective that say where a thing was made, not whose it is:
   * "Israeli-made". Compared as they are, since "supplies" says something else than "supplied".
   */
  readonly origins: readonly string[];
};

/** The words by which a page shows what it does with a claim (see `read-stance.ts`). */
export type StanceCues = {
  /** "denied", "rejects", "baseless", "no evidence", "nonsense" */
  readonly denials: readonly string[];
  /** Openings that deny all that the sentence says: "contrary to", "at no time", "nothing". */
  readonly denyingOpenings: readonly string[];
  /** "not", "never", "no" */
  readonly negations: readonly string[];
  /** Forms of a verb that negate it themselves, as folded words: "verməyib", "نکرد". */
  readonly negatedForms: readonly RegExp[];
  /** Forms of a verb that make it what somebody says, as folded words: "keçdi*yini*", "girdi*ğini*". */
  readonly reportedForms?: readonly RegExp[];
  /**
   * Whether a negation follows what it negates: "istifadə *edilməyib*"; 'at-clause-end' where it
   * does so only as the last word of its clause: "զորքեր *չկան*".
   */
  readonly negationFollows: boolean | 'at-clause-end';
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
  /** Function words by which somebody tells what others do: "the book *has* drones crossing". */
  readonly narrations: readonly string[];
  /** Words before a verb that make it something that may yet be: "Israel *could* use". */
  readonly modals: readonly string[];
  /** Openings of a sentence that say whose words the one before was: "*That is how* he sees it". */
  readonly afterthoughts: readonly string[];
  /** What a denial in the next sentence calls the claim: "the accusation", "this", "the reports". */
  readonly claimNouns: readonly string[];
};
