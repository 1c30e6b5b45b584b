/**
 * A claim, who made it, and what was answered. Named after schema.org Claim and ClaimReview
 * (https://schema.org/ClaimReview), but without `reviewRating`: a response is a position with an
 * author, never our verdict.
 */
import * as v from 'valibot';
import { IsoDate, Period, StatedDate } from './date.ts';
import { PartyId, SourceId } from './source.ts';
import {
  LanguageTag,
  LocalizedText,
  MAX_NAME_LENGTH,
  MAX_SENTENCE_LENGTH,
  plainText,
  slug,
  type Brand,
} from './text.ts';

export const ClaimId = v.pipe(
  slug,
  v.transform((text) => text as Brand<string, 'ClaimId'>),
);
export type ClaimId = v.InferOutput<typeof ClaimId>;

/** Longest quotation, in UTF-16 units; an official text is quoted at most this far. */
export const MAX_QUOTATION_LENGTH = 1_000;

/** Longest quotation from press, in UTF-16 units: enough to answer a claim, not to copy an article. */
export const MAX_PRESS_QUOTATION_LENGTH = 300;

const sourceIds = v.pipe(v.array(SourceId), v.minLength(1, 'at least one source id'));

/** Words in one language as one source prints them, to the letter. */
export const Quotation = v.strictObject({
  language: LanguageTag,
  text: plainText(MAX_QUOTATION_LENGTH),
  source: SourceId,
});
export type Quotation = v.InferOutput<typeof Quotation>;

/**
 * A quotation in another language than it was said in, and who put it so. Where the list's own
 * publisher translated it, `source` is the text that was translated.
 */
export const Translation = v.strictObject({
  ...Quotation.entries,
  /** A person, the outlet, the office itself, or the list's publisher. */
  translator: plainText(MAX_NAME_LENGTH),
});
export type Translation = v.InferOutput<typeof Translation>;

/**
 * How words are known. `seen` says where the text stood: on the office's own page, reproduced in
 * full by somebody else, or reported in part.
 */
export const Words = v.variant('form', [
  v.strictObject({
    form: v.literal('quoted'),
    /** The words in the language they were said in, where that text is known. */
    original: v.nullable(Quotation),
    translations: v.array(Translation),
    seen: v.picklist(['own-page', 'reproduced', 'reported']),
  }),
  v.strictObject({
    form: v.literal('paraphrased'),
    /** In our words, and shown as such. */
    text: LocalizedText,
  }),
]);
export type Words = v.InferOutput<typeof Words>;

/** What every statement on record has: who, in which office, for which side, when, in which words. */
const statementEntries = {
  author: v.strictObject({
    name: v.nullable(plainText(MAX_NAME_LENGTH)),
    office: v.nullable(LocalizedText),
  }),
  /** How a sentence names the author, capitalised: "Azerbaijan’s foreign ministry". */
  label: LocalizedText,
  /** The side that the author speaks for; null for none. */
  party: v.nullable(PartyId),
  datePublished: StatedDate,
  words: Words,
  /** What a reader needs to know beside the words: the occasion, a limit, another version. */
  note: v.optional(LocalizedText),
  sources: sourceIds,
};

/** Firmest first; the order decides which appearance speaks for the claim on a card. */
export const FIRMNESS = ['asserts', 'hedges', 'asks', 'reports'] as const;
export type Firmness = (typeof FIRMNESS)[number];

/** One occasion on which the claim was made, and how firmly. */
export const Appearance = v.strictObject({
  ...statementEntries,
  firmness: v.picklist(FIRMNESS),
  /** The statement by which the same author withdrew it later. */
  withdrawn: v.optional(v.strictObject({ datePublished: StatedDate, sources: sourceIds })),
});
export type Appearance = v.InferOutput<typeof Appearance>;

/**
 * What a response says of the claim. `does-not-confirm`: that nothing known bears it out, without
 * denying it. `declines`: that there will be no comment.
 */
export const RESPONSE_KINDS = [
  'denies',
  'denies-in-part',
  'does-not-confirm',
  'confirms',
  'confirms-in-part',
  'declines',
  'under-inquiry',
  'withdraws',
] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

