/**
 * What leads a report from one state to another. Pure: the clock and the dice come from outside.
 *
 *   draft ─► waiting ─► sent          every change of the reader's leads back to draft
 *              │  ▲
 *              ▼  │ again
 *            failed, withdrawn
 */
import type { ListHead } from '../claims/claim-list.ts';
import type { ReportEndpoint } from '../claims/report-endpoint.ts';
import type { Hindrance, Refusal, Report, WayOut } from '../claims/report.ts';

/**
 * How long a report waits after its first attempt, in milliseconds; twice as long after each further
 * one. Shorter would be rounded up by Chromium, which lets no alarm ring within 30 s.
 */
const FIRST_DELAY_MS = 60_000;
/** Longest wait between two attempts: a receiver that is back is found the same day. */
const MAX_DELAY_MS = 6 * 3_600_000;
/** Attempts before a report is given up: about a day and a half, over a night and a repair. */
export const MAX_ATTEMPTS = 12;
/** Longest wait that a receiver can ask for; one that says a year has made a mistake. */
const MAX_ASKED_DELAY_MS = 7 * 24 * 3_600_000;
/**
 * How long a report waits where the browser says that it is offline, in milliseconds. Not an attempt:
 * a device may be offline for weeks.
 */
const OFFLINE_DELAY_MS = 5 * 60_000;

type Waiting = Extract<Report['state'], { readonly kind: 'waiting' }>;
export type WaitingReport = Report & { readonly state: Waiting };

export function isWaiting(report: Report): report is WaitingReport {
  return report.state.kind === 'waiting';
}

/**
 * The key by which a receiver knows a report again: the same for every attempt, another once the
 * reader has changed something.
 */
export function idempotencyKey({ id, changed }: Pick<Report, 'id' | 'changed'>): string {
  return `${id}/${changed}`;
}

/** Whether an endpoint has the report as it is. */
export function hasArrived({ state }: Report, to: ReportEndpoint): boolean {
  return state.kind === 'sent' && state.how.way === 'endpoint' && state.how.to === to;
}

/** The report once the reader has agreed that it is sent; null where it is on its way or there. */
export function queue(
  report: Report,
  to: ReportEndpoint,
  list: Pick<ListHead, 'id' | 'version'>,
  isLent: boolean,
  now: Date,
): Report | null {
  if (isWaiting(report) || hasArrived(report, to)) return null;
  const since = now.toISOString();
  return {
    ...report,
    state: {
      kind: 'waiting',
      to,
      list: { id: list.id, version: list.version },
      isLent,
      since,
      attempts: 0,
      next: since,
      last: null,
    },
  };
}

/** The report when its reader does not want to wait for its turn; null where it does not wait. */
export function hurry(report: Report, now: Date): Report | null {
  if (!isWaiting(report)) return null;
  return { ...report, state: { ...report.state, next: now.toISOString() } };
}

/** The report once the reader has taken back that it is sent. It may have arrived meanwhile. */
export function withdraw(report: Report, now: Date): Report | null {
  const isUnsent = isWaiting(report) || report.state.kind === 'failed';
  return isUnsent ? { ...report, state: { kind: 'withdrawn', when: now.toISOString() } } : null;
}

/** The report once the reader has passed it on by hand; null where an endpoint has it, or will. */
export function markPassedOn(
  report: Report,
  way: Exclude<WayOut, 'endpoint'>,
  now: Date,
): Report | null {
  const { state } = report;
  const isAtEndpoint = state.kind === 'sent' && state.how.way === 'endpoint';
  if (isWaiting(report) || isAtEndpoint) return null;
  return { ...report, state: { kind: 'sent', how: { way }, when: now.toISOString() } };
}

/** The report when its turn has come: already with the time of the next, should this one be cut off. */
export function beginAttempt(report: WaitingReport, now: Date, random: () => number): Report {
  const attempts = report.state.attempts + 1;
  const next = later(now, delayAfter(attempts, random));
  return { ...report, state: { ...report.state, attempts, next } };
}

/** The report where the browser is offline. */
export function postpone(report: WaitingReport, now: Date): Report {
  const last: Hindrance = { kind: 'offline' };
  return { ...report, state: { ...report.state, next: later(now, OFFLINE_DELAY_MS), last } };
}

/** What came of an attempt. */
export type AttemptOutcome =
  | { readonly kind: 'arrived' }
  | { readonly kind: 'refused'; readonly reason: Refusal }
  | {
      readonly kind: 'hindered';
      readonly hindrance: Hindrance;
      /** How long the receiver asks to be left alone, in milliseconds; null where it does not. */
      readonly askedDelayMs: number | null;
    };

/** The report after an attempt that `beginAttempt` began. */
export function settleAttempt(report: WaitingReport, outcome: AttemptOutcome, now: Date): Report {
  const { to, attempts, next } = report.state;
  const when = now.toISOString();
  switch (outcome.kind) {
    case 'arrived':
      return { ...report, state: { kind: 'sent', how: { way: 'endpoint', to }, when } };
    case 'refused':
      return { ...report, state: { kind: 'failed', to, when, reason: outcome.reason } };
    case 'hindered': {
      const last = outcome.hindrance;
      if (attempts >= MAX_ATTEMPTS) {
        return {
          ...report,
          state: { kind: 'failed', to, when, reason: { kind: 'gave-up', last } },
        };
      }
      const asked = later(now, Math.min(outcome.askedDelayMs ?? 0, MAX_ASKED_DELAY_MS));
      return { ...report, state: { ...report.state, next: asked > next ? asked : next, last } };
    }
  }
}

/**
 * Half of the wait is certain and half is thrown, so that all readers of a receiver that was away do
 * not come back at once (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
function delayAfter(attempts: number, random: () => number): number {
  const full = Math.min(FIRST_DELAY_MS * 2 ** (attempts - 1), MAX_DELAY_MS);
  return full / 2 + (full / 2) * random();
}

function later(now: Date, delayMs: number): string {
  return new Date(now.getTime() + delayMs).toISOString();
}
