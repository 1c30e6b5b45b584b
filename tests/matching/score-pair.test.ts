import { expect, it } from 'vitest';
import { FEATURES } from '../../core/matching/pair-features.ts';
import { MIN_PLAIN_SCORE, scorePairs } from '../../core/matching/score-pair.ts';

it('gives each row a score from 0 to 1, and next to none for a pair that shares nothing', () => {
  const rows = new Float64Array(2 * FEATURES.length);
  const scores = scorePairs(rows);
  expect(scores).toHaveLength(2);
  expect(scores[0]).toBe(scores[1]);
  expect(scores[0]).toBeGreaterThanOrEqual(0);
  expect(scores[0]).toBeLessThan(MIN_PLAIN_SCORE);
  expect(scorePairs(new Float64Array())).toHaveLength(0);
});
