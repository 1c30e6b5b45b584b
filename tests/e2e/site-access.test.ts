/** Where the extension reads: nowhere until the reader says so, and nowhere that is switched off. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  onTestFinished,
  test,
} from 'vitest';
import type { RESUME_ALARM } from '../../core/extension/pause.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import { readManifest } from '../../tools/extension-manifest.ts';
import type { Engine } from '../../tools/find-browser.ts';
import {
  finishInstall,
  waitForContentScript,
  waitForFirstPage,
} from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import { openCard, readMarks } from '../../tools/read-annotations.ts';
import { watchBackground } from './background.ts';
import { describeInBrowsers, launchWith, PAGE_SERVER, type Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';
import { closePopup, measurePopup, openPopup, pressInPopup, readPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };
const HOST = '127.0.0.1';
const HOUR_MS = 3_600_000;

const PAGE = writeDocument(`<p>${PASSAGES.drones}</p><p>${PASSAGES.airspace}</p>`);
const MARK_COUNT = 2;

/** Written out: the module itself runs in browsers only. */
const RESUME: typeof RESUME_ALARM = 'resume-reading';

const Scripts = v.array(
  v.object({ matches: v.array(v.string()), excludeMatches: v.optional(v.array(v.string()), []) }),
);
type Registered = v.InferOutput<typeof Scripts>;
const GRANTED = [`http://${HOST}/*`];
const ON_GRANTED: Registered = [{ matches: GRANTED, excludeMatches: [] }];

/** Where the browser has been told to start the content script. */
async function readRegistered(own: Page): Promise<Registered> {
  const scripts = await callExtension(own, 'scripting.getRegisteredContentScripts()');
  return v.parse(Scripts, scripts).map(({ matches, excludeMatches }) => ({
    matches,
    excludeMatches: excludeMatches.toSorted(),
  }));
}

/** All that a page can see of its own document. */
function readDocument(page: Page) {
  return page.evaluate(() => ({
    markup: new XMLSerializer().serializeToString(document),
    highlights: [...CSS.highlights.keys()],
  }));
}

/** Loads the page that is shown once more: nothing of ours is marked in it or there to be asked, or has read anything. */
async function expectUnread(page: Page, own: Page): Promise<void> {
  await page.reload({ waitUntil: 'load' });
  const tab = String(await askActiveTabId(own));
  const asked = callExtension(own, `tabs.sendMessage(${tab}, { type: 'getPageState' })`);
  const answer = await asked.catch((error: unknown) => String(error));
  // During a pause there is a script that waits for its end.
  if (typeof answer === 'string') expect(answer).toMatch(/Receiving end does not exist/u);
  else expect(answer).toMatchObject({ value: { wordCount: 0, annotations: [] } });
  expect(await readMarks(page)).toEqual([]);
}

