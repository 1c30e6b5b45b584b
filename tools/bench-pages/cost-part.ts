/** What the page's own thread pays, in Chromium: with us, without us, and for mark.js. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import type { OpenedBrowser } from '../open-browser.ts';
import { measureDelay } from './interaction-delay.ts';
import { openWithExtension, openWithoutExtension } from './open-session.ts';
import { measureThread, type ThreadCost } from './page-thread.ts';
import { openReadingLog, type ReadingLog } from './reading-log.ts';
import { serveSavedPages, type SavedPage, type SavedPageServer } from './saved-pages.ts';

export type Cost = ThreadCost & {
  /** The longest answer to a key, in milliseconds, on a slowed processor. */
  readonly delayMs: number;
};

export type PageCost = {
  readonly name: string;
  readonly withUs: Cost;
  readonly withMarkJs: Cost;
  readonly without: Pick<Cost, 'delayMs'>;
};

/** Where mark.js says that it comes from, so that the profiler can tell. */
const MARK_JS = 'https://bench.invalid/mark.js';
/** A page without us is looked at for as long as one with us at least takes. */
const LOOK_MS = 1_000;

/** Medians over `runCount` loads of each page. */
export async function measureCost(
  pages: readonly SavedPage[],
  runCount: number,
  report: (line: string) => void,
): Promise<readonly PageCost[]> {
  const server = await serveSavedPages(pages, '');
  const withUs = await openWithExtension('chromium');
  const without = await openWithoutExtension('chromium');
  const markJs = await readMarkJs();
  const costs: PageCost[] = [];
  try {
    const log = await openReadingLog(withUs);
    for (const saved of pages) {
      const ours: Cost[] = [];
      const marks: Cost[] = [];
      const nothing: number[] = [];
      for (let run = 0; run < runCount; run++) {
        ours.push(await costOfUs(withUs, server, saved, log));
        marks.push(await costOfMarkJs(without, server, saved, markJs));
        nothing.push(
          await inTab(without, async (page, session) =>
            measureDelay(page, session, async () => {
              await open(page, server, saved);
              await pause(LOOK_MS);
            }),
          ),
        );
      }
      const cost: PageCost = {
        name: saved.name,
        withUs: medianCost(ours),
        withMarkJs: medianCost(marks),
        without: { delayMs: median(nothing) },
      };
      costs.push(cost);
      report(`chromium ${JSON.stringify(cost)}`);
    }
    await log.close();
  } finally {
    await withUs.close();
    await without.close();
    await server.close();
  }
  return costs;
}

async function costOfUs(
  opened: OpenedBrowser,
  server: SavedPageServer,
  saved: SavedPage,
  log: ReadingLog,
): Promise<Cost> {
  const isOurs = (address: string) => address.startsWith(opened.extensionOrigin);
  const load = async (page: Page) => {
    await log.clear();
    await open(page, server, saved);
    await log.readBlocks();
  };
  const thread = await inTab(opened, async (page, session) => {
    // A page of the same site before, as for a reader who follows a link; done with it.
    await log.clear();
    await page.goto(server.blank);
    await log.readBlocks();
    return measureThread(session, isOurs, () => load(page));
  });
  const delayMs = await inTab(opened, (page, session) =>
    measureDelay(page, session, () => load(page)),
  );
  return { ...thread, delayMs };
}

async function costOfMarkJs(
  opened: OpenedBrowser,
  server: SavedPageServer,
  saved: SavedPage,
  markJs: string,
): Promise<Cost> {
  const word = commonWord(saved);
  const mark = `${markJs}\nnew Mark(document.body).mark(${JSON.stringify(word)});\n//# sourceURL=${MARK_JS}`;
  const load = async (page: Page, session: CDPSession) => {
    await open(page, server, saved);
    // As a content script would run it, whatever the page allows.
    await session.send('Page.enable');
    const { frameTree } = await session.send('Page.getFrameTree');
    const { executionContextId } = await session.send('Page.createIsolatedWorld', {
      frameId: frameTree.frame.id,
      worldName: 'mark.js',
    });
    await session.send('Runtime.evaluate', { expression: mark, contextId: executionContextId });
    await pause(LOOK_MS);
  };
  const thread = await inTab(opened, async (page, session) => {
    await page.goto(server.blank);
    return measureThread(
      session,
      (address) => address === MARK_JS,
      () => load(page, session),
    );
  });
  const delayMs = await inTab(opened, (page, session) =>
    measureDelay(page, session, () => load(page, session)),
  );
  return { ...thread, delayMs };
}

async function open(page: Page, server: SavedPageServer, saved: SavedPage): Promise<void> {
  await page.goto(server.addressOf(saved, 'saved'));
}

async function inTab<T>(
  { browser }: OpenedBrowser,
  measure: (page: Page, session: CDPSession) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage();
  try {
    await page.bringToFront();
    return await measure(page, await page.createCDPSession());
  } finally {
    await page.close();
  }
}

async function readMarkJs(): Promise<string> {
  const { resolve } = createRequire(import.meta.url);
  return readFile(resolve('mark.js/dist/mark.min.js'), 'utf8');
}

/** The word that the article has most often, of three letters at least. */
function commonWord({ articleBlocks }: SavedPage): string {
  const counts = new Map<string, number>();
  for (const [word] of articleBlocks
    .join(' ')
    .toLowerCase()
    .matchAll(/\p{L}{3,}/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [most] = [...counts].toSorted(([, a], [, b]) => b - a);
  return most?.[0] ?? 'the';
}

function medianCost(costs: readonly Cost[]): Cost {
  return {
    totalMs: median(costs.map(({ totalMs }) => totalMs)),
    longestTurnMs: median(costs.map(({ longestTurnMs }) => longestTurnMs)),
    delayMs: median(costs.map(({ delayMs }) => delayMs)),
  };
}

/** The middle one, or the lower of the two in the middle. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}
