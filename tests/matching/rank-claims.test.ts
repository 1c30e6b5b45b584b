import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openRanking } from '../../core/matching/rank-claims.ts';
import { anyText } from './any-text.ts';

const claim = (id: string, text: string, title: string | null = null): PlainClaim => ({
  id,
  text,
  title,
  lang: null,
});

const CLAIMS = [
  claim(
    'barn',
    'A barn in Eastvale burnt down because of a goat named Heidi.',
    'Did a Goat Burn It?',
  ),
  claim('ferry', 'The Eastvale ferry sank in a storm.'),
  claim('amber', 'Amber was smuggled through the harbour of Northland.', 'Smuggled Amber'),
  claim('bac', 'Le bac de Northland a coulé pendant la tempête.'),
];
const ranking = openRanking(CLAIMS);
const ranked = (text: string, top = 10) => ranking.rank(text, top).map(({ claim: id }) => id);

describe('openRanking', () => {
  it('puts first the claim that shares most rare words with a text', () => {
    expect(ranked('In Eastvale the ferry has sunk in a storm!')[0]).toBe('ferry');
    expect(ranked('Goats burn barns in Eastvale.')[0]).toBe('barn');
    expect(ranked('Le bac a coulé')[0]).toBe('bac');
  });

  it('sees through typos, hashtags and what is written as one', () => {
    expect(ranked('they smugled ambr thru teh harbuor')[0]).toBe('amber');
    expect(ranked('#EastvaleFerry')[0]).toBe('ferry');
    expect(ranked('SMUGGLEDAMBER')[0]).toBe('amber');
  });

  it('gives at most as many as are asked for, best first, with scores from 0 to 1', () => {
    expect(ranked('Eastvale', 1)).toHaveLength(1);
    const scores = ranking.rank('A storm over the ferry of Eastvale', 10).map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const score of scores) {
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
    }
  });

  it('gives nothing for a text without a word of any claim', () => {
    expect(ranked('The of and')).toEqual([]);
    expect(ranked('')).toEqual([]);
    expect(openRanking([]).rank('barn', 5)).toEqual([]);
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { score } of ranking.rank(text, 3)) expect(score).not.toBeNaN();
        openRanking([claim('any', text)]).rank(text, 3);
      }),
    );
  });

  it('is not slowed by long or hostile texts', () => {
    const texts = [
      'goat'.repeat(250_000),
      'A goat burnt a barn in Eastvale. '.repeat(30_000),
      'goat '.repeat(200_000),
      '#'.repeat(1_000_000),
      ' — '.repeat(300_000),
      'Aa'.repeat(500_000),
    ];
    const started = performance.now();
    for (const text of texts) ranking.rank(text, 5);
    // What is quadratic takes minutes.
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
