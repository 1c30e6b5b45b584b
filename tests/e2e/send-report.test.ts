/** A report that is sent to an endpoint: exactly one arrives, and no other request leaves. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { declarePlaces } from '../../tools/declare-places.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { finishInstall } from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import { createReceiver } from '../../tools/receiver.ts';
import { launchWith, PAGE_SERVER } from './browsers.ts';
import { press, readFileText, waitForReport, waitForText } from './report-page.ts';
import { chooseInContextMenu, inWindow, type WindowedSession } from './window.ts';
import { writeDocument } from './written-page.ts';

const POLL = { timeout: 20_000, interval: 50 };
const SEND = 'Send to 127.0.0.1';

/** A receiver with its file, and a server before it that notes each request. */
async function startEndpoint() {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const file = join(folder, 'reports.ndjson');
  const receiver = await createReceiver({ file, retentionDays: 1, now: () => new Date() });
  const requests: { readonly headers: IncomingMessage['headers'] }[] = [];
  const listen = (server: ReturnType<typeof createServer>) =>
    new Promise<number>((listening) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        listening(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  const receiverPort = await listen(receiver);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    requests.push({ headers: request.headers });
    const { status } = await fetch(`http://127.0.0.1:${String(receiverPort)}/`, {
      method: request.method ?? '',
      headers: {
        'content-type': request.headers['content-type'] ?? '',
        'idempotency-key': String(request.headers['idempotency-key']),
      },
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
    });
    response.writeHead(status).end();
  }
  const front = createServer((request, response) => void answer(request, response));
  const port = await listen(front);
  return {
    url: `http://127.0.0.1:${String(port)}/reports`,
    requests,
    readReports: async () => {
      const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').filter(Boolean);
      return lines.map(
        (line) => v.parse(v.looseObject({ report: OutgoingReport }), JSON.parse(line)).report,
      );
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

describe.each<Engine>(['chromium', 'firefox'])('a report that is sent from %s', (engine) => {
  let session: WindowedSession;
  let endpoint: Awaited<ReturnType<typeof startEndpoint>>;
  const removals: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    endpoint = await startEndpoint();
    const places = v.parse(ReportPlaces, { endpoint: { url: endpoint.url, isParty: false } });
    const declared = await declarePlaces(builtExtension(engine), places);
    const granted = await grantOrigin(declared.folder, PAGE_SERVER);
    removals.push(declared.remove, granted.remove);
    session = await inWindow((display) => launchWith(engine, granted.folder, { display }));
    await finishInstall(session.opened);
  });
  afterAll(async () => {
    await session.close();
    await endpoint.close();
    for (const remove of removals) await remove();
    // Nothing else was asked for: the endpoint is on this machine.
    expect(session.outsideRequests).toEqual([]);
  });

  it('arrives exactly once, from the menu of selected words on, and is what was shown', async () => {
    const address = session.server.servePage(
      writeDocument('<p>It is said: <b>boats crossed the lake</b> on Monday.</p>'),
    );
    const page = await session.openPage(address);
    await page.bringToFront();
    await expect.poll(() => page.evaluate(() => document.hasFocus()), POLL).toBe(true);
    const at = await page.evaluate(() => {
      const words = document.querySelector('b');
      if (words === null) throw new Error('expected the words, but found none');
      getSelection()?.selectAllChildren(words);
      const { x, y, width, height } = words.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await chooseInContextMenu(session, page, at);
    const report = await waitForReport(session);
    const shown = v.parse(OutgoingReport, JSON.parse(await readFileText(report)));
    expect(endpoint.requests).toEqual([]);
    await press(report, SEND);
    await waitForText(report, 'Sent to 127.0.0.1');
    expect(await endpoint.readReports()).toEqual([shown]);
    expect(endpoint.requests).toHaveLength(1);
    const [{ headers } = { headers: {} }] = endpoint.requests;
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    // Pressed once more it is there already.
    await press(report, SEND);
    await waitForText(report, 'Your browser did not do that.');
    expect(endpoint.requests).toHaveLength(1);
    await report.close();
    await page.close();
  });
});
