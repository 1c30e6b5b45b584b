/** A reader reports a claim: nothing of it is lost, and nothing of it leaves unasked. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reportWords } from '../../components/report-words.ts';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import {
  MAX_ISSUE_ADDRESS_LENGTH,
  MAX_MAIL_ADDRESS_LENGTH,
  OutgoingReport,
  partsOf,
} from '../../core/claims/outgoing-report.ts';
import { builtExtension } from '../../tools/build-extension.ts';
import { declarePlaces } from '../../tools/declare-places.ts';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import { waitForFirstPage } from '../../tools/finish-install.ts';
import { watchBackground } from './background.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { describeInBrowsers, launchWith, type Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';
import { installMailProgram } from './mail-program.ts';
import { openPopup, pressInPopup, readPopup, searchInPopup } from './popup.ts';
import {
  addressOf,
  fieldOf,
  openReport,
  press,
  readField,
  readFileText,
  readText,
  waitForReport,
  waitForText,
} from './report-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

const LIST = 'azerbaijan-official-responses';

/** The version of the list that the build has. */
async function readVersion(): Promise<string> {
  const head: unknown = JSON.parse(await readFile(`data/lists/${LIST}/list.json`, 'utf8'));
  return v.parse(v.object({ version: v.string() }), head).version;
}

const CLAIM = 'The claim, in one sentence';
const CLAIMANT = 'Who makes the claim';
const NOTE = 'Anything else for the editors';

/** All of it is fiction. */
const PAGE =
  '<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>A lake (fiction)</title>' +
  '<meta name="date" content="2031-05-17"><link rel="icon" href="data:,">' +
  '<link rel="canonical" href="/lake?id=7&utm_source=letter"></head><body>' +
  '<p>Before it nothing was known.</p>' +
  '<p>On Thursday <b id="passage">boats crossed\n   the lake</b> of Orlane, a fisherman said.</p>' +
  '<script>var text = "not to be read";</script><p>After it there was more.</p></body></html>';
const PASSAGE = 'boats crossed the lake';

/** Shows the page and selects its passage. */
async function openSelected(session: Session, host = '127.0.0.1'): Promise<Page> {
  const address = session.server.servePage(PAGE).replace('127.0.0.1', host);
  const page = await session.openPage(address);
  await page.evaluate(() => {
    const passage = document.querySelector('#passage');
    if (passage !== null) getSelection()?.selectAllChildren(passage);
  });
  return page;
}

/** Begins a report from the popup over a page, or from its search, and waits for its own page. */
async function reportFromPopup(session: Session, page: Page, searched = ''): Promise<Page> {
  const own = await openExtensionDocument(session.opened);
  await openPopup(session, page);
  await expect.poll(() => readPopup(own), POLL).toContain('Report a new claim');
  if (searched !== '') await searchInPopup(own, searched);
  const button = searched === '' ? 'Report a new claim' : 'Report this claim';
  await expect.poll(() => readPopup(own), POLL).toContain(button);
  await pressInPopup(own, button);
  const report = await waitForReport(session);
  await own.close();
  await report.bringToFront();
  return report;
}

const readOutgoing = async (page: Page) =>
  v.parse(OutgoingReport, JSON.parse(await readFileText(page)));

