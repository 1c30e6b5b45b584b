/** The ways from a page to a report that only a real display, or a card, can show. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { MAX_PASSAGE_LENGTH } from '../../core/claims/report.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { cardRoot, openCard } from '../../tools/read-annotations.ts';
import { describeInBrowsers, launchSession } from './browsers.ts';
import { fieldOf, readFileText, readText, waitForReport } from './report-page.ts';
import type { Point } from './display.ts';
import { chooseInContextMenu, inWindow, pressKeys, type WindowedSession } from './window.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 15_000, interval: 50 };

/** A mark with words around it. */
const IN_WORDS = `<p>Before. ${PASSAGES.drones} After.</p>`;

/** From here on somebody who waits is no longer at what they were doing (Nielsen 1993, chapter 5). */
const MAX_STALL_MS = 1_000;

const readOutgoing = async (report: Page) =>
  v.parse(OutgoingReport, JSON.parse(await readFileText(report)));

describe.each<Engine>(['chromium', 'firefox'])('the menu of selected words in %s', (engine) => {
  let session: WindowedSession;
  beforeAll(async () => {
    session = await inWindow((display) => launchSession(engine, { display }));
  });
  afterAll(async () => {
    await session.close();
    expect(session.outsideRequests).toEqual([]);
  });

  /** A page that we have no access to, with words selected, and where the middle of them is. */
  async function openSelected(): Promise<{ page: Page; address: string; at: Point }> {
    const address = session.server
      .servePage(writeDocument('<p>It is said: <b>boats crossed the lake</b> on Monday.</p>'))
      .replace('127.0.0.1', 'localhost');
    const page = await session.openPage(address);
    await page.bringToFront();
    await expect.poll(() => page.evaluate(() => document.hasFocus()), POLL).toBe(true);
    const at = await page.evaluate(() => {
      const words = document.querySelector('b');
      if (words === null) throw new Error('expected the words, but found none');
      getSelection()?.selectAllChildren(words);
      const { x, y, width, height } = words.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    return { page, address, at };
  }

  async function expectReport(address: string): Promise<void> {
    const report = await waitForReport(session);
    const { target } = await readOutgoing(report);
    // A machine without a public name is nobody else's business until the reader says so.
    expect(target?.source).toBeNull();
    expect(await readText(report)).toContain(address);
    expect(target?.selector).toEqual({
      type: 'TextQuoteSelector',
      exact: 'boats crossed the lake',
      prefix: 'It is said: ',
      suffix: ' on Monday.',
    });
    await report.close();
  }

  it('begins a report of them, where we have no access but for that choice', async () => {
    const { page, address, at } = await openSelected();
    await chooseInContextMenu(session, page, at);
    await expectReport(address);
  });

  it('takes the beginning of a megabyte, says so, and holds nobody up', async () => {
    const { page } = await openSelected();
    onTestFinished(() => page.close());
    await page.evaluate((length) => {
      const line = 'The lake is long, and boats cross it by day and by night. ';
      const one = document.createElement('p');
      one.textContent = line.repeat(length / 2 / line.length);
      const many = Array.from({ length: length / 2 / line.length }, () => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      });
      document.querySelector('main')?.append(one, ...many);
      const words = document.querySelector('b')?.firstChild;
      const last = many.at(-1)?.firstChild;
      if (words == null || last == null) throw new Error('expected words, but found none');
      getSelection()?.setBaseAndExtent(words, 0, last, line.length);
      let before = performance.now();
      const stalls = { longestMs: 0 };
      Object.assign(window, { stalls });
      // Until the report is shown: from then on the page is hidden, and its timers wait.
      const look = () => {
        const now = performance.now();
        if (document.hidden) return;
        stalls.longestMs = Math.max(stalls.longestMs, now - before);
        before = now;
        setTimeout(look);
      };
      look();
    }, 1_000_000);
    expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(990_000);
    await page.evaluate('stalls.longestMs = 0');
    // By the key: for its menu a browser reads the whole selection itself, which is not ours.
    await pressKeys(session, 'alt+shift+d');
    const report = await waitForReport(session);
    onTestFinished(() => report.close());
    await report.bringToFront();
    const { target } = await readOutgoing(report);
    expect(target?.selector?.exact).toMatch(
      /^boats crossed the lake on Monday\.\nThe lake is long/u,
    );
    expect(target?.selector?.exact).toHaveLength(MAX_PASSAGE_LENGTH);
    expect(await readText(report)).toContain('The selection was longer; this is its beginning.');
    const began = performance.now();
    await (await fieldOf(report, 'The claim, in one sentence')).type('Boats cross the lake.');
    await expect
      .poll(async () => (await readOutgoing(report)).claim, POLL)
      .toBe('Boats cross the lake.');
    expect(performance.now() - began).toBeLessThan(MAX_STALL_MS * 'Boats cross the lake.'.length);
    const stalled = await page.evaluate('stalls.longestMs');
    console.log(`${engine}: the page stood still for ${String(stalled)} ms at the most`);
    expect(stalled).toBeLessThan(MAX_STALL_MS);
  });

  it('has a key beside it, which does the same', async () => {
    const { address } = await openSelected();
    await pressKeys(session, 'alt+shift+d');
    await expectReport(address);
  });
});

describeInBrowsers('the card', (session) => {
  async function openWritten(body: string): Promise<Page> {
    const page = await session().openPage(session().server.servePage(writeDocument(body)));
    await waitForMarkCount(page, 1);
    return page;
  }

  async function pressInCard(page: Page, ...names: readonly string[]): Promise<Page> {
    expect(await openCard(page, 0)).not.toBeNull();
    for (const name of names) {
      const buttons = (await (await cardRoot(page))?.$$('button')) ?? [];
      for (const button of buttons) {
        if ((await button.evaluate((each) => each.textContent)) === name) await button.click();
      }
    }
    return await waitForReport(session());
  }

  it('begins a report of a problem with its claim, and the words of the mark', async () => {
    const report = await pressInCard(
      await openWritten(IN_WORDS),
      'Report a problem',
      'The record is outdated',
    );
    const { concern, target } = await readOutgoing(report);
    expect(concern).toEqual({
      kind: 'problem',
      claim: 'israeli-drones-from-azerbaijan-2025',
      problem: 'outdated',
    });
    expect(target?.selector?.exact).toBe(PASSAGES.drones);
    expect(await readText(report)).toContain(`“${PASSAGES.drones}”`);
  });

  it('begins a report of other words for its claim', async () => {
    const report = await pressInCard(
      await openWritten(IN_WORDS),
      'Report a problem',
      'The claim is worded differently here',
    );
    expect((await readOutgoing(report)).concern).toEqual({
      kind: 'new-wording',
      claim: 'israeli-drones-from-azerbaijan-2025',
    });
  });

  it('begins a report of a new claim with the words of the mark', async () => {
    const report = await pressInCard(await openWritten(IN_WORDS), 'Report a new claim');
    const { concern, target } = await readOutgoing(report);
    expect(concern).toEqual({ kind: 'new-claim' });
    expect(target?.selector).toMatchObject({ exact: PASSAGES.drones, prefix: 'Before. ' });
  });

  it('says the language of the mark, whatever is selected', async () => {
    const page = await openWritten(
      `<p lang="fr" id="other">Bonjour.</p><p lang="en-GB">${PASSAGES.drones}</p>`,
    );
    await page.evaluate(() => {
      const other = document.querySelector('#other');
      if (other !== null) getSelection()?.selectAllChildren(other);
    });
    const report = await pressInCard(page, 'Report a problem', 'Something else');
    const { target } = await readOutgoing(report);
    expect(target?.language).toBe('en-GB');
  });
});
