import { describe, expect, test } from 'vitest';
import { movementReader } from '../../core/matching/read-movement.ts';
import { EASTVALE, englishPack, NORTHLAND, sentencesOf, SOUTHMARK } from './fictional-index.ts';

const movement = movementReader(englishPack().lexicon);
const bitOf = (...parties: readonly number[]) => parties.reduce((all, it) => all | (1 << it), 0);

describe('readMovement', () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ['from Northland to Eastvale', [NORTHLAND], [EASTVALE]],
    ['into Eastvale out of Northland', [NORTHLAND], [EASTVALE]],
    ['from the territory of Northland', [NORTHLAND], []],
    ['across the border with Northland', [NORTHLAND], []],
    ['through Northland’s airspace towards Eastvalian fields', [NORTHLAND], [EASTVALE]],
    ['crossed Northland and reached Eastvale', [NORTHLAND], [EASTVALE]],
    ['left Northland, entered Eastvale', [NORTHLAND], [EASTVALE]],
    ['attacks on Eastvale', [], [EASTVALE]],
    ['Northland and Eastvale', [], []],
    ['from Northland and Eastvale', [NORTHLAND], []],
    ['from the soil of the cold Northland', [NORTHLAND], []],
    ['from the far and very cold Northland', [], []],
    ['from Northland. To Eastvale', [NORTHLAND], [EASTVALE]],
  ])('“%s” comes from %j and goes to %j', (text, from, to) => {
    expect(movement.readMovement(sentencesOf(text))).toEqual({
      from: bitOf(...from),
      to: bitOf(...to),
    });
  });
});

describe('pointsBackAsSource', () => {
  test.each([
    ['Northland is near, and from there drones flew', true],
    ['Northland is near. Drones flew from its soil', true],
    ['Northland is near, and drones flew from the neighbouring country', true],
    ['From there drones flew to Northland', false],
    ['Northland is near, and drones flew to its soil', false],
    ['Northland is near, and drones flew', false],
    // Only the context names Northland.
    ['Drones flew from there', true],
  ])('“%s”: %s', (text, points) => {
    expect(movement.pointsBackAsSource(sentencesOf(text), NORTHLAND)).toBe(points);
  });
});

describe('servesAsSource', () => {
  test.each([
    ['Southmark used Northlandic territory', true],
    ['the use of Northland’s soil', true],
    ['Northland was a springboard for drones', true],
    ['a launch pad in Northland', true],
    ['Southmarkian soil, not far from Northland', false],
    ['a launch pad in Southmark', false],
    ['Northland’s amber', false],
  ])('“%s”: %s', (text, serves) => {
    expect(movement.servesAsSource(sentencesOf(text), NORTHLAND)).toBe(serves);
  });

  test('asks of one party only', () => {
    const text = sentencesOf('Southmark used Northlandic territory');
    expect(movement.servesAsSource(text, SOUTHMARK)).toBe(false);
  });
});
