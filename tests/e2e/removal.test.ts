/** A page outlives the extension when that is removed, or replaced by its next version. */
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../tools/find-browser.ts';
import { openCard, readMarks } from '../../tools/read-annotations.ts';
import { launchSession } from './browsers.ts';
import { addParagraph, PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

describe.each<Engine>(['chromium', 'firefox'])('a page whose extension is gone in %s', (engine) => {
  it('shows no marks to a reader who comes back to it, and reports no error', async () => {
    const session = await launchSession(engine);
    try {
      const { browser, extensionId } = session.opened;
      const page = await session.openPage(
        session.server.servePage(writeDocument(`<p>${PASSAGES.drones}</p>`)),
      );
      const errors: string[] = [];
      page.on('pageerror', (error) => {
        errors.push(String(error));
      });
      await waitForMarkCount(page, 1);
      await browser.uninstallExtension(extensionId);
      await addParagraph(page, PASSAGES.airspace);
      await (await browser.newPage()).bringToFront();
      await page.bringToFront();
      // Firefox takes the style sheet away, and the script with it; Chromium neither.
      const countShown = async () => {
        const line = await page.evaluate(
          () => getComputedStyle(document.body, '::highlight(rejoinder-solid)').textDecorationLine,
        );
        return line === 'none' ? 0 : (await readMarks(page)).length;
      };
      await expect.poll(countShown, { timeout: 10_000, interval: 20 }).toBe(0);
      expect(errors).toEqual([]);
    } finally {
      await session.close();
    }
  });

  it('has nothing of ours left for a reader who comes back to it, with a card open', async () => {
    const session = await launchSession(engine);
    try {
      const { browser, extensionId } = session.opened;
      const body = `<button id="page">page</button><p>${PASSAGES.drones}</p>`;
      const page = await session.openPage(session.server.servePage(writeDocument(body)));
      await waitForMarkCount(page, 1);
      await openCard(page, 0);
      const countOurs = () =>
        page.evaluate(() => {
          const { body, head, documentElement } = document;
          const ours = [...documentElement.children].filter((it) => it !== body && it !== head);
          return ours.filter((element) => element.checkVisibility()).length;
        });
      expect(await countOurs()).toBe(1);
      await browser.uninstallExtension(extensionId);
      await (await browser.newPage()).bringToFront();
      await page.bringToFront();
      await expect.poll(countOurs, { timeout: 10_000, interval: 20 }).toBe(0);
      await page.focus('#page');
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => document.activeElement?.localName);
      expect(focused).not.toBe('div');
    } finally {
      await session.close();
    }
  });
});