describeInBrowsers('a reader who reports a claim', (session) => {
  it('finds the selected passage on our page, with what its page says of itself', async () => {
    const page = await openSelected(session());
    const report = await reportFromPopup(session(), page);
    const text = await readText(report);
    expect(text).toContain(`“${PASSAGE}”`);
    expect(text).toContain('A lake (fiction)');
    expect(text).toContain('Saved on this device.');
    const { concern, target } = await readOutgoing(report);
    expect(concern).toEqual({ kind: 'new-claim' });
    expect(target).toEqual({
      source: null,
      title: 'A lake (fiction)',
      language: 'en-GB',
      datePublished: '2031-05-17',
      selector: {
        type: 'TextQuoteSelector',
        exact: PASSAGE,
        prefix: 'Before it nothing was known.\nOn Thursday '.slice(-32),
        suffix: ' of Orlane, a fisherman said.\nAf',
      },
    });
  });

  it('finds it where we have no access but for the press of the button', async () => {
    const page = await openSelected(session(), 'localhost');
    const report = await reportFromPopup(session(), page);
    expect((await readOutgoing(report)).target?.selector?.exact).toBe(PASSAGE);
  });

  it('takes along what was searched for and not found', async () => {
    const page = await openSelected(session());
    const report = await reportFromPopup(session(), page, 'Submarines in the lake of Orlane');
    expect(await readField(report, CLAIM)).toBe('Submarines in the lake of Orlane');
    expect((await readOutgoing(report)).target?.selector?.exact).toBe(PASSAGE);
  });

  it('can write one where nothing is selected, and on a page that nobody may read', async () => {
    const page = await session().openPage(session().server.servePage(PAGE));
    const report = await reportFromPopup(session(), page);
    expect(await readText(report)).toContain('No passage was selected.');
    expect((await readOutgoing(report)).target?.title).toBe('A lake (fiction)');
    await report.close();

    const blank = await session().opened.browser.newPage();
    const empty = await reportFromPopup(session(), blank);
    expect(await readText(empty)).toContain('No passage was selected.');
    expect((await readOutgoing(empty)).target?.selector ?? null).toBeNull();
  });

  it('is told when it is not saved, loses nothing by that, and can still copy', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    await report.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('', 'QuotaExceededError');
      };
    });
    await (await fieldOf(report, CLAIM)).type('Boats crossed');
    await waitForText(report, 'Not saved: no room is left on this device.');
    await press(report, 'Copy');
    await waitForText(report, 'Copied.');
    expect(await readField(report, CLAIM)).toBe('Boats crossed');
  });

  it('is shown what is like it on the list, reads that and comes back', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    await waitForText(report, 'No claim on the list is like this');
    await (await fieldOf(report, CLAIM)).type('Israeli drones flew to Iran from Azerbaijan');
    await waitForText(report, 'This looks like what follows.');
    const found = await report.waitForSelector('.result');
    const name = await found?.evaluate((button) => button.querySelector('bdi')?.textContent ?? '');
    await found?.click();
    await waitForText(report, 'Sources');
    expect(await readText(report)).toContain(name);
    await press(report, 'Back');
    await waitForText(report, PASSAGE);
    expect(await readField(report, CLAIM)).toBe('Israeli drones flew to Iran from Azerbaijan');
    expect(await report.evaluate(() => document.activeElement?.className)).toBe('result');
  });

  it('can have the address go along, which was left out as it looks private', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    expect((await readOutgoing(report)).target?.source).toBeNull();
    expect(await readFileText(report)).not.toContain('lake?id=7');
    await report.click('.address input');
    await expect
      .poll(async () => (await readOutgoing(report)).target?.source, POLL)
      .toBe(`${session().server.origin}/lake?id=7`);
    await report.click('.address input');
    await expect.poll(async () => (await readOutgoing(report)).target?.source, POLL).toBeNull();
  });

  it('copies what an editor reads and a program reads back', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    await (await fieldOf(report, CLAIM)).type('Boats crossed the lake (fiction)');
    const file = await readFileText(report);
    await press(report, 'Copy');
    await waitForText(report, 'Copied.');
    await (await fieldOf(report, NOTE)).focus();
    await report.keyboard.down('Control');
    await report.keyboard.press('v');
    await report.keyboard.up('Control');
    await expect.poll(() => readField(report, NOTE), POLL).toContain('```json');
    const copied = await readField(report, NOTE);
    expect(copied).toContain('New claim\n\nClaim:\nBoats crossed the lake (fiction)\n');
    expect(copied).toContain(`Passage:\n${PASSAGE}\n`);
    // What is longer than a field takes is cut: all that fits is there.
    expect(file.startsWith(copied.split('```json\n').at(-1)?.slice(0, 300) ?? '?')).toBe(true);
  });

  it('gets the file that the page shows', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const report = await reportFromPopup(session(), await openSelected(session()));
    await saveDownloadsTo(session(), report, folder);
    await (await fieldOf(report, CLAIM)).type('Boats crossed the lake (fiction)');
    const shown = await readFileText(report);
    await press(report, 'Save as a file');
    const read = async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
      return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    };
    await expect.poll(read, POLL).toEqual([shown]);
    expect(v.parse(OutgoingReport, JSON.parse(shown)).claim).toBe(
      'Boats crossed the lake (fiction)',
    );
  });

  it('gets all reports as one file, and has one back from it that was deleted since', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const report = await reportFromPopup(session(), await openSelected(session()));
    await saveDownloadsTo(session(), report, folder);
    await (await fieldOf(report, CLAIM)).type('Boats came back (fiction)');
    await press(report, 'Save all as a file');
    const readNames = async () => (await readdir(folder)).filter((name) => name.endsWith('.json'));
    await expect.poll(readNames, POLL).toHaveLength(1);
    const [name = ''] = await readNames();

    await press(report, 'Delete this report');
    await waitForText(report, 'This report is deleted.');
    const address = await addressOf(report);
    await report.close();
    const gone = await openReport(session(), address);
    await waitForText(gone, 'There is no such draft on this device.');
    const input = await gone.waitForSelector('input[type="file"]');
    await (input as ElementHandle<HTMLInputElement>).uploadFile(join(folder, name));
    await waitForText(gone, '1 report was read in. Nothing of it was sent.');
    await waitForText(gone, 'What you pass on');
    expect(await readField(gone, CLAIM)).toBe('Boats came back (fiction)');
  });

  it('is told that this list names no place on GitHub', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    expect(await readText(report)).toContain('has named no address yet');
    await expect(press(report, 'Open an issue on GitHub')).rejects.toThrow();
  });

  it('sees the other drafts, deletes one and has it back', async () => {
    const first = await reportFromPopup(session(), await openSelected(session()));
    await (await fieldOf(first, CLAIM)).type('The first of two');
    await first.close();
    const second = await reportFromPopup(session(), await openSelected(session()));
    await waitForText(second, 'The first of two');
    await press(second, 'Delete this report');
    await waitForText(second, 'This report is deleted.');
    await press(second, 'Undo');
    await waitForText(second, 'What you pass on');
    await press(second, 'Delete this report');
    await waitForText(second, 'This report is deleted.');
    const address = await addressOf(second);
    await second.close();
    const gone = await openReport(session(), address);
    await waitForText(gone, 'There is no such draft on this device.');
    const link = await gone.evaluate(() => {
      const links = [...document.querySelectorAll('a')];
      return links.find(({ innerText }) => innerText === 'The first of two')?.hash ?? '';
    });
    await gone.click(`a[href="${link}"]`);
    await waitForText(gone, 'What you pass on');
    expect(await readField(gone, CLAIM)).toBe('The first of two');
  });

  it('sees a report in two tabs as one', async () => {
    const one = await reportFromPopup(session(), await openSelected(session()));
    const other = await openReport(session(), await addressOf(one));
    await one.bringToFront();
    await (await fieldOf(one, CLAIM)).type('Told to both');
    await expect.poll(() => readField(other, CLAIM), POLL).toBe('Told to both');
  });

  it('is asked for a report by a card, of the claim that it shows', async () => {
    const own = await openExtensionDocument(session().opened);
    const message = {
      type: 'openReport',
      concern: {
        kind: 'problem',
        claim: 'israeli-drones-from-azerbaijan-2025',
        problem: 'outdated',
      },
      target: null,
    };
    await callExtension(own, `runtime.sendMessage(${JSON.stringify(message)})`);
    const report = await waitForReport(session());
    const text = await readText(report);
    expect(text).toContain('Report a problem with a claim');
    expect(text).toContain('The claim on the list');
    expect(await report.evaluate(() => document.querySelectorAll('.result').length)).toBe(1);
    expect((await readOutgoing(report)).concern).toEqual(message.concern);
  });

  it('finds every character again, closed in the turn of the last one, with the background ended', async () => {
    const report = await reportFromPopup(session(), await openSelected(session()));
    // From here on it is ended soon after each question, until the browser is closed.
    const background = await watchBackground(session());
    await background.end();
    const address = await addressOf(report);
    await (await fieldOf(report, CLAIM)).type('Boats crossed');
    await (await fieldOf(report, CLAIMANT)).type('A fisherman!');
    await report.close();
    await background.end();

    const again = await openReport(session(), address);
    await waitForText(again, PASSAGE);
    expect(await readField(again, CLAIM)).toBe('Boats crossed');
    expect(await readField(again, CLAIMANT)).toBe('A fisherman!');
    expect(await readText(again)).toContain('Saved on this device.');
  });
});

