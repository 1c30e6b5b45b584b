import { describe, expect, it } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openPlainIndex } from '../../core/matching/plain-index.ts';

const claim = (id: string, text: string, title: string | null): PlainClaim => ({
  id,
  text,
  title,
  lang: 'en',
});
const index = openPlainIndex([
  claim('barn', 'In May 3 goats of Eastvale burnt a barn.', 'Burnt barn'),
  claim('people', 'People saw the anaconda.', null),
]);
const numberOf = (stem: string) => index.numberOf.get(stem) ?? -1;
const rarityOf = (stem: string) => index.rarities[numberOf(stem)] ?? 0;

describe('openPlainIndex', () => {
  it('lists under a word the claims that have it, and how often', () => {
    expect(index.postings[numberOf('barn')]).toEqual([0, 2]);
    expect(index.postings[numberOf('anaconda')]).toEqual([1, 1]);
  });

  it('values a word that everybody uses less than another, however small the list', () => {
    expect(rarityOf('peopl')).toBeLessThan(rarityOf('anaconda') / 1.5);
    expect(rarityOf('the')).toBe(0);
  });

  it('values a word that two claims have less than one that no claim has', () => {
    const [first, second] = [claim('a', 'goat', null), claim('b', 'goat barn', null)];
    const { rarities, rarityOfUnknown } = openPlainIndex([first, second]);
    expect(rarities[0]).toBeLessThan(rarities[1] ?? 0);
    expect(rarities[1]).toBeLessThan(rarityOfUnknown('ferry'));
  });

  it('keeps names and numbers apart, and a title from its text', () => {
    expect(index.names[0]?.has(numberOf('eastval'))).toBe(true);
    expect([...(index.numbers[0] ?? [])]).toEqual([numberOf('3')]);
    expect([...(index.titles[0] ?? [])]).toEqual([numberOf('burnt'), numberOf('barn')]);
    expect(index.titles[1]).toBeNull();
  });

  it('opens a list of nothing', () => {
    expect(openPlainIndex([]).stems).toEqual([]);
  });
});
