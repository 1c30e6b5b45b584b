/** The receiver: each key once, hostile requests refused, nothing of the sender kept. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { outgoingReport } from '../../core/claims/outgoing-report.ts';
import {
  createReceiver,
  eraseOld,
  eraseReport,
  MAX_BODY_BYTES,
  MAX_PER_MINUTE,
} from '../../tools/receiver.ts';
import { fictionalReport, ID, LIST, NOW, OTHER_ID } from '../claims/fictional-report.ts';

/** Hostile requests that are tried, and at what width. */
const CASE_COUNT = 10_000;
const AT_ONCE = 50;

let folder = '';
let file = '';
let server: Server;
let nowMs = NOW.getTime();
const options = () => ({ file, retentionDays: 30, now: () => new Date(nowMs) });

async function start(): Promise<void> {
  server = await createReceiver(options());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
}
async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
beforeEach(async () => {
  nowMs = NOW.getTime();
  folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  file = join(folder, 'reports.ndjson');
  await start();
});
afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true });
});

const portOf = () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It does not listen.');
  return address.port;
};
const REPORT = outgoingReport(fictionalReport(), LIST);
const OTHER = outgoingReport(fictionalReport({ id: OTHER_ID }), LIST);

async function post(
  body: string,
  key = 'key',
  type = 'application/json',
): Promise<{ readonly status: number; readonly headers: Headers }> {
  const {
    status,
    headers,
    body: answer,
  } = await fetch(`http://127.0.0.1:${String(portOf())}/`, {
    method: 'POST',
    headers: { 'content-type': type, 'idempotency-key': key },
    body,
  });
  await answer?.cancel();
  return { status, headers };
}
const readFileLines = async () =>
  (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);

it('takes each key once, also after it was started again, and keeps nothing of the sender', async () => {
  expect((await post(JSON.stringify(REPORT))).status).toBe(201);
  expect((await post(JSON.stringify(REPORT))).status).toBe(200);
  await stop();
  await start();
  expect((await post(JSON.stringify(REPORT))).status).toBe(200);
  expect((await post(JSON.stringify(OTHER))).status).toBe(422);
  expect((await post(JSON.stringify(OTHER), 'other')).status).toBe(201);
  const lines = await readFileLines();
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { received: NOW.toISOString(), key: 'key', report: REPORT },
    { received: NOW.toISOString(), key: 'other', report: OTHER },
  ]);
  expect(lines.join('')).not.toMatch(/127\.0\.0\.1|user-agent|undici|node/u);
});

it('takes one of many that come at once with one key', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(JSON.stringify(REPORT))));
  expect(
    answers
      .map(({ status }) => status)
      .toSorted()
      .at(-1),
  ).toBe(201);
  expect(await readFileLines()).toHaveLength(1);
});

it('erases a report by its id, and what is older than the editor keeps', async () => {
  await post(JSON.stringify(REPORT), 'a');
  await post(JSON.stringify(OTHER), 'b');
  expect(await eraseReport(file, ID)).toBe(1);
  expect(await readFileLines()).toHaveLength(1);
  nowMs += 31 * 24 * 3_600_000;
  expect(await eraseOld(options())).toBe(1);
  expect(await readFileLines()).toEqual([]);
});

it('erases what is too old while it runs, from its memory as well', async () => {
  await stop();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  await start();
  await post(JSON.stringify(REPORT));
  nowMs += 31 * 24 * 3_600_000;
  vi.advanceTimersByTime(24 * 3_600_000);
  await expect.poll(readFileLines).toEqual([]);
  // Of the key nothing is known any more.
  await expect.poll(async () => (await post(JSON.stringify(OTHER))).status).toBe(201);
});

it('loses no line that it cannot read, but to who wants it erased', async () => {
  const other = `{"received":"${NOW.toISOString()}","report":{"format":"another","id":"${ID}"}}`;
  await writeFile(file, `${other}\n{"received":"2031-`);
  expect(await eraseOld(options())).toBe(0);
  expect(await readFileLines()).toEqual([other, '{"received":"2031-']);
  expect(await eraseReport(file, ID)).toBe(1);
  expect(await readFileLines()).toEqual(['{"received":"2031-']);
});

it('reads on behind a line that was cut off', async () => {
  await stop();
  await writeFile(file, '{"received":"2031-\n');
  await start();
  expect((await post(JSON.stringify(REPORT))).status).toBe(201);
});

