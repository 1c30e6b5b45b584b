/** What a reader says of a wrong mark: done at once, everywhere, kept, and taken back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { askTabAnnotations } from '../../tools/ask-extension.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { finishInstall, waitForContentScript } from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import {
  cardRoot,
  openCard,
  readCard,
  readMarks,
  readRegion,
  takesClicks,
} from '../../tools/read-annotations.ts';
import { describeInBrowsers, launchWith, PAGE_SERVER } from './browsers.ts';
import { closePopup, openPopup, pressInPopup, readPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

const DIFFERENT = 'It is a different claim';
const NOT_STATED = 'Only reported or denied here';
const MUTED = 'Do not show this claim again';
const DONE = {
  [DIFFERENT]: 'These words are not matched with this claim any more.',
  [NOT_STATED]: 'These words are not marked any more. The toolbar button lists them as reported.',
  [MUTED]: 'This claim is not shown any more.',
} as const;
type Choice = keyof typeof DONE;
const TWICE = 'You have marked this claim as wrong twice; it is not shown any more.';

/** Of the same claim as `PASSAGES.drones`, in other words. */
const DRONES_AGAIN = 'Drones from Israel crossed into Iran out of Azerbaijan in June.';
/** The words of one passage, with white space where another page has none. */
const DRONES_SPACED = PASSAGES.drones.replace('drones entered', 'drones\n   entered');

const inParagraphs = (...texts: readonly string[]) =>
  writeDocument(texts.map((text) => `<p>${text}</p>`).join(''));

/** Presses a button of the card, by the words that it begins with, once it is there and takes clicks. */
async function press(page: Page, name: string): Promise<void> {
  const find = async () => {
    if (!(await takesClicks(page))) return null;
    const buttons = (await (await cardRoot(page))?.$$('button')) ?? [];
    for (const button of buttons) {
      if ((await button.evaluate((each) => each.textContent)).startsWith(name)) return button;
    }
    return null;
  };
  await expect.poll(find, POLL).not.toBeNull();
  await (await find())?.click();
}

async function correct(page: Page, mark: number, choice: Choice): Promise<void> {
  expect(await openCard(page, mark)).not.toBeNull();
  await press(page, 'Wrong mark?');
  await press(page, choice);
}

/** Waits until the card says so, with the focus on what it says. */
async function expectTold(page: Page, text: string): Promise<void> {
  const focused = async () =>
    (await cardRoot(page))?.evaluate((card) => {
      const root = card instanceof Element ? card.getRootNode() : null;
      const focused = root instanceof ShadowRoot ? root.activeElement : null;
      return focused?.role === 'status' ? focused.textContent : null;
    });
  await expect.poll(focused, POLL).toBe(text);
}

const markedTexts = async (page: Page) => (await readMarks(page)).map(({ text }) => text);

