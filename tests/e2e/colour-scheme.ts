/** What a reader has chosen in their system. */
import type { Page } from 'puppeteer-core';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

export type Scheme = 'light' | 'dark';

/** Has the page shown as to a reader of `scheme`; in Firefox all pages, until the next call. */
export async function preferScheme(
  { engine, opened }: Session,
  page: Page,
  scheme: Scheme,
): Promise<void> {
  if (engine === 'chromium') {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  } else {
    const value = scheme === 'dark' ? 0 : 1;
    await evaluateInFirefox(
      opened,
      `Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${String(value)})`,
    );
  }
}
