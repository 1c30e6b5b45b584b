/** The features of a statement -> how probably it puts each claim that was learned. */
import type { LanguagePack } from './claim-index.ts';
import { probabilityOf } from './learn-claims.ts';
import type { Feature } from './read-features.ts';

export type FeatureWeigher = {
  /** Whether the claim was learned: the others are left to their guards. */
  readonly isLearned: (claim: number) => boolean;
  /** The probability, from 0 to 1, of each learned claim, by its number; NaN for the others. */
  readonly weigh: (features: ReadonlySet<Feature>) => Float64Array;
};

export function featureWeigher(pack: LanguagePack): FeatureWeigher {
  const { biases, features, featureStarts, featureClaims, featureWeights } = pack;
  const places = new Map(Array.from(features, (feature, place) => [feature, place]));
  return {
    isLearned: (claim) => !Number.isNaN(biases[claim] ?? NaN),
    weigh(present) {
      const odds = Float64Array.from(biases);
      for (const feature of present) {
        const place = places.get(feature);
        if (place === undefined) continue;
        const end = featureStarts[place + 1] ?? 0;
        for (let at = featureStarts[place] ?? 0; at < end; at++) {
          const claim = featureClaims[at] ?? 0;
          odds[claim] = (odds[claim] ?? 0) + (featureWeights[at] ?? 0);
        }
      }
      return odds.map(probabilityOf);
    },
  };
}
