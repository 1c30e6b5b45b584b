/**
 * `npm run screenshots:reporting`: walks the way that `docs/reporting.md` describes, from words in an
 * article to a draft in a list, in Chromium and with the reference receiver; takes the pictures of it
 * and prints how long it took. The list that is written to is a copy.
 */
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import * as v from 'valibot';
import { ReportPlaces } from '../core/claims/claim-list.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { declarePlaces } from './declare-places.ts';
import { openExtensionDocument, readAddress } from './extension-document.ts';
import { provideBrowser } from './find-browser.ts';
import { finishInstall } from './finish-install.ts';
import { grantOrigin } from './grant-origin.ts';
import { openBrowser, type OpenedBrowser } from './open-browser.ts';
import { BUNDLED_LIST } from './open-claims.ts';
import { readListFolder } from './read-list.ts';
import { createReceiver } from './receiver.ts';
import { ROOT, runProgram } from './run-command.ts';
import { SAMPLE } from './start-options.ts';

const PICTURES = join(ROOT, 'docs/reporting');
/** The sample article at an address that others could open: a claim needs one. It is reserved. */
const ARTICLE = 'https://sample-news.example/border-province';
/** As somebody types who writes every day, in milliseconds a character: about 40 words a minute. */
const TYPING_PAUSE_MS = 300;
/** What somebody would type; like the article, it is fiction. */
const WRITTEN = {
  'The claim, in one sentence':
    'The school year in Dashtrud was cut short by order of the ministry.',
  'Who makes the claim': 'The Sample Courier',
} as const;
/** How long a slow machine may take for a step. */
const TIMEOUT_MS = 20_000;
const POLL_MS = 50;
const VIEWPORT = { width: 1100, height: 900 } as const;

async function until<T>(find: () => Promise<T | null>, what: string): Promise<T> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const found = await find();
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error(`expected ${what}, but it did not come`);
    await pause(POLL_MS);
  }
}

async function showArticle({ browser }: OpenedBrowser): Promise<Page> {
  const text = await readFile(SAMPLE, 'utf8');
  const page = await browser.newPage();
  await page.setViewport(VIEWPORT);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const isArticle = request.url() === ARTICLE;
    const answer = isArticle ? { contentType: 'text/html', body: text } : { status: 404 };
    void request.respond(answer);
  });
  await page.goto(ARTICLE);
  return page;
}

/** Has the report of a tab begun as the button in the popup has it. */
async function beginReport(opened: OpenedBrowser, page: Page): Promise<Page> {
  const own = await openExtensionDocument(opened);
  await page.bringToFront();
  const tab = '(await api.tabs.query({ active: true, lastFocusedWindow: true }))[0].id';
  await own.evaluate(
    `(async () => {
      const api = globalThis.browser ?? globalThis.chrome;
      await api.runtime.sendMessage({ type: 'reportTab', tabId: ${tab}, claim: '' });
    })()`,
  );
  await own.close();
  const report = await until(async () => {
    for (const each of await opened.browser.pages()) {
      if ((await readAddress(each))?.includes('/report.html#') === true) return each;
    }
    return null;
  }, 'the page of the report');
  await report.setViewport(VIEWPORT);
  await report.bringToFront();
  await report.waitForSelector('textarea');
  return report;
}

async function write(report: Page, label: string, text: string): Promise<void> {
  const field = await report.evaluateHandle((name) => {
    const labels = [...document.querySelectorAll('label')];
    return labels.find(({ innerText }) => innerText === name)?.control ?? null;
  }, label);
  const element = field.asElement();
  if (element === null) throw new Error(`There is no field ${label}.`);
  await (element as ElementHandle).type(text, { delay: TYPING_PAUSE_MS });
}

