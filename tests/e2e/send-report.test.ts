/** A report that is sent to an endpoint: exactly one arrives, and no other request leaves. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import { OutgoingReport } from '../../core/claims/outgoing-report.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { declarePlaces } from '../../tools/declare-places.ts';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { finishInstall } from '../../tools/finish-install.ts';
import { grantOrigin } from '../../tools/grant-origin.ts';
import { launchWith, PAGE_SERVER } from './browsers.ts';
import { startEndpoint, type TestEndpoint } from './report-endpoint.ts';
import { readFileText, waitForReport, waitForText } from './report-page.ts';
import {
  answerPrompt,
  chooseInContextMenu,
  clickButton,
  inWindow,
  type WindowedSession,
} from './window.ts';
import { writeDocument } from './written-page.ts';

const POLL = { timeout: 20_000, interval: 50 };
/** A machine that the extension has no access to: the page server has another name. */
const HOST = 'localhost';
const SEND = `Send to ${HOST}`;

describe.each<Engine>(['chromium', 'firefox'])('a report that is sent from %s', (engine) => {
  let session: WindowedSession;
  let endpoint: TestEndpoint;
  const removals: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    endpoint = await startEndpoint();
    const places = v.parse(ReportPlaces, {
      endpoint: { url: endpoint.url.replace('127.0.0.1', HOST), isParty: false },
    });
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

  /** Presses the button as a reader does: browsers ask for access after no other press. */
  async function send(report: Page): Promise<void> {
    await report.bringToFront();
    await report.evaluate((name) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find(({ innerText }) => innerText === name)?.scrollIntoView({ block: 'center' });
    }, SEND);
    await clickButton(session, report, SEND);
  }

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
    const own = await openExtensionDocument(session.opened);
    const readAccess = () =>
      callExtension(own, "permissions.contains({ origins: ['http://localhost/*'] })");
    await send(report);
    await answerPrompt(session, { shown: report, own, answer: 'refuse' });
    await waitForText(report, 'Your browser has not let Rejoinder send there');
    expect(endpoint.asked).toEqual([]);
    await send(report);
    await answerPrompt(session, { shown: report, own, answer: 'allow' });
    await waitForText(report, `Sent to ${HOST}`);
    // What was asked for this one report is given back.
    await expect.poll(readAccess, POLL).toBe(false);
    expect((await endpoint.readLines()).map(({ report: arrived }) => arrived)).toEqual([shown]);
    expect(endpoint.asked).toHaveLength(1);
    const [asked] = endpoint.asked;
    expect(asked?.headers).toMatchObject({ 'content-type': 'application/json' });
    for (const name of ['cookie', 'referer', 'authorization']) {
      expect(asked?.headers).not.toHaveProperty(name);
    }
    // Pressed once more it is there already.
    await send(report);
    await waitForText(report, 'It has arrived there already');
    expect(endpoint.asked).toHaveLength(1);
    await own.close();
    await report.close();
    await page.close();
  });
});
