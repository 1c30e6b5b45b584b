import { expect, it, test } from 'vitest';
import { ownerReader } from '../../core/matching/read-owners.ts';
import {
  EASTVALE,
  englishPack,
  NORTHLAND,
  sentencesOf,
  SOUTHMARK,
  WESTMOOR,
} from './fictional-index.ts';

const { lexicon } = englishPack();
const readOwners = ownerReader(lexicon);

/** Whose the things are that a text gives to somebody, by the word for the thing. */
function ownersIn(text: string): readonly (readonly [thing: string, party: number])[] {
  return sentencesOf(text).flatMap(({ folded, terms }) =>
    readOwners(folded, terms).map(
      ({ concept, party }) =>
        [terms.find((term) => term.concept === concept)?.word ?? '', party] as const,
    ),
  );
}

test.each<[string, readonly (readonly [string, number])[]]>([
  ['Southmarkian drones', [['drones', SOUTHMARK]]],
  ['South Markish drones', [['drones', SOUTHMARK]]],
  ['Southmark’s drones', [['drones', SOUTHMARK]]],
  ["Southmark's small drones", [['drones', SOUTHMARK]]],
  ['small Southmarkian drones', [['drones', SOUTHMARK]]],
  ['the Marks’ drones', []],
  ['drones of Southmark', [['drones', SOUTHMARK]]],
  ['drones of the small Southmark', [['drones', SOUTHMARK]]],
  ['drones belonging to Southmark', [['drones', SOUTHMARK]]],
  ['drones belonging in Southmark', []],
  ['the airspace over Northland', [['airspace', NORTHLAND]]],
  ['the airspace of neighbouring Northland', [['airspace', NORTHLAND]]],
  ['drones over Northland', []],
  ['Southmarkian unmanned aircraft', [['unmanned aircraft', SOUTHMARK]]],
  ['Southmark drones', []],
  ['drones and Southmark', []],
  ['Southmarkian, drones', []],
  ['Southmarkian – drones', []],
  ['Southmarkian “drones”', []],
  ['Southmarkian-drones', [['drones', SOUTHMARK]]],
  ['Southmarkian-made drones', []],
  ['Southmarkian small grey drones', []],
  ['Southmarkian and drones', []],
  ['drones of old grey Southmark', []],
  ['the border of Northland', []],
  ['a Southmarkian attack', []],
  [
    'the Southmarkian harbour of Westmoor',
    [
      ['harbour', SOUTHMARK],
      ['harbour', WESTMOOR],
    ],
  ],
  [
    'Southmarkian drones over Northland’s harbour and Eastvalian soil',
    [
      ['drones', SOUTHMARK],
      ['harbour', NORTHLAND],
      ['soil', EASTVALE],
    ],
  ],
])('%s', (text, owners) => {
  expect(ownersIn(text)).toEqual(owners);
});

it('is not slowed down by words that might belong together', () => {
  const text = `Southmark${'’s'.repeat(400)} drone of ${'the '.repeat(200)}Southmark`;
  expect(() => ownersIn(text)).not.toThrow();
});
