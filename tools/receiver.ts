/**
 * `npm run receiver -- --port N --out FILE`: takes reports for an editor who has no other place for
 * them, and appends each to a file, one JSON object a line. It keeps nothing of the sender: no
 * address, no header, no log of requests.
 *
 * `--erase ID` takes the reports of an id out of the file, `--retention-days N` (with either) those
 * older than that; without a port it ends then. See `docs/reporting.md` for its limits.
 */
import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { OutgoingReport } from '../core/claims/outgoing-report.ts';
import { ReportId } from '../core/claims/report.ts';

/** Longest body, in bytes: a report of the longest fields in the widest letters, escaped, has half. */
export const MAX_BODY_BYTES = 64 * 1_024;
/**
 * Reports taken in a minute, from all senders together: one sender's cannot be counted without
 * keeping addresses. More than readers write, and few enough for a disk to be looked after.
 */
export const MAX_PER_MINUTE = 120;
/** How long a sender may take for a request, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
/** Days that a report is kept, unless the editor says otherwise. */
const DEFAULT_RETENTION_DAYS = 365;
const DAY_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** `<report id>/<when it was changed>`, as the extension draws it; any text a sender likes. */
const KEY = /^[\x21-\x7e]{1,100}$/u;

/** A line of the file. */
const Line = v.strictObject({ received: v.string(), key: v.string(), report: OutgoingReport });
type Line = v.InferOutput<typeof Line>;
/** Of a line only when it came: enough to let go of it. */
const Dated = v.looseObject({ received: v.string() });

export type ReceiverOptions = {
  readonly file: string;
  readonly retentionDays: number;
  readonly now: () => Date;
};

/** The file as it is, line by line. */
async function readTexts(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  return text.split('\n').filter((line) => line !== '');
}

/** What stands in a line; null for one that was cut off when a machine stopped, or of another version. */
function readLine<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** Takes the lines out of the file that `isKept` does not keep; how many those were. */
async function rewrite(file: string, isKept: (text: string) => boolean): Promise<number> {
  const texts = await readTexts(file);
  const kept = texts.filter(isKept);
  // In a file beside it and then in its place, so that no moment has half a file.
  await writeFile(`${file}.new`, kept.map((text) => `${text}\n`).join(''));
  await rename(`${file}.new`, file);
  return texts.length - kept.length;
}

/** Takes the reports of an id out of the file; how many there were. */
export function eraseReport(file: string, id: ReportId): Promise<number> {
  return rewrite(file, (text) => {
    const line = readLine(Line, text);
    return line === null ? !text.includes(id) : line.report.id !== id;
  });
}

/** Takes out of the file what is older than the editor wants to keep; how many there were. */
export function eraseOld({ file, retentionDays, now }: ReceiverOptions): Promise<number> {
  const oldest = new Date(now().getTime() - retentionDays * DAY_MS).toISOString();
  // What cannot be read has no day, and is not lost for that.
  return rewrite(file, (text) => (readLine(Dated, text)?.received ?? oldest) >= oldest);
}

type Answer = {
  readonly status: number;
  readonly title: string;
  readonly headers?: Record<string, string>;
};

/** What each key of the file brought, once what is too old has gone from it. */
async function readKept(options: ReceiverOptions): Promise<Map<string, OutgoingReport>> {
  await eraseOld(options);
  const lines = (await readTexts(options.file)).map((text) => readLine(Line, text));
  return new Map(lines.flatMap((line) => (line === null ? [] : [[line.key, line.report]])));
}

