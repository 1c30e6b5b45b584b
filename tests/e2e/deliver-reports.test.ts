/**
 * Schedules of faults in real browsers, from seeds: the receiver fails, the background is ended, the
 * browser is closed. Time does not pass faster there, so what waits is moved towards it: the times of
 * the outbox, and the alarm that has to be there.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { Report } from '../../core/claims/report.ts';
import { seededRandom } from '../../tools/bench/seeded-random.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { declarePlaces } from '../../tools/declare-places.ts';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { finishInstall } from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import { watchBackground, type Background } from './background.ts';
import { launchWith, PAGE_SERVER, type Session } from './browsers.ts';
import { FAULTS, startEndpoint, type Fault, type TestEndpoint } from './report-endpoint.ts';
import { fieldOf, press, readFileText, waitForReport } from './report-page.ts';

/** All of them take a minute in each browser, and `npm run test:long`. */
const SCHEDULE_COUNT = process.env['REJOINDER_LONG'] === '1' ? 10 : 4;
const SEEDS = Array.from({ length: SCHEDULE_COUNT }, (_, at) => at + 1);
/** Long enough for a browser that is closed and started in between. */
const POLL = { timeout: 50_000, interval: 200 };

type Step = { readonly fault: Fault; readonly isEnded: boolean };
type Schedule = {
  readonly steps: readonly Step[];
  /** Whether the page is closed in the turn of its button. */
  readonly isClosed: boolean;
  /** After which step the browser is closed and started; null for none. */
  readonly restartAfter: number | null;
};

function drawSchedule(seed: number): Schedule {
  const dice = seededRandom(seed);
  const below = (count: number) => Math.floor(dice() * count);
  const steps = Array.from({ length: 1 + below(4) }, () => {
    const fault = FAULTS[below(FAULTS.length)] ?? 'reset';
    return { fault, isEnded: fault === 'hang' || dice() < 0.5 };
  });
  return {
    steps,
    isClosed: dice() < 0.3,
    restartAfter: dice() < 0.3 ? below(steps.length) : null,
  };
}

/** Runs in a document of the extension: what the outbox has. */
function readOutbox(page: Page): Promise<unknown> {
  return page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('rejoinder-reports');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const reading = database.transaction('reports').objectStore('reports').getAll();
          reading.onerror = reject;
          reading.onsuccess = () => {
            database.close();
            resolve(reading.result);
          };
        };
      }),
  );
}

/** Has the time come of all that waits; false while no alarm is there that would tell of it. */
async function letTimePass(page: Page): Promise<boolean> {
  const alarm = await callExtension(
    page,
    "alarms.get('deliver-reports').then((set) => set ?? null)",
  );
  if (alarm === null) return false;
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('rejoinder-reports');
        opening.onerror = reject;
        opening.onsuccess = () => {
          const database = opening.result;
          const transaction = database.transaction('reports', 'readwrite');
          const cursors = transaction.objectStore('reports').openCursor();
          cursors.onsuccess = () => {
            const cursor = cursors.result;
            if (cursor === null) return;
            const record = cursor.value as { state: { kind: string; next: string } };
            if (record.state.kind === 'waiting') {
              record.state.next = new Date().toISOString();
              cursor.update(record);
            }
            cursor.continue();
          };
          transaction.onabort = reject;
          transaction.oncomplete = () => {
            database.close();
            resolve(null);
          };
        };
      }),
  );
  await callExtension(
    page,
    "alarms.create('deliver-reports', { when: Date.now(), periodInMinutes: 5 })",
  );
  return true;
}

describe.each<Engine>(['chromium', 'firefox'])('what waits in %s', (engine) => {
  let endpoint: TestEndpoint;
  let folder = '';
  let profile = '';
  let session: Session;
  let background: Background;
  let own: Page;
  const removals: (() => Promise<void>)[] = [];
  const tally = new Map<string, number>();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);

  async function launch(): Promise<void> {
    session = await launchWith(engine, folder, { profile });
    own = await openExtensionDocument(session.opened);
    background = await watchBackground(session);
  }
  async function close(): Promise<void> {
    await session.close();
    expect(session.outsideRequests).toEqual([]);
  }

  beforeAll(async () => {
    endpoint = await startEndpoint();
    const places = v.parse(ReportPlaces, { endpoint: { url: endpoint.url, isParty: false } });
    const declared = await declarePlaces(builtExtension(engine), places);
    const granted = await grantOrigin(declared.folder, PAGE_SERVER);
    profile = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    removals.push(declared.remove, granted.remove, () => rm(profile, { recursive: true }));
    folder = granted.folder;
    session = await launchWith(engine, folder, { profile });
    await finishInstall(session.opened);
    own = await openExtensionDocument(session.opened);
    background = await watchBackground(session);
  });
  afterAll(async () => {
    await close();
    await endpoint.close();
    for (const remove of removals) await remove();
    console.log(`${engine}: ${String(SCHEDULE_COUNT)} schedules:`, Object.fromEntries(tally));
  });

  const readReports = async () => v.parse(v.array(Report), await readOutbox(own));

  it.each(SEEDS)('arrives once or is kept with a reason: seed %i', async (seed) => {
    const { steps, isClosed, restartAfter } = drawSchedule(seed);
    endpoint.faults.splice(0, Infinity, ...steps.map(({ fault }) => fault));
    const first = endpoint.asked.length;
    const known = new Set((await readReports()).map(({ id }) => id));

    const tab = 'tabs.getCurrent().then(({ id }) => id)';
    const message = `{ type: 'reportTab', tabId: ${String(await callExtension(own, tab))}, claim: '' }`;
    await callExtension(own, `runtime.sendMessage(${message})`);
    const report = await waitForReport(session);
    await report.bringToFront();
    const claim = `A lake froze on the night of seed ${String(seed)} (fiction)`;
    await (await fieldOf(report, 'The claim, in one sentence')).type(claim);
    await expect.poll(() => readFileText(report), POLL).toContain(claim);
    const shown = v.parse(OutgoingReport, JSON.parse(await readFileText(report)));
    await press(report, 'Send to 127.0.0.1');
    const find = async () => (await readReports()).find(({ id }) => !known.has(id));
    if (isClosed) {
      await expect.poll(async () => (await find())?.state.kind, POLL).not.toBe('draft');
      await report.close();
    }

    let seenCount = 0;
    const settled = async () => {
      const asked = endpoint.asked.slice(first);
      for (; seenCount < asked.length; seenCount += 1) {
        if (steps[seenCount]?.isEnded === true) {
          await background.end();
          count('background ended');
        }
        if (seenCount === restartAfter) {
          await close();
          await launch();
          count('browser restarted');
        }
      }
      const kind = (await find())?.state.kind;
      if (kind === 'waiting') await letTimePass(own);
      return kind;
    };
    await expect.poll(settled, POLL).toMatch(/^(?:sent|failed)$/u);

    const kept = await find();
    const asked = endpoint.asked.slice(first);
    for (const { fault } of asked) count(fault ?? 'served');
    const lines = (await endpoint.readLines()).filter((line) => line.report.id === kept?.id);
    if (kept?.state.kind === 'sent') expect(lines.map((line) => line.report)).toEqual([shown]);
    else {
      expect(kept?.state).toMatchObject({ reason: { kind: 'status', status: 422 } });
      expect(lines.length).toBeLessThanOrEqual(1);
    }
    // Every attempt says the same under the same key.
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    count(kept?.state.kind ?? 'lost');
    for (const page of await session.opened.browser.pages()) if (page !== own) await page.close();
  });
});
