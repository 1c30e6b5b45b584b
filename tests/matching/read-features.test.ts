import { describe, expect, test } from 'vitest';
import { conceptFeature, featureReader } from '../../core/matching/read-features.ts';
import { EASTVALE, englishPack, NORTHLAND, sentencesOf, SOUTHMARK } from './fictional-index.ts';

const { lexicon } = englishPack();
const read = featureReader(lexicon);
const featuresOf = (text: string, lent: readonly number[] = []) => read(sentencesOf(text), lent);
/** What the first text says and the second does not. */
const beyond = (text: string, other: string) => {
  const known = featuresOf(other);
  return [...featuresOf(text)].filter((feature) => !known.has(feature));
};

describe('featureReader', () => {
  test('reads what words stand for, each once', () => {
    const features = featuresOf('drones, drones and UAVs');
    expect([...features]).toEqual([conceptFeature(lexicon.conceptOf('drone'))]);
  });

  test('leaves out who speaks and what is done with a statement', () => {
    expect(beyond('the minister denied that drones came', 'drones came')).toEqual([]);
  });

  test('adds what the context lends', () => {
    const lent = lexicon.partyConcepts.get(NORTHLAND) ?? -1;
    expect(featuresOf('drones came', [lent])).toContain(conceptFeature(lent));
    expect(featuresOf('drones came')).not.toContain(conceptFeature(lent));
  });

  test('tells directions, owners and doers apart that the same words name', () => {
    const there = 'Southmarkian drones flew from Northland to Eastvale';
    const back = 'Southmarkian drones flew from Eastvale to Northland';
    expect(beyond(there, back)).not.toEqual([]);
    const own = 'Southmarkian drones flew over Eastvalian fields';
    const others = 'Eastvalian drones flew over Southmarkian fields';
    expect(beyond(own, others)).not.toEqual([]);
    const doing = 'Southmark used drones against Eastvale';
    const done = 'Eastvale used drones against Southmark';
    expect(beyond(doing, done)).not.toEqual([]);
  });

  test('gives every kind, concept and party a number of its own', () => {
    const text = 'Southmarkian drones flew from Northland to Eastvale, and Northlandic drones too';
    const features = featuresOf(text);
    for (const party of [NORTHLAND, SOUTHMARK, EASTVALE]) {
      expect(features).toContain(conceptFeature(lexicon.partyConcepts.get(party) ?? -1));
    }
    for (const feature of features) {
      expect(Number.isSafeInteger(feature)).toBe(true);
      expect(feature).toBeLessThan(2 ** 32);
      expect(feature).toBeGreaterThanOrEqual(0);
    }
  });
});
