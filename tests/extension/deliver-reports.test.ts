/**
 * What waits arrives once, whatever happens on the way: schedules of faults from seeds, in which the
 * receiver fails in every way it can and the background is ended between any two steps.
 */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReportEndpoint } from '../../core/claims/report-endpoint.ts';
import { changeReport, newReport, ReportId, type Report } from '../../core/claims/report.ts';
import {
  createDelivery,
  DELIVERY_ALARM,
  lookSoon,
  noLongerLent,
  RING_AGAIN_MINUTES,
  type DeliverySurroundings,
} from '../../core/extension/deliver-reports.ts';
import { idempotencyKey, isWaiting, queue, withdraw } from '../../core/extension/delivery-state.ts';
import { postReport } from '../../core/extension/post-report.ts';
import type * as Outbox from '../../core/extension/report-outbox.ts';
import { seededRandom } from '../../tools/bench/seeded-random.ts';
import { fictionalReport, ID, LIST, NOW, OTHER_ID } from '../claims/fictional-report.ts';

const TO = v.parse(ReportEndpoint, 'https://desk.example/reports');
const SCHEDULE_COUNT = 200;
const HOUR_MS = 3_600_000;

/** A receiver that keeps each key once, and fails as `dice` fall while it is `isUnwell`. */
function createReceiver(dice: () => number) {
  /** What it has written under each key. */
  const lines = new Map<string, string>();
  /** What was asked under each key. */
  const asked = new Map<string, Set<string>>();
  const receiver = {
    lines,
    asked,
    requestCount: 0,
    isUnwell: true,
    fetch: (_: unknown, options?: RequestInit): Promise<Response> => {
      receiver.requestCount += 1;
      const key = new Headers(options?.headers).get('idempotency-key') ?? '';
      const body = typeof options?.body === 'string' ? options.body : '';
      asked.set(key, (asked.get(key) ?? new Set()).add(body));
      const keep = () => {
        if (!lines.has(key)) lines.set(key, body);
      };
      const answer = (status: number, headers: Record<string, string> = {}) =>
        Promise.resolve(new Response(null, { status, headers }));
      const lost = (name: string) => Promise.reject(new DOMException('', name));
      switch (receiver.isUnwell ? Math.floor(dice() * 10) : 9) {
        case 0:
          return answer(500);
        case 1:
          return answer(429, { 'retry-after': String(Math.floor(dice() * 7_200)) });
        case 2:
          return answer(503, { 'retry-after': 'Fri, 16 May 2031 00:00:00 GMT' });
        case 3:
          return lost('TimeoutError');
        case 4:
          // It hangs once it has written.
          keep();
          return lost('TimeoutError');
        case 5:
          keep();
          return lost('NetworkError');
        case 6:
          // The network has delivered the request twice.
          keep();
          keep();
          return answer(200);
        case 7:
          return answer(dice() < 0.1 ? 422 : 502);
        default:
          keep();
          return answer(201);
      }
    },
  };
  return receiver;
}

let outbox: typeof Outbox;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.resetModules();
  outbox = await import('../../core/extension/report-outbox.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
});

async function readAll(): Promise<readonly Report[]> {
  const listed = await outbox.listReports();
  if (!listed.ok) throw new Error(listed.error);
  return listed.value.reports;
}

