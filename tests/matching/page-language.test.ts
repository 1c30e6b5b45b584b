import { describe, expect, it, test, vi } from 'vitest';
import { pageLanguage, primaryLanguage } from '../../core/matching/page-language.ts';

test.each([
  ['en', 'en'],
  ['EN_us', 'en'],
  ['zh-Hant-TW', 'zh'],
  ['und', null],
  ['mul', null],
  ['x-default', null],
  ['english', null],
  ['', null],
  [null, null],
])('%s names %s', (declared, primary) => {
  expect(primaryLanguage(declared)).toBe(primary);
});

describe('pageLanguage', () => {
  const detect = vi.fn((text: string) => Promise.resolve(text.includes('Brot') ? 'de' : null));

  it('is what the page declares', async () => {
    expect(await pageLanguage('en-GB', ['Brot'], detect)).toBe('en-GB');
    expect(detect).not.toHaveBeenCalled();
  });

  it('is what is detected where it declares nothing', async () => {
    expect(await pageLanguage(null, ['Wir backen', 'Brot'], detect)).toBe('de');
    expect(await pageLanguage('und', ['Brot'], detect)).toBe('de');
    expect(await pageLanguage(null, ['Bread'], detect)).toBeNull();
  });

  it('is not asked for where there are no words', async () => {
    detect.mockClear();
    expect(await pageLanguage(null, [' ', ''], detect)).toBeNull();
    expect(detect).not.toHaveBeenCalled();
  });

  it('shows the detector the beginning only', async () => {
    await pageLanguage(
      null,
      Array.from({ length: 1_000 }, () => 'Brot '.repeat(1_000)),
      detect,
    );
    expect(detect.mock.lastCall?.[0].length).toBeLessThan(3_000);
  });
});
