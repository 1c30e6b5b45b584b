/** What the popup says of a page, and what it leads to: passages of the page, and claims. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import { describeInBrowsers } from './browsers.ts';
import { closePopup, openPopup, POPUPS, pressInPopup, readPopup, searchInPopup } from './popup.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

/** The claim on the drones, as the list puts it. */
const CLAIM = 'Israeli drones entered Iran from the territory of Azerbaijan in June 2025';

const LIST = 'azerbaijan-official-responses';

/** The line on the list that the build has, up to its date. */
async function readListLine(): Promise<string> {
  const head: unknown = JSON.parse(await readFile(`data/lists/${LIST}/list.json`, 'utf8'));
  const Head = v.object({ title: v.object({ en: v.string() }), version: v.string() });
  const { title, version } = v.parse(Head, head);
  return `List: “${title.en}”, version ${version}, as of `;
}

/** One claim as a page may put it, in an order that is not that of the groups. */
const DENIED = 'It is not true that Israeli drones entered Iran from Azerbaijan in June.';
const ASKED = 'Did Israeli drones enter Iran from Azerbaijan in June?';
const REPORTED =
  'An official in Tehran said that Israeli drones had entered Iran from Azerbaijan in June.';

describeInBrowsers('the popup says of', (session) => {
  let own: Page;
  beforeEach(async () => {
    own = await openExtensionDocument(session().opened);
  });
  afterEach(async () => {
    await closePopup(own);
    await own.close();
  });

  const servePage = (html: string) => session().openPage(session().server.servePage(html));
  const expectSaid = (text: string) => expect.poll(() => readPopup(own), POLL).toContain(text);

  it('a page of the browser that it does not run there', async () => {
    await openPopup(session(), await session().opened.browser.newPage());
    await expectSaid('Rejoinder does not run on this page.');
    expect(await readPopup(own)).not.toContain('compared with');
  });

  test.each([
    [
      'that resembles nothing how much of it was compared',
      writeDocument('<p>The shops are open again.</p>'),
      'Nothing on this page resembles a claim on the list.',
      /^5 English words compared with \d+ claims\. Neither marked nor unmarked text was verified\./mu,
    ],
    [
      'in a language without wordings that nothing was compared',
      writeDocument('<p>მაღაზიები ისევ ღიაა.</p>').replace('lang="en"', 'lang="ka"'),
      'This page was not compared.',
      /^Georgian: no list that is on has wordings in this language; nothing was compared\.$/mu,
    ],
  ])('a page %s, and from which list', async (_, html, status, coverage) => {
    await openPopup(session(), await servePage(html));
    await expectSaid(status);
    expect(await readPopup(own)).toMatch(coverage);
    expect(await readPopup(own)).toContain(await readListLine());
  });

  test.each([
    [
      [ASKED, REPORTED, PASSAGES.drones],
      [
        ['Stated here', PASSAGES.drones],
        ['Reported here', REPORTED],
        ['Asked here', ASKED],
      ],
    ],
    [
      [DENIED, ASKED, REPORTED, PASSAGES.drones],
      [
        ['Stated here', PASSAGES.drones],
        ['Reported here, with the response', ASKED, REPORTED],
        ['Denied or answered here', DENIED],
      ],
    ],
  ])('each passage what the page does there with the claim: %#', async (passages, groups) => {
    await openPopup(session(), await servePage(writeDocument(passages.map(inParagraph).join(''))));
    await expectSaid(`${String(passages.length)} passages here resemble a claim on the list.`);
    const readGroups = `${POPUPS}.flatMap(({ document }) =>
      [...document.querySelectorAll('.group')].map((group) =>
        [...group.querySelectorAll('h2, blockquote')].map(({ innerText }) => innerText)))`;
    expect(await callExtension(own, readGroups)).toEqual(groups);
  });
});

const inParagraph = (text: string) => `<p>${text}</p>`;

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
    await searchInPopup(own, 'syrian fighters');
    await expect.poll(() => readPopup(own), POLL).toMatch(/^\d+ claims?$/mu);
    const open = `${POPUPS}.forEach(({ document }) => document.querySelector('.result').click())`;
    await callExtension(own, open);
    await expect.poll(() => readPopup(own), POLL).toMatch(/Syria/u);
    await pressInPopup(own, 'Back');
    await expect.poll(() => readPopup(own), POLL).toContain('Search all claims');
  });
});
