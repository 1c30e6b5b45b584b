import { expect, it, test } from 'vitest';
import { english } from '../../core/matching/languages/en.ts';
import { stemsOf, stemText, stemWord } from '../../core/matching/stem-text.ts';

test.each([
  ['drone', 'drones'],
  ['enter', 'entered'],
  ['strike', 'strikes'],
  ['allegation', 'alleged'],
  ['deny', 'denies'],
])('%s and %s have one stem', (a, b) => {
  expect(stemWord(english, a)).toBe(stemWord(english, b));
});

it('gives each word of a text its stem', () => {
  const { words, stems } = stemText(english, 'drones entered, twice');
  expect(words).toHaveLength(3);
  expect(stems).toEqual(['drones', 'entered', 'twice'].map((word) => stemWord(english, word)));
});

it('leaves alone what is too long for a word', () => {
  const noise = `${'ness'.repeat(1_000)}es`;
  expect(stemWord(english, noise)).toBe(noise);
});

it('takes words for one that have one stem', () => {
  expect(stemsOf(english, ['drone', 'drones', 'jet']).size).toBe(2);
});
