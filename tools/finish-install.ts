/** What the extension does by itself once it is installed, waited for. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { callExtension, openExtensionDocument, readAddress } from './extension-document.ts';
import type { OpenedBrowser } from './open-browser.ts';

const FIRST_PAGE = 'welcome.html';

const POLL_MS = 20;
/** How long a slow machine may take from the installation to what follows from it. */
const TIMEOUT_MS = 10_000;

/**
 * Waits until an extension with access to a site annotates what is opened there, and closes the
 * page on which it asks for access. Throws when it does neither.
 */
export async function finishInstall(opened: OpenedBrowser): Promise<void> {
  const first = await waitForFirstPage(opened);
  await waitForContentScript(opened);
  await first.close();
}

/** The page that the extension opens itself, once it is shown. Throws when none opens. */
export function waitForFirstPage({ browser, extensionOrigin }: OpenedBrowser): Promise<Page> {
  const address = `${extensionOrigin}/${FIRST_PAGE}`;
  return waitFor(async () => {
    for (const page of await browser.pages()) {
      if ((await readAddress(page)) === address) return page;
    }
    return null;
  }, `The extension did not open ${address}.`);
}

/** Waits until what is opened from then on is annotated. Throws when it is not to be. */
export async function waitForContentScript(opened: OpenedBrowser): Promise<void> {
  const asking = await openExtensionDocument(opened);
  const countScripts = 'scripting.getRegisteredContentScripts().then(({ length }) => length)';
  try {
    await waitFor(
      async () => (Number(await callExtension(asking, countScripts)) > 0 ? true : null),
      'The extension has access to a site, but does not annotate it.',
    );
  } finally {
    await asking.close();
  }
}

/** Asks until there is an answer. */
async function waitFor<T>(ask: () => Promise<T | null>, reason: string): Promise<T> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== null) return answer;
    if (performance.now() >= deadline) throw new Error(reason);
    await pause(POLL_MS);
  }
}
