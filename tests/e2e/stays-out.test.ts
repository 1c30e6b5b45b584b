/** Where the extension stays out though it may read the site, and how a reader lets it in. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import { readMarks } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { closePopup, openPopup, pressInPopup, readPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };
const CLAIM = `<p>${PASSAGES.drones}</p>`;
const LABELS = '<div>Add to basket</div>'.repeat(60);
/** Without a sign of being an article. */
const bare = (body: string) => writeDocument(body).replaceAll(/<\/?main>/gu, '');

describeInBrowsers('a page that is not to be read', (session) => {
  let own: Page;
  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
  });
  afterEach(async () => {
    // About fields Chromium asks its autofill service, whoever is there.
    const { outsideRequests } = session();
    const others = outsideRequests.filter((request) => !request.includes('content-autofill'));
    outsideRequests.splice(0, Infinity, ...others);
    await callExtension(own, 'storage.local.clear()');
    await closePopup(own);
    await own.close();
  });
  const open = (html: string) => session().openPage(session().server.servePage(html));

  test.each([
    ['a form to log in with', writeDocument(`${CLAIM}<form><input type="password"></form>`)],
    ['does not look like something published', bare(`${CLAIM}<div>${LABELS}</div>`)],
  ])('is left alone, with the rule and a way in: %s', async (rule, html) => {
    const page = await open(html);
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain(rule);
    expect(await readMarks(page)).toEqual([]);
    await pressInPopup(own, 'Read this page anyway');
    await waitForMarkCount(page, 1);
    await expect.poll(() => readPopup(own), POLL).not.toContain(rule);
  });

  it('is read where prose is most of it, whatever it is made of', async () => {
    const prose =
      'The ferry across the lake runs twice a day, and on market days a third time at noon.<br>';
    await waitForMarkCount(await open(bare(`<div>${prose.repeat(3)}</div>${CLAIM}`)), 1);
  });

  it('is not read for a field of a log-in in its header', async () => {
    await waitForMarkCount(
      await open(writeDocument(`<header><input type="password"></header>${CLAIM}`)),
      1,
    );
  });

  it('is read once it shows its text, where style alone hid all of it', async () => {
    const page = await open(writeDocument(`<style>body { visibility: hidden }</style>${CLAIM}`));
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain('Nothing on this page resembles');
    await closePopup(own);
    await page.evaluate(() => {
      document.body.style.visibility = 'visible';
    });
    await page.mouse.move(50, 50);
    await waitForMarkCount(page, 1);
  });

  it('has nothing of ours in it where nothing is marked', async () => {
    const page = await open(writeDocument(`<p id="words">A ferry.</p>`));
    // Read to its end: what stands behind it is marked.
    const style = () =>
      page.evaluate(
        () => getComputedStyle(document.body, '::highlight(rejoinder-solid)').textDecorationLine,
      );
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain('Nothing on this page resembles');
    expect(await style()).toBe('none');
    await page.evaluate((words) => {
      const paragraph = document.querySelector('#words');
      if (paragraph !== null) paragraph.textContent = words;
    }, PASSAGES.drones);
    await waitForMarkCount(page, 1);
    expect(await style()).toBe('underline');
  });

  it('is read when the reader asks, where that is how they want it', async () => {
    await callExtension(own, 'storage.local.set({ settings: { isOnlyWhenAsked: true } })');
    const registered = 'scripting.getRegisteredContentScripts().then(({ length }) => length)';
    await expect.poll(() => callExtension(own, registered), POLL).toBe(0);
    const page = await open(writeDocument(CLAIM));
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain('only when you ask');
    expect(await readMarks(page)).toEqual([]);
    await pressInPopup(own, 'Read this page');
    await waitForMarkCount(page, 1);
    await callExtension(own, 'storage.local.clear()');
    await expect.poll(() => callExtension(own, registered), POLL).toBe(1);
  });
});
