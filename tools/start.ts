/**
 * `npm start`: builds the extension and opens a browser with it on a page. Without a display it
 * reads the page itself: it prints what was annotated and saves a picture of the first card.
 */
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { once } from 'node:events';
import type { Page } from 'puppeteer-core';
import { tableOf } from './annotation-table.ts';
import { askTabAnnotations, type TabAnnotations } from './ask-extension.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { provideBrowser, titleOf } from './find-browser.ts';
import { grantOrigin, isLoopback, originPattern } from './grant-origin.ts';
import { openBrowser, VIEWPORT, type OpenedBrowser } from './open-browser.ts';
import { openCard, waitForMarks } from './read-annotations.ts';
import { ROOT } from './run-command.ts';
import { serveFile } from './serve-folder.ts';
import { readOptions, type StartOptions } from './start-options.ts';

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
  const extension = await extensionFor(new URL(address), builtExtension(found.engine));
  console.log(`Opening ${title} (${found.path}) on ${address}`);
  let opened: OpenedBrowser;
  try {
    opened = await openBrowser(found, { extension, headless });
  } catch (error) {
    return `${title} does not start with the extension: ${firstLine(error)}`;
  }
  undo.push(opened.close);

  const [page = await opened.browser.newPage()] = await opened.browser.pages();
  try {
    await page.goto(address, { waitUntil: 'domcontentloaded' });
  } catch (error) {
    return `The page does not load: ${firstLine(error)}`;
  }
  if (headless) {
    // Firefox's first tab has a size of its own.
    await page.setViewport(VIEWPORT);
    return report(opened, page);
  }
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

/** The build, or a copy of it with access to the address where it has none. */
async function extensionFor(address: URL, built: string): Promise<string> {
  if (isLoopback(address)) return built;
  const pattern = originPattern(address);
  console.log(`Granting the extension access to ${pattern} for this run.`);
  const folder = await grantOrigin(built, pattern);
  undo.push(() => rm(folder, { recursive: true }));
  return folder;
}

/** Prints what was annotated and saves the picture; a sentence when nothing was, else null. */
async function report(opened: OpenedBrowser, page: Page): Promise<string | null> {
  const marks = await waitForMarks(page);
  let annotations: TabAnnotations;
  try {
    annotations = await askTabAnnotations(opened, page);
  } catch (error) {
    return `The extension does not answer: ${firstLine(error)}`;
  }
  const marked = annotations.filter(({ isMarked }) => isMarked);
  const unmarked = annotations.length - marked.length;
  if (marked.length > 0) console.log(`\n${tableOf(marked)}\n`);
  if (unmarked > 0) console.log(`Resembling a claim, but not marked: ${String(unmarked)}.`);
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
  return headless ? 'Interrupted.' : null;
}

function firstLine(error: unknown): string {
  const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  return line;
}

const read = readOptions(process.argv.slice(2));
try {
  const problem = read.ok
    ? await Promise.race([start(read.options), interruption(read.options)])
    : read.reason;
  if (problem !== null) {
    console.error(problem);
    process.exitCode = 1;
  }
} finally {
  // The browser may already be gone: closed by hand, or by the same signal.
  for (const undoOne of undo.reverse()) await undoOne().catch(() => undefined);
}
