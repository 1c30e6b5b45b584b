/**
 * Passages that measure the matching of one claim. They are written apart from its wordings, and
 * nothing is matched by them: a list without examples works, but nobody knows how well.
 */
import * as v from 'valibot';
import { STANCES } from './stance.ts';
import { LanguageTag, MAX_SENTENCE_LENGTH, plainText } from './text.ts';

/** Longest passage, in UTF-16 units: a few sentences of a news page. */
const MAX_PASSAGE_LENGTH = 1_000;

/** A passage with a sentence that makes the claim. */
export const MatchExample = v.pipe(
  v.strictObject({
    text: plainText(MAX_PASSAGE_LENGTH),
    /** The sentence, as it stands in `text`. */
    quote: plainText(MAX_PASSAGE_LENGTH),
    stance: v.picklist(STANCES),
  }),
  v.forward(
    v.check(({ text, quote }) => text.includes(quote), 'words of "text"'),
    ['quote'],
  ),
);
export type MatchExample = v.InferOutput<typeof MatchExample>;

/** A passage on the subject that makes no claim of the list. */
export const NearMissExample = v.strictObject({
  text: plainText(MAX_PASSAGE_LENGTH),
  /** What makes it another matter, in English. */
  why: plainText(MAX_SENTENCE_LENGTH),
});
export type NearMissExample = v.InferOutput<typeof NearMissExample>;

/** `examples/<claim-id>.json`: passages by language. */
export const ClaimExamples = v.record(
  LanguageTag,
  v.strictObject({
    matches: v.array(MatchExample),
    nearMisses: v.array(NearMissExample),
  }),
);
export type ClaimExamples = v.InferOutput<typeof ClaimExamples>;
