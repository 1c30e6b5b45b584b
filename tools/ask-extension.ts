/** Asks the extension what it knows of a tab, with the message that its own documents use. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { BackgroundMessage, PageMessage } from '../core/extension/messages.ts';
import { askActiveTabId, callExtension, openExtensionDocument } from './extension-document.ts';
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

/**
 * The annotations of the tab that shows `page`. Any document of the extension's origin may call its
 * API, in both browsers, so the question is put from one that is open in the background meanwhile.
 * Throws when the extension does not answer with annotations.
 */
export function askTabAnnotations(opened: OpenedBrowser, page: Page): Promise<TabAnnotations> {
  return besidePage(opened, page, async (asking, tabId) => {
    const message = { type: 'getTabAnnotations', tabId } satisfies BackgroundMessage;
    const answer = await callExtension(asking, `runtime.sendMessage(${JSON.stringify(message)})`);
    return v.parse(Answer, answer).value;
  });
}

const KeptOut = v.object({
  ok: v.literal(true),
  value: v.object({ keptOut: v.nullable(v.string()) }),
});

/** The rule that keeps the page of a tab out, or null; asked of the page as the popup asks it. */
export function askKeptOut(opened: OpenedBrowser, page: Page): Promise<string | null> {
  return besidePage(opened, page, async (asking, tabId) => {
    const answer = await tellPage(asking, tabId, { type: 'getPageState' });
    return v.parse(KeptOut, answer).value.keptOut;
  });
}

/** Has the page of a tab read whatever keeps it out, as the popup does. */
export function readAnyway(opened: OpenedBrowser, page: Page): Promise<void> {
  return besidePage(opened, page, async (asking, tabId) => {
    await tellPage(asking, tabId, { type: 'readAnyway' });
  });
}

function tellPage(asking: Page, tabId: number, message: PageMessage): Promise<unknown> {
  return callExtension(asking, `tabs.sendMessage(${String(tabId)}, ${JSON.stringify(message)})`);
}

async function besidePage<T>(
  opened: OpenedBrowser,
  page: Page,
  ask: (asking: Page, tabId: number) => Promise<T>,
): Promise<T> {
  await page.bringToFront();
  const asking = await openExtensionDocument(opened);
  try {
    return await ask(asking, await askActiveTabId(asking));
  } finally {
    await asking.close();
  }
}
