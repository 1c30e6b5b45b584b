import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { ReportEndpoint } from '../../core/claims/report-endpoint.ts';
import { changeReport, Report } from '../../core/claims/report.ts';
import {
  beginAttempt,
  idempotencyKey,
  isWaiting,
  markPassedOn,
  MAX_ATTEMPTS,
  postpone,
  queue,
  settleAttempt,
  withdraw,
  type WaitingReport,
} from '../../core/extension/delivery-state.ts';
import { fictionalReport, LATER, LIST, NOW } from '../claims/fictional-report.ts';

const TO = v.parse(ReportEndpoint, 'https://desk.example/reports');
const HALF = () => 0.5;
const hindered = (askedDelayMs: number | null = null) =>
  ({ kind: 'hindered', hindrance: { kind: 'no-answer' }, askedDelayMs }) as const;

function must(report: Report | null): WaitingReport {
  // Whatever a state leads to can be stored and read again.
  if (report === null || !isWaiting(v.parse(Report, report))) throw new Error('It does not wait.');
  return report as WaitingReport;
}
const queued = (report = fictionalReport()) => must(queue(report, TO, LIST, false, NOW));
const waitOf = ({ state }: WaitingReport, now: Date) => Date.parse(state.next) - now.getTime();

describe('a report', () => {
  it('waits once its reader has agreed, and its turn is at once', () => {
    expect(queued().state).toEqual({
      kind: 'waiting',
      to: TO,
      list: { id: LIST.id, version: LIST.version },
      isLent: false,
      since: NOW.toISOString(),
      attempts: 0,
      next: NOW.toISOString(),
      last: null,
    });
  });

  it('is not sent twice as it is, and is sent again when it was changed', () => {
    expect(queue(queued(), TO, LIST, false, LATER)).toBeNull();
    const sent = settleAttempt(queued(), { kind: 'arrived' }, LATER);
    expect(queue(sent, TO, LIST, false, LATER)).toBeNull();
    const changed = changeReport(sent, LATER, { note: 'More' });
    expect(changed.state).toEqual({ kind: 'draft' });
    expect(queue(changed, TO, LIST, false, LATER)).not.toBeNull();
    expect(idempotencyKey(changed)).not.toBe(idempotencyKey(sent));
  });

  it('has one key through all attempts', () => {
    const begun = must(beginAttempt(queued(), LATER, HALF));
    expect(idempotencyKey(begun)).toBe(idempotencyKey(queued()));
    const again = must(queue(v.parse(Report, withdraw(begun, LATER)), TO, LIST, false, LATER));
    expect(idempotencyKey(again)).toBe(idempotencyKey(begun));
  });

  it('is taken back while it waits or has failed, and not when it is there', () => {
    const withdrawn = { kind: 'withdrawn', when: LATER.toISOString() };
    expect(withdraw(queued(), LATER)?.state).toEqual(withdrawn);
    const failed = settleAttempt(
      queued(),
      { kind: 'refused', reason: { kind: 'redirected' } },
      LATER,
    );
    expect(withdraw(failed, LATER)?.state).toEqual(withdrawn);
    expect(withdraw(fictionalReport(), LATER)).toBeNull();
    expect(withdraw(settleAttempt(queued(), { kind: 'arrived' }, LATER), LATER)).toBeNull();
  });

  it('was passed on by hand, unless an endpoint has it or will', () => {
    expect(markPassedOn(fictionalReport(), 'file', LATER)?.state).toEqual({
      kind: 'sent',
      how: { way: 'file' },
      when: LATER.toISOString(),
    });
    expect(markPassedOn(queued(), 'file', LATER)).toBeNull();
    const sent = settleAttempt(queued(), { kind: 'arrived' }, LATER);
    expect(markPassedOn(sent, 'email', LATER)).toBeNull();
  });
});

describe('the wait', () => {
  test.each([
    [1, 30_000, 60_000],
    [2, 60_000, 120_000],
    [5, 480_000, 960_000],
    [11, 10_800_000, 21_600_000],
  ])('after attempt %i is from %i to %i ms, as the dice fall', (attempt, least, most) => {
    const before = queued();
    const at = must({ ...before, state: { ...before.state, attempts: attempt - 1 } });
    expect(waitOf(must(beginAttempt(at, LATER, () => 0)), LATER)).toBe(least);
    expect(waitOf(must(beginAttempt(at, LATER, () => 1)), LATER)).toBe(most);
  });

  it('is what the receiver asks for where that is longer, within a week', () => {
    const begun = must(beginAttempt(queued(), NOW, HALF));
    const after = (askedMs: number | null) =>
      waitOf(must(settleAttempt(begun, hindered(askedMs), NOW)), NOW);
    expect(after(null)).toBe(45_000);
    expect(after(1_000)).toBe(45_000);
    expect(after(3_600_000)).toBe(3_600_000);
    expect(after(1e15)).toBe(7 * 24 * 3_600_000);
  });

  it('ends with the last attempt, and the reason is kept', () => {
    const before = queued();
    const last = must({ ...before, state: { ...before.state, attempts: MAX_ATTEMPTS } });
    expect(settleAttempt(last, hindered(), LATER).state).toEqual({
      kind: 'failed',
      to: TO,
      when: LATER.toISOString(),
      reason: { kind: 'gave-up', last: { kind: 'no-answer' } },
    });
  });

  it('does not count as an attempt where the device is offline', () => {
    expect(postpone(queued(), NOW).state).toMatchObject({
      attempts: 0,
      last: { kind: 'offline' },
      next: new Date(NOW.getTime() + 300_000).toISOString(),
    });
  });
});
