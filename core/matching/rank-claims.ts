/** A text -> the claims of a plain list that it most resembles. */
import type { PlainClaim } from '../claims/plain-list.ts';
import { findCandidates, readPairFeatures } from './pair-features.ts';
import { openPlainIndex } from './plain-index.ts';
import { queryReader } from './read-query.ts';
import { scorePairs } from './score-pair.ts';

/**
 * A claim by its id, and how sure it is that the text says it: from 0 to 1, comparable between
 * texts and, less so, between lists. What finds the order of a text's claims best is not what tells
 * matches from prose best, so the first claim has the score of the surest, and so on down.
 */
export type RankedClaim = { readonly claim: string; readonly score: number };

export type Ranking = {
  /** The `top` claims that `text` most resembles, best first; those without a common word are left out. */
  rank(text: string, top: number): readonly RankedClaim[];
};

/** Candidates that are compared closely. The right claim of a tweet is among so many 99 times in 100. */
const CANDIDATE_COUNT = 100;
/** Prepares `claims` for ranking; linear in their text. */
export function openRanking(claims: readonly PlainClaim[]): Ranking {
  const index = openPlainIndex(claims);
  const readQuery = queryReader(index);
  return {
    rank(text, top) {
      const query = readQuery(text);
      const candidates = findCandidates(index, query, Math.max(top, CANDIDATE_COUNT));
      const pairs = scorePairs(readPairFeatures(index, query, candidates));
      const surenesses = pairs.map(({ sureness }) => sureness).sort((a, b) => b - a);
      return candidates
        .map(({ claim }, at) => ({ claim, order: pairs[at]?.order ?? 0 }))
        .sort((a, b) => b.order - a.order || a.claim - b.claim)
        .map(({ claim }, at) => ({ claim: claims[claim]?.id ?? '', score: surenesses[at] ?? 0 }))
        .slice(0, top);
    },
  };
}