/** One schedule from its seed; what has arrived and what is in the outbox at its end. */
async function runSchedule(seed: number) {
  const dice = seededRandom(seed);
  const receiver = createReceiver(dice);
  vi.stubGlobal('fetch', receiver.fetch);
  let nowMs = NOW.getTime();
  let alarmMs: number | null = null;
  let isCalm = false;
  let killCount = 0;

  /** A background, and a promise of its end. What it does after that has no effect and no answer. */
  function startBackground() {
    const ended = Promise.withResolvers<'ended'>();
    let isEnded = false;
    const step = async <T>(work: () => T | Promise<T>): Promise<T> => {
      const mayEnd = () => {
        if (!isEnded && !isCalm && dice() < 0.08) {
          isEnded = true;
          killCount += 1;
          ended.resolve('ended');
        }
        return isEnded ? new Promise<never>(() => undefined) : undefined;
      };
      await mayEnd();
      const result = await work();
      await mayEnd();
      return result;
    };
    const full = { ok: false, error: 'full' } as const;
    const isFull = () => !isCalm && dice() < 0.05;
    const surroundings: DeliverySurroundings = {
      outbox: {
        listReports: () => step(outbox.listReports),
        updateReport: (id, change) =>
          step(() => (isFull() ? Promise.resolve(full) : outbox.updateReport(id, change))),
      },
      post: (report, now) => step(() => postReport(report, now)),
      isOnline: () => isCalm || dice() < 0.85,
      hasAccess: () => step(() => isCalm || dice() < 0.995),
      giveBackAccess: () => step(() => undefined),
      setAlarm: (when) =>
        step(() => {
          alarmMs = when;
        }),
      clearAlarm: () =>
        step(() => {
          alarmMs = null;
        }),
      now: () => new Date(nowMs),
      random: dice,
    };
    return { deliver: createDelivery(surroundings), ended: ended.promise, isEnded: () => isEnded };
  }
  let background = startBackground();
  const wake = async () => {
    if (background.isEnded()) background = startBackground();
    await Promise.race([background.deliver(), background.ended]);
  };

  const ids = [ID, OTHER_ID].map((id) => v.parse(ReportId, id));
  const count = 1 + Math.floor(dice() * ids.length);
  for (const id of ids.slice(0, count)) {
    const report = newReport(id, NOW, { kind: 'new-claim' }, fictionalReport().target);
    await outbox.saveReport(report);
    // As the report page does it: the alarm, the state, the question; it may be closed in between.
    alarmMs = nowMs + 30_000;
    await outbox.updateReport(id, (stored) => queue(stored, TO, LIST, false, new Date(nowMs)));
    if (dice() < 0.7) await wake();
  }

  for (let round = 0; round < 400; round += 1) {
    const waiting = (await readAll()).filter(isWaiting);
    if (waiting.length === 0) break;
    isCalm = round > 60;
    receiver.isUnwell = !isCalm;
    const id = waiting[0]?.id ?? ID;
    const chance = isCalm ? 1 : dice();
    if (chance < 0.01) {
      await outbox.updateReport(id, (report) => withdraw(report, new Date(nowMs)));
    } else if (chance < 0.04) {
      await outbox.updateReport(id, (report) => {
        const changed = changeReport(report, new Date(nowMs), { note: String(round) });
        return queue(changed, TO, LIST, false, new Date(nowMs));
      });
      alarmMs = nowMs + 30_000;
    }
    if (chance < 0.15) {
      // The browser is closed and started: some forget their alarms, and the start is heard of.
      alarmMs = null;
      nowMs += dice() * HOUR_MS;
      const hasAlarm = () => alarmMs !== null;
      await wake();
      // Ended before it had set another: the next start is heard of.
      while (!hasAlarm() && (await readAll()).some(isWaiting)) await wake();
    } else {
      expect(alarmMs, 'what waits has an alarm').not.toBeNull();
      nowMs = Math.max(nowMs, alarmMs ?? nowMs);
      alarmMs = nowMs + RING_AGAIN_MINUTES * 60_000;
      await wake();
    }
  }
  return { receiver, reports: await readAll(), count, killCount };
}

describe('in every schedule of faults', () => {
  it(`a report arrives once or is in the outbox with a reason (${String(SCHEDULE_COUNT)} seeds)`, async () => {
    const tally = new Map<string, number>();
    let requests = 0;
    let kills = 0;
    for (let seed = 1; seed <= SCHEDULE_COUNT; seed += 1) {
      vi.stubGlobal('indexedDB', new IDBFactory());
      vi.resetModules();
      outbox = await import('../../core/extension/report-outbox.ts');
      const { receiver, reports, count, killCount } = await runSchedule(seed);
      const story = `seed ${String(seed)}`;
      expect(reports.length, story).toBe(count);
      // One key says one thing, and no two keys the same.
      for (const bodies of receiver.asked.values()) expect(bodies.size, story).toBe(1);
      expect(new Set(receiver.lines.values()).size, story).toBe(receiver.lines.size);
      for (const report of reports) {
        const lines = receiver.lines.has(idempotencyKey(report)) ? 1 : 0;
        const { kind } = report.state;
        if (kind === 'sent') expect(lines, story).toBe(1);
        else expect(['failed', 'withdrawn'], story).toContain(kind);
        tally.set(kind, (tally.get(kind) ?? 0) + 1);
      }
      requests += receiver.requestCount;
      kills += killCount;
    }
    console.log(
      `${String(SCHEDULE_COUNT)} schedules, ${String(requests)} requests, background ended ${String(kills)} times:`,
      Object.fromEntries(tally),
    );
    // The schedules would show nothing if they were easy.
    expect(kills).toBeGreaterThan(SCHEDULE_COUNT);
    expect(tally.get('sent') ?? 0).toBeGreaterThan(SCHEDULE_COUNT / 2);
  }, 120_000);
});

