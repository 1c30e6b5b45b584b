/** The one request that leaves the device: a report to the endpoint that its reader agreed to. */
import { outgoingReport } from '../claims/outgoing-report.ts';
import { idempotencyKey, type AttemptOutcome, type WaitingReport } from './delivery-state.ts';

/**
 * A receiver that has not answered by now is taken for one that hangs, in milliseconds. Below the
 * 30 s after which Chromium ends a background that waits.
 */
export const ANSWER_TIMEOUT_MS = 20_000;

/** Answers of HTTP that say 'later', not 'no' (RFC 9110, section 15; RFC 6585; RFC 8470). */
const LATER = new Set([408, 425, 429]);

/** Sends a report once, and says what came of it. Never rejects. */
export async function postReport(report: WaitingReport, now: Date): Promise<AttemptOutcome> {
  let response: Response;
  try {
    response = await fetch(report.state.to, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey(report) },
      body: JSON.stringify(outgoingReport(report, report.state.list)),
      // Nothing that says who the reader is, and no other address than the one that was shown.
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
    });
  } catch {
    return { kind: 'hindered', hindrance: { kind: 'no-answer' }, askedDelayMs: null };
  }
  // Only the status counts: what else a receiver says is not read.
  response.body?.cancel().catch(() => undefined);
  return outcomeOf(response, now);
}

/** What an answer means. */
export function outcomeOf(
  { ok, status, type, headers }: Pick<Response, 'ok' | 'status' | 'type' | 'headers'>,
  now: Date,
): AttemptOutcome {
  if (ok) return { kind: 'arrived' };
  if (type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    return { kind: 'refused', reason: { kind: 'redirected' } };
  }
  const answer = { kind: 'status', status } as const;
  if (status < 500 && !LATER.has(status)) return { kind: 'refused', reason: answer };
  const askedDelayMs = readRetryAfter(headers.get('retry-after'), now);
  return { kind: 'hindered', hindrance: answer, askedDelayMs };
}

/** RFC 9110, section 10.2.3: seconds, or a date; null for neither. */
function readRetryAfter(text: string | null, now: Date): number | null {
  if (text === null) return null;
  if (/^\d+$/u.test(text.trim())) return Number(text) * 1_000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : Math.max(0, time - now.getTime());
}