describeInBrowsers('a wrong mark', (session) => {
  let own: Page;
  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
  });
  afterEach(async () => {
    await callExtension(own, 'storage.local.clear()');
    await own.close();
  });

  const serve = (...texts: readonly string[]) =>
    session().openPage(session().server.servePage(inParagraphs(...texts)));
  const badge = async (page: Page) => {
    await page.bringToFront();
    const tab = await askActiveTabId(own);
    return callExtension(own, `action.getBadgeText({ tabId: ${String(tab)} })`);
  };
  const listed = async (page: Page) =>
    (await askTabAnnotations(session().opened, page)).map(
      ({ stance, isMarked }) => `${stance}${isMarked ? ', marked' : ''}`,
    );

  test.each<[Choice, readonly string[]]>([
    [DIFFERENT, ['asserts, marked']],
    [NOT_STATED, ['attributes', 'asserts, marked']],
    [MUTED, ['asserts, marked']],
  ])(
    'goes at once, here and in another tab, stays away, and comes back: %s',
    async (choice, left) => {
      const other = await serve(DRONES_SPACED, PASSAGES.airspace);
      await waitForMarkCount(other, 2);
      const page = await serve(PASSAGES.drones, PASSAGES.airspace);
      await waitForMarkCount(page, 2);
      const startedAt = await page.evaluate(() => performance.timeOrigin);

      await correct(page, 0, choice);
      await expectTold(page, DONE[choice]);
      await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace]);
      // A page that is not shown is painted when it is.
      await other.bringToFront();
      await expect.poll(() => markedTexts(other), POLL).toEqual([PASSAGES.airspace]);
      await page.bringToFront();
      await expect.poll(() => badge(page), POLL).toBe('1');
      expect(await listed(page)).toEqual(left);
      expect(await page.evaluate(() => performance.timeOrigin)).toBe(startedAt);

      await press(page, 'Undo');
      await expectTold(page, 'Taken back: all is as it was before.');
      await waitForMarkCount(page, 2);
      await other.bringToFront();
      await waitForMarkCount(other, 2);
      expect(await listed(page)).toEqual(['asserts, marked', 'asserts, marked']);

      await press(page, choice);
      await waitForMarkCount(page, 1);
      await page.reload();
      await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace]);
      expect(await listed(page)).toEqual(left);
    },
  );

  it('leaves a reader who corrects it by key at the nearest mark, then where they were', async () => {
    const page = await serve(PASSAGES.drones, PASSAGES.airspace, '<button id="page">page</button>');
    await waitForMarkCount(page, 2);
    await page.focus('#page');
    // After the last thing on the page come the marks.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await press(page, 'Wrong mark?');
    await press(page, DIFFERENT);
    await expectTold(page, DONE[DIFFERENT]);
    await waitForMarkCount(page, 1);
    await page.keyboard.press('Escape');
    expect(await readRegion(page)).toMatchObject({ focused: 0, isSeen: true });
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('page');
  });

  it('mutes the claim when it is the second on other words, which is taken back as well', async () => {
    const page = await serve(PASSAGES.drones, DRONES_AGAIN, PASSAGES.airspace);
    const later = await serve('The Israeli drones flew into Iran from Azerbaijan.');
    await waitForMarkCount(later, 1);
    await page.bringToFront();
    await waitForMarkCount(page, 3);
    await correct(page, 0, DIFFERENT);
    await expectTold(page, DONE[DIFFERENT]);
    await waitForMarkCount(page, 2);
    await later.bringToFront();
    expect(await readMarks(later)).toHaveLength(1);
    await page.bringToFront();
    await page.keyboard.press('Escape');

    await correct(page, 0, NOT_STATED);
    await expectTold(page, TWICE);
    await waitForMarkCount(page, 1);
    await later.bringToFront();
    await waitForMarkCount(later, 0);
    expect(await listed(page)).toEqual(['asserts, marked']);

    await press(page, 'Undo');
    await waitForMarkCount(page, 2);
    await later.bringToFront();
    await waitForMarkCount(later, 1);
  });

  describe('leaves its card open', () => {
    it('as long as its words are there, until it is closed', async () => {
      const page = await serve(PASSAGES.drones, PASSAGES.airspace);
      await waitForMarkCount(page, 2);
      await correct(page, 0, MUTED);
      await waitForMarkCount(page, 1);
      // The page draws both anew.
      await page.evaluate(() => {
        for (const paragraph of document.querySelectorAll('p')) {
          paragraph.replaceWith(paragraph.cloneNode(true));
        }
      });
      await page.evaluate(() => {
        document.body.append(document.createElement('hr'));
      });
      await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace]);
      expect((await readCard(page))?.text).toContain(DONE[MUTED]);
      await page.evaluate(() => document.querySelector('p')?.remove());
      await expect.poll(() => readCard(page), POLL).toBeNull();
    });

    it('and gives the focus back when it is closed', async () => {
      const body = `<main id="main" tabindex="0"><p>${PASSAGES.drones}</p></main>`;
      const page = await session().openPage(session().server.servePage(writeDocument(body)));
      await waitForMarkCount(page, 1);
      await correct(page, 0, DIFFERENT);
      await expectTold(page, DONE[DIFFERENT]);
      await page.keyboard.press('Escape');
      await expect.poll(() => readCard(page), POLL).toBeNull();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
      expect(await readMarks(page)).toEqual([]);
    });

    it('but not that of another tab', async () => {
      const other = await serve(PASSAGES.drones);
      await waitForMarkCount(other, 1);
      expect(await openCard(other, 0)).not.toBeNull();
      const page = await serve(PASSAGES.drones);
      await waitForMarkCount(page, 1);
      await correct(page, 0, DIFFERENT);
      await expect.poll(() => readCard(other), POLL).toBeNull();
    });
  });

  it('is gone from a page that was left before and comes back', async () => {
    const page = await serve(PASSAGES.drones, PASSAGES.airspace);
    await waitForMarkCount(page, 2);
    await page.goto(session().server.servePage(inParagraphs(PASSAGES.drones)));
    await waitForMarkCount(page, 1);
    await correct(page, 0, DIFFERENT);
    await waitForMarkCount(page, 0);
    // Not `goBack`: a page that comes back as it was left does not load.
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace]);
  });

  it('is done and undone by keyboard', async () => {
    const page = await serve(PASSAGES.drones);
    await waitForMarkCount(page, 1);
    await openCard(page, 0);
    const keys = ['Tab', 'Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Enter'] as const;
    for (const key of keys) await page.keyboard.press(key);
    await expectTold(page, DONE[DIFFERENT]);
    await waitForMarkCount(page, 0);
    for (const key of ['Tab', 'Enter'] as const) await page.keyboard.press(key);
    await waitForMarkCount(page, 1);
  });

  it('is taken back in the popup, and so is the muting of a claim', async () => {
    const page = await serve(PASSAGES.drones, PASSAGES.airspace);
    await waitForMarkCount(page, 2);
    await correct(page, 0, DIFFERENT);
    await waitForMarkCount(page, 1);
    await page.keyboard.press('Escape');
    await correct(page, 0, MUTED);
    await waitForMarkCount(page, 0);
    await page.keyboard.press('Escape');

    await openPopup(session(), page);
    await expect
      .poll(() => readPopup(own), POLL)
      .toContain('Corrected by you: 1 hidden claim, 1 passage');
    await pressInPopup(own, 'Corrected by you: 1 hidden claim, 1 passage');
    expect(await readPopup(own)).toContain('What resembles a claim on this page is not shown');
    await pressInPopup(own, 'Show again');
    await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace]);
    await expect.poll(() => readPopup(own), POLL).toContain('Corrected by you: 1 passage');
    await expect.poll(() => readPopup(own), POLL).toContain('1 passage here resembles a claim');
    await pressInPopup(own, 'Take back');
    await waitForMarkCount(page, 2);
    await expect.poll(() => readPopup(own), POLL).not.toContain('Corrected by you');
    expect(await readPopup(own)).toContain('Nothing is corrected any more.');
    await expect.poll(() => readPopup(own), POLL).toContain('2 passages here resemble a claim');
    await closePopup(own);
  });
});

