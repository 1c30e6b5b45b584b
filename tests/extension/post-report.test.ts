import * as v from 'valibot';
import { afterEach, expect, it, test, vi } from 'vitest';
import { OutgoingReport, outgoingReport } from '../../core/claims/outgoing-report.ts';
import { ReportEndpoint } from '../../core/claims/report-endpoint.ts';
import { isWaiting, queue } from '../../core/extension/delivery-state.ts';
import { ANSWER_TIMEOUT_MS, outcomeOf, postReport } from '../../core/extension/post-report.ts';
import { fictionalReport, ID, LIST, NOW } from '../claims/fictional-report.ts';

const TO = v.parse(ReportEndpoint, 'https://desk.example/reports');
const queued = queue(fictionalReport(), TO, LIST, false, NOW);
if (queued === null || !isWaiting(queued)) throw new Error('The report does not wait.');
const REPORT = queued;

afterEach(() => {
  vi.unstubAllGlobals();
});

it('sends what the page has shown, and nothing that says who the reader is', async () => {
  const asked = vi.fn<typeof fetch>().mockResolvedValue(new Response(null, { status: 201 }));
  vi.stubGlobal('fetch', asked);
  expect(await postReport(REPORT, NOW)).toEqual({ kind: 'arrived' });
  expect(asked).toHaveBeenCalledOnce();
  const [address, options] = asked.mock.calls[0] ?? [];
  expect(address).toBe(TO);
  expect(options).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    redirect: 'manual',
  });
  expect(options?.headers).toEqual({
    'content-type': 'application/json',
    'idempotency-key': `${ID}/${REPORT.changed}`,
  });
  const body: unknown = JSON.parse(typeof options?.body === 'string' ? options.body : '');
  expect(v.parse(OutgoingReport, body)).toEqual(outgoingReport(REPORT, LIST));
});

it('does not wait longer than a background lives', async () => {
  const timeout = vi.spyOn(AbortSignal, 'timeout');
  vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new DOMException('', 'TimeoutError')));
  expect(await postReport(REPORT, NOW)).toEqual({
    kind: 'hindered',
    hindrance: { kind: 'no-answer' },
    askedDelayMs: null,
  });
  expect(timeout).toHaveBeenCalledExactlyOnceWith(ANSWER_TIMEOUT_MS);
  expect(ANSWER_TIMEOUT_MS).toBeLessThan(30_000);
  timeout.mockRestore();
});

const answer = (status: number, headers: Readonly<Record<string, string>> = {}) =>
  outcomeOf({ ok: status < 300, status, type: 'default', headers: new Headers(headers) }, NOW);

test.each([200, 201, 202, 204])('is there after %i', (status) => {
  expect(answer(status)).toEqual({ kind: 'arrived' });
});

test.each([400, 401, 403, 404, 409, 410, 413, 415, 422, 451])('is refused by %i', (status) => {
  expect(answer(status)).toEqual({ kind: 'refused', reason: { kind: 'status', status } });
});

test.each([301, 302, 307, 308])('does not follow to another address: %i', (status) => {
  expect(answer(status)).toEqual({ kind: 'refused', reason: { kind: 'redirected' } });
});

it('does not follow where the browser hides the status', () => {
  const hidden = { ok: false, status: 0, type: 'opaqueredirect', headers: new Headers() } as const;
  expect(outcomeOf(hidden, NOW)).toEqual({ kind: 'refused', reason: { kind: 'redirected' } });
});

test.each([408, 425, 429, 500, 502, 503, 504])('is tried again after %i', (status) => {
  expect(answer(status)).toEqual({
    kind: 'hindered',
    hindrance: { kind: 'status', status },
    askedDelayMs: null,
  });
});

test.each([
  ['120', 120_000],
  [' 7 ', 7_000],
  [new Date(NOW.getTime() + 60_000).toUTCString(), 60_000],
  [new Date(NOW.getTime() - 60_000).toUTCString(), 0],
  ['soon', null],
])('reads how long to wait: %j', (text, askedDelayMs) => {
  expect(answer(429, { 'retry-after': text })).toMatchObject({ kind: 'hindered', askedDelayMs });
});
