/** What a text must share with a claim of a plain list before the two are compared closely. */
import type { LanguagePack } from './claim-index.ts';
import { LOW_BIT_COUNT, LOW_BITS } from './sections.ts';

/**
 * All count for one wording of the claim, its text or its title. Lower finds a few more of the tweets
 * of CheckThat! 2022 task 2A, and costs time: nearly all blocks of a page would be compared. Higher is
 * faster and loses some.
 */
const MIN_SHARE = 0.36;
/** The rarities of the words together: two rare words are worth as much. */
const MIN_MASS = 16;
/** The rarities of the rarest word and of the next: what everybody writes of tells no claim apart. */
const MIN_RAREST = 5.7;
const MIN_SECOND = 4.5;

/** Sums of rounded numbers differ by a little less. */
const ROUNDING = 1e-4;

/** The share that a text must have of a wording whose words are worth `total`; above 1 none has enough. */
export function plainShareNeeded(total: number): number {
  return Math.max(MIN_SHARE, MIN_MASS / total) - ROUNDING;
}

/** Whether the concepts that `has` marks with 1 are enough of a wording for it to be compared. */
export function mayPut(
  { wordingStarts, wordingConcepts, weights }: LanguagePack,
  wording: number,
  has: Uint8Array,
): boolean {
  const end = wordingStarts[wording + 1] ?? 0;
  let total = 0;
  let own = 0;
  let rarest = 0;
  let second = 0;
  // Without a list of its concepts: asked for every wording that a page has rare words of.
  for (let at = wordingStarts[wording] ?? 0; at < end;) {
    let byte = wordingConcepts[at++] ?? 0;
    let concept = byte & LOW_BITS;
    for (let shift = LOW_BIT_COUNT; byte > LOW_BITS; shift += LOW_BIT_COUNT) {
      byte = wordingConcepts[at++] ?? 0;
      concept |= (byte & LOW_BITS) << shift;
    }
    const weight = weights[concept] ?? 0;
    total += weight;
    if (has[concept] !== 1) continue;
    own += weight;
    second = Math.max(second, Math.min(rarest, weight));
    rarest = Math.max(rarest, weight);
  }
  return rarest >= MIN_RAREST && second >= MIN_SECOND && own >= plainShareNeeded(total) * total;
}
