import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexGrams } from '../../core/matching/gram-index.ts';

const TEXTS = ['a goat burnt the barn', 'the ferry sank', 'the goat of the ferry'];
const index = indexGrams(TEXTS, 4);

describe('indexGrams', () => {
  it('finds the whole of a text in itself, and nothing of it in another', () => {
    expect(index.asking('the ferry sank')(1).coverage).toBeCloseTo(1);
    expect(index.asking('zzzzzz')(1)).toEqual({ score: 0, coverage: 0 });
  });

  it('finds most where most is shared, whatever the endings', () => {
    const compare = index.asking('goats burn barns');
    expect(compare(0).score).toBeGreaterThan(compare(2).score);
    expect(compare(2).score).toBeGreaterThan(compare(1).score);
  });

  it('gives shares, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const { score, coverage } = indexGrams([a, b], 4).asking(b)(0);
        expect(coverage).toBeGreaterThanOrEqual(0);
        expect(coverage).toBeLessThanOrEqual(1);
        expect(score).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('answers nothing of texts that it does not have', () => {
    expect(indexGrams([], 4).asking('goat')(0)).toEqual({ score: 0, coverage: 0 });
  });
});