describe.each<Engine>(['chromium', 'firefox'])('the packaged build in %s', (engine) => {
  let session: Session;
  let first: Page;
  beforeAll(async () => {
    session = await launchWith(engine, builtExtension(engine));
    first = await waitForFirstPage(session.opened);
  });
  afterAll(async () => {
    await session.close();
    expect(session.outsideRequests).toEqual([]);
  });

  it('asks for nothing that a browser warns of when it is installed', async () => {
    const manifest = await readManifest(builtExtension(engine));
    expect(manifest).toMatchObject({
      permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'],
      optional_host_permissions: ['https://*/*', 'http://*/*'],
      incognito: 'not_allowed',
    });
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    // Only Chromium tells what it would show.
    if (engine !== 'chromium') return;
    const own = await openExtensionDocument(session.opened);
    const text = JSON.stringify(JSON.stringify(manifest));
    const warnings = `management.getPermissionWarningsByManifest(${text})`;
    expect(await callExtension(own, warnings)).toEqual([]);
    await own.close();
  });

  it('opens its first page when it is installed, and offers a choice there', async () => {
    const buttons = () => first.evaluate(() => document.querySelectorAll('button').length);
    await expect.poll(buttons, POLL).toBeGreaterThan(0);
    expect(await first.evaluate(() => document.visibilityState)).toBe('visible');
  });

  it('has its button where the browser lets it be seen', async () => {
    // Chromium leaves that to the reader, as the first page says.
    if (engine === 'chromium') {
      const said = await first.evaluate(() => document.body.innerText);
      expect(said).toContain('press the puzzle piece there and pin Rejoinder');
      return;
    }
    const id = JSON.stringify(session.opened.extensionId);
    const area = await evaluateInFirefox(
      session.opened,
      `Services.wm.getMostRecentWindow('navigator:browser').CustomizableUI.getPlacementOfWidget(
        ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
          .ExtensionParent.apiManager.global
          .browserActionFor(WebExtensionPolicy.getByID(${id}).extension).widget.id).area`,
    );
    expect(area).toBe('nav-bar');
  });

  it('annotates no page', async () => {
    const own = await openExtensionDocument(session.opened);
    const granted = 'permissions.getAll().then(({ origins }) => origins ?? [])';
    expect(await callExtension(own, granted)).toEqual([]);
    const page = await session.openPage(session.server.servePage(PAGE));
    await expectUnread(page, own);
    expect(await readRegistered(own)).toEqual([]);
    await page.close();
    await own.close();
  });

  it('shows all that the popup says, in the width that was drawn', async () => {
    const own = await openExtensionDocument(session.opened);
    const page = await session.openPage(session.server.servePage(PAGE));
    await openPopup(session, page);
    await expect.poll(() => readPopup(own), POLL).toContain(`no access to ${HOST}`);
    await expect.poll(() => measurePopup(own), POLL).toEqual({ width: 400, cutOff: 0 });
    await closePopup(own);
    await page.close();
    await own.close();
  });

  it('reads a tab once when its reader asks for that', async () => {
    const own = await openExtensionDocument(session.opened);
    const page = await session.openPage(session.server.servePage(PAGE));
    await openPopup(session, page);
    await expect.poll(() => readPopup(own), POLL).toContain(`no access to ${HOST}`);
    await pressInPopup(own, 'Read this tab');
    await waitForMarkCount(page, MARK_COUNT);
    await expect.poll(() => readPopup(own), POLL).toContain('2 passages here resemble a claim');
    const said = await readPopup(own);
    expect(said).toContain('Read this once. The next page of this site is not read.');
    expect(said).toContain('Always read this site');
    expect(said).not.toContain(`On ${HOST}`);
    await closePopup(own);
    await expectUnread(page, own);
    await page.close();
    await own.close();
  });
});

