/** The card of a marked passage, as a reader uses it. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { describe, expect, it, test } from 'vitest';
import { arrangeVersions } from '../../components/arrange-versions.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import { recordOf, type ClaimRecord } from '../../core/claims/claim-list.ts';
import { stateOfMatter, type MatterLine } from '../../core/claims/state-of-matter.ts';
import { askTabAnnotations } from '../../tools/ask-extension.ts';
import {
  cardRoot,
  linkHandle,
  openCard,
  readCard,
  type CardSnapshot,
} from '../../tools/read-annotations.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { ROOT } from '../../tools/run-command.ts';
import { contrast, luminance } from '../contrast.ts';
import { describeInBrowsers } from './browsers.ts';
import { preferScheme } from './colour-scheme.ts';
import { PASSAGES, plain, waitForMarkCount, writeDocument } from './written-page.ts';

const SAMPLE = '/border-province/source.html';
const DRONES = 'israeli-drones-from-azerbaijan-2025' as ClaimId;
const AIRSPACE = 'azerbaijan-airspace-used-2025' as ClaimId;
const POLL = { timeout: 10_000, interval: 20 };

const SAMPLE_MARK_COUNT = 8;
/** The places of two marks of the sample page that are about one claim each. */
const DRONES_MARK = 0;
const AIRSPACE_MARK = 3;

async function readRecord(id: ClaimId): Promise<ClaimRecord> {
  const parsed = await readListFolder(join(ROOT, 'data/lists/azerbaijan-official-responses'));
  const record = parsed.ok ? recordOf(parsed.value, id) : null;
  if (record === null) throw new Error(`No ${id} in the list.`);
  return record;
}

const en = (text: { readonly en?: string }) => text.en ?? '';
const inEnglish = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const dayOf = (date: string) => inEnglish.format(new Date(date));

function labelOf(line: MatterLine): string {
  switch (line.kind) {
    case 'response':
      return en(line.response.label);
    case 'claimant':
      return en(line.appearance.label);
    case 'finding':
      return en(line.finding.label);
    case 'no-finding':
      return 'We found no independent finding';
  }
}

async function open(page: Page, mark: number): Promise<CardSnapshot> {
  const card = await openCard(page, mark);
  if (card === null) throw new Error(`Mark ${String(mark)} opens no card.`);
  return card;
}

async function expectNoCard(page: Page): Promise<void> {
  await expect.poll(() => readCard(page), POLL).toBeNull();
}

const countElements = (page: Page) => page.evaluate(() => document.querySelectorAll('*').length);

