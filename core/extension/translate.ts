/** The messages of the reader's locale, as the browser chose it. */
import { browser } from './browser.ts';

/** The message of `key` with its placeholders filled in order; empty when the locale has none. */
export function translate(key: string, ...substitutions: string[]): string {
  return browser.i18n.getMessage(key, substitutions);
}