/** A server that takes reports; it does not listen yet. */
export async function createReceiver(options: ReceiverOptions): Promise<Server> {
  let seen = await readKept(options);
  /** One line after the other, so that none is written into another. */
  let writing: Promise<unknown> = Promise.resolve();
  let minute = 0;
  let takenCount = 0;

  const take = async (key: string, report: OutgoingReport): Promise<Answer> => {
    const before = seen.get(key);
    if (before !== undefined) {
      return JSON.stringify(before) === JSON.stringify(report)
        ? { status: 200, title: 'Known already' }
        : { status: 422, title: 'The key belongs to another report' };
    }
    seen.set(key, report);
    const line: Line = { received: options.now().toISOString(), key, report };
    try {
      await appendFile(options.file, `${JSON.stringify(line)}\n`);
    } catch {
      seen.delete(key);
      return {
        status: 503,
        title: 'Cannot be written down now',
        headers: { 'retry-after': '300' },
      };
    }
    return { status: 201, title: 'Taken' };
  };

  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    if (request.method !== 'POST') {
      return { status: 405, title: 'Only POST', headers: { allow: 'POST' } };
    }
    if (request.headers['content-type']?.split(';', 1)[0]?.trim() !== 'application/json') {
      return { status: 415, title: 'Only application/json' };
    }
    const key = request.headers['idempotency-key'];
    if (typeof key !== 'string' || !KEY.test(key)) {
      return { status: 400, title: 'An Idempotency-Key of up to 100 characters is missing' };
    }
    const body = await readBody(request);
    if (body === null) return { status: 413, title: 'Too large' };
    const report = parseReport(body);
    if (report === null) return { status: 422, title: 'Not a report of this format' };
    const now = Math.floor(options.now().getTime() / MINUTE_MS);
    if (now !== minute) [minute, takenCount] = [now, 0];
    takenCount += 1;
    if (takenCount > MAX_PER_MINUTE) {
      return { status: 429, title: 'Too many reports', headers: { 'retry-after': '60' } };
    }
    const taken = writing.then(() => take(key, report));
    writing = taken;
    return taken;
  };

  const server = createServer((request, response) => {
    answerTo(request).then(
      (answer) => {
        write(response, answer);
      },
      () => {
        // A sender that went away in the middle of its request.
        request.destroy();
      },
    );
  });
  let tomorrow: NodeJS.Timeout;
  const eraseDaily = () => {
    tomorrow = setTimeout(() => {
      writing = writing
        .then(async () => {
          seen = await readKept(options);
        })
        // Where the file cannot be read today that is tried again tomorrow; reports are taken meanwhile.
        .catch(() => undefined);
      eraseDaily();
    }, DAY_MS);
  };
  eraseDaily();
  server.on('close', () => {
    clearTimeout(tomorrow);
  });
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.headersTimeout = REQUEST_TIMEOUT_MS;
  return server;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MAX_BODY_BYTES) chunks.push(chunk);
    // Read on for a while, so that the sender hears the answer, and not without end.
    else if (length > 100 * MAX_BODY_BYTES) throw new Error('a body without end');
  }
  return length > MAX_BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parseReport(body: string): OutgoingReport | null {
  try {
    const parsed = v.safeParse(OutgoingReport, JSON.parse(body));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** As RFC 9457 has it. */
function write(response: ServerResponse, { status, title, headers = {} }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/problem+json', ...headers });
  response.end(`${JSON.stringify({ title, status })}\n`);
}

const USAGE =
  'npm run receiver -- --out FILE [--port N] [--retention-days N] [--erase REPORT-ID]\n';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      port: { type: 'string' },
      'retention-days': { type: 'string', default: String(DEFAULT_RETENTION_DAYS) },
      erase: { type: 'string' },
    },
  });
  const retentionDays = Number(values['retention-days']);
  const port = values.port === undefined ? null : Number(values.port);
  const erased = values.erase === undefined ? null : v.safeParse(ReportId, values.erase);
  const isUsable = retentionDays > 0 && (port === null || Number.isInteger(port));
  if (values.out === undefined || !isUsable || erased?.success === false) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  const options = { file: values.out, retentionDays, now: () => new Date() };
  if (erased !== null) {
    console.log(`${String(await eraseReport(options.file, erased.output))} reports erased`);
  }
  if (port === null) {
    console.log(`${String(await eraseOld(options))} reports older than that erased`);
    return;
  }
  const server = await createReceiver(options);
  // This machine only: what stands before it, with https, is the editor's choice.
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    const shown = typeof address === 'object' && address !== null ? address.port : port;
    console.log(`Reports are taken at http://127.0.0.1:${String(shown)}/`);
  });
}

if (import.meta.main) await main();
