/** When a reader sees the first mark. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const SAMPLE = '/border-province/source.html';
const SAMPLE_MARK_COUNT = 8;
const POLL = { timeout: 10_000, interval: 20 };

const LOAD_COUNT = 5;

/** The goal is a tenth of it; what the machine does beside must not fail a test. */
const MAX_FIRST_MARK_MS = 1_500;

/** The part of an answer about a tab that is of interest here. */
const Answer = v.object({ value: v.array(v.object({ quote: v.string() })) });

/** Runs in the page from its first moment: notes when the first frame with a mark was painted. */
function noteFirstMark(): void {
  const names = ['rejoinder-solid', 'rejoinder-dotted'];
  const look = () => {
    const isMarked = names.some((name) => CSS.highlights.has(name));
    if (isMarked) performance.mark('first-mark-painted');
    else requestAnimationFrame(lookAfterPaint);
  };
  // The task after the one that draws the frame.
  const lookAfterPaint = () => setTimeout(look);
  requestAnimationFrame(lookAfterPaint);
}

/** From the moment at which content scripts may start; in milliseconds, NaN until there is a mark. */
const readFirstMark = (page: Page) =>
  page.evaluate(() => {
    const [load] = performance.getEntriesByType('navigation');
    const [mark] = performance.getEntriesByName('first-mark-painted');
    const isLoad = load instanceof PerformanceNavigationTiming;
    return isLoad && mark !== undefined ? mark.startTime - load.domContentLoadedEventEnd : NaN;
  });

describeInBrowsers('the first mark', (session) => {
  it('is painted soon after the page is there', async () => {
    const { engine, opened, server } = session();
    // The background is awake, as it is for whoever reads one article after the other.
    await waitForMarkCount(await session().openPage(SAMPLE), SAMPLE_MARK_COUNT);
    const page = await opened.browser.newPage();
    await page.evaluateOnNewDocument(noteFirstMark);
    const times: number[] = [];
    for (let count = 0; count < LOAD_COUNT; count++) {
      await page.goto(server.origin + SAMPLE, { waitUntil: 'domcontentloaded' });
      await expect.poll(() => readFirstMark(page), POLL).not.toBeNaN();
      times.push(await readFirstMark(page));
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(LOAD_COUNT / 2)] ?? NaN;
    console.log(`First mark in ${engine}: ${median.toFixed(0)} ms after the page (median).`);
    expect(median).toBeLessThan(MAX_FIRST_MARK_MS);
  });

  it('waits in a tab that is not shown until it is: till then nothing of it is read', async () => {
    const { opened, server } = session();
    const serve = (words: string) => server.servePage(writeDocument(`<p>${words}</p>`));
    const hidden = await opened.browser.newPage({ background: true });
    await hidden.goto(serve(PASSAGES.drones), { waitUntil: 'load' });
    expect(await hidden.evaluate(() => document.visibilityState)).toBe('hidden');
    // Opened later and read to its end: by then the other would have been read as well.
    await waitForMarkCount(await session().openPage(serve(PASSAGES.airspace)), 1);
    const own = await openExtensionDocument(opened);
    const readAll = async () => (await readQuotes(own)).toSorted();
    expect(await readAll()).toEqual([PASSAGES.airspace]);
    await hidden.bringToFront();
    await waitForMarkCount(hidden, 1);
    expect(await readAll()).toEqual([PASSAGES.airspace, PASSAGES.drones].toSorted());
  });
});

/** What the extension has found in any tab. */
async function readQuotes(own: Page): Promise<readonly string[]> {
  const ids = await callExtension(own, 'tabs.query({}).then((tabs) => tabs.map(({ id }) => id))');
  const quotes: string[] = [];
  for (const tabId of v.parse(v.array(v.number()), ids)) {
    const question = JSON.stringify({ type: 'getTabAnnotations', tabId });
    const answer = await callExtension(own, `runtime.sendMessage(${question})`);
    quotes.push(...v.parse(Answer, answer).value.map(({ quote }) => quote));
  }
  return quotes;
}
