/** What the popup leads to: passages of the page, and claims. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import { describeInBrowsers } from './browsers.ts';
import { closePopup, openPopup, POPUPS, pressInPopup, readPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

/** The claim on the drones, as the list puts it. */
const CLAIM = 'Israeli drones entered Iran from the territory of Azerbaijan in June 2025';

describeInBrowsers('the popup', (session) => {
  let own: Page;
  let page: Page;

  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
    const far = '<div style="block-size: 5000px"></div>';
    const text = writeDocument(`<p>Nothing.</p>${far}<p id="far">${PASSAGES.drones}</p>${far}`);
    page = await session().openPage(session().server.servePage(text));
    await waitForMarkCount(page, 1);
    await openPopup(session(), page);
    await expect.poll(() => readPopup(own), POLL).toContain(PASSAGES.drones);
  });
  afterEach(async () => {
    await closePopup(own);
    await own.close();
  });

  it('shows a passage in the page, flashes it, and is out of the way', async () => {
    await pressInPopup(own, 'Show in page');
    const read = () =>
      page.evaluate(() => {
        const box = document.querySelector('#far')?.getBoundingClientRect();
        return {
          isInView: box !== undefined && box.top >= 0 && box.bottom <= innerHeight,
          isFlashed: (CSS.highlights.get('rejoinder-flash')?.size ?? 0) > 0,
        };
      });
    await expect.poll(read, POLL).toEqual({ isInView: true, isFlashed: true });
    await expect.poll(() => readPopup(own), POLL).toBe('');
  });

  it('opens the claim that a passage resembles, and goes back', async () => {
    await pressInPopup(own, CLAIM);
    await expect.poll(() => readPopup(own), POLL).toContain('What others said');
    await pressInPopup(own, 'Back');
    await expect.poll(() => readPopup(own), POLL).toContain('Show in page');
  });

  it('finds any claim by what is typed, and opens it', async () => {
    const type = (text: string) =>
      callExtension(
        own,
        `${POPUPS}.forEach(({ document, Event }) => {
          const field = document.querySelector('input[type=search]');
          field.value = ${JSON.stringify(text)};
          field.dispatchEvent(new Event('input', { bubbles: true }));
        })`,
      );
    await type('syrian fighters');
    await expect.poll(() => readPopup(own), POLL).toMatch(/^\d+ claims?$/mu);
    const open = `${POPUPS}.forEach(({ document }) => document.querySelector('.result').click())`;
    await callExtension(own, open);
    await expect.poll(() => readPopup(own), POLL).toMatch(/Syria/u);
    await pressInPopup(own, 'Back');
    await expect.poll(() => readPopup(own), POLL).toContain('Search all claims');
  });
});
