/** Asks the extension what it knows of a tab, with the message that its own documents use. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { BackgroundMessage } from '../core/extension/messages.ts';
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
export async function askTabAnnotations(
  opened: OpenedBrowser,
  page: Page,
): Promise<TabAnnotations> {
  await page.bringToFront();
  const asking = await openExtensionDocument(opened);
  try {
    const tabId = await askActiveTabId(asking);
    const message = { type: 'getTabAnnotations', tabId } satisfies BackgroundMessage;
    const answer = await callExtension(asking, `runtime.sendMessage(${JSON.stringify(message)})`);
    return v.parse(Answer, answer).value;
  } finally {
    await asking.close();
  }
}
