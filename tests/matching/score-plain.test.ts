import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { MIN_PLAIN_SCORE } from '../../core/matching/score-plain.ts';
import { anyText } from './any-text.ts';

const claim = (id: string, text: string, title: string | null = null): PlainClaim => ({
  id,
  text,
  title,
  lang: null,
});

const CLAIMS = [
  claim('barn', 'A barn in Eastvale burnt down because of a goat named Heidi.', 'Goat Arson'),
  claim('ferry', 'The Eastvale ferry sank in a storm with ninety passengers.'),
  claim('amber', 'Amber was smuggled through the harbour of Northland.', 'Smuggled Amber'),
  claim(
    'quarry',
    'Miners of the Westmoor quarry hid uranium barrels in the cathedral crypt, bribing Bishop Anselm with silver candlesticks.',
  ),
];
const index = openIndex(compilePlainIndex(CLAIMS));
const find = (text: string) =>
  findClaims(index, {
    language: 'en',
    title: '',
    before: '',
    blocks: [{ text, isHeading: false }],
  }).flat();

describe('a claim of a plain list', () => {
  test.each([
    ['its text', 'A goat named Heidi burnt down a barn in Eastvale.', 'barn'],
    [
      'other forms of its words',
      'Ninety passengers: Eastvale’s ferry is sinking in storms.',
      'ferry',
    ],
    ['its text with much left out', 'They smuggled amber through Northland harbour.', 'amber'],
  ])('is found by %s', (_, text, id) => {
    const found = find(text);
    expect(found).toMatchObject([{ claim: id }]);
    for (const { similarity } of found) {
      expect(similarity).toBeGreaterThanOrEqual(MIN_PLAIN_SCORE);
      expect(similarity).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    ['a name', 'Eastvale elects its mayor in spring, after a long debate.'],
    ['two names', 'Heidi of Eastvale opened a bakery and a library last summer.'],
    ['words that everybody uses', 'It was a storm of bad news for the people.'],
  ])('is not found by %s of it', (_, text) => {
    expect(find(text)).toEqual([]);
  });

  it('is marked where the fewest sentences say it', () => {
    const said = 'Amber was smuggled through the harbour of Northland.';
    const text = `The market opened late. ${said} Apples were cheap.`;
    const [match] = find(text);
    expect(text.slice(match?.span.start, match?.span.end)).toBe(said);
  });

  it('is found where two sentences say it together', () => {
    const said = 'Miners of Westmoor hid barrels. It was uranium in the cathedral crypt.';
    const text = `The market opened late. ${said}`;
    const [match] = find(text);
    expect(text.slice(match?.span.start, match?.span.end)).toBe(said);
  });

  test.each([
    ['asserts', 'A goat named Heidi burnt down a barn in Eastvale.'],
    ['denies', 'It is not true that a goat named Heidi burnt down a barn in Eastvale.'],
    ['attributes', 'Police said a goat named Heidi burnt down a barn in Eastvale.'],
    ['questions', 'Did a goat named Heidi burn down a barn in Eastvale?'],
  ])('has its stance read: %s', (stance, text) => {
    expect(find(text)).toMatchObject([{ claim: 'barn', stance }]);
  });
});

it('takes any text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const own = openIndex(compilePlainIndex([...CLAIMS, claim('any', text)]));
      const blocks = [{ text, isHeading: false }];
      for (const { similarity } of findClaims(own, {
        language: 'en',
        title: '',
        before: '',
        blocks,
      }).flat()) {
        expect(similarity).toBeGreaterThanOrEqual(MIN_PLAIN_SCORE);
      }
    }),
    { numRuns: 50 },
  );
});
