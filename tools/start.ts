/**
 * `npm start`: builds the extension and opens a browser with it on a page. Without a display it
 * reads the page itself: it prints what was annotated and saves a picture of the first card.
 */
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import type { HTTPResponse, Page } from 'puppeteer-core';
import { markedTable, unmarkedTable } from './annotation-table.ts';
import { askTabAnnotations, type TabAnnotations } from './ask-extension.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { errorReason } from './error-reason.ts';
import { provideBrowser, titleOf } from './find-browser.ts';
import { finishInstall } from './finish-install.ts';
import { grantOrigin, originPattern } from './grant-origin.ts';
import { openBrowser, VIEWPORT, type OpenedBrowser } from './open-browser.ts';
import { openCard, waitForMarks } from './read-annotations.ts';
import { ROOT } from './run-command.ts';
import { serveFile } from './serve-folder.ts';
import { readOptions, USAGE, type ReadOptions, type StartOptions } from './start-options.ts';

const PICTURE = join(ROOT, '.output', 'first-card.png');

/** What must be undone at the end, the last first. */
const undo: (() => Promise<unknown>)[] = [];

/** Does the job. A sentence when something stands in the way, else null. */
async function start({ target, browsers, headless }: StartOptions): Promise<string | null> {
  const provided = await provideBrowser(browsers);
  if (!provided.ok) return provided.reason;
  const { browser: found } = provided;
  const title = titleOf(found.name);

  console.log('Building the extension.');
  const { code, stdout, stderr } = await buildExtension(found.engine);
  if (code !== 0) return `The extension does not build:\n${stdout}${stderr}`;

  const address = await addressOf(target);
  const built = builtExtension(found.engine);
  const extension = await grantedCopy(built, new URL(address));
  console.log(`Opening ${title} (${found.path}) on ${address}`);
  if (headless === 'no-display') console.log('There is no display, so it runs without a window.');
  let opened: OpenedBrowser;
  try {
    opened = await openBrowser(found, { extension, headless: headless !== null });
  } catch (error) {
    return `${title} does not start with the extension: ${errorReason(error)}`;
  }
  undo.push(opened.close);
  const [page = await opened.browser.newPage()] = await opened.browser.pages();
  let response: HTTPResponse | null;
  try {
    await finishInstall(opened);
  } catch (error) {
    return errorReason(error);
  }

  try {
    response = await page.goto(address, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    return `The page does not load: ${errorReason(error)}`;
  }
  const obstacle = obstacleOn(page, response, new URL(address));
  if (headless !== null) {
    if (obstacle !== null) return obstacle;
    // Firefox's first tab has a size of its own.
    await page.setViewport(VIEWPORT);
    return report(opened, page);
  }
  if (obstacle !== null) console.log(obstacle);
  await page.bringToFront();
  console.log('For other sites, press the Rejoinder button and choose "Where Rejoinder reads".');
  console.log('Click a marked passage. Close the window, or press Ctrl+C here, to end.');
  await new Promise((ended) => opened.browser.once('disconnected', ended));
  return null;
}

/** The address to open: a file is served on this machine. */
async function addressOf(target: StartOptions['target']): Promise<string> {
  if (target.kind === 'site') return target.url.href;
  const server = await serveFile(target.path);
  undo.push(server.close);
  return server.url;
}

/**
 * A copy of the build, for this run, that may read the site of the address: whoever names a page has
 * chosen it, and the sample is ours.
 */
async function grantedCopy(built: string, address: URL): Promise<string> {
  const pattern = originPattern(address);
  console.log(`Granting the extension access to ${pattern} for this run.`);
  const { folder, remove } = await grantOrigin(built, pattern);
  undo.push(remove);
  return folder;
}

/** Why nothing may be marked on a page that loaded; null when nothing is known against it. */
function obstacleOn(page: Page, response: HTTPResponse | null, asked: URL): string | null {
  const status = response?.status() ?? 0;
  if (status >= 400) return `The page answers with HTTP status ${String(status)}.`;
  const loaded = new URL(page.url());
  const granted = originPattern(asked);
  if (originPattern(loaded) === granted) return null;
  return `The page leads on to ${loaded.href}, where the extension has no access: it was granted ${granted} only.`;
}

/** Prints what was annotated and saves the picture; a sentence when nothing was, else null. */
async function report(opened: OpenedBrowser, page: Page): Promise<string | null> {
  const marks = await waitForMarks(page);
  let annotations: TabAnnotations;
  try {
    annotations = await askTabAnnotations(opened, page);
  } catch (error) {
    return `The extension does not answer: ${errorReason(error)}`;
  }
  const markedCount = annotations.filter(({ isMarked }) => isMarked).length;
  if (markedCount > 0) console.log(`\n${markedTable(annotations)}\n`);
  if (markedCount < annotations.length) {
    console.log(`Resembling a claim, but not marked:\n\n${unmarkedTable(annotations)}\n`);
  }
  if (marks.length === 0) return `Nothing on ${page.url()} is marked.`;
  if ((await openCard(page, 0)) === null) return 'The first passage is marked, but no card opens.';
  await mkdir(dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
  console.log(`Marked: ${String(marks.length)}. The first card: ${PICTURE}`);
  return null;
}

/** Settles on Ctrl+C, which is the ordinary end of a browser that somebody looks at. */
async function interruption({ headless }: StartOptions): Promise<string | null> {
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  return headless === null ? null : 'Interrupted.';
}

/** Does what was asked for. A sentence when something stands in the way, else null. */
async function follow(read: ReadOptions): Promise<string | null> {
  switch (read.kind) {
    case 'help':
      console.log(USAGE);
      return null;
    case 'problem':
      return read.reason;
    case 'start':
      return Promise.race([start(read.options), interruption(read.options)]);
  }
}

try {
  const problem = await follow(readOptions(process.argv.slice(2)));
  if (problem !== null) {
    console.error(problem);
    process.exitCode = 1;
  }
} finally {
  // The browser may already be gone: closed by hand, or by the same signal.
  for (const undoOne of undo.reverse()) await undoOne().catch(() => undefined);
}
