import { describe, expect, test } from 'vitest';
import type { LanguagePack } from '../../core/matching/claim-index.ts';
import { probabilityOf } from '../../core/matching/learn-claims.ts';
import { featureWeigher } from '../../core/matching/weigh-features.ts';
import { englishPack } from './fictional-index.ts';

/** Two claims: the first is learned, of features 7 and 9; the second is not. */
const pack: LanguagePack = {
  ...englishPack(),
  biases: Float32Array.of(-1, NaN),
  features: Uint32Array.of(7, 9),
  featureStarts: Uint32Array.of(0, 1, 2),
  featureClaims: Uint32Array.of(0, 0),
  featureWeights: Float32Array.of(2.5, -4),
};

describe('featureWeigher', () => {
  const { isLearned, weigh } = featureWeigher(pack);

  test('knows which claims were learned', () => {
    expect([isLearned(0), isLearned(1), isLearned(2)]).toEqual([true, false, false]);
  });

  test.each<[readonly number[], number]>([
    [[], -1],
    [[7], 1.5],
    [[9], -5],
    [[7, 9], -2.5],
    [[7, 8, 1000], 1.5],
  ])('adds up what is there: %j', (features, odds) => {
    const [learned, other] = weigh(new Set(features));
    expect(learned).toBeCloseTo(probabilityOf(odds));
    expect(other).toBeNaN();
  });

  test('learns nothing of a list with few wordings', () => {
    const fictional = featureWeigher(englishPack());
    expect([0, 1].filter((claim) => fictional.isLearned(claim))).toEqual([]);
  });
});
