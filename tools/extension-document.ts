/** A document of the extension in a tab of its own: from there a tool may call what a popup may. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { OpenedBrowser } from './open-browser.ts';

/** One that every build has; any would do. */
const DOCUMENT = 'manifest.json';

const POLL_MS = 20;
/** How long a slow machine may take to show a document of a few lines. */
const TIMEOUT_MS = 10_000;

/** Opens the document behind the page that is shown; the caller closes it. */
export async function openExtensionDocument({
  browser,
  extensionOrigin,
}: OpenedBrowser): Promise<Page> {
  const page = await browser.newPage({ background: true });
  const address = `${extensionOrigin}/${DOCUMENT}`;
  // Firefox never reports that a document of an extension has loaded.
  page.goto(address).catch(() => undefined);
  const deadline = performance.now() + TIMEOUT_MS;
  while (performance.now() < deadline) {
    const shown = await page
      .evaluate(() => (document.readyState === 'complete' ? location.href : null))
      // The document that was asked is being replaced.
      .catch(() => null);
    if (shown === address) return page;
    await pause(POLL_MS);
  }
  await page.close();
  throw new Error(`The browser did not open ${address}.`);
}

/**
 * Calls the extension API: `callExtension(document, 'runtime.getURL("")')`. As text: types of the
 * API here would also show up in the rooms that must not have it.
 */
export function callExtension(document: Page, call: string): Promise<unknown> {
  return document.evaluate(`(globalThis.browser ?? globalThis.chrome).${call}`);
}