async function saveDownloadsTo(session: Session, page: Page, folder: string): Promise<void> {
  if (session.engine === 'chromium') {
    const client = await page.createCDPSession();
    await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return;
  }
  const path = JSON.stringify(folder);
  await evaluateInFirefox(
    session.opened,
    `Services.prefs.setIntPref('browser.download.folderList', 2);
     Services.prefs.setStringPref('browser.download.dir', ${path})`,
  );
}

/** Fiction; nothing is ever asked of it, as the browser’s way out refuses. */
const REPOSITORY = 'fictional-owner/fictional.list';
const EMAIL = 'desk@example.org';

const { labels: LABELS } = reportWords((key) => messages[key].message);

describe.each<Engine>(['chromium', 'firefox'])('a report in %s', (engine) => {
  it('opens as an issue where the list names a place, and asks for nothing before that', async () => {
    const { folder, remove } = await declarePlaces(
      builtExtension(engine),
      v.parse(ReportPlaces, { github: REPOSITORY, email: EMAIL }),
    );
    onTestFinished(remove);
    const session = await launchWith(engine, folder);
    onTestFinished(() => session.close());
    await (await waitForFirstPage(session.opened)).close();
    const report = await reportFromPopup(session, await openSelected(session));
    await (await fieldOf(report, CLAIM)).type('Boats & lanterns #7 crossed 100 % of it? Yes+no=ça');
    await waitForText(report, `An issue goes to ${REPOSITORY} on GitHub`);
    await report.click('.address input');
    expect(session.outsideRequests).toEqual([]);

    const { id } = await readOutgoing(report);
    const opened = watchIssues(session);
    await press(report, 'Open an issue on GitHub');
    await waitForText(report, 'The form is open in another tab.');
    await expect.poll(() => session.outsideRequests, POLL).toContain('CONNECT github.com:443');
    const asked = session.outsideRequests.splice(0);
    expect(new Set(asked)).toEqual(new Set(['CONNECT github.com:443']));

    await expect.poll(opened, POLL).not.toBe('');
    const { origin, pathname, searchParams } = new URL(await opened());
    expect(origin + pathname).toBe(`https://github.com/${REPOSITORY}/issues/new`);
    expect(searchParams.get('surroundings')).toContain('[…] of Orlane, a fisherman said.\nAf');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      template: 'report.yml',
      title: 'New claim: Boats & lanterns #7 crossed 100 % of it? Yes+no=ça',
      claim: 'Boats & lanterns #7 crossed 100 % of it? Yes+no=ça',
      passage: PASSAGE,
      page: 'A lake (fiction)',
      address: `${session.server.origin}/lake?id=7`,
      language: 'en-GB',
      date: '2031-05-17',
      list: `${LIST} ${await readVersion()}`,
      report: id,
    });
  });

  it('opens as a mail that carries all of it, or says that it cannot', async () => {
    const mail = await installMailProgram();
    onTestFinished(mail.remove);
    const { folder, remove } = await declarePlaces(
      builtExtension(engine),
      v.parse(ReportPlaces, { github: REPOSITORY, email: EMAIL }),
    );
    onTestFinished(remove);
    const session = await launchWith(engine, folder, { env: mail.env });
    onTestFinished(() => session.close());
    await (await waitForFirstPage(session.opened)).close();
    await mail.choose(session);
    const report = await reportFromPopup(session, await openSelected(session));
    await (await fieldOf(report, CLAIM)).type('Boats & lanterns #7 crossed 100 % of it? Yes+no=ça');
    await report.click('.address input');
    await waitForText(report, `An e-mail to ${EMAIL}`);
    const shown = await readOutgoing(report);
    expect(await mail.readAddresses()).toEqual([]);
    await report.click('a[href^="mailto:"]');
    await expect.poll(mail.readAddresses, POLL).toHaveLength(1);
    const [whole = ''] = await mail.readAddresses();
    expect(readMail(whole)).toEqual({
      to: EMAIL,
      subject: 'New claim: Boats & lanterns #7 crossed 100 % of it? Yes+no=ça',
      body: [...partsOf(shown)].map(([part, text]) => `${LABELS[part]}:\n${text}\n`).join('\n'),
    });
    await waitForText(report, 'Your program for mail has been asked to open.');
    expect(await readText(report)).not.toContain('Not all of it fits into an e-mail');

    // Each takes nine characters of an address.
    await (await fieldOf(report, NOTE)).type('湖'.repeat(500));
    await waitForText(report, 'Not all of it fits into an e-mail');
    await report.click('a[href^="mailto:"]');
    await expect.poll(mail.readAddresses, POLL).toHaveLength(2);
    const [, cut = ''] = await mail.readAddresses();
    expect(cut.length).toBeLessThanOrEqual(MAX_MAIL_ADDRESS_LENGTH);
    const { body } = readMail(cut);
    expect(body).toMatch(/Note:\n湖+… \[cut: see the copy or the file\]\n/u);
    expect(body).toContain(`Report:\n${shown.id}\n`);
    expect(session.outsideRequests).toEqual([]);

    const opened = watchIssues(session);
    await press(report, 'Open an issue on GitHub');
    await waitForText(report, 'without some of the text: it was too long for an address');
    await expect.poll(opened, POLL).not.toBe('');
    const issue = await opened();
    expect(issue.length).toBeLessThanOrEqual(MAX_ISSUE_ADDRESS_LENGTH);
    const { searchParams } = new URL(issue);
    expect(searchParams.get('note')).toMatch(/^湖+… \[cut: see the copy or the file\]$/u);
    expect(searchParams.get('report')).toBe(shown.id);
    session.outsideRequests.splice(0);
  });

  it('is there after the browser was closed', async () => {
    const profile = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    onTestFinished(() => rm(profile, { recursive: true }));
    const first = await launchWith(engine, builtExtension(engine), { profile });
    let address = '';
    try {
      await (await waitForFirstPage(first.opened)).close();
      const report = await reportFromPopup(first, await openSelected(first));
      address = await addressOf(report);
      await (await fieldOf(report, CLAIM)).type('Written before the browser was closed');
    } finally {
      await first.close();
    }
    const second = await launchWith(engine, builtExtension(engine), { profile });
    onTestFinished(() => second.close());
    const again = await openReport(second, address);
    await waitForText(again, PASSAGE);
    expect(await readField(again, CLAIM)).toBe('Written before the browser was closed');
  });
});

