import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  learnClaims,
  probabilityOf,
  WEIGHT_STEP,
  type ClaimModel,
  type LearningText,
} from '../../core/matching/learn-claims.ts';

const [DRONE, HARBOUR, NORTH, SOUTH, SOLD] = [1, 2, 3, 4, 5];
const text = (claim: number, isPut: boolean, ...features: number[]): LearningText => ({
  puts: isPut ? [claim] : [],
  features: new Set(features),
});
/** Drones from the north are claimed; drones of the south, and drones sold, are not. */
const TEXTS: readonly LearningText[] = [
  text(0, true, DRONE, NORTH),
  text(0, true, DRONE, NORTH, 6),
  text(0, true, DRONE, NORTH, 7),
  text(0, false, DRONE, SOUTH),
  text(0, false, DRONE, NORTH, SOLD),
  text(0, false, DRONE, NORTH, SOLD, 9),
  text(0, false, DRONE, NORTH, SOLD, 10),
  text(1, true, HARBOUR, NORTH),
  text(1, true, HARBOUR, NORTH, 8),
  text(1, false, HARBOUR, SOUTH),
];

const oddsOf = ({ bias, weights }: ClaimModel, ...features: number[]) =>
  features.reduce((odds, feature) => odds + (weights.get(feature) ?? 0), bias);

describe('learnClaims', () => {
  const [drones, harbour] = learnClaims([0, 1], TEXTS);

  test('tells what puts a claim from what only looks like it', () => {
    if (drones === undefined || harbour === undefined) throw new Error('no models');
    expect(probabilityOf(oddsOf(drones, DRONE, NORTH))).toBeGreaterThan(0.5);
    for (const other of [[DRONE, SOUTH], [DRONE, NORTH, SOLD], [HARBOUR, NORTH], []]) {
      expect(probabilityOf(oddsOf(drones, ...other)), other.join()).toBeLessThan(0.5);
    }
    expect(probabilityOf(oddsOf(harbour, HARBOUR, NORTH))).toBeGreaterThan(0.5);
    expect(probabilityOf(oddsOf(harbour, DRONE, NORTH))).toBeLessThan(0.5);
  });

  test('keeps its weights in whole steps, the same for the same texts', () => {
    const again = learnClaims([0, 1], TEXTS);
    expect(again).toEqual([drones, harbour]);
    for (const weight of drones?.weights.values() ?? []) {
      expect(Number.isInteger(weight / WEIGHT_STEP)).toBe(true);
    }
  });

  test('takes what only looks like one claim for nothing of another', () => {
    const other = { ...text(1, false, DRONE, NORTH), only: 1 };
    const [model] = learnClaims([0], [...TEXTS, other, other, other]);
    const [without] = learnClaims([0], TEXTS);
    const odds = (it: ClaimModel | undefined) =>
      it === undefined ? NaN : oddsOf(it, DRONE, NORTH);
    expect(odds(model)).toBeGreaterThan(0);
    expect(odds(without)).toBeGreaterThan(0);
  });

  test('lets one text put two claims', () => {
    const both = [DRONE, HARBOUR, NORTH];
    const joined = Array.from({ length: 6 }, () => ({ puts: [0, 1], features: new Set(both) }));
    for (const model of learnClaims([0, 1], [...TEXTS, ...joined])) {
      expect(probabilityOf(oddsOf(model, ...both))).toBeGreaterThan(0.5);
    }
  });

  test('lets no single feature say more against a claim than a sentence may say besides it', () => {
    const many = Array.from({ length: 40 }, () => text(0, false, DRONE, NORTH, SOLD));
    const [model] = learnClaims([0], [...TEXTS, ...many]);
    expect(model?.weights.get(SOLD)).toBeGreaterThanOrEqual(-2);
  });

  test('learns nothing of no claims, and of no texts that nothing is said', () => {
    expect(learnClaims([], TEXTS)).toEqual([]);
    expect(learnClaims([0], [])).toEqual([{ bias: 0, weights: new Map() }]);
  });

  test('learns nothing of what is said once', () => {
    const [model] = learnClaims([0], [...TEXTS, text(0, true, DRONE, NORTH, 11)]);
    expect(model?.weights.has(NORTH)).toBe(true);
    expect(model?.weights.has(11)).toBe(false);
  });

  test('goes through every text, however many there are', () => {
    // As many as the stride by which they are gone through, and what only the last ones say.
    const count = 7919;
    const isLast = (at: number) => at >= count - 2;
    const many = Array.from({ length: count }, (_, at) =>
      text(0, isLast(at), isLast(at) ? DRONE : SOUTH),
    );
    const [model] = learnClaims([0], many);
    expect(model?.weights.get(DRONE)).toBeGreaterThan(model?.weights.get(SOUTH) ?? 0);
  });
});

test('a probability rises with the odds, from 0 to 1', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      expect(probabilityOf(low)).toBeLessThanOrEqual(probabilityOf(high));
      expect(probabilityOf(low)).toBeGreaterThanOrEqual(0);
      expect(probabilityOf(high)).toBeLessThanOrEqual(1);
    }),
  );
});
