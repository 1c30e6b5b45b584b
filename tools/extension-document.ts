/** A document of the extension in a tab of its own: from there a tool may call what a popup may. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { OpenedBrowser } from './open-browser.ts';

/** One that every build has; any would do. */
const DOCUMENT = 'manifest.json';

const POLL_MS = 20;
/** How long a slow machine may take to show a document of a few lines. */
const TIMEOUT_MS = 10_000;

/** Opens a document, by its path in the package, behind the page that is shown; the caller closes it. */
export async function openExtensionDocument(
  { browser, extensionOrigin }: OpenedBrowser,
  path = DOCUMENT,
): Promise<Page> {
  const page = await browser.newPage({ background: true });
  const address = `${extensionOrigin}/${path}`;
  // Never fulfilled in Firefox, which does not report that a document of an extension has loaded.
  page.goto(address).catch(() => undefined);
  const deadline = performance.now() + TIMEOUT_MS;
  while (performance.now() < deadline) {
    if ((await readAddress(page)) === address) return page;
    await pause(POLL_MS);
  }
  await page.close();
  throw new Error(`The browser did not open ${address}.`);
}

/**
 * The address of the document that a tab shows, asked from the document itself; null until it is
 * complete.
 */
export function readAddress(page: Page): Promise<string | null> {
  return (
    page
      .evaluate(() => (document.readyState === 'complete' ? location.href : null))
      // The document that was asked is being replaced.
      .catch(() => null)
  );
}

/**
 * Calls the extension API: `callExtension(document, 'runtime.getURL("")')`. As text: types of the
 * API here would also show up in the rooms that must not have it.
 */
export function callExtension(document: Page, call: string): Promise<unknown> {
  return document.evaluate(`(globalThis.browser ?? globalThis.chrome).${call}`);
}

const ActiveTab = v.tuple([v.object({ id: v.number() })]);

/**
 * The browser's number for the tab that is shown, found as a popup finds it: by being the active
 * one, since an extension does not see the address of a tab without access to its site.
 */
export async function askActiveTabId(document: Page): Promise<number> {
  const tabs = await callExtension(document, 'tabs.query({ active: true, currentWindow: true })');
  const [tab] = v.parse(ActiveTab, tabs);
  return tab.id;
}