describeInBrowsers('the card', (session) => {
  async function openSample(): Promise<Page> {
    const page = await session().openPage(SAMPLE);
    await waitForMarkCount(page, SAMPLE_MARK_COUNT);
    return page;
  }

  async function openWritten(body: string): Promise<Page> {
    const page = await session().openPage(session().server.servePage(writeDocument(body)));
    await waitForMarkCount(page, 1);
    return page;
  }

  /**
   * Once this is answered, everything that was asked for before has been answered too: questions go
   * the same way. A card that was wanted is open then.
   */
  const untilAnswered = (page: Page) => askTabAnnotations(session().opened, page);

  describe('says', () => {
    it('the state of the matter, line by line, before everything else', async () => {
      const { claim } = await readRecord(DRONES);
      const page = await openSample();
      const { text, headings } = await open(page, DRONES_MARK);
      const root = await cardRoot(page);
      const lines = await root?.$$eval('.matter > *', (all) => all.map((li) => li.textContent));
      const labels = stateOfMatter(claim).lines.map(labelOf);
      expect(lines).toHaveLength(labels.length);
      for (const [at, label] of labels.entries()) expect(lines?.[at]).toContain(label);
      expect(headings).toContain(en(claim.claimReviewed));
      expect(text.indexOf(labels.at(-1) ?? '?')).toBeLessThan(text.indexOf('The response'));
    });

    it('why the passage was marked: words of the page beside those of the claim', async () => {
      const page = await openSample();
      await open(page, DRONES_MARK);
      const root = await cardRoot(page);
      const rows = await root?.$$eval('.words tbody tr', (all) =>
        all.map(({ children: [here, claim] }) => [here?.textContent, claim?.textContent]),
      );
      expect(rows?.length).toBeGreaterThan(2);
      const passage = await page.evaluate(() => document.body.innerText);
      for (const [here, claim] of rows ?? []) {
        expect(passage).toContain(here);
        expect(claim).not.toBe('');
      }
    });

    it('the exact words of the response, who said them, when, and how they are known', async () => {
      const record = await readRecord(DRONES);
      const [response] = record.claim.responses;
      if (response?.words.form !== 'quoted') throw new Error('The response has no exact words.');
      const versions = arrangeVersions(response.words, ['en']);
      const page = await openSample();
      const { text } = await open(page, DRONES_MARK);
      const root = await cardRoot(page);
      const quotes = await root?.$$eval('blockquote', (all) =>
        all.map(({ lang, textContent }) => ({ lang, text: textContent })),
      );
      expect(quotes?.[0]).toEqual({
        lang: versions?.shown.quotation.language,
        text: versions?.shown.quotation.text,
      });
      expect(quotes).toContainEqual({
        lang: versions?.original?.quotation.language,
        text: versions?.original?.quotation.text,
      });
      const seenIn = record.sources[versions?.original?.quotation.source ?? ''];
      const said = plain(text);
      for (const words of [
        `${response.author.name ?? '?'}, ${response.author.office?.['en'] ?? '?'}`,
        dayOf(response.datePublished.date),
        `In English as put by ${versions?.shown.translator ?? '?'}.`,
        `Text as reproduced by ${seenIn?.publisher ?? '?'}; the office’s own page was not seen.`,
      ]) {
        expect(said).toContain(words);
      }
      const days = await root?.$$eval('time', (all) => all.map(({ dateTime }) => dateTime));
      expect(days).toContain(response.datePublished.date);
    });

    it('the original language when asked for it', async () => {
      const page = await openSample();
      await open(page, DRONES_MARK);
      const root = await cardRoot(page);
      const shownIn = () =>
        root?.$$eval('blockquote', (all) =>
          all.filter((quote) => quote.checkVisibility()).map(({ lang }) => lang),
        );
      expect(await shownIn()).not.toContain('az');
      await using summary = await root?.$('::-p-text(In the original)');
      await summary?.click();
      await expect.poll(shownIn, POLL).toContain('az');
    });

    it('every source, each a link that leads out safely and tells nothing of the page', async () => {
      const { sources } = await readRecord(DRONES);
      const page = await openSample();
      await open(page, DRONES_MARK);
      const root = await cardRoot(page);
      const links = await root?.$$eval('a', (all) =>
        all.map(({ href, rel, target }) => ({ href, rel: rel.split(' ').toSorted(), target })),
      );
      const known = Object.values(sources)
        .flatMap(({ url, archivedUrl }) => [url, archivedUrl])
        .filter((url) => url !== null);
      const hrefs = links?.map(({ href }) => href) ?? [];
      expect(new Set(hrefs)).toEqual(new Set(known.map((url) => new URL(url).href)));
      for (const { href, rel, target } of links ?? []) {
        expect(href).toMatch(/^https:/u);
        expect(rel).toEqual(['noopener', 'noreferrer']);
        expect(target).toBe('_blank');
      }
    });
  });

  describe('closes', () => {
    const LISTENED =
      `<main id="main" tabindex="0"><p>${PASSAGES.drones}</p></main>` +
      `<script>document.addEventListener('keydown', ({ key }) => document.body.dataset.keys = key)</script>`;

    it('on Escape, which the page does not hear, and gives the focus back', async () => {
      const page = await openWritten(LISTENED);
      await open(page, 0);
      const focused = () => page.evaluate(() => document.activeElement?.id);
      expect(await focused()).not.toBe('main');
      const root = await cardRoot(page);
      const inCard = await root?.evaluate((node) =>
        node.querySelector('[role=dialog]')?.matches(':focus'),
      );
      expect(inCard).toBe(true);
      await page.keyboard.press('Escape');
      await expectNoCard(page);
      expect(await focused()).toBe('main');
      expect(await page.evaluate(() => document.body.dataset['keys'])).toBeUndefined();
      await page.keyboard.press('Escape');
      expect(await page.evaluate(() => document.body.dataset['keys'])).toBe('Escape');
    });

    it('on a click outside', async () => {
      const page = await openSample();
      await open(page, DRONES_MARK);
      await page.mouse.click(4, 4);
      await expectNoCard(page);
    });

    it('on its own button', async () => {
      const page = await openSample();
      await open(page, DRONES_MARK);
      await using button = await (await cardRoot(page))?.$('button[aria-label]');
      await button?.click();
      await expectNoCard(page);
    });

    it('when the words it stands for are gone', async () => {
      const page = await openWritten(`<p id="one">${PASSAGES.drones}</p>`);
      await open(page, 0);
      await page.evaluate(() => document.querySelector('#one')?.remove());
      await expectNoCard(page);
    });
  });

  it('gives way to that of another mark', async () => {
    const page = await openSample();
    const count = await countElements(page);
    const drones = await readRecord(DRONES);
    const airspace = await readRecord(AIRSPACE);
    const first = await open(page, DRONES_MARK);
    expect(first.text).toContain(en(drones.claim.claimReviewed));
    await openCard(page, AIRSPACE_MARK);
    await expect
      .poll(async () => (await readCard(page))?.text, POLL)
      .toContain(en(airspace.claim.claimReviewed));
    expect(await countElements(page)).toBe(count);
  });

  it('is in the one element beside the body, which stays as it was', async () => {
    const page = await openSample();
    const beside = () =>
      page.evaluate(() => [...document.documentElement.children].map(({ localName }) => localName));
    const body = () => page.evaluate(() => new XMLSerializer().serializeToString(document.body));
    const before = await body();
    await open(page, DRONES_MARK);
    expect(await beside()).toEqual(['head', 'body', 'div']);
    expect(await body()).toBe(before);
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    expect(await beside()).toEqual(['head', 'body', 'div']);
    expect(await body()).toBe(before);
    // Nothing is left of it where nothing is marked.
    await page.evaluate(() => {
      document.body.replaceChildren();
    });
    await expect.poll(beside, POLL).toEqual(['head', 'body']);
  });

  describe('of a passage in a link of the page', () => {
    const IN_LINK = `<p><a href="#there">${PASSAGES.drones}</a></p><p id="beside">Beside.</p>`;
    const hasHandle = async (page: Page) => (await linkHandle(page)) !== null;

    it.each(['the pointer', 'the focus'])('opens by the handle that comes with %s', async (by) => {
      const page = await openWritten(IN_LINK);
      expect(await hasHandle(page)).toBe(false);
      if (by === 'the focus') await page.focus('a');
      else await page.hover('a');
      await expect.poll(() => hasHandle(page), POLL).toBe(true);
      await (await linkHandle(page))?.click();
      await expect.poll(() => readCard(page), POLL).not.toBeNull();
      expect(await page.evaluate(() => location.hash)).toBe('');
    });

    it('leaves the link alone, and goes when the pointer does', async () => {
      const page = await openWritten(IN_LINK);
      await page.hover('a');
      await expect.poll(() => hasHandle(page), POLL).toBe(true);
      await page.click('a');
      await expect.poll(() => page.evaluate(() => location.hash), POLL).toBe('#there');
      expect(await readCard(page)).toBeNull();
      await page.hover('#beside');
      await expect.poll(() => hasHandle(page), POLL).toBe(false);
    });
  });

  describe('does not open', () => {
    const LINKED = '<p>The Israeli drones <a href="#there">entered Iran</a> from Azerbaijan.</p>';

    it('on a click on a link in a marked passage, which does what the page meant', async () => {
      const page = await openWritten(LINKED);
      await page.click('a');
      await expect.poll(() => page.evaluate(() => location.hash), POLL).toBe('#there');
      await untilAnswered(page);
      expect(await readCard(page)).toBeNull();
    });

    it('when text across a mark is selected', async () => {
      const page = await openWritten(`<p>${PASSAGES.drones}</p>`);
      const { left, right, y } = await page.evaluate(() => {
        const range = new Range();
        range.selectNodeContents(document.querySelector('p') ?? document.body);
        const box = range.getBoundingClientRect();
        return { left: box.left, right: box.right, y: box.top + box.height / 2 };
      });
      await page.mouse.move(left + 2, y);
      await page.mouse.down();
      await page.mouse.move((left + right) / 2, y, { steps: 5 });
      await page.mouse.up();
      expect(await page.evaluate(() => String(getSelection()))).not.toBe('');
      await untilAnswered(page);
      expect(await readCard(page)).toBeNull();
    });
  });

  it('can be used over a modal dialog of the page, and one Escape closes one thing', async () => {
    const page = await openWritten(
      `<dialog><p>${PASSAGES.drones}</p></dialog>` +
        `<script>document.querySelector('dialog').showModal()</script>`,
    );
    await open(page, 0);
    const root = await cardRoot(page);
    const isOpen = () => root?.$eval('details', (details) => details.open);
    expect(await isOpen()).toBe(false);
    await using summary = await root?.$('summary');
    await summary?.click();
    await expect.poll(isOpen, POLL).toBe(true);
    const hasDialog = () => page.evaluate(() => document.querySelector('dialog:modal') !== null);
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    expect(await hasDialog()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(hasDialog, POLL).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'and its mark can be seen by a reader of %s',
    async (scheme) => {
      const page = await openSample();
      await preferScheme(session(), page, scheme);
      await open(page, DRONES_MARK);
      const read = () =>
        page.evaluate(() => {
          const { backgroundColor } = getComputedStyle(document.body);
          const mark = getComputedStyle(document.body, '::highlight(rejoinder-solid)');
          return { paper: backgroundColor, line: mark.textDecorationColor };
        });
      const isDark = async () => luminance((await read()).paper) < 0.5;
      await expect.poll(isDark, POLL).toBe(scheme === 'dark');
      const { paper, line } = await read();
      // https://www.w3.org/TR/WCAG22/#non-text-contrast and #contrast-minimum.
      expect(contrast(paper, line)).toBeGreaterThanOrEqual(3);
      const root = await cardRoot(page);
      const card = await root?.$eval('[role=dialog]', (dialog) => {
        const { backgroundColor, color } = getComputedStyle(dialog);
        return { paper: backgroundColor, ink: color };
      });
      if (card === undefined) throw new Error('The card is gone.');
      expect(luminance(card.paper) < 0.5).toBe(scheme === 'dark');
      expect(contrast(card.paper, card.ink)).toBeGreaterThanOrEqual(4.5);
    },
  );
});
