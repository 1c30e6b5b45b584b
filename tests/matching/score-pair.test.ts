import { expect, it } from 'vitest';
import { FEATURES } from '../../core/matching/pair-features.ts';
import { scorePairs } from '../../core/matching/score-pair.ts';

it('gives each row a sureness from 0 to 1, and next to none for a pair that shares nothing', () => {
  const [first, second, ...more] = scorePairs(new Float64Array(2 * FEATURES.length));
  expect(more).toEqual([]);
  expect(first).toEqual(second);
  expect(first?.sureness).toBeGreaterThanOrEqual(0);
  expect(first?.sureness).toBeLessThan(0.01);
  expect(scorePairs(new Float64Array())).toEqual([]);
});
