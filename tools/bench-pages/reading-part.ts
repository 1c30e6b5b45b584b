/** What is read of each page, what is marked on it, and what is changed in it. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { askKeptOut, readAnyway } from '../ask-extension.ts';
import type { Engine } from '../find-browser.ts';
import { readMarks } from '../read-annotations.ts';
import { goTo, openWithExtension } from './open-session.ts';
import { openReadingLog } from './reading-log.ts';
import { readShares, type ReadShares } from './read-shares.ts';
import { serveSavedPages, type PageForm, type SavedPage } from './saved-pages.ts';

export type PageReading = ReadShares & {
  readonly name: string;
  readonly blockCount: number;
  readonly markCount: number;
  /** Changes of the body, on the page without its own scripts. */
  readonly changeCount: number;
  /** Requests that were sent beyond the extension itself. */
  readonly requestCount: number;
  /** The rule that keeps the page out, so that what was read was read anyway; null where none does. */
  readonly keptOut: string | null;
};

/** Why nothing is read of a page that hides its text until a script that was not saved shows it. */
const SHOWS_NOTHING = 'it shows no text as saved';

const Noted = v.object({ changeCount: v.number() });

/** Runs in the page from its first moment: notes every change of the body after it was parsed. */
function noteChanges(): void {
  const noted = { changeCount: 0 };
  Object.assign(window, { rejoinderBench: noted });
  addEventListener(
    'DOMContentLoaded',
    () => {
      new MutationObserver((records) => {
        noted.changeCount += records.length;
      }).observe(document.body, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    },
    { once: true },
  );
}

export async function measureReading(
  engine: Engine,
  pages: readonly SavedPage[],
  report: (line: string) => void,
): Promise<readonly PageReading[]> {
  const server = await serveSavedPages(pages, '');
  const opened = await openWithExtension(engine);
  const readings: PageReading[] = [];
  try {
    const log = await openReadingLog(opened);
    for (const saved of pages) {
      const page = await opened.browser.newPage();
      await page.evaluateOnNewDocument(noteChanges);
      const requests = countRequests(page, opened.extensionOrigin);
      const load = async (form: PageForm) => {
        await log.clear();
        await goTo(page, server.addressOf(saved, form));
        return log.readBlocks();
      };
      await load('still');
      const { changeCount } = v.parse(Noted, await page.evaluate('globalThis.rejoinderBench'));
      let read = await load('saved');
      const keptOut = await askKeptOut(opened, page);
      if (keptOut !== null) {
        await log.clear();
        await readAnyway(opened, page);
        read = await log.readBlocks();
      }
      const shown = await page.evaluate(() => document.body.innerText);
      const showsNothing = shown.trim() === '';
      const markCount = (await readMarks(page)).length;
      const reading: PageReading = {
        name: saved.name,
        ...readShares(saved.articleBlocks, shown, read),
        blockCount: read.length,
        markCount,
        changeCount,
        requestCount: requests(),
        keptOut: showsNothing ? SHOWS_NOTHING : keptOut,
      };
      readings.push(reading);
      report(`${engine} ${saved.name}: ${JSON.stringify(reading)}`);
      await page.close();
    }
    await log.close();
  } finally {
    await opened.close();
    await server.close();
  }
  return readings;
}

/** Requests of a tab that began in a script of the extension, and went beyond it. */
function countRequests(page: Page, origin: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    const frames = request.initiator()?.stack?.callFrames ?? [];
    const isOurs = frames.some(({ url }) => url.startsWith(origin));
    if (isOurs && !request.url().startsWith(origin)) count += 1;
  });
  return () => count;
}
