import { expect, it, test } from 'vitest';
import type { Claim, ClaimId } from '../../core/claims/claim.ts';
import { createSimilarClaims } from '../../core/extension/similar-claims.ts';
import { seededRandom } from '../../tools/bench/seeded-random.ts';
import { listOf } from '../claims/fictional-list.ts';

const [template] = listOf().claims;
if (template === undefined) throw new Error('The fixture has no claim.');

/** A claim with its one wording. All of it is fiction. */
const TEXTS: Readonly<Record<string, readonly [sentence: string, wording: string]>> = {
  boats: [
    'Boats of Southmark crossed Northland’s lake',
    'Southmark sent its lantern boats over the lake',
  ],
  harbour: [
    'Northland lent its harbour to Southmark',
    'The harbour of Northland served Southmark’s boats',
  ],
  bridge: ['The bridge of Ilm was closed by engineers', 'Engineers shut the bridge at Ilm'],
  dam: ['Water rose behind the dam in April 2031', 'The dam held back more water than before'],
  pilots: ['Pilots trained above the northern hills', 'Training flights took place over the hills'],
};

const claims: readonly Claim[] = Object.entries(TEXTS).map(([id, [sentence]]) => ({
  ...template,
  // A brand: tests may make the values that schemas make.
  id: id as ClaimId,
  claimReviewed: { en: sentence },
}));
const wordings = Object.fromEntries(
  Object.entries(TEXTS).map(([id, [, wording]]) => [id, { en: [wording] }]),
);
const similar = createSimilarClaims(claims, wordings);
const idsFor = (...texts: string[]) => similar(texts).map(({ id }) => id);

const PASSAGE =
  'A fisherman, who asked not to be named, said late on Thursday that he had seen boats come out ' +
  'of Southmark, each with a lantern at its bow, and that they had crossed the lake before dawn.';

test.each<[string, readonly string[], string | undefined]>([
  ['its own sentence', [TEXTS['dam']?.[0] ?? ''], 'dam'],
  ['a wording', [TEXTS['boats']?.[1] ?? ''], 'boats'],
  ['other endings', ['Boat crossing on the lake of Northland'], 'boats'],
  ['other letters, and without their marks', ['ENGINÉERS SHUT THE BRIDGE'], 'bridge'],
  ['a long passage that says much else', [PASSAGE], 'boats'],
  ['one sentence of several', ['It was cold. Engineers closed the bridge. Nobody came.'], 'bridge'],
  ['the second of two texts', ['', 'The harbour was lent by Northland'], 'harbour'],
  ['a beginning', ['Pilots train above the hil'], 'pilots'],
])('finds a claim by %s', (_, texts, id) => {
  expect(idsFor(...texts)[0]).toBe(id);
});

test.each([
  ['nothing', []],
  ['no text', ['']],
  ['space and signs', [' \n\t ^"!=| ']],
  ['another matter', ['The minister of Orlane resigned after a long meeting of the cabinet']],
  ['one word of a claim', ['A poem about boats']],
  ['short words alone', ['the of to in by at']],
])('finds nothing by %s', (_, texts) => {
  expect(idsFor(...texts)).toEqual([]);
});

it('puts what says more of a claim first, and gives few', () => {
  const all = Object.values(TEXTS).map(([sentence]) => sentence);
  expect(idsFor('Boats of Southmark crossed the lake to the harbour of Northland')[0]).toBe(
    'boats',
  );
  expect(idsFor(...all)).toHaveLength(3);
});

it('finds a claim that has no wording, and one in another language', () => {
  const find = createSimilarClaims(
    claims.map((claim) => ({
      ...claim,
      claimReviewed: {
        ...claim.claimReviewed,
        fr: `${claim.id} : des bateaux ont traversé le lac`,
      },
    })),
    {},
  );
  expect(find(['Engineers closed the bridge'])[0]?.id).toBe('bridge');
  expect(find(['Les bateaux ont traversé'])).toHaveLength(3);
});

test.each([
  ['two words beside many others', 'The boats that nobody had seen were bought with lantern oil'],
  ['words that have one of its words in them', 'Dambusters overruled the unbridged riverwater'],
  ['half of a word', 'Engineering was closed for bridgeheads that day'],
])('finds nothing by %s', (_, text) => {
  expect(idsFor(text)).toEqual([]);
});

it('finds a claim by two words that are all that was said', () => {
  expect(idsFor('Northland’s harbour')[0]).toBe('harbour');
});

it('is done at once with the longest text, of many claims in many words', () => {
  const dice = seededRandom(7);
  const letters = 'abdeilmnorstu';
  const invent = (count: number) =>
    Array.from({ length: count }, () =>
      Array.from({ length: 8 }, () => letters[Math.floor(dice() * letters.length)]).join(''),
    ).join(' ');
  const many = Object.fromEntries(
    claims.map(({ id }) => [id, { en: Array.from({ length: 500 }, () => invent(8)) }]),
  );
  const find = createSimilarClaims(claims, many);
  const began = performance.now();
  find([invent(220)]);
  // Some ten times what it takes; a search through all the words takes five times as much as that.
  expect(performance.now() - began).toBeLessThan(2_000);
});
