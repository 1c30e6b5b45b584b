import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { translate } from '../../core/extension/translate.ts';

const getMessage = vi.spyOn(fakeBrowser.i18n, 'getMessage');

beforeEach(() => {
  getMessage.mockImplementation((key, substitutions) => `${key}(${String(substitutions)})`);
});
afterEach(() => {
  getMessage.mockReset();
});

it('asks the browser for the message, with the placeholders in order', () => {
  expect(translate('author_and_office', 'Ada Sample', 'Minister')).toBe(
    'author_and_office(Ada Sample,Minister)',
  );
  expect(getMessage).toHaveBeenCalledExactlyOnceWith('author_and_office', [
    'Ada Sample',
    'Minister',
  ]);
});

it('needs no placeholders', () => {
  expect(translate('card_close')).toBe('card_close()');
});

it('is empty where the locale has no such message', () => {
  getMessage.mockReturnValue('');
  expect(translate('card_close')).toBe('');
});

it('is never asked for more placeholders than a browser fills', async () => {
  // https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getMessage: at most 9.
  const messages = await readFile('public/_locales/en/messages.json', 'utf8');
  expect(messages.match(/"content": "\$\d\d/gu)).toBeNull();
});
