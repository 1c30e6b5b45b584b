import { expect, it, vi } from 'vitest';
import { browser } from '../../core/extension/browser.ts';
import { detectLanguage } from '../../core/extension/detect-language.ts';

type Detected = {
  readonly isReliable: boolean;
  readonly languages: readonly { readonly language: string; readonly percentage: number }[];
};

const answer = vi.fn<(text: string) => Promise<Detected>>();
// The fake browser does not detect.
Object.assign(browser.i18n, { detectLanguage: answer });

it('is the first language that the browser is sure of', async () => {
  const languages = [
    { language: 'tr', percentage: 80 },
    { language: 'en', percentage: 20 },
  ];
  answer.mockResolvedValueOnce({ isReliable: true, languages });
  expect(await detectLanguage('Bir metin')).toBe('tr');
  expect(answer).toHaveBeenCalledExactlyOnceWith('Bir metin');
});

it.each([
  { isReliable: false, languages: [{ language: 'tr', percentage: 50 }] },
  { isReliable: true, languages: [] },
])('is none where the browser is not sure: %o', async (unsure) => {
  answer.mockResolvedValueOnce(unsure);
  expect(await detectLanguage('…')).toBeNull();
});