export const STANDINGS = [
  'accused-party',
  'claimants-party',
  'third-party',
  'independent-body',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** A statement by somebody in office that answers the claim. */
export const Response = v.strictObject({
  ...statementEntries,
  kind: v.picklist(RESPONSE_KINDS),
  standing: v.picklist(STANDINGS),
});
export type Response = v.InferOutput<typeof Response>;

/** What a body that belongs to no side found, and which way it points. */
export const Finding = v.strictObject({
  ...statementEntries,
  bearing: v.picklist(['supports-response', 'contradicts-response', 'inconclusive']),
});
export type Finding = v.InferOutput<typeof Finding>;

/** A reply by somebody whom this record names (see the right of reply in `data/POLICY.md`). */
export const Reply = v.strictObject(statementEntries);
export type Reply = v.InferOutput<typeof Reply>;

/** Ways the claim is put in one language. Matched, never shown. */
export const Wordings = v.strictObject({
  /** The native speaker who read them; null: nobody has yet. */
  reviewedBy: v.nullable(plainText(MAX_NAME_LENGTH)),
  texts: v.pipe(v.array(plainText(MAX_SENTENCE_LENGTH)), v.minLength(1, 'at least one wording')),
});
export type Wordings = v.InferOutput<typeof Wordings>;

export const Claim = v.strictObject({
  id: ClaimId,
  publication: v.variant('status', [
    v.strictObject({ status: v.literal('published') }),
    v.strictObject({ status: v.literal('draft'), reason: plainText() }),
  ]),
  /** The claim in one neutral sentence; shown. */
  claimReviewed: LocalizedText,
  /** An event either happened or did not; a state (a plan, a motive, a presence) is so or is not. */
  nature: v.picklist(['event', 'state']),
  /** The sides that the claim is about: a response of one of them is an accused party’s. */
  about: v.pipe(v.array(PartyId), v.minLength(1, 'at least one side')),
  wordings: v.record(LanguageTag, Wordings),
  /**
   * Sentences, by language, that share the wordings' words and do not make the claim: a passage
   * that resembles one of them more is not marked. Matched, never shown.
   */
  nearMisses: v.optional(v.record(LanguageTag, v.array(plainText(MAX_SENTENCE_LENGTH))), {}),
  appearances: v.array(Appearance),
  /** The response that answers the claim most directly comes first; a card opens with it. */
  responses: v.array(Response),
  findings: v.array(Finding),
  replies: v.array(Reply),
  status: v.strictObject({
    /**
     * `answered`: a response is on record and nothing independent settles the matter.
     * `contradicted`: an independent body contradicts the response. `confirmed`: the side that the
     * claim is about, or an independent body, confirms the claim. `open`: no response is on record.
     */
    outcome: v.picklist(['answered', 'contradicted', 'confirmed', 'open']),
    reason: LocalizedText,
    asOf: IsoDate,
  }),
  /** The time that the claim is about (schema.org temporalCoverage). */
  temporalCoverage: Period,
  /** Who the claim says was involved, and as what. */
  participants: v.pipe(
    v.array(
      v.strictObject({
        party: PartyId,
        role: v.picklist(['agent', 'place', 'target', 'recipient', 'enabler']),
      }),
    ),
    v.minLength(1, 'at least one participant'),
  ),
  /** From where to where the claim says something moved; null when nothing moves. */
  direction: v.nullable(v.strictObject({ from: PartyId, to: PartyId })),
  /**
   * How much the claim alleges, among claims of one family: a larger rank includes the smaller
   * ones. A passage gets the weakest claim of a family that its words support.
   */
  strength: v.strictObject({
    family: slug,
    rank: v.pipe(
      v.number(),
      v.integer('a whole number'),
      v.minValue(1, 'at least 1'),
      v.maxValue(9, 'at most 9'),
    ),
    meaning: LocalizedText,
  }),
});
export type Claim = v.InferOutput<typeof Claim>;

/** Whether no native speaker has read the claim's wordings in `language`, though there are some. */
export function isTrial({ wordings }: Pick<Claim, 'wordings'>, language: string): boolean {
  return Object.hasOwn(wordings, language) && wordings[language]?.reviewedBy === null;
}
