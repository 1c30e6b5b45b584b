import { describe, expect, it } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import {
  FEATURES,
  findCandidates,
  readPairFeatures,
  type Feature,
} from '../../core/matching/pair-features.ts';
import { openPlainIndex } from '../../core/matching/plain-index.ts';
import { queryReader } from '../../core/matching/read-query.ts';

const claim = (id: string, text: string): PlainClaim => ({ id, text, title: null, lang: null });
const index = openPlainIndex([
  claim('barn', 'In Eastvale 3 goats burnt a barn.'),
  claim('ferry', 'The Eastvale ferry sank.'),
]);
const read = queryReader(index);

/** The features of the pair of a text and the claim at a place. */
function featuresOf(text: string, place: number): ReadonlyMap<Feature, number> {
  const query = read(text);
  const candidates = findCandidates(index, query, 10);
  const at = candidates.findIndex((candidate) => candidate.claim === place);
  const rows = readPairFeatures(index, query, candidates);
  return new Map(FEATURES.map((name, it) => [name, rows[at * FEATURES.length + it] ?? NaN]));
}

describe('findCandidates', () => {
  it('gives the claims that share a word, best first', () => {
    const claimsOf = (text: string) =>
      findCandidates(index, read(text), 10).map((candidate) => candidate.claim);
    expect(claimsOf('Eastvale’s ferry')).toEqual([1, 0]);
    expect(claimsOf('the goat')).toEqual([0]);
    expect(claimsOf('nothing at all')).toEqual([]);
  });
});

describe('readPairFeatures', () => {
  it('finds all of a claim in itself, and its numbers and names', () => {
    const features = featuresOf('In Eastvale 3 goats burnt a barn.', 0);
    for (const name of ['coverage', 'cosine', 'phraseCoverage', 'numbersFound'] as const) {
      expect(features.get(name)).toBeCloseTo(1);
    }
    expect(features.get('rarestMissing')).toBe(0);
  });

  it('misses what the text does not say', () => {
    const features = featuresOf('7 goats burnt a barn', 0);
    expect(features.get('numbersMissing')).toBe(1);
    expect(features.get('rarestNameMissing')).toBeGreaterThan(0);
    expect(features.get('coverage')).toBeLessThan(1);
  });

  it('finds less of a text the more else it says', () => {
    const short = featuresOf('Goats burnt a barn.', 0);
    const long = featuresOf('Goats burnt a barn while ten musicians played trombones.', 0);
    expect(long.get('words')).toBeLessThan(short.get('words') ?? 0);
    expect(long.get('textCoverage')).toBe(short.get('textCoverage'));
  });

  it('gives a row for each candidate, and none for none', () => {
    expect(readPairFeatures(index, read(''), [])).toHaveLength(0);
    for (const value of featuresOf('Eastvale', 1).values()) expect(value).not.toBeNaN();
  });
});
