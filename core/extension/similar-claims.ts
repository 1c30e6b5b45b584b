/** Finds the claims of a list that a report may be about already. */
import Fuse from 'fuse.js';
import type { Claim } from '../claims/claim.ts';
import type { ClaimWordings } from '../claims/claim-list.ts';

/** What Fuse calls the threshold, for one word: takes other endings, and few other words. */
const WORD_THRESHOLD = 0.2;
/**
 * Words that count, by their letters. Shorter ones are mostly those that every sentence has, in any
 * language; a name of three letters is lost with them.
 */
const WORDS = /[\p{L}\p{M}\p{N}]{4,}/gu;
/**
 * Below this similarity (1 is the same words) two sentences share a name or a month and no more. Low,
 * since a reader who is shown one claim too many loses a glance, and one too few a report.
 */
const MIN_SIMILARITY = 0.07;
/** More claims than this beside a report are no help. */
const MAX_RESULTS = 3;
/** Sentences of a passage that are compared; each takes some milliseconds at a thousand wordings. */
const MAX_SENTENCE_COUNT = 12;
const SENTENCE_END = /(?<=[.!?…؟。])\s+|\n/u;

/**
 * The claims whose own sentence, or one of whose wordings, is most like a sentence of `texts`: best
 * first, few, and none where nothing is like it. Each wording is compared by itself: together, many
 * that match a little would outdo one that matches.
 */
export function createSimilarClaims(
  claims: readonly Claim[],
  wordings: ClaimWordings,
): (texts: readonly string[]) => readonly Claim[] {
  const sentences = claims.flatMap((claim) =>
    [...Object.values(claim.claimReviewed), ...(wordings[claim.id] ?? [])].map((text) => ({
      claim,
      text,
    })),
  );
  const fuse = new Fuse(sentences, {
    keys: ['text'],
    threshold: WORD_THRESHOLD,
    includeScore: true,
    ignoreLocation: true,
    ignoreDiacritics: true,
    useTokenSearch: true,
    tokenize: WORDS,
  });
  return (texts) => {
    const similarities = new Map<Claim, number>();
    const said = texts.flatMap((text) => text.split(SENTENCE_END)).slice(0, MAX_SENTENCE_COUNT);
    for (const { item, score = 1 } of said.flatMap((sentence) => fuse.search(sentence))) {
      const similarity = 1 - score;
      if (similarity < Math.max(MIN_SIMILARITY, similarities.get(item.claim) ?? 0)) continue;
      similarities.set(item.claim, similarity);
    }
    return [...similarities]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MAX_RESULTS)
      .map(([claim]) => claim);
  };
}
