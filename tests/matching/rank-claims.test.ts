import { describe, expect, it } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openRanking } from '../../core/matching/rank-claims.ts';

const claim = (id: string, text: string): PlainClaim => ({ id, text, title: null, lang: null });

const CLAIMS = [
  claim('barn', 'A barn in Eastvale burnt down because of a goat.'),
  claim('ferry', 'The Eastvale ferry sank in a storm.'),
  claim('amber', 'Amber was smuggled through the harbour of Northland.'),
];
const ranking = openRanking(CLAIMS);
const ranked = (text: string, top = 10) => ranking.rank(text, top).map(({ claim }) => claim);

describe('openRanking', () => {
  it('puts first the claim that shares most rare words with a text', () => {
    expect(ranked('In Eastvale the ferry has sunk!')[0]).toBe('ferry');
    expect(ranked('Goats burn barns in Eastvale.')[0]).toBe('barn');
  });

  it('gives at most as many as are asked for, best first', () => {
    expect(ranked('Eastvale', 1)).toHaveLength(1);
    const scores = ranking.rank('A storm over the ferry of Eastvale', 10).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('gives nothing for a text without a word of any claim', () => {
    expect(ranked('The of and')).toEqual([]);
    expect(ranked('')).toEqual([]);
    expect(openRanking([]).rank('barn', 5)).toEqual([]);
  });
});
