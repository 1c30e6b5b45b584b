/** An endpoint for reports on this machine, as a list names one: the receiver, and faults before it. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { createReceiver } from '../../tools/receiver.ts';

/**
 * What goes wrong with a request. `lost-answer`: the report is written down and the connection is
 * then cut, so that nobody hears of it. `twice`: the network delivers the request two times.
 */
export const FAULTS = ['500', '429', 'hang', 'reset', 'lost-answer', 'twice', '422'] as const;
export type Fault = (typeof FAULTS)[number];

export type Asked = {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly fault: Fault | null;
};

export type TestEndpoint = {
  readonly url: string;
  /** What was asked, oldest first. */
  readonly asked: readonly Asked[];
  /** What goes wrong with the next requests, in turn; those after them are served. */
  readonly faults: Fault[];
  /** The lines of the receiver's file. */
  readonly readLines: () => Promise<
    readonly { readonly key: string; readonly report: OutgoingReport }[]
  >;
  readonly close: () => Promise<void>;
};

const Line = v.looseObject({ key: v.string(), report: OutgoingReport });

function listen(server: Server): Promise<number> {
  return new Promise((listening, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      listening(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });
}

export async function startEndpoint(): Promise<TestEndpoint> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const file = join(folder, 'reports.ndjson');
  const receiver = await createReceiver({ file, retentionDays: 1, now: () => new Date() });
  const receiverPort = await listen(receiver);
  const asked: Asked[] = [];
  const faults: Fault[] = [];

  /** Gives a request to the receiver, and its answer's status. */
  async function pass({ method, headers }: IncomingMessage, body: string): Promise<number> {
    const { status } = await fetch(`http://127.0.0.1:${String(receiverPort)}/`, {
      method: method ?? '',
      headers: {
        'content-type': headers['content-type'] ?? '',
        'idempotency-key': String(headers['idempotency-key']),
      },
      ...(body !== '' && { body }),
    });
    return status;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString('utf8');
    const fault = faults.shift() ?? null;
    asked.push({ headers: request.headers, body, fault });
    // Browsers ask once more by themselves where a connection that they kept is cut.
    response.setHeader('connection', 'close');
    switch (fault) {
      case '500':
      case '422':
        response.writeHead(Number(fault)).end();
        break;
      case '429':
        response.writeHead(429, { 'retry-after': '120' }).end();
        break;
      case 'hang':
        break;
      case 'reset':
        request.socket.resetAndDestroy();
        break;
      case 'lost-answer':
        await pass(request, body);
        request.socket.resetAndDestroy();
        break;
      case 'twice':
        await pass(request, body);
        response.writeHead(await pass(request, body)).end();
        break;
      case null:
        response.writeHead(await pass(request, body)).end();
    }
  }
  const front = createServer((request, response) => {
    answer(request, response).catch(() => {
      // The browser was closed in the middle of its request.
      request.destroy();
    });
  });
  const port = await listen(front);
  return {
    url: `http://127.0.0.1:${String(port)}/reports`,
    asked,
    faults,
    readLines: async () => {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);
      return lines.map((line) => v.parse(Line, JSON.parse(line)));
    },
    close: async () => {
      for (const server of [front, receiver]) {
        server.closeAllConnections();
        server.close();
      }
      await rm(folder, { recursive: true });
    },
  };
}
