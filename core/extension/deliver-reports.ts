/**
 * Sends what waits, each report when its turn has come. The background may be ended between any two
 * steps: each begins with what is stored, and an alarm is set before anything else is done.
 */
import { endpointPattern } from '../claims/report-endpoint.ts';
import type { Refusal, Report } from '../claims/report.ts';
import { browser } from './browser.ts';
import {
  beginAttempt,
  isWaiting,
  postpone,
  settleAttempt,
  type AttemptOutcome,
  type WaitingReport,
} from './delivery-state.ts';
import { postReport } from './post-report.ts';
import { listReports, updateReport } from './report-outbox.ts';
import { giveBackAccess, mayRead } from './site-access.ts';

export const DELIVERY_ALARM = 'deliver-reports';

/**
 * When to look again where the storage or the browser gives no better time, in milliseconds: the
 * shortest that Chromium lets an alarm wait, so that a report whose page was closed in the turn of
 * its button is sent soon.
 */
const LOOK_AGAIN_MS = 30_000;

/**
 * How often the alarm rings again until it is set anew or cleared, in minutes: a background that is
 * ended right after it was woken has not got as far as that.
 */
export const RING_AGAIN_MINUTES = 5;

/** What delivering needs of its surroundings. */
export type DeliverySurroundings = {
  readonly outbox: {
    readonly listReports: typeof listReports;
    readonly updateReport: typeof updateReport;
  };
  readonly post: (report: WaitingReport, now: Date) => Promise<AttemptOutcome>;
  readonly isOnline: () => boolean;
  /** Whether the endpoint of a report may still be asked. */
  readonly hasAccess: (report: WaitingReport) => Promise<boolean>;
  /** Gives back access that was asked for a report only. */
  readonly giveBackAccess: (origins: readonly string[]) => Promise<void>;
  /** Sets the one alarm: it rings then, and every `RING_AGAIN_MINUTES` after that. */
  readonly setAlarm: (whenMs: number) => Promise<void>;
  readonly clearAlarm: () => Promise<void>;
  readonly now: () => Date;
  readonly random: () => number;
};

const BROWSER: DeliverySurroundings = {
  outbox: { listReports, updateReport },
  post: postReport,
  isOnline: () => navigator.onLine,
  hasAccess: ({ state }) => mayRead([endpointPattern(state.to)]),
  giveBackAccess,
  setAlarm: (when) =>
    browser.alarms.create(DELIVERY_ALARM, { when, periodInMinutes: RING_AGAIN_MINUTES }),
  clearAlarm: async () => {
    await browser.alarms.clear(DELIVERY_ALARM);
  },
  now: () => new Date(),
  random: Math.random,
};

/** Has the background look soon. Call it before a report is stored as waiting. */
export function lookSoon(): Promise<void> {
  return BROWSER.setAlarm(Date.now() + LOOK_AGAIN_MS);
}

/**
 * What delivers, one report after the other. A call while another is at work has it look once more.
 * Never rejects for what a receiver or the storage does.
 */
export function createDelivery(surroundings: DeliverySurroundings = BROWSER): () => Promise<void> {
  let running: Promise<void> | null = null;
  let callCount = 0;
  const run = async () => {
    for (let seenCount = 0; seenCount < callCount;) {
      seenCount = callCount;
      await deliverDue(surroundings);
    }
    callCount = 0;
  };
  return () => {
    callCount += 1;
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
}

async function deliverDue(surroundings: DeliverySurroundings): Promise<void> {
  const { outbox, now, setAlarm, clearAlarm } = surroundings;
  const listed = await outbox.listReports();
  const lookAgain = () => setAlarm(now().getTime() + LOOK_AGAIN_MS);
  if (!listed.ok) {
    await lookAgain();
    return;
  }
  const due = listed.value.reports.filter(isWaiting).filter((report) => isDue(report, now()));
  // Should the background end while it waits for an answer.
  if (due.length > 0) await lookAgain();
  for (const report of due) await deliver(report, surroundings);

  const after = await outbox.listReports();
  if (!after.ok) {
    await lookAgain();
    return;
  }
  const waiting = after.value.reports.filter(isWaiting);
  await surroundings.giveBackAccess(noLongerLent(due, waiting));
  const next = Math.min(...waiting.map(({ state }) => Date.parse(state.next)));
  // One whose attempt could not be written down is due still; it is not tried without a pause.
  if (waiting.length === 0) await clearAlarm();
  else await setAlarm(Math.max(next, now().getTime() + LOOK_AGAIN_MS));
}

/** The sites whose access was lent to reports that wait no longer, and to no other. */
export function noLongerLent(
  before: readonly WaitingReport[],
  waiting: readonly WaitingReport[],
): readonly string[] {
  const needed = new Set(waiting.map(({ state }) => endpointPattern(state.to)));
  const lent = before
    .filter(({ state }) => state.isLent)
    .map(({ state }) => endpointPattern(state.to));
  return [...new Set(lent)].filter((pattern) => !needed.has(pattern));
}

function isDue({ state }: WaitingReport, now: Date): boolean {
  return Date.parse(state.next) <= now.getTime();
}

async function deliver(found: WaitingReport, surroundings: DeliverySurroundings): Promise<void> {
  const { outbox, post, isOnline, hasAccess, now, random } = surroundings;
  /** Changes the report unless its reader has changed it, or taken it back, meanwhile. */
  const update = (change: (report: WaitingReport) => Report) =>
    outbox.updateReport(found.id, (report) =>
      isWaiting(report) &&
      report.changed === found.changed &&
      report.state.since === found.state.since
        ? change(report)
        : null,
    );

  if (!isOnline()) {
    await update((report) => postpone(report, now()));
    return;
  }
  if (!(await hasAccess(found))) {
    const reason: Refusal = { kind: 'no-access' };
    await update((report) => settleAttempt(report, { kind: 'refused', reason }, now()));
    return;
  }
  // An attempt that cannot be written down is not made: it would be made again without end.
  const begun = await update((report) => beginAttempt(report, now(), random));
  if (!begun.ok || begun.value === null || !isWaiting(begun.value)) return;
  const outcome = await post(begun.value, now());
  await update((report) => settleAttempt(report, outcome, now()));
}
