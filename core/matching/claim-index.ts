/**
 * A compiled claim list: one ArrayBuffer, read through typed-array views without parsing, so that a
 * background that was just woken answers at once.
 *
 *   magic, version | claims and their guards | one pack for each language: lexicon, wordings
 */
import type { ClaimId } from '../claims/claim.ts';
import { LANGUAGES } from './languages/index.ts';
import { undetermined } from './languages/und.ts';
import { NO_PARTY, openLexicon, type Lexicon } from './lexicon.ts';
import { listAt, openSections, packedListAt, type Layout, type Sections } from './sections.ts';

/** "RJIX" in the byte order of the machine: a file written on another byte order is refused. */
export const MAGIC = 0x58_49_4a_52;
/** Of the format; a buffer of another version is refused and compiled anew. */
export const FORMAT_VERSION = 5;

export const HEAD_LAYOUT = {
  magic: 'u32',
  /** Where each language's pack begins; one entry more for the end. */
  packStarts: 'u32',
  /** For each pack where its lexicon begins, after its own sections. */
  lexiconStarts: 'u32',
  /** The languages' codes, each of two or three letters, padded with zero to 4 bytes. */
  languages: 'u8',
  idBytes: 'u8',
  idStarts: 'u32',
  /** For each claim what its Guards say; these and what follows are empty where no claim has any. */
  agents: 'u32',
  requiredParties: 'u32',
  participants: 'u32',
  /** Two entries for each claim: from, to. */
  directions: 'i8',
  /** Two entries for each claim, first and last, as eight digits: 20250613. */
  days: 'u32',
  /** For each claim what its Strength says. */
  families: 'u32',
  ranks: 'u8',
} as const satisfies Layout;

export const PACK_LAYOUT = {
  /** What finding a concept is worth: its rarity among the claims of the list. */
  weights: 'f32',
  wordingClaims: 'u32',
  /** Of a plain list what each concept is: see WORD_KINDS. Empty for lists with answers. */
  wordKinds: 'u8',
  /** What each text is to its claim: see WORDING_KINDS. */
  wordingKinds: 'u8',
  /** The different concepts of each wording, packed: see `packLists`. */
  wordingStarts: 'u32',
  wordingConcepts: 'u8',
  /** What the shares that a text holds of a wording must add up to. */
  wordingNeeds: 'u8',
  /**
   * For each concept the wordings that are listed under it (see `compile-pack.ts`), each above
   * SHARE_BITS that say how much of the wording the concept is.
   */
  postingStarts: 'u32',
  postings: 'u32',
  /** For each claim the concepts that nearly all its wordings share: without them it is not put. */
  essentialStarts: 'u32',
  essentials: 'u32',
  /** For each claim pairs of a concept and the parties, as bits, that its wordings give it to. */
  ownerStarts: 'u32',
  owners: 'u32',
  /** For each claim the log-odds to begin with; NaN for one that is not learned. Empty where none is. */
  biases: 'f32',
  /** Features in ascending order, and for each the claims that it says something of. */
  features: 'u32',
  featureStarts: 'u32',
  featureClaims: 'u32',
  /** For each of those what it adds to the log-odds: see `learn-claims.ts`. */
  featureWeights: 'f32',
} as const satisfies Layout;

/** The day that nothing is after. */
const LAST_DAY = Infinity;

/** Of a posting, which has a wording above them; so a pack has 16 million wordings at most. */
export const SHARE_BITS = 8;
export const SHARE_MASK = 2 ** SHARE_BITS - 1;

export const LANGUAGE_CODE_BYTES = 4;

/** Bits that say what a concept of a plain list is: spelt as a name more often than not; with a digit. */
export const WORD_KINDS = { name: 1, number: 2 } as const;

/** A text that puts the claim, the words of a response to it, a text that only looks like it. */
export const WORDING_KINDS = { wording: 0, response: 1, nearMiss: 2 } as const;
export type WordingKind = (typeof WORDING_KINDS)[keyof typeof WORDING_KINDS];

/** What a passage must not contradict, as the claim's record declares it (see `check-guards.ts`). */
export type Guards = {
  /** Parties that do what the claim says, one bit each. */
  readonly agents: number;
  /** Parties that a passage must name: all but those that something is only done to. */
  readonly requiredParties: number;
  /** Every party that has a part in the claim. */
  readonly participants: number;
  /** The party that something comes from and the one that it goes to, or NO_PARTY. */
  readonly from: number;
  readonly to: number;
  /** As eight digits, 20250613: of a month or a year its first and its last. */
  readonly firstDay: number;
  readonly lastDay: number;
};

