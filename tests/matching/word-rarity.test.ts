import { expect, it } from 'vitest';
import { english } from '../../core/matching/languages/en.ts';
import { rarityIn } from '../../core/matching/word-rarity.ts';

const rarityOf = rarityIn(english);

it('falls with the claims that have a word', () => {
  const rarities = [0, 1, 10, 100].map((count) => rarityOf('anaconda', count, 1_000));
  expect(rarities).toEqual(rarities.toSorted((a, b) => b - a));
  expect(new Set(rarities)).toHaveLength(rarities.length);
});

it('is small for what everybody says, however few claims have it', () => {
  expect(rarityOf('peopl', 1, 100)).toBeLessThan(rarityOf('anaconda', 1, 100) / 1.5);
});

it('is never below zero', () => {
  expect(rarityOf('goat', 50, 10)).toBeGreaterThanOrEqual(0);
});
