/** A report that is sent to an endpoint: exactly one arrives, and no other request leaves. */
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { declarePlaces } from '../../tools/declare-places.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { finishInstall } from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import { launchWith, PAGE_SERVER } from './browsers.ts';
import { startEndpoint, type TestEndpoint } from './report-endpoint.ts';
import { press, readFileText, waitForReport, waitForText } from './report-page.ts';
import { chooseInContextMenu, inWindow, type WindowedSession } from './window.ts';
import { writeDocument } from './written-page.ts';

const POLL = { timeout: 20_000, interval: 50 };
const SEND = 'Send to 127.0.0.1';

describe.each<Engine>(['chromium', 'firefox'])('a report that is sent from %s', (engine) => {
  let session: WindowedSession;
  let endpoint: TestEndpoint;
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
    expect(endpoint.asked).toEqual([]);
    await press(report, SEND);
    await waitForText(report, 'Sent to 127.0.0.1');
    expect((await endpoint.readLines()).map(({ report: arrived }) => arrived)).toEqual([shown]);
    expect(endpoint.asked).toHaveLength(1);
    const [asked] = endpoint.asked;
    expect(asked?.headers).toMatchObject({ 'content-type': 'application/json' });
    for (const name of ['cookie', 'referer', 'authorization']) {
      expect(asked?.headers).not.toHaveProperty(name);
    }
    // Pressed once more it is there already.
    await press(report, SEND);
    await waitForText(report, 'Your browser did not do that.');
    expect(endpoint.asked).toHaveLength(1);
    await report.close();
    await page.close();
  });
});