/** A mail as a program reads it out of an address (RFC 6068). */
function readMail(address: string): { to: string; subject: string; body: string } {
  const { pathname, search } = new URL(address);
  const fields = Object.fromEntries(
    search
      .slice(1)
      .split('&')
      .map((field) => field.split('=').map(decodeURIComponent) as [string, string]),
  );
  const { subject = '', body = '' } = fields;
  return { to: pathname, subject, body: body.replaceAll('\r\n', '\n') };
}

/**
 * Watches for the tab of a form on GitHub; gives the address that it was opened on, in place of which
 * the browser shows a page of its own.
 */
function watchIssues({ engine, opened }: Session): () => Promise<string> {
  const isIssue = (address: string) => address.startsWith('https://github.com/');
  if (engine === 'firefox') {
    const tabs = "Services.wm.getMostRecentWindow('navigator:browser').gBrowser.browsers";
    const addresses = `[...${tabs}].map(({ currentURI }) => currentURI.spec)`;
    return async () => {
      const read = await evaluateInFirefox(opened, `JSON.stringify(${addresses})`);
      return v.parse(v.array(v.string()), JSON.parse(String(read))).find(isIssue) ?? '';
    };
  }
  const addresses: string[] = [];
  for (const event of ['targetcreated', 'targetchanged'] as const) {
    opened.browser.on(event, (target) => addresses.push(target.url()));
  }
  return () => Promise.resolve(addresses.find(isIssue) ?? '');
}