describe.each<Engine>(['chromium', 'firefox'])('in %s that is closed', (engine) => {
  it('a wrong mark is forgotten by nobody', async () => {
    const { folder, remove } = await grantOrigin(builtExtension(engine), PAGE_SERVER);
    const profile = await mkdtemp(join(tmpdir(), 'rejoinder-profile-'));
    try {
      const before = await launchWith(engine, folder, { profile });
      try {
        await finishInstall(before.opened);
        const page = await before.openPage(
          before.server.servePage(inParagraphs(PASSAGES.drones, PASSAGES.airspace)),
        );
        await waitForMarkCount(page, 2);
        await correct(page, 0, DIFFERENT);
        await waitForMarkCount(page, 1);
      } finally {
        await before.close();
      }
      const after = await launchWith(engine, folder, { profile });
      try {
        await waitForContentScript(after.opened);
        const address = after.server.servePage(
          inParagraphs(PASSAGES.drones, PASSAGES.airspace, DRONES_AGAIN),
        );
        const page = await after.openPage(address);
        await expect.poll(() => markedTexts(page), POLL).toEqual([PASSAGES.airspace, DRONES_AGAIN]);
      } finally {
        await after.close();
      }
    } finally {
      await remove();
      await rm(profile, { recursive: true, force: true });
    }
  });
});
