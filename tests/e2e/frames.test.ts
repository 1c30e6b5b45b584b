/** Text in frames: read on the terms of its own address, and only where there is enough of it. */
import type { Frame, Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { FRAME_SCRIPT_KEY, PAGE_SCRIPT_KEY } from '../../core/extension/script-key.ts';
import { MIN_FRAME_TEXT } from '../../core/page/frame-text.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import { describeInBrowsers } from './browsers.ts';
import { closePopup, openPopup, pressInPopup, readPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

// A frame out of sight is drawn every few seconds in Firefox.
const POLL = { timeout: 20_000, interval: 20 };

const PROSE =
  '<p>The ferry across the lake runs twice a day, and on market days a third time at noon.</p>';
const ARTICLE = `${PROSE.repeat(8)}<p>${PASSAGES.airspace}</p>`;
const SHORT = `<p>${PASSAGES.airspace}</p>`;
const FAR = '<div style="block-size: 3000px"></div>';

const framed = (attributes: string) =>
  writeDocument(
    `<p>${PASSAGES.drones}</p>${FAR}<iframe title="A frame" height="600" ${attributes}></iframe>`,
  );
const asAttribute = (html: string) => html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Writes a document into a frame without an address, before and after it is there. */
const WRITE = `
  const frame = document.querySelector('iframe');
  frame.contentDocument.open();
  frame.contentDocument.write(${JSON.stringify(writeDocument(ARTICLE)).replaceAll('</', '<\\/')});
  frame.contentDocument.close();`;

describeInBrowsers('in a frame', (session) => {
  let own: Page;
  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
  });
  afterEach(async () => {
    await closePopup(own);
    await own.close();
  });

  const serve = (html: string) => session().server.servePage(html);
  const elsewhere = (address: string) => address.replace('127.0.0.1', 'localhost');

  async function frameOf(page: Page): Promise<Frame> {
    const find = () => page.frames().find((frame) => frame !== page.mainFrame());
    await expect.poll(() => find() !== undefined, POLL).toBe(true);
    const frame = find();
    if (frame === undefined) throw new Error('There is no frame.');
    return frame;
  }
  /** Out of sight, browsers draw a frame seldom or not at all, and we read as often in it. */
  async function scrollToFrame(page: Page): Promise<void> {
    await page.evaluate(() => {
      document.querySelector('iframe')?.scrollIntoView();
    });
  }
  async function marksIn(page: Page): Promise<number> {
    const frame = await frameOf(page);
    return await frame.evaluate(() => CSS.highlights.get('rejoinder-solid')?.size ?? 0);
  }
  /** In how many frames a script of ours runs, besides the page. */
  async function countScripts(page: Page, name: string): Promise<unknown> {
    await page.bringToFront();
    const tab = String(await askActiveTabId(own));
    const look = `scripting.executeScript({ target: { tabId: ${tab}, allFrames: true },
      func: (name) => Symbol.for(name) in globalThis, args: ['${name}'] })`;
    return callExtension(
      own,
      `${look}.then((all) => all.filter(({ frameId, result }) => frameId !== 0 && result).length)`,
    );
  }
  const readScripts = (page: Page) => countScripts(page, PAGE_SCRIPT_KEY);
  const readStarted = (page: Page) => countScripts(page, FRAME_SCRIPT_KEY);
  async function badge(): Promise<unknown> {
    const tab = String(await askActiveTabId(own));
    return callExtension(own, `action.getBadgeText({ tabId: ${tab} })`);
  }

  test.each<[string, () => string]>([
    ['of the same origin', () => framed(`src="${serve(writeDocument(ARTICLE))}"`)],
    ['of `srcdoc`', () => framed(`srcdoc="${asAttribute(writeDocument(ARTICLE))}"`)],
    [
      'of `srcdoc` in a sandbox that leaves it its origin',
      () => framed(`sandbox="allow-same-origin" srcdoc="${asAttribute(writeDocument(ARTICLE))}"`),
    ],
    ['that a script has written', () => `${framed('')}<script>${WRITE}</script>`],
  ])('%s a claim is marked, counted, listed and shown', async (_, html) => {
    const page = await session().openPage(serve(html()));
    await waitForMarkCount(page, 1);
    await scrollToFrame(page);
    await expect.poll(() => marksIn(page), POLL).toBe(1);
    await page.bringToFront();
    await expect.poll(badge, POLL).toBe('2');
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain('2 passages here resemble a claim');
    expect(await readPopup(own)).toContain(PASSAGES.airspace);
    await closePopup(own);
  });

  it('a passage is shown from the popup', async () => {
    const html = framed(`src="${serve(writeDocument(ARTICLE))}"`).replace(PASSAGES.drones, 'None.');
    const page = await session().openPage(serve(html));
    await scrollToFrame(page);
    await expect.poll(() => marksIn(page), POLL).toBe(1);
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain(PASSAGES.airspace);
    await pressInPopup(own, 'Show in page');
    const top = () =>
      page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().top ?? NaN);
    await expect.poll(top, POLL).toBeLessThan(800);
    await expect.poll(() => readPopup(own), POLL).toBe('');
  });

  it('of a site without access nothing of ours is, nor in one with access on a page without', async () => {
    const here = serve(writeDocument(ARTICLE));
    const without = await session().openPage(serve(framed(`src="${elsewhere(here)}"`)));
    await waitForMarkCount(without, 1);
    expect(await readScripts(without)).toBe(0);
    expect(await marksIn(without)).toBe(0);

    const within = await session().openPage(elsewhere(serve(framed(`src="${here}"`))));
    await scrollToFrame(within);
    const frame = await frameOf(within);
    await expect
      .poll(() => frame.evaluate(() => document.body.textContent), POLL)
      .toContain(PASSAGES.airspace);
    // By then it would have been read too.
    await waitForMarkCount(await session().openPage(serve(framed(''))), 1);
    expect(await marksIn(within)).toBe(0);
  });

  it('of the size of an advertisement nothing is started, until it is larger', async () => {
    const small = framed(`src="${serve(writeDocument(ARTICLE))}"`).replace(
      'height="600"',
      'height="250"',
    );
    const page = await session().openPage(serve(small));
    await waitForMarkCount(page, 1);
    expect(await readStarted(page)).toBe(0);
    await page.evaluate(() => {
      document.querySelector('iframe')?.setAttribute('height', '600');
    });
    await scrollToFrame(page);
    await expect.poll(() => marksIn(page), POLL).toBe(1);
    expect(await readStarted(page)).toBe(1);
  });

  it('in a sandbox without an origin nothing is read', async () => {
    const page = await session().openPage(
      serve(framed(`sandbox srcdoc="${asAttribute(writeDocument(ARTICLE))}"`)),
    );
    await waitForMarkCount(page, 1);
    await page.bringToFront();
    await expect.poll(badge, POLL).toBe('1');
    expect(await marksIn(page)).toBe(0);
  });

  it('with little text nothing is started, until it has more and is used', async () => {
    expect(SHORT.length).toBeLessThan(MIN_FRAME_TEXT);
    const page = await session().openPage(serve(framed(`src="${serve(writeDocument(SHORT))}"`)));
    await waitForMarkCount(page, 1);
    expect(await readScripts(page)).toBe(0);
    expect(await marksIn(page)).toBe(0);
    await scrollToFrame(page);
    const frame = await frameOf(page);
    await frame.evaluate(
      (text) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        document.querySelector('main')?.append(paragraph);
        // A reader comes to it.
        window.scrollBy(0, 1);
        window.dispatchEvent(new Event('scroll'));
      },
      `${PROSE.replaceAll(/<[^>]*>/gu, '')} `.repeat(8),
    );
    await expect.poll(() => marksIn(page), POLL).toBe(1);
  });

  it('that is taken out while it is read, or later, its marks are counted no more', async () => {
    const page = await session().openPage(serve(framed(`src="${serve(writeDocument(ARTICLE))}"`)));
    await scrollToFrame(page);
    await expect.poll(() => marksIn(page), POLL).toBe(1);
    await page.bringToFront();
    await expect.poll(badge, POLL).toBe('2');
    await page.evaluate(() => {
      document.querySelector('iframe')?.remove();
    });
    await expect.poll(badge, POLL).toBe('1');
  });
});
