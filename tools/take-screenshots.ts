/**
 * `npm run screenshots`: pictures for the README and for whoever judges the cards, taken from the
 * built extension: the sample article in Chromium, and a card of each claim of the second sample in
 * both browsers.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askTabAnnotations } from './ask-extension.ts';
import { buildExtension, builtExtension } from './build-extension.ts';
import { provideBrowser, type BrowserName, type Engine } from './find-browser.ts';
import { finishInstall } from './finish-install.ts';
import { grantOrigin, originPattern } from './grant-origin.ts';
import { openBrowser, type OpenedBrowser } from './open-browser.ts';
import { cardRoot, openCard, waitForMarks } from './read-annotations.ts';
import { ROOT } from './run-command.ts';
import { serveFile } from './serve-folder.ts';
import { SAMPLE } from './start-options.ts';

const FOLDER = join(ROOT, 'docs');

/** High enough that the card shows who responded and from which sources. */
const ARTICLE_VIEWPORT = { width: 1280, height: 1200 } as const;
const ARTICLE_PICTURES = { light: 'card.png', dark: 'card-dark.png' } as const;

/** An article with one passage on each of several claims. */
const CARDS = join(ROOT, 'tests/fixtures/pages/old-quarrels/source.html');
/** High enough for the longest card, since a card ends where its window ends. */
const CARDS_VIEWPORT = { width: 1100, height: 3600 } as const;

const BROWSERS: Readonly<Record<Engine, readonly BrowserName[]>> = {
  chromium: ['chromium', 'chrome', 'edge'],
  firefox: ['firefox'],
};

/** Calls `take` with a way to open the sample at `path` in a browser with the built extension. */
async function withSample(
  engine: Engine,
  path: string,
  take: (openSample: () => Promise<Page>, opened: OpenedBrowser) => Promise<void>,
): Promise<void> {
  const provided = await provideBrowser(BROWSERS[engine]);
  if (!provided.ok) throw new Error(provided.reason);
  const server = await serveFile(path);
  const granted = await grantOrigin(builtExtension(engine), originPattern(new URL(server.url)));
  const opened = await openBrowser(provided.browser, { extension: granted.folder, headless: true });
  try {
    await finishInstall(opened);
    await take(async () => {
      const page = await opened.browser.newPage();
      await page.goto(server.url);
      return page;
    }, opened);
  } finally {
    await opened.close();
    await granted.remove();
    await server.close();
  }
}

async function takeArticle(openSample: () => Promise<Page>): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await openSample();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport(ARTICLE_VIEWPORT);
    const marks = await waitForMarks(page);
    if (marks.length === 0 || (await openCard(page, 0)) === null) {
      throw new Error('The sample article is not annotated, or its first card does not open.');
    }
    await page.screenshot({ path: print(ARTICLE_PICTURES[scheme]) });
    await page.close();
  }
}

async function takeCards(
  engine: Engine,
  openSample: () => Promise<Page>,
  opened: OpenedBrowser,
): Promise<void> {
  const page = await openSample();
  await page.setViewport(CARDS_VIEWPORT);
  if ((await waitForMarks(page)).length === 0) throw new Error(`${engine} marks nothing.`);
  const annotations = await askTabAnnotations(opened, page);
  for (const [at, { claim }] of annotations.filter(({ isMarked }) => isMarked).entries()) {
    if ((await openCard(page, at)) === null) throw new Error(`No card opens for ${claim}.`);
    await using card = await cardRoot(page);
    if (card === null) throw new Error(`The card of ${claim} is not there.`);
    await card.screenshot({ path: print(`cards/${claim}.${engine}.png`) });
    await page.keyboard.press('Escape');
  }
}

/** The path of a picture, which is printed. */
function print(name: `${string}.png`): `${string}.png` {
  const path = `${FOLDER}/${name}` as const;
  console.log(path);
  return path;
}

await mkdir(join(FOLDER, 'cards'), { recursive: true });
for (const engine of ['chromium', 'firefox'] as const) {
  const { code, stdout, stderr } = await buildExtension(engine);
  if (code !== 0) throw new Error(stdout + stderr);
  if (engine === 'chromium') await withSample(engine, SAMPLE, takeArticle);
  await withSample(engine, CARDS, (openSample, opened) => takeCards(engine, openSample, opened));
}
