import { expect, it } from 'vitest';
import { WORD_SHARES } from '../../core/matching/word-shares.ts';

it('holds words as they are compared, each with a share of the texts that hold it', () => {
  for (const [word, share] of WORD_SHARES) {
    expect(word).toMatch(/^[a-z]+$/u);
    expect(share).toBeGreaterThan(0);
    expect(share).toBeLessThan(1 / 50);
  }
  expect(WORD_SHARES.get('people')).toBeGreaterThan(WORD_SHARES.get('airport') ?? 1);
});