it('takes so many in a minute, and asks the others to come later', async () => {
  for (let count = 0; count < MAX_PER_MINUTE; count += 1) await post(JSON.stringify(REPORT));
  const { status, headers } = await post(JSON.stringify(REPORT));
  expect([status, headers.get('retry-after')]).toEqual([429, '60']);
  nowMs += 60_000;
  expect((await post(JSON.stringify(REPORT))).status).toBe(200);
});

describe('is refused', () => {
  test.each<[string, number, () => Promise<{ readonly status: number }>]>([
    ['another method', 405, () => fetch(`http://127.0.0.1:${String(portOf())}/`)],
    ['another kind', 415, () => post('{}', 'key', 'text/plain')],
    ['a key of 101 characters', 400, () => post('{}', 'k'.repeat(101))],
    ['a key with a space', 400, () => post('{}', 'a b')],
    ['1 MB', 413, () => post('x'.repeat(1_000_000))],
    ['one byte too much', 413, () => post('x'.repeat(MAX_BODY_BYTES + 1))],
    ['no JSON', 422, () => post('{')],
    ['no report', 422, () => post('[]')],
  ])('%s, by %i', async (_, status, ask) => {
    expect((await ask()).status).toBe(status);
    expect(await readFileLines()).toEqual([]);
  });
});

it('goes on after a sender that goes away in the middle', async () => {
  const socket = connect(portOf(), '127.0.0.1');
  await once(socket, 'connect');
  const head = ['POST / HTTP/1.1', 'host: a', 'content-type: application/json'];
  socket.write([...head, 'idempotency-key: k', 'content-length: 100', '', '{'].join('\r\n'));
  socket.destroy();
  await once(socket, 'close');
  expect((await post(JSON.stringify(REPORT))).status).toBe(201);
});

/** What somebody might write in place of a part of a report. */
const HOSTILE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...['javascript:alert(1)', 'file:///etc/passwd', '\u202e', '\u0000', '<img src=x onerror=a>'],
    ...['__proto__', '../../x', 'x'.repeat(70_000), null, [], {}, 1e308, -1, true],
  ),
  fc.anything({ withNullPrototype: true }),
  fc.string({ unit: 'binary' }),
);

/** A report with one of its parts, at any depth, replaced or added to. */
const SPOILT = fc
  .tuple(fc.nat(), HOSTILE, fc.boolean(), fc.string())
  .map(([at, hostile, isAdded, name]) => {
    const copy = structuredClone(REPORT) as unknown as Record<string, unknown>;
    const places: [Record<string, unknown>, string][] = [];
    const visit = (value: Record<string, unknown>) => {
      for (const [key, part] of Object.entries(value)) {
        places.push([value, key]);
        if (typeof part === 'object' && part !== null) visit(part as Record<string, unknown>);
      }
    };
    visit(copy);
    const [owner, key] = places[at % places.length] ?? [copy, 'id'];
    Object.defineProperty(owner, isAdded ? `${key}${name || '_'}` : key, {
      value: hostile,
      enumerable: true,
      configurable: true,
    });
    try {
      return JSON.stringify(copy);
    } catch {
      // A circle, or a number that JSON does not have.
      return '{';
    }
  });

it(`refuses or stores harmlessly what is hostile (${String(CASE_COUNT)} cases)`, async () => {
  const bodies = fc.sample(
    fc.oneof({ arbitrary: SPOILT, weight: 4 }, fc.json(), fc.string({ unit: 'binary' })),
    { numRuns: CASE_COUNT, seed: 7 },
  );
  const tally = new Map<number, number>();
  for (let from = 0; from < bodies.length; from += AT_ONCE) {
    // A minute for each handful, so that none is refused for coming too soon.
    nowMs += 60_000;
    const answers = await Promise.all(
      bodies.slice(from, from + AT_ONCE).map((body, at) => post(body, `k${String(from + at)}`)),
    );
    for (const { status } of answers) tally.set(status, (tally.get(status) ?? 0) + 1);
  }
  console.log(`${String(bodies.length)} hostile requests, by answer:`, Object.fromEntries(tally));
  expect([...tally.keys()].filter((status) => ![201, 413, 422].includes(status))).toEqual([]);
  expect(tally.get(422)).toBeGreaterThan(CASE_COUNT / 2);
  const lines = await readFileLines();
  expect(lines).toHaveLength(tally.get(201) ?? 0);
  // What is stored is a report: nothing in it is an address of another kind, or turns a line round.
  expect(lines.filter((line) => /\p{Bidi_Control}/u.test(line))).toEqual([]);
  expect((await post(JSON.stringify(OTHER), 'last')).status).toBe(201);
}, 120_000);