async function press(report: Page, name: string): Promise<void> {
  const button = await report.evaluateHandle((start) => {
    const buttons = [...document.querySelectorAll('button')];
    return buttons.find(({ innerText }) => innerText.startsWith(start)) ?? null;
  }, name);
  const element = button.asElement();
  if (element === null) throw new Error(`There is no button ${name}.`);
  await (element as ElementHandle<HTMLButtonElement>).click();
}

async function picture(page: Page, name: string, whole = false): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await page.screenshot({ path: path, fullPage: whole });
  console.log(path);
}

/** Walks it all; the seconds that it took, without the pictures. */
async function walk(opened: OpenedBrowser, file: string, lists: string): Promise<number> {
  let pictureMs = 0;
  const take = async (...parameters: Parameters<typeof picture>) => {
    const before = performance.now();
    await picture(...parameters);
    pictureMs += performance.now() - before;
  };
  const article = await showArticle(opened);
  const begin = performance.now();
  await article.evaluate(() => {
    const words = document.querySelector('.standfirst');
    if (words !== null) getSelection()?.selectAllChildren(words);
  });
  await take(article, 'article');
  const report = await beginReport(opened, article);
  await take(report, 'report');
  for (const [label, text] of Object.entries(WRITTEN)) await write(report, label, text);
  await take(report, 'leaves', true);
  await press(report, 'Send to');
  const readFileText = () => readFile(file, 'utf8').catch(() => '');
  await until(
    async () => ((await readFileText()) === '' ? null : true),
    'the report at the receiver',
  );
  await until(
    async () =>
      (await report.evaluate(() => document.body.innerText)).includes('Sent to') ? true : null,
    'the word that it was sent',
  );
  await take(report, 'sent', true);

  const importing = join(ROOT, 'tools/reports.ts');
  for (const more of [['--dry-run'], []]) {
    const parameters = [importing, 'import', file, '--lists', lists, ...more];
    const { code, stdout, stderr } = await runProgram(process.execPath, parameters, 'keep');
    if (code !== 0) throw new Error(stdout + stderr);
    console.log(stdout);
  }
  return (performance.now() - begin - pictureMs) / 1_000;
}

async function main(): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const built = await buildExtension('chromium');
  if (built.code !== 0) throw new Error(built.stdout + built.stderr);
  const provided = await provideBrowser(['chromium', 'chrome', 'edge']);
  if (!provided.ok) throw new Error(provided.reason);
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const file = join(folder, 'reports.ndjson');
  await cp(join(BUNDLED_LIST, '..'), join(folder, 'lists'), { recursive: true });
  const receiver = await createReceiver({ file, retentionDays: 1, now: () => new Date() });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const places = v.parse(ReportPlaces, {
    endpoint: { url: `http://127.0.0.1:${String(port)}/`, isParty: false },
  });
  const declared = await declarePlaces(builtExtension('chromium'), places);
  const receiving = await grantOrigin(declared.folder, 'http://127.0.0.1/*');
  const granted = await grantOrigin(receiving.folder, 'https://sample-news.example/*');
  const opened = await openBrowser(provided.browser, { extension: granted.folder, headless: true });
  try {
    await finishInstall(opened);
    const list = join(folder, 'lists', basename(BUNDLED_LIST));
    const claims = join(list, 'claims');
    const before = new Set(await readdir(claims));
    const seconds = await walk(opened, file, join(folder, 'lists'));
    const drafted = (await readdir(claims)).filter((name) => !before.has(name));
    if (drafted.length !== 1)
      throw new Error(`expected one draft, but found ${drafted.join(', ')}`);
    const read = await readListFolder(list);
    if (!read.ok) throw new Error(read.errors.map(formatListError).join('\n'));
    console.log(`From the article to claims/${String(drafted[0])}: ${seconds.toFixed(0)} s.`);
  } finally {
    await opened.close();
    receiver.closeAllConnections();
    receiver.close();
    for (const copy of [declared, receiving, granted]) await copy.remove();
    await rm(folder, { recursive: true });
  }
}

await main();
