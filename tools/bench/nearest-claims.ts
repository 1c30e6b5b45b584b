/** How often a reader who is about to report a claim that is known already is shown it. */
import type { Claim, ClaimId } from '../../core/claims/claim.ts';
import { wordingsOf, type ClaimList } from '../../core/claims/claim-list.ts';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { createSimilarClaims, joinNearest } from '../../core/extension/similar-claims.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';

/** Words that stand in for others: in no claim. */
const STRANGERS = ['umbrella', 'clarinet'] as const;

/** A sentence with two of its words, a third and two thirds into it, put another way. */
export function changeTwoWords(sentence: string): string {
  const words = sentence.split(' ');
  const at = [Math.floor(words.length / 3), Math.floor((2 * words.length) / 3)];
  return words.map((word, place) => STRANGERS[at.indexOf(place)] ?? word).join(' ');
}

/** The claims beside a report, as its page has them. */
export type FindNearest = (
  claim: string,
  passage: string,
  language: string | null,
) => readonly ClaimId[];

/** As the report page does it: the engine on the passage, and words of both. */
export function createNearest(list: ClaimList): FindNearest {
  const findSimilar = createSimilarClaims(list.claims, wordingsOf(list.claims));
  const index = openIndex(compileIndex(list));
  return (claim, passage, language) => {
    const blocks = [{ text: passage, isHeading: false }];
    const matches = findClaims(index, { language, title: '', before: '', blocks }).flat();
    const matched = matches
      .toSorted((a, b) => b.similarity - a.similarity)
      .map((match) => match.claim);
    return joinNearest(list.claims, matched, findSimilar([claim, passage])).map(({ id }) => id);
  };
}

/** The claims like a sentence among plain ones, by their words; `template` lends what they lack. */
export function createPlainSimilar(
  claims: readonly PlainClaim[],
  template: Claim,
): (text: string) => readonly string[] {
  const dressed = claims.map(({ id, text }) => ({
    ...template,
    // An id of theirs has another form; it is only handed through.
    id: id as ClaimId,
    claimReviewed: { en: text.trim() },
  }));
  const findSimilar = createSimilarClaims(dressed, {});
  return (text) => findSimilar([text]).map(({ id }) => id);
}
