/** `npm run screenshots`: the pictures of the README, taken from the built extension in Chromium. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildExtension, builtExtension } from './build-extension.ts';
import { provideBrowser } from './find-browser.ts';
import { finishInstall } from './finish-install.ts';
import { grantOrigin, originPattern } from './grant-origin.ts';
import { openBrowser } from './open-browser.ts';
import { openCard, waitForMarks } from './read-annotations.ts';
import { ROOT } from './run-command.ts';
import { serveFile } from './serve-folder.ts';
import { SAMPLE } from './start-options.ts';

/** High enough that the card shows who responded and from which sources. */
const VIEWPORT = { width: 1280, height: 1200 } as const;

const PICTURES = { light: 'card.png', dark: 'card-dark.png' } as const;

const provided = await provideBrowser(['chromium', 'chrome', 'edge']);
if (!provided.ok) throw new Error(provided.reason);
const { code, stdout, stderr } = await buildExtension('chromium');
if (code !== 0) throw new Error(stdout + stderr);

const folder = join(ROOT, 'docs');
await mkdir(folder, { recursive: true });
const server = await serveFile(SAMPLE);
const granted = await grantOrigin(builtExtension('chromium'), originPattern(new URL(server.url)));
const opened = await openBrowser(provided.browser, { extension: granted.folder, headless: true });
try {
  await finishInstall(opened);
  for (const scheme of ['light', 'dark'] as const) {
    const page = await opened.browser.newPage();
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.setViewport(VIEWPORT);
    await page.goto(server.url);
    const marks = await waitForMarks(page);
    if (marks.length === 0 || (await openCard(page, 0)) === null) {
      throw new Error('The sample article is not annotated, or its first card does not open.');
    }
    const path = join(folder, PICTURES[scheme]);
    await page.screenshot({ path });
    console.log(path);
    await page.close();
  }
} finally {
  await opened.close();
  await granted.remove();
  await server.close();
}
