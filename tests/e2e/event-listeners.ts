/** What listens on a page: of a content script nothing else can tell, not even the page itself. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

/** Where a script hears all that happens on a page. */
const TARGETS = ['window', 'document', 'document.documentElement', 'document.body'] as const;

/**
 * The types of events that the content script of the shown page listens for on its window, document,
 * root and body; in Firefox also those that the page itself does.
 */
export async function readListeners(session: Session, page: Page): Promise<readonly string[]> {
  return session.engine === 'chromium'
    ? readInChromium(page, session.opened.extensionOrigin)
    : readInFirefox(session);
}

async function readInChromium(page: Page, extensionOrigin: string): Promise<readonly string[]> {
  const client = await page.createCDPSession();
  // A script of the page sees, and is told of, none but its own listeners.
  const ours: number[] = [];
  client.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === extensionOrigin) ours.push(context.id);
  });
  await client.send('Runtime.enable');
  const types: string[] = [];
  for (const contextId of ours) {
    for (const expression of TARGETS) {
      const { result } = await client.send('Runtime.evaluate', { expression, contextId });
      const objectId = result.objectId ?? '';
      const { listeners } = await client.send('DOMDebugger.getEventListeners', { objectId });
      types.push(...listeners.map(({ type }) => type));
    }
  }
  await client.detach();
  return types;
}

async function readInFirefox({ opened }: Session): Promise<readonly string[]> {
  const inPage = `const window = content, { document } = content;
    sendAsyncMessage('listeners', [${TARGETS.join()}].flatMap((target) =>
      Services.els.getListenerInfoFor(target).map(({ type }) => type)))`;
  const told = await evaluateInFirefox(
    opened,
    `new Promise((resolve) => {
      const { messageManager } = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser;
      messageManager.addMessageListener('listeners', ({ data }) => resolve(JSON.stringify(data)));
      messageManager.loadFrameScript('data:,' + ${JSON.stringify(encodeURIComponent(inPage))}, false);
    })`,
  );
  return v.parse(v.array(v.string()), JSON.parse(String(told)));
}
