/** Real browsers with the built extension in them, for the end-to-end tests. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import { builtExtension } from '../../tools/build-extension.ts';
import { findBrowser, type BrowserName, type Engine } from '../../tools/find-browser.ts';
import { finishInstall } from '../../tools/finish-install.ts';
import { grantOrigin, originPattern } from '../../tools/grant-origin.ts';
import { openBrowser, type OpenedBrowser } from '../../tools/open-browser.ts';
import type { Display } from './display.ts';
import { startPageServer, type PageServer } from './page-server.ts';
import { startRecordingProxy } from './recording-proxy.ts';

const NAMES: Readonly<Record<Engine, readonly BrowserName[]>> = {
  chromium: ['chromium', 'chrome', 'edge'],
  firefox: ['firefox'],
};

/** The page server's pages, on whatever port it finds. */
export const PAGE_SERVER = originPattern(new URL('http://127.0.0.1/'));

/** One browser with an extension, and what serves pages to it. */
export type Session = {
  readonly engine: Engine;
  readonly opened: OpenedBrowser;
  readonly server: PageServer;
  /**
   * What pages, the extension or the browser asked for beyond this machine, oldest first. A test
   * that expects such requests takes them out (`splice`); one that is left fails the test.
   */
  readonly outsideRequests: string[];
  /** Opens a tab on an address, or on a path of the page server, and waits until it is parsed. */
  readonly openPage: (address: string) => Promise<Page>;
  readonly close: () => Promise<void>;
};

/** Where a browser opens, and what outlasts it. */
export type LaunchOptions = {
  /** The display for its window; without one it has no window. */
  readonly display?: Display;
  /** The folder of a profile that is to outlast it; otherwise it has a fresh one. */
  readonly profile?: string;
  /** Variables of its environment beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
};

/** Launches a browser with an extension; the caller closes it. */
export async function launchWith(
  engine: Engine,
  extension: string,
  { display, profile, env = {} }: LaunchOptions = {},
): Promise<Session> {
  const found = findBrowser(NAMES[engine]);
  if (found === null) throw new Error(`No ${engine} was found on this machine.`);
  const proxy = await startRecordingProxy();
  const server = await startPageServer();
  const opened = await openBrowser(found, {
    extension,
    headless: display === undefined,
    env: { ...env, ...display?.env },
    proxy,
    ...(profile !== undefined && { profile }),
  });
  return {
    engine,
    opened,
    server,
    outsideRequests: proxy.requests,
    openPage: async (address) => {
      const page = await opened.browser.newPage();
      await page.goto(new URL(address, server.origin).href, { waitUntil: 'domcontentloaded' });
      return page;
    },
    close: async () => {
      await opened.close();
      await server.close();
      await proxy.close();
    },
  };
}

/**
 * Launches a browser with the built extension, which may read the page server: its one difference
 * from what is packaged. Only the first, empty tab is open; the caller closes the session.
 */
export async function launchSession(engine: Engine, options: LaunchOptions = {}): Promise<Session> {
  const { folder, remove } = await grantOrigin(builtExtension(engine), PAGE_SERVER);
  const session = await launchWith(engine, folder, options);
  const close = async () => {
    await session.close();
    await remove();
  };
  try {
    await finishInstall(session.opened);
  } catch (error) {
    await close();
    throw error;
  }
  return { ...session, close };
}

/**
 * `describe` once for each browser. All tests of one share its session; each begins with no page of
 * another open, and fails when anything was asked for beyond this machine.
 */
export function describeInBrowsers(title: string, define: (session: () => Session) => void): void {
  describe.each<Engine>(['chromium', 'firefox'])(`${title} in %s`, (engine) => {
    let launched: Session | null = null;
    const session = () => {
      if (launched === null) throw new Error('The browser did not start.');
      return launched;
    };
    beforeAll(async () => {
      launched = await launchSession(engine);
    });
    afterEach(async () => {
      const [, ...opened] = await session().opened.browser.pages();
      for (const page of opened) await page.close();
      expect(session().outsideRequests.splice(0)).toEqual([]);
    });
    afterAll(async () => {
      await launched?.close();
      // A request may come after the test that caused it.
      expect(launched?.outsideRequests).toEqual([]);
    });
    define(session);
  });
}