describeInBrowsers('a reader who has granted a site', (session) => {
  let own: Page;
  let address: string;

  const change = (settings: Readonly<Record<string, unknown>>) =>
    callExtension(own, `storage.local.set(${JSON.stringify({ settings })})`);
  const clear = () => callExtension(own, 'storage.local.clear()');
  const expectRegistered = (scripts: Registered) =>
    expect.poll(() => readRegistered(own), POLL).toEqual(scripts);

  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
    address = session().server.servePage(PAGE);
  });
  afterEach(async () => {
    await clear();
    await expectRegistered(ON_GRANTED);
    await own.close();
  });

  it('sees marks there, and not on the next site', async () => {
    const elsewhere = await session().openPage(address.replace(HOST, 'localhost'));
    await waitForMarkCount(await session().openPage(address), MARK_COUNT);
    await elsewhere.bringToFront();
    expect(await readMarks(elsewhere)).toEqual([]);
  });

  test.each([
    ['the extension is switched off', () => ({ isOn: false })],
    ['the site is switched off', () => ({ offSites: [HOST] })],
    ['reading is paused', () => ({ pausedUntilMs: Date.now() + HOUR_MS })],
  ])('sees an open page as it was while %s, and its marks afterwards', async (_, settings) => {
    // The same document, where nobody of ours is.
    const untouched = await session().openPage(address.replace(HOST, 'localhost'));
    const asServed = await readDocument(untouched);
    const page = await session().openPage(address);
    await waitForMarkCount(page, MARK_COUNT);
    const tab = await askActiveTabId(own);
    const badge = () => callExtension(own, `action.getBadgeText({ tabId: ${String(tab)} })`);
    await expect.poll(badge, POLL).toBe(String(MARK_COUNT));
    expect(await openCard(page, 0)).not.toBeNull();
    expect(await readDocument(page)).not.toEqual(asServed);

    await change(settings());
    await expect.poll(() => readDocument(page), POLL).toEqual(asServed);
    await expect.poll(badge, POLL).toBe('');

    await clear();
    await waitForMarkCount(page, MARK_COUNT);
    await expect.poll(badge, POLL).toBe(String(MARK_COUNT));
  });

  test.each([
    ['the extension is switched off', { isOn: false }, []],
    [
      'the site is switched off',
      { offSites: [HOST] },
      [{ matches: GRANTED, excludeMatches: [`http://${HOST}/*`, `https://${HOST}/*`] }],
    ],
  ])('has nothing of the extension in a page opened while %s', async (_, settings, scripts) => {
    await change(settings);
    await expectRegistered(scripts);
    await expectUnread(await session().openPage(address), own);
  });

  it('sees no marks in a page opened during a pause, and sees them when it ends by itself', async () => {
    await change({ pausedUntilMs: Date.now() + HOUR_MS });
    const page = await session().openPage(address);
    await expectUnread(page, own);
    // Its end, brought forward.
    await callExtension(own, `alarms.create('${RESUME}', { when: ${String(Date.now())} })`);
    await waitForMarkCount(page, MARK_COUNT);
  });

  test.each([
    ['Rejoinder', 'No page is read.', 'Rejoinder'],
    [`On ${HOST}`, 'Nothing is read here.', `On ${HOST}`],
    ['Pause for an hour', 'No page is read during the pause.', 'Resume'],
  ])('switches in the popup, and back: %s', async (off, state, on) => {
    const page = await session().openPage(address);
    await waitForMarkCount(page, MARK_COUNT);
    await openPopup(session(), page);
    const found = '2 passages here resemble a claim';
    await expect.poll(() => readPopup(own), POLL).toContain(found);
    await pressInPopup(own, off);
    await waitForMarkCount(page, 0);
    await expect.poll(() => readPopup(own), POLL).toContain(state);
    await pressInPopup(own, on);
    await waitForMarkCount(page, MARK_COUNT);
    await expect.poll(() => readPopup(own), POLL).toContain(found);
    await closePopup(own);
  });

  it('is offered to load a page again that was opened before it could be read', async () => {
    await change({ isOn: false });
    await expectRegistered([]);
    const page = await session().openPage(address);
    await clear();
    await expectRegistered(ON_GRANTED);
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain('Reload this page');
    await pressInPopup(own, 'Reload this page');
    await waitForMarkCount(page, MARK_COUNT);
    await expect.poll(() => readPopup(own), POLL).toBe('');
  });

  it('finds the choice kept when the background was ended, and followed when it changes', async () => {
    const background = await watchBackground(session());
    const page = await session().openPage(address);
    await waitForMarkCount(page, MARK_COUNT);
    await change({ isOn: false });
    await waitForMarkCount(page, 0);
    await expectRegistered([]);
    await background.end();
    await expectUnread(page, own);
    await expectRegistered([]);

    await background.end();
    await change({ isOn: true });
    await expectRegistered(ON_GRANTED);
    await page.reload();
    await waitForMarkCount(page, MARK_COUNT);
  });

  it('gets what was chosen last, however fast it was switched', async () => {
    for (let round = 0; round < 10; round++) {
      const site = `site-${String(round)}.example.org`;
      void change({ isOn: false });
      // Differs from round to round, so that what is found cannot be left from the last one.
      await change({ isOn: true, offSites: [site] });
      await expectRegistered([
        { matches: GRANTED, excludeMatches: [`http://${site}/*`, `https://${site}/*`] },
      ]);
    }
  });
});

describe.each<Engine>(['chromium', 'firefox'])('in %s that was closed', (engine) => {
  it('a site that its reader switched off stays off, until it is switched on', async () => {
    const { folder, remove } = await grantOrigin(builtExtension(engine), PAGE_SERVER);
    onTestFinished(remove);
    const profile = await mkdtemp(join(tmpdir(), 'rejoinder-profile-'));
    onTestFinished(() => rm(profile, { recursive: true, force: true }));
    const before = await launchWith(engine, folder, { profile });
    try {
      await finishInstall(before.opened);
      const own = await openExtensionDocument(before.opened);
      const page = await before.openPage(before.server.servePage(PAGE));
      await waitForMarkCount(page, MARK_COUNT);
      await openPopup(before, page);
      await expect.poll(() => readPopup(own), POLL).toContain(`On ${HOST}`);
      await pressInPopup(own, `On ${HOST}`);
      await waitForMarkCount(page, 0);
    } finally {
      await before.close();
    }
    const after = await launchWith(engine, folder, { profile });
    try {
      await waitForContentScript(after.opened);
      const own = await openExtensionDocument(after.opened);
      const page = await after.openPage(after.server.servePage(PAGE));
      await expectUnread(page, own);
      await openPopup(after, page);
      await expect.poll(() => readPopup(own), POLL).toContain(`Switched off for ${HOST}.`);
      await pressInPopup(own, `On ${HOST}`);
      await waitForMarkCount(page, MARK_COUNT);
    } finally {
      await after.close();
    }
  });
});