describe('with the browser itself', () => {
  const queued = (id = ID) => queue(fictionalReport({ id }), TO, LIST, true, new Date());
  const alarms = async () => (await fakeBrowser.alarms.getAll()).map(({ name }) => name);

  beforeEach(() => {
    vi.stubGlobal('navigator', { onLine: true });
    grant(true);
  });

  const remove = vi.fn<(what: unknown) => Promise<boolean>>();
  function grant(isGranted: boolean): void {
    remove.mockReset().mockResolvedValue(true);
    Object.assign(fakeBrowser.permissions, {
      contains: () => Promise.resolve(isGranted),
      getAll: () => Promise.resolve({ origins: ['https://desk.example/*'] }),
      remove,
    });
  }

  async function store(report: Report | null): Promise<void> {
    if (report === null) throw new Error('There is nothing to store.');
    await outbox.saveReport(report);
  }
  /** Shares the database of this test. */
  const deliver = async () =>
    (await import('../../core/extension/deliver-reports.ts')).createDelivery();

  it('sends what waits, gives back the access it had for that, and has no alarm left', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(null, { status: 201 })));
    await lookSoon();
    expect(await alarms()).toEqual([DELIVERY_ALARM]);
    await store(queued());
    const run = await deliver();
    await Promise.all([run(), run()]);
    expect(fetch).toHaveBeenCalledOnce();
    expect((await readAll()).map(({ state }) => state.kind)).toEqual(['sent']);
    expect(await alarms()).toEqual([]);
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['https://desk.example/*'] });
  });

  it('sets an alarm for what is to be tried again', async () => {
    vi.stubGlobal('fetch', vi.fn().mockResolvedValue(new Response(null, { status: 500 })));
    await store(queued());
    await (
      await deliver()
    )();
    expect(await fakeBrowser.alarms.getAll()).toMatchObject([
      { name: DELIVERY_ALARM, periodInMinutes: RING_AGAIN_MINUTES },
    ]);
    expect((await readAll())[0]?.state).toMatchObject({ kind: 'waiting', attempts: 1 });
  });

  it('asks nobody where the access was taken back, or the device is offline', async () => {
    vi.stubGlobal('fetch', vi.fn());
    vi.stubGlobal('navigator', { onLine: false });
    await store(queued());
    await (
      await deliver()
    )();
    expect((await readAll())[0]?.state).toMatchObject({ last: { kind: 'offline' }, attempts: 0 });
    vi.stubGlobal('navigator', { onLine: true });
    grant(false);
    await store(queued());
    await (
      await deliver()
    )();
    expect((await readAll())[0]?.state).toMatchObject({ reason: { kind: 'no-access' } });
    expect(fetch).not.toHaveBeenCalled();
  });

  it('asks nobody for a report that does not wait', async () => {
    vi.stubGlobal('fetch', vi.fn());
    await store(fictionalReport());
    await (
      await deliver()
    )();
    expect(fetch).not.toHaveBeenCalled();
    expect(await alarms()).toEqual([]);
  });

  it('keeps access that another report still waits for', () => {
    const [one, other] = [queued(), queued(OTHER_ID)].filter((report) => report !== null);
    if (!one || !other || !isWaiting(one) || !isWaiting(other))
      throw new Error('They do not wait.');
    expect(noLongerLent([one], [other])).toEqual([]);
    expect(noLongerLent([one, other], [])).toEqual(['https://desk.example/*']);
    expect(noLongerLent([{ ...one, state: { ...one.state, isLent: false } }], [])).toEqual([]);
  });
});
