import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { describeFigure, meanFigure, scaled, shareFigure } from '../../tools/bench/figure.ts';
import { sampleOf, seededRandom, shuffled } from '../../tools/bench/seeded-random.ts';

describe('a share', () => {
  it('has the interval of Wilson', () => {
    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I: 15 of 148.
    const figure = shareFigure(15, 148);
    expect(figure?.interval?.[0]).toBeCloseTo(0.0624, 3);
    expect(figure?.interval?.[1]).toBeCloseTo(0.1605, 3);
  });

  it('is within its interval, and the interval within 0 and 1', () => {
    const counts = fc
      .integer({ min: 1, max: 5_000 })
      .chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole)));
    fc.assert(
      fc.property(counts, ([part, whole]) => {
        const figure = shareFigure(part, whole);
        const [low, high] = figure?.interval ?? [NaN, NaN];
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual((figure?.value ?? NaN) + 1e-12);
        expect(high).toBeGreaterThanOrEqual((figure?.value ?? NaN) - 1e-12);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is none of no case', () => {
    expect(shareFigure(0, 0)).toBeNull();
  });
});

describe('a mean', () => {
  it('has an interval that is the same each time', () => {
    const values = [0, 1, 0.5, 1, 1, 0];
    expect(meanFigure(values)).toEqual(meanFigure(values));
    expect(meanFigure(values)?.value).toBeCloseTo(3.5 / 6);
  });

  it('of equal cases has no width', () => {
    expect(meanFigure([0.5, 0.5, 0.5])?.interval).toEqual([0.5, 0.5]);
  });

  it('is none of no case', () => {
    expect(meanFigure([])).toBeNull();
  });
});

test('a figure is told with its bounds and its number of cases', () => {
  const figure = { value: 0.5, count: 1_200, interval: [0.4, 0.6] } as const;
  expect(describeFigure(figure)).toBe('0.50 (0.40 to 0.60, n = 1,200)');
  expect(describeFigure(scaled(figure, 1_000), 0)).toBe('500 (400 to 600, n = 1,200)');
  expect(describeFigure({ ...figure, interval: null }, 1)).toBe('0.5 (n = 1,200)');
});

describe('chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => Array.from({ length: 5 }, seededRandom(seed));
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  it('shuffles without losing anything, and samples in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(30), fc.nat(), (items, count, seed) => {
        expect(shuffled(items, seed).toSorted()).toEqual(items.toSorted());
        const places = [...items.keys()];
        const sample = sampleOf(places, count, seed);
        expect(sample).toHaveLength(Math.min(count, items.length));
        expect(sample).toEqual([...new Set(sample)].toSorted((a, b) => a - b));
      }),
    );
  });
});
