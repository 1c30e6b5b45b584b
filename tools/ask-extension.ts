/** Asks the extension what it knows of a tab, with the message that its own documents use. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { BackgroundMessage } from '../core/extension/messages.ts';
import type { OpenedBrowser } from './open-browser.ts';

const TabAnnotations = v.array(
  v.object({
    claim: v.string(),
    stance: v.string(),
    quote: v.string(),
    isMarked: v.boolean(),
    responses: v.array(v.object({ label: v.string(), date: v.string() })),
  }),
);
/** The answer as it crosses the process border, wrapped. */
const Answer = v.object({ ok: v.literal(true), value: TabAnnotations });
/** The annotations of one tab, in the order of the page. */
export type TabAnnotations = v.InferOutput<typeof TabAnnotations>;

/** A document of the extension that every build has; any would do. */
const DOCUMENT = 'manifest.json';

const POLL_MS = 50;
/** How long a slow machine may take to show a document of a few lines. */
const DOCUMENT_TIMEOUT_MS = 10_000;

/**
 * The annotations of the tab that shows `page`. Any document of the extension's origin may call its
 * API, in both browsers, so the question is put from one that is open in the background meanwhile.
 * The tab is found as a popup finds it, by being the active one: its address is hidden from an
 * extension without permission for it. Throws when the extension does not answer with annotations.
 */
export async function askTabAnnotations(
  { browser, extensionOrigin }: OpenedBrowser,
  page: Page,
): Promise<TabAnnotations> {
  await page.bringToFront();
  const asking = await browser.newPage({ background: true });
  try {
    await showDocument(asking, `${extensionOrigin}/${DOCUMENT}`);
    const tabs = await callApi(asking, 'tabs.query({ active: true, currentWindow: true })');
    const [tab] = v.parse(v.tuple([v.object({ id: v.number() })]), tabs);
    const message = { type: 'getTabAnnotations', tabId: tab.id } satisfies BackgroundMessage;
    const answer = await callApi(asking, `runtime.sendMessage(${JSON.stringify(message)})`);
    return v.parse(Answer, answer).value;
  } finally {
    await asking.close();
  }
}

/**
 * Calls the extension API in a document of the extension. As text: types of the API here would
 * also show up in the rooms that must not have it.
 */
function callApi(page: Page, call: string): Promise<unknown> {
  return page.evaluate(`(globalThis.browser ?? globalThis.chrome).${call}`);
}

/** Opens an address in a tab. Firefox never reports that a document of an extension has loaded. */
async function showDocument(page: Page, address: string): Promise<void> {
  page.goto(address).catch(() => undefined);
  const deadline = performance.now() + DOCUMENT_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const shown = await page
      .evaluate(() => (document.readyState === 'complete' ? location.href : null))
      // The document that was asked is being replaced.
      .catch(() => null);
    if (shown === address) return;
    await pause(POLL_MS);
  }
  throw new Error(`The browser did not open ${address}.`);
}
