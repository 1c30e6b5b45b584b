/** The marks of a page for whoever reads with the keyboard, or by ear. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import type { PageMessage } from '../../core/extension/messages.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import {
  cardRoot,
  openCard,
  readCard,
  readMarks,
  readRegion,
} from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { readListeners } from './event-listeners.ts';
import { addParagraph, PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const SAMPLE = '/border-province/source.html';
const SAMPLE_MARK_COUNT = 8;
const POLL = { timeout: 10_000, interval: 20 };

const Commands = v.array(v.object({ name: v.string(), shortcut: v.string() }));
const Moved = v.object({ ok: v.literal(true), value: v.boolean() });

const HIGH = '<div style="height: 3000px"></div>';
/** Something that has the focus, and two passages far apart; notes the keys that it hears. */
const TWO_PASSAGES =
  `<button id="page" autofocus>page</button>${HIGH}<p>${PASSAGES.drones}</p>${HIGH}` +
  `<p><a href="#there">${PASSAGES.airspace}</a></p>` +
  `<script>document.addEventListener('keydown', ({ key }) => document.body.dataset.keys = key)</script>`;

describeInBrowsers('by key', (session) => {
  async function openWritten(body: string, markCount: number): Promise<Page> {
    const page = await session().openPage(session().server.servePage(writeDocument(body)));
    await waitForMarkCount(page, markCount);
    return page;
  }

  /** What the background sends when a reader presses the keys: those of protocols reach no command. */
  async function move(page: Page, direction: 'next' | 'previous'): Promise<boolean> {
    await page.bringToFront();
    const own = await openExtensionDocument(session().opened);
    try {
      const tabId = await askActiveTabId(own);
      const message = JSON.stringify({ type: 'moveToMark', direction } satisfies PageMessage);
      const call = `tabs.sendMessage(${String(tabId)}, ${message}, { frameId: 0 })`;
      return v.parse(Moved, await callExtension(own, call)).value;
    } finally {
      await own.close();
      await page.bringToFront();
    }
  }

  const focusedPlace = async (page: Page) => (await readRegion(page))?.focused;
  const focusedOnPage = (page: Page) => page.evaluate(() => document.activeElement?.id);
  const keysHeard = (page: Page) => page.evaluate(() => document.body.dataset['keys']);
  const isInView = (page: Page, at: number) =>
    page.evaluate((place) => {
      const box = document.querySelectorAll('p')[place]?.getBoundingClientRect();
      return box !== undefined && box.top > 0 && box.bottom < innerHeight;
    }, at);

  it('the browser has really assigned what the manifest suggests', async () => {
    const own = await openExtensionDocument(session().opened);
    const commands = v.parse(Commands, await callExtension(own, 'commands.getAll()'));
    await own.close();
    const keys = new Map(commands.map(({ name, shortcut }) => [name, shortcut]));
    expect(keys.get('next-mark')).toBe('Alt+Shift+J');
    expect(keys.get('previous-mark')).toBe('Alt+Shift+Y');
    expect(keys.get('report-passage')).toBe('Alt+Shift+D');
  });

  it('there is a named button for each mark, and one announcement of how many', async () => {
    const page = await session().openPage(SAMPLE);
    await waitForMarkCount(page, SAMPLE_MARK_COUNT);
    const announcement = async () => (await readRegion(page))?.announcement;
    await expect
      .poll(announcement, POLL)
      .toBe('Rejoinder: 8 passages here resemble a claim with a response on record.');
    const region = await readRegion(page);
    expect(region).toMatchObject({
      label: 'Rejoinder: passages with a response on record',
      focused: null,
      isSeen: false,
    });
    const marks = await readMarks(page);
    expect(region?.buttons).toHaveLength(marks.length);
    for (const [at, { text }] of marks.entries()) {
      const name = region?.buttons[at] ?? '';
      expect(name).toContain(`Passage ${String(at + 1)} of 8: “`);
      expect(name).toContain(text.replaceAll(/\s+/gu, ' ').slice(0, 20));
    }
    await addParagraph(page, PASSAGES.airspace);
    await expect.poll(async () => (await readRegion(page))?.buttons.length, POLL).toBe(9);
    expect(await announcement()).toBe('');
  });

  it('a reader goes from mark to mark, reads the response, and back to where they were', async () => {
    const page = await openWritten(TWO_PASSAGES, 2);
    await page.focus('#page');
    expect(await move(page, 'next')).toBe(true);
    expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
    expect(await isInView(page, 0)).toBe(true);
    expect(await move(page, 'next')).toBe(true);
    expect(await focusedPlace(page)).toBe(1);
    expect(await isInView(page, 1)).toBe(true);
    await move(page, 'previous');
    expect(await focusedPlace(page)).toBe(0);

    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readCard(page))?.text, POLL).toContain('drones');
    expect(await readRegion(page)).toMatchObject({ focused: null, isSeen: false });
    await page.keyboard.press('Escape');
    await expect.poll(() => readCard(page), POLL).toBeNull();
    expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
    await page.keyboard.press('Escape');
    expect(await focusedOnPage(page)).toBe('page');
    expect(await readRegion(page)).toMatchObject({ focused: null, isSeen: false });
    expect(await keysHeard(page)).not.toBe('Escape');
    await page.keyboard.press('Escape');
    expect(await keysHeard(page)).toBe('Escape');
  });

  it('nothing of ours listens for keys on the page but while a mark’s button has the focus', async () => {
    const text = `<button id="page">page</button><p>${PASSAGES.drones}</p>`;
    const page = await openWritten(text, 1);
    const heard = async () => {
      await page.bringToFront();
      const types = new Set(await readListeners(session(), page));
      // Listeners that are there while something is marked: that we look where ours are.
      expect(types).toContain('pointerdown');
      return [...types].filter((type) => type.startsWith('key'));
    };
    expect(await heard()).toEqual([]);
    await move(page, 'next');
    expect(await heard()).toContain('keydown');
    await page.focus('#page');
    expect(await heard()).toEqual([]);
  });

  it.each([625, 725])(
    'the card leaves its passage in sight and shows of the response, in a window %i px high',
    async (height) => {
      const page = await openWritten(TWO_PASSAGES, 2);
      await page.setViewport({ width: 1280, height });
      await move(page, 'next');
      await page.keyboard.press('Enter');
      await expect.poll(() => readCard(page), POLL).not.toBeNull();
      const passage = await page.evaluate(() => {
        const { top, bottom } =
          document.querySelector('p')?.getBoundingClientRect() ?? new DOMRect();
        return { top, bottom };
      });
      expect(passage.top).toBeGreaterThan(0);
      const boxes = async () => {
        await using root = await cardRoot(page);
        return await root?.evaluate((node) => {
          const card = node.querySelector('[role=dialog]')?.getBoundingClientRect();
          const words = node.querySelector('blockquote')?.getBoundingClientRect();
          return { top: card?.top ?? NaN, room: (card?.bottom ?? NaN) - (words?.top ?? NaN) };
        });
      };
      await expect.poll(async () => (await boxes())?.top, POLL).toBeGreaterThan(passage.bottom);
      expect((await boxes())?.room).toBeGreaterThan(20);
    },
  );

  it('a mark in a link opens, which a click on it cannot do', async () => {
    const page = await openWritten(TWO_PASSAGES, 2);
    await move(page, 'previous');
    expect(await focusedPlace(page)).toBe(1);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await readCard(page))?.text, POLL).toContain('airspace');
    expect(await page.evaluate(() => location.hash)).toBe('');
  });

  it('the marks are reached by Tab as well, after all that the page has', async () => {
    const page = await openWritten(TWO_PASSAGES, 2);
    await page.focus('a');
    await page.keyboard.press('Tab');
    expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
    expect(await isInView(page, 0)).toBe(true);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('a');
    expect(await readRegion(page)).toMatchObject({ focused: null, isSeen: false });
  });

  it('an open card gives way to the mark after its own', async () => {
    const page = await openWritten(TWO_PASSAGES, 2);
    await openCard(page, 0);
    await move(page, 'next');
    expect(await readCard(page)).toBeNull();
    expect(await focusedPlace(page)).toBe(1);
  });

  describe('a page that', () => {
    it('has no marks has nowhere to go', async () => {
      const page = await openWritten('<p>The shops are open again.</p>', 0);
      const answered = async () => {
        try {
          return await move(page, 'next');
        } catch {
          // The content script is not there yet.
          return null;
        }
      };
      await expect.poll(answered, POLL).toBe(false);
      expect(await readRegion(page)).toBeNull();
    });

    it('takes our element away has it back at the next command', async () => {
      const page = await openWritten(TWO_PASSAGES, 2);
      await page.evaluate(() => document.documentElement.lastElementChild?.remove());
      expect(await readRegion(page)).toBeNull();
      expect(await move(page, 'next')).toBe(true);
      expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
    });

    it('takes it away with the focus in it shows it again at the next command', async () => {
      const page = await openWritten(TWO_PASSAGES, 2);
      await move(page, 'next');
      await page.evaluate(() => document.documentElement.lastElementChild?.remove());
      expect(await move(page, 'next')).toBe(true);
      expect(await readRegion(page)).toMatchObject({ focused: 1, isSeen: true });
    });

    it('takes the marked words away has the focus back', async () => {
      const page = await openWritten(TWO_PASSAGES, 2);
      await page.focus('#page');
      await move(page, 'next');
      const remove = (at: number) =>
        page.evaluate((place) => {
          document.querySelectorAll('p')[place]?.remove();
        }, at);
      await remove(0);
      await expect.poll(async () => (await readRegion(page))?.buttons.length, POLL).toBe(1);
      expect(await focusedPlace(page)).toBe(0);
      await remove(0);
      await expect.poll(() => readRegion(page), POLL).toBeNull();
      expect(await focusedOnPage(page)).toBe('page');
    });

    it('shows a modal dialog has the region in there when it is wanted', async () => {
      const page = await openWritten(
        `<dialog><p>${PASSAGES.drones}</p><button id="page">page</button></dialog>` +
          `<script>document.querySelector('dialog').showModal()</script>`,
        1,
      );
      await move(page, 'next');
      expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await readCard(page)) !== null, POLL).toBe(true);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await focusedOnPage(page)).toBe('page');
      const hasDialog = () => page.evaluate(() => document.querySelector('dialog:modal') !== null);
      expect(await hasDialog()).toBe(true);
    });
  });
});