/** How much a claim alleges, among claims of one matter. */
export type Strength = {
  /** The same number for claims of the same family. */
  readonly family: number;
  /** A larger one alleges more, and what the smaller ones do. */
  readonly rank: number;
};

export type LanguagePack = Sections<typeof PACK_LAYOUT> & {
  readonly lexicon: Lexicon;
};

/** Whether it is of a plain list: compiled by `compile-plain-pack.ts`, read by `score-plain.ts`. */
export const isPlain = ({ wordKinds }: Pick<LanguagePack, 'wordKinds'>): boolean =>
  wordKinds.length > 0;

/** The concepts of a wording, each once. */
export function conceptsOfWording(
  { wordingStarts, wordingConcepts }: LanguagePack,
  wording: number,
): Uint32Array {
  return packedListAt(wordingStarts, wordingConcepts, wording);
}

/** The wordings that are listed under a concept. */
export function wordingsListed(
  { postingStarts, postings }: LanguagePack,
  concept: number,
): readonly number[] {
  return Array.from(listAt(postingStarts, postings, concept), (posting) => posting >>> SHARE_BITS);
}

/** Claims and wordings go by their place in the compiled list, from 0. */
export type ClaimIndex = {
  readonly claimCount: number;
  /** By the language's primary subtag. */
  readonly packs: ReadonlyMap<string, LanguagePack>;
  idOf(claim: number): ClaimId;
  guardsOf(claim: number): Guards;
  strengthOf(claim: number): Strength;
};

/** Thrown for a buffer that no compiler of this version wrote. */
export class ForeignIndexError extends Error {
  override readonly name = 'ForeignIndexError';
}

/** Opens a compiled list. Throws ForeignIndexError for anything else; the caller compiles anew. */
export function openIndex(buffer: ArrayBuffer): ClaimIndex {
  try {
    return openChecked(buffer);
  } catch (error) {
    if (error instanceof RangeError) throw new ForeignIndexError(error.message, { cause: error });
    throw error;
  }
}

function openChecked(buffer: ArrayBuffer): ClaimIndex {
  const head = openSections(HEAD_LAYOUT, buffer, 0, buffer.byteLength);
  if (head.magic[0] !== MAGIC || head.magic[1] !== FORMAT_VERSION) {
    throw new ForeignIndexError('not a compiled claim list of this version');
  }
  const decoder = new TextDecoder();
  const packs = new Map<string, LanguagePack>();
  head.lexiconStarts.forEach((lexiconStart, at) => {
    const bytes = head.languages.subarray(at * LANGUAGE_CODE_BYTES, (at + 1) * LANGUAGE_CODE_BYTES);
    const code = decoder.decode(bytes).replaceAll('\u0000', '');
    const rules = code === undetermined.code ? undetermined : LANGUAGES.get(code);
    if (rules === undefined) throw new ForeignIndexError(`no rules for the language ${code}`);
    const start = head.packStarts[at] ?? 0;
    const end = head.packStarts[at + 1] ?? 0;
    packs.set(code, {
      ...openSections(PACK_LAYOUT, buffer, start, lexiconStart),
      lexicon: openLexicon(rules, buffer, lexiconStart, end),
    });
  });
  return {
    claimCount: Math.max(0, head.idStarts.length - 1),
    packs,
    idOf(claim) {
      const bytes = head.idBytes.subarray(head.idStarts[claim], head.idStarts[claim + 1]);
      // Ids were ids when the list was compiled.
      return decoder.decode(bytes) as ClaimId;
    },
    guardsOf: (claim) => ({
      agents: head.agents[claim] ?? 0,
      requiredParties: head.requiredParties[claim] ?? 0,
      participants: head.participants[claim] ?? 0,
      from: head.directions[2 * claim] ?? NO_PARTY,
      to: head.directions[2 * claim + 1] ?? NO_PARTY,
      firstDay: head.days[2 * claim] ?? 0,
      lastDay: head.days[2 * claim + 1] ?? LAST_DAY,
    }),
    strengthOf: (claim) => ({ family: head.families[claim] ?? 0, rank: head.ranks[claim] ?? 0 }),
  };
}
