/**
 * Which sites the extension may read: the reader's choice, asked for at run time. The browser keeps
 * what was granted; here it is turned into the content script's registration.
 *
 *   granted origins, off sites, master switch ──► scripting.registerContentScripts
 */
import { browser } from './browser.ts';
import type { Settings } from './settings.ts';

export const ALL_SITES: readonly string[] = ['https://*/*', 'http://*/*'];

/** The file of the package that looks whether a page makes a claim. */
const CONTENT_SCRIPT = '/content-scripts/content.js';
/** The one that looks whether a frame has text enough for that. */
const FRAME_SCRIPT = '/frame.js';
/** Those that annotate a page on which something was found. */
const ANNOTATE_SCRIPT = '/annotate.js';
const CONTENT_STYLE = '/content-scripts/content.css';

const REGISTRATION_ID = 'rejoinder';
/** Held from looking for the registration until it is changed: the browser refuses a second one. */
const LOCK = 'rejoinder-registration';

/** The match patterns of one site: its host on any port, over https and http. */
export function patternsOf(host: string): readonly string[] {
  return [`https://${host}/*`, `http://${host}/*`];
}

/** The host of an address that extensions may read at all, or null: browser pages, files, data. */
export function readableHost(address: string | undefined): string | null {
  if (address === undefined) return null;
  try {
    const { protocol, hostname } = new URL(address);
    return protocol === 'https:' || protocol === 'http:' ? hostname : null;
  } catch {
    return null;
  }
}

/** The match patterns that the reader has granted. */
export async function grantedOrigins(): Promise<readonly string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/** Whether the extension may read the sites of these patterns. */
export function mayRead(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Whether the extension may read the page at an address that has a readable host. */
export function mayReadPage(address: string): Promise<boolean> {
  const { protocol, hostname } = new URL(address);
  return mayRead([`${protocol}//${hostname}/*`]);
}

/**
 * Asks the browser to ask the reader. Call it in the very turn of a click: later the browser
 * refuses. False when the reader, or the browser, says no.
 */
export async function askForAccess(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [...origins] });
  } catch {
    return false;
  }
}

/**
 * Asks as `askForAccess` does, for less than was granted: what is granted already covers it, so that
 * the browser would grant nothing of its own. Both are asked in the same turn, and the wider access
 * is gone whatever the reader answers.
 */
export function askForLess(wider: readonly string[], origins: readonly string[]): Promise<boolean> {
  browser.permissions.remove({ origins: [...wider] }).catch(() => undefined);
  return askForAccess(origins);
}

/** Gives back access to sites, as far as it was given. */
export async function giveBackAccess(origins: readonly string[]): Promise<void> {
  const granted = new Set(await grantedOrigins());
  const given = origins.filter((origin) => granted.has(origin));
  if (given.length > 0) await browser.permissions.remove({ origins: given });
}

type RegisteredBy = Pick<Settings, 'isOn' | 'offSites' | 'isOnlyWhenAsked'>;

/**
 * Registers the content script for what was granted, less the sites that are off; takes the
 * registration away when nothing is left. Safe to call at any time, and again: the last call counts.
 */
export async function registerContentScript(
  readSettings: () => Promise<RegisteredBy>,
): Promise<void> {
  // Read under the lock, so that the last call sees the latest settings.
  await navigator.locks.request(LOCK, async () => replaceRegistration(await readSettings()));
}

async function replaceRegistration({
  isOn,
  offSites,
  isOnlyWhenAsked,
}: RegisteredBy): Promise<void> {
  const origins = isOn && !isOnlyWhenAsked ? await grantedOrigins() : [];
  const [known] = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION_ID] });
  if (origins.length === 0) {
    if (known !== undefined) {
      await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION_ID] });
    }
    return;
  }
  const script = {
    id: REGISTRATION_ID,
    js: [CONTENT_SCRIPT],
    matches: [...origins],
    excludeMatches: offSites.flatMap(patternsOf),
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (known === undefined) await browser.scripting.registerContentScripts([script]);
  else await browser.scripting.updateContentScripts([script]);
}

/** Reads the page of a tab at once: where access is granted, or the reader has just asked. */
export function injectInto(tabId: number): Promise<boolean> {
  return inject(() =>
    browser.scripting.executeScript({ target: { tabId }, files: [CONTENT_SCRIPT] }),
  );
}

/** Looks into the frames of a tab's page, as far as access to them is granted. */
export function lookIntoFrames(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true };
  return inject(() => browser.scripting.executeScript({ target, files: [FRAME_SCRIPT] }));
}

/** Reads a frame that has text enough. */
export function readFrame(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  return inject(() => browser.scripting.executeScript({ target, files: [CONTENT_SCRIPT] }));
}

/** Has a page or frame on which something was found annotated; until then there is nothing of ours to be seen in it. */
export function annotateIn(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  return inject(async () => {
    // The reader's own styles reach shadow trees of the page; those of its author do not in Firefox.
    await browser.scripting.insertCSS({ target, files: [CONTENT_STYLE], origin: 'USER' });
    await browser.scripting.executeScript({ target, files: [ANNOTATE_SCRIPT] });
  });
}

async function inject(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    // A browser page, a store page, or a tab that was closed.
    return false;
  }
}
