/** What a reader sees who installs the packaged build: the browser's own prompt, answered by keys. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newsSitePatterns } from '../../core/claims/news-sites.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { waitForFirstPage } from '../../tools/finish-install.ts';
import { readNewsSites } from '../../tools/read-site-lists.ts';
import { launchWith } from './browsers.ts';
import { closePopup, openPopup, readPopup } from './popup.ts';
import {
  answerPrompt,
  clickButton,
  clickButtonInPopup,
  inWindow,
  type WindowedSession,
} from './window.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 15_000, interval: 50 };
const ALL_SITES = ['http://*/*', 'https://*/*'];
const ONE_SITE = ['http://127.0.0.1/*', 'https://127.0.0.1/*'];
const newsSites = await readNewsSites('data/news-sites.json');
if (!newsSites.ok) throw new Error('the news sites are not valid');
const newsPatterns = newsSitePatterns(newsSites.value.sites);
const PAGE = writeDocument(`<p>${PASSAGES.drones}</p>`);

describe.each<Engine>(['chromium', 'firefox'])('the prompt of %s', (engine) => {
  let session: WindowedSession;
  let first: Page;
  let own: Page;
  beforeAll(async () => {
    const extension = builtExtension(engine);
    session = await inWindow((display) => launchWith(engine, extension, { display }));
    first = await waitForFirstPage(session.opened);
    own = await openExtensionDocument(session.opened);
  });
  afterAll(async () => {
    await session.close();
    expect(session.outsideRequests).toEqual([]);
  });
  afterEach(async () => {
    const origins = await callExtension(own, 'permissions.getAll().then((all) => all.origins)');
    await callExtension(own, `permissions.remove(${JSON.stringify({ origins })})`);
    await expectAccess([]);
  });

  const readFirst = () => first.evaluate(() => document.body.innerText);

  /** What the browser says was granted is also where it starts the content script. */
  async function expectAccess(patterns: readonly string[]): Promise<void> {
    const granted = 'permissions.getAll().then(({ origins = [] }) => origins.sort())';
    const matched =
      'scripting.getRegisteredContentScripts().then((scripts) => scripts.flatMap(({ matches }) => matches).sort())';
    await expect.poll(() => callExtension(own, granted), POLL).toEqual(patterns);
    await expect.poll(() => callExtension(own, matched), POLL).toEqual(patterns);
  }

  it('leaves everything as it was when the reader refuses, and the first page says so', async () => {
    await first.bringToFront();
    await clickButton(session, first, 'All sites');
    await expect.poll(readFirst, POLL).toContain('Your browser is asking you.');
    await answerPrompt(session, { shown: first, own, answer: 'refuse' });
    await expect.poll(readFirst, POLL).toContain('Your browser gave no access');
    await expectAccess([]);
  });

  // Chromium does not ask again for what it was once given: the site before all sites.
  it('has the site in the tab annotated, at once and from then on, when the popup asked', async () => {
    const page = await session.openPage(session.server.servePage(PAGE));
    await openPopup(session, page);
    await clickButtonInPopup(session, own, 'Always read this site');
    await answerPrompt(session, { shown: page, own, answer: 'allow' });
    await waitForMarkCount(page, 1);
    await expectAccess(ONE_SITE);
    await page.reload();
    await waitForMarkCount(page, 1);
    await page.close();
  });

  it('has the news sites annotated once the reader accepts, and no other', async () => {
    await first.bringToFront();
    await clickButton(session, first, 'News sites');
    await answerPrompt(session, { shown: first, own, answer: 'allow' });
    await expect.poll(readFirst, POLL).toContain('Rejoinder reads along on the listed news sites');
    await expectAccess(newsPatterns.toSorted());
    const page = await session.openPage(session.server.servePage(PAGE));
    await openPopup(session, page);
    await expect.poll(() => readPopup(own), POLL).toContain('no access to 127.0.0.1');
    await closePopup(own);
    await page.close();
  });

  it('has every page annotated once the reader accepts', async () => {
    await first.bringToFront();
    await clickButton(session, first, 'All sites');
    await answerPrompt(session, { shown: first, own, answer: 'allow' });
    await expect.poll(readFirst, POLL).toContain('Rejoinder reads along on all sites.');
    await expectAccess(ALL_SITES);
    const page = await session.openPage(session.server.servePage(PAGE));
    await waitForMarkCount(page, 1);
    await page.close();

    // Less than was granted; Chromium grants what was covered before without asking.
    await first.bringToFront();
    await clickButton(session, first, 'News sites');
    if (engine === 'firefox') await answerPrompt(session, { shown: first, own, answer: 'allow' });
    await expect.poll(readFirst, POLL).toContain('Rejoinder reads along on the listed news sites');
    await expectAccess(newsPatterns.toSorted());
  });

  it('is not needed by a reader who chooses sites one by one, and gives back what was given', async () => {
    await first.bringToFront();
    await clickButton(session, first, 'All sites');
    // Chromium grants what it was once given without asking.
    if (engine === 'firefox') await answerPrompt(session, { shown: first, own, answer: 'allow' });
    await expectAccess(ALL_SITES);
    await clickButton(session, first, 'Only sites I choose');
    await expect
      .poll(readFirst, POLL)
      .toContain('Rejoinder reads along only on sites that you switch on.');
    await expectAccess([]);
  });
});
