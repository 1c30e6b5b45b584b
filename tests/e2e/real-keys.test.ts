/** The commands by the keys that a reader presses: those of protocols reach the page and no command. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../tools/find-browser.ts';
import { readCard, readRegion } from '../../tools/read-annotations.ts';
import { launchSession } from './browsers.ts';
import { inWindow, pressKeys, type WindowedSession } from './window.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 15_000, interval: 50 };
const NEXT = 'alt+shift+j';
const PREVIOUS = 'alt+shift+y';

const PAGE = writeDocument(
  `<button id="page" autofocus>page</button><p>${PASSAGES.drones}</p><p>${PASSAGES.airspace}</p>`,
);

describe.each<Engine>(['chromium', 'firefox'])('by real keys in %s', (engine) => {
  let session: WindowedSession;
  let page: Page;
  beforeAll(async () => {
    session = await inWindow((display) => launchSession(engine, { display }));
    page = await session.openPage(session.server.servePage(PAGE));
    await page.bringToFront();
  });
  afterAll(async () => {
    await session.close();
    expect(session.outsideRequests).toEqual([]);
  });

  const focused = async () => (await readRegion(page))?.focused;
  const focusedOnPage = () => page.evaluate(() => document.activeElement?.id);

  it('a reader goes to a mark and the next, reads the response, and is back where they were', async () => {
    await waitForMarkCount(page, 2);
    await expect.poll(() => page.evaluate(() => document.hasFocus()), POLL).toBe(true);
    expect(await focusedOnPage()).toBe('page');
    await pressKeys(session, NEXT);
    await expect.poll(focused, POLL).toBe(0);
    await pressKeys(session, NEXT);
    await expect.poll(focused, POLL).toBe(1);
    await pressKeys(session, PREVIOUS);
    await expect.poll(focused, POLL).toBe(0);

    await pressKeys(session, 'Return');
    await expect.poll(async () => (await readCard(page))?.text ?? '', POLL).toContain('drones');
    await pressKeys(session, 'Escape');
    await expect.poll(() => readCard(page), POLL).toBeNull();
    await expect.poll(focused, POLL).toBe(0);
    await pressKeys(session, 'Escape');
    await expect.poll(focused, POLL).toBeNull();
    expect(await focusedOnPage()).toBe('page');
  });
});
