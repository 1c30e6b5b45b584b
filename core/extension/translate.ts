/** The messages of the reader's locale, as the browser chose it. */
import type messages from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** The message of `key` with its placeholders filled in order; empty when the locale has none. */
export function translate(key: keyof typeof messages, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
