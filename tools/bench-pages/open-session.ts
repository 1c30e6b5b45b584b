/** A browser for the benchmark of pages: with the extension, or without it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { builtExtension } from '../build-extension.ts';
import { provideBrowser, type BrowserName, type Engine } from '../find-browser.ts';
import { finishInstall } from '../finish-install.ts';
import { grantOrigin, originPattern } from '../grant-origin.ts';
import { openBrowser, type OpenedBrowser } from '../open-browser.ts';

const NAMES: Readonly<Record<Engine, readonly BrowserName[]>> = {
  chromium: ['chromium', 'chrome', 'edge'],
  firefox: ['firefox'],
};

/** Where nothing listens: saved pages ask for a thousand things, none of which leaves this machine. */
const NOWHERE = { host: '127.0.0.1', port: 9 };

/** Opens a browser with the built extension, which may read what is served on this machine. */
export async function openWithExtension(engine: Engine): Promise<OpenedBrowser> {
  const extension = builtExtension(engine);
  const { folder, remove } = await grantOrigin(
    extension,
    originPattern(new URL('http://127.0.0.1/')),
  );
  const opened = await open(engine, folder);
  const closing = { ...opened, close: () => opened.close().then(remove) };
  try {
    await finishInstall(opened);
  } catch (error) {
    await closing.close();
    throw error;
  }
  return closing;
}

/** Opens a browser whose one extension does nothing. */
export async function openWithoutExtension(engine: Engine): Promise<OpenedBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-none-'));
  const manifest = {
    manifest_version: 3,
    name: 'None',
    version: '1',
    browser_specific_settings: { gecko: { id: 'none@example.org' } },
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  const opened = await open(engine, folder);
  return { ...opened, close: () => opened.close().then(() => rm(folder, { recursive: true })) };
}

/**
 * Goes to a page and waits for it. Firefox tells of a failure where a frame of the page
 * cannot be had, though the page itself is there.
 */
export async function goTo(
  page: Page,
  address: string,
  waitUntil: 'load' | 'domcontentloaded' = 'load',
): Promise<void> {
  try {
    await page.goto(address, { waitUntil });
  } catch (error) {
    await page.waitForFunction(() => document.readyState === 'complete');
    if ((await page.evaluate(() => location.href)) !== address) throw error;
  }
}

async function open(engine: Engine, extension: string): Promise<OpenedBrowser> {
  const provided = await provideBrowser(NAMES[engine]);
  if (!provided.ok) throw new Error(provided.reason);
  return openBrowser(provided.browser, { extension, headless: true, proxy: NOWHERE });
}
