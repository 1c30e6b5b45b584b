/** A list of N claims and queries about half of them, drawn from a set. */
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import type { Query } from './benchmark-data.ts';
import { shuffled } from './seeded-random.ts';

export type DrawnScan = {
  readonly claims: readonly PlainClaim[];
  readonly queries: readonly Query[];
};

/** In small lists fewer queries, so that one tweet with many claims does not make the list. */
const SMALL_COUNT = 100;
const MAX_QUERIES_OF_SMALL = 60;
const MAX_QUERIES = 400;

/**
 * Queries until their claims are half of `count` or there are enough of them, then other claims up to
 * `count`. The same for the same seed.
 */
export function drawScan(
  all: readonly PlainClaim[],
  queries: readonly Query[],
  count: number,
  seed: number,
): DrawnScan {
  const known = new Set(all.map(({ id }) => id));
  const maxQueries = count <= SMALL_COUNT ? MAX_QUERIES_OF_SMALL : MAX_QUERIES;
  const right = new Set<string>();
  const drawn: Query[] = [];
  for (const query of shuffled(queries, seed)) {
    if (right.size >= count / 2 || drawn.length >= maxQueries) break;
    if (![...query.right].every((claim) => known.has(claim))) continue;
    drawn.push(query);
    for (const claim of query.right) right.add(claim);
  }
  const others = shuffled(all, seed).filter(({ id }) => !right.has(id));
  const filling = new Set(others.slice(0, Math.max(0, count - right.size)).map(({ id }) => id));
  return { claims: all.filter(({ id }) => right.has(id) || filling.has(id)), queries: drawn };
}

/** The score that at least `share` of the scores reach. */
export function thresholdFor(scores: readonly number[], share: number): number {
  const best = scores.toSorted((a, b) => b - a);
  return best[Math.ceil(share * best.length) - 1] ?? Infinity;
}
