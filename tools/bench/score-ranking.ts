/** How good an order is: the figures of CLEF CheckThat! task 2. */
import type { Query } from './benchmark-data.ts';

/** How far down an order is looked at. */
export const DEPTH = 5;

export type QueryScore = {
  /** Average precision at DEPTH, divided by the smaller of it and the number of right claims. */
  readonly averagePrecision: number;
  readonly isFirstRight: boolean;
  readonly isAnyRight: boolean;
};

export function scoreQuery({ right }: Query, ranked: readonly string[]): QueryScore {
  const hits = ranked.slice(0, DEPTH).map((claim) => right.has(claim));
  let foundCount = 0;
  let sum = 0;
  hits.forEach((isRight, at) => {
    if (!isRight) return;
    foundCount++;
    sum += foundCount / (at + 1);
  });
  return {
    averagePrecision: right.size === 0 ? 0 : sum / Math.min(DEPTH, right.size),
    isFirstRight: hits[0] === true,
    isAnyRight: foundCount > 0,
  };
}
