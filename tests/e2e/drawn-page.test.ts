/** Pages that a framework draws, and draws again, while their words are marked. */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { renderToString } from 'react-dom/server';
import { build } from 'vite';
import { beforeAll, expect, it } from 'vitest';
import { cardRoot, openCard, readCard, readMarks } from '../../tools/read-annotations.ts';
import { ROOT } from '../../tools/run-command.ts';
import { describeInBrowsers } from './browsers.ts';
import type { Paragraph } from './drawn-page/paragraph.ts';
import { treeOf } from './drawn-page/react.ts';
import { PASSAGES, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

const FRAMEWORKS = ['react', 'preact', 'vue'] as const;
type Framework = (typeof FRAMEWORKS)[number];

/** The application as one script, with what says what it thinks of a page. */
async function bundleApplication(framework: Framework): Promise<string> {
  const built = await build({
    configFile: false,
    root: ROOT,
    mode: 'development',
    logLevel: 'silent',
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(ROOT, `tests/e2e/drawn-page/${framework}.ts`),
        formats: ['es'],
        fileName: 'app',
      },
    },
  });
  const [output] = [built].flat();
  if (output === undefined || !('output' in output)) throw new Error('Vite gave no bundle.');
  // Words of a script may not end it.
  return output.output[0].code.replaceAll('</script', '<\\/script');
}

const NOTHING: Paragraph = { id: 'nothing', text: 'The shops are open again.' };
const DRONES: Paragraph = { id: 'drones', text: PASSAGES.drones };
const AIRSPACE: Paragraph = { id: 'airspace', text: PASSAGES.airspace };

describeInBrowsers('a page that a framework draws', (session) => {
  const applications = new Map<Framework, string>();
  beforeAll(async () => {
    for (const framework of FRAMEWORKS) {
      applications.set(framework, await bundleApplication(framework));
    }
  });

  async function openApplication(framework: Framework, drawn = '') {
    const application = applications.get(framework) ?? '';
    const html = writeDocument(
      `<div id="root">${drawn}</div><script type="module">${application}</script>`,
    );
    const page = await session().opened.browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => {
      errors.push(String(error));
    });
    page.on('console', (message) => {
      // They report what goes wrong inside of them here.
      if (['error', 'warn'].includes(message.type())) errors.push(message.text());
    });
    await page.goto(session().server.servePage(html));
    const start = drawn === '' ? 'show' : 'hydrate';
    await expect.poll(() => page.evaluate((name) => name in window, start), POLL).toBe(true);
    return { page, errors };
  }

  const show = (page: Page, paragraphs: readonly Paragraph[]) =>
    page.evaluate(`show(${JSON.stringify(paragraphs)})`);

  /** Waits until the page shows these paragraphs and marks just those that are claims. */
  async function expectMarked(page: Page, paragraphs: readonly Paragraph[]): Promise<void> {
    const read = async () => ({
      shown: await page.evaluate(() =>
        [...document.querySelectorAll('#root p')].map(({ textContent }) => textContent),
      ),
      marked: (await readMarks(page)).map(({ text }) => text),
    });
    const shown = paragraphs.map(({ text }) => text);
    const marked = shown.filter((text) => text !== NOTHING.text);
    await expect.poll(read, POLL).toEqual({ shown, marked });
  }

  // Each on a page of its own: what changes too often in a row is read only once it is still.
  const steps: Record<string, readonly (readonly Paragraph[])[]> = {
    'change in the same elements, and back': [
      [NOTHING, DRONES, AIRSPACE],
      [NOTHING, { ...DRONES, text: NOTHING.text }, AIRSPACE],
      [NOTHING, { ...DRONES, text: PASSAGES.airspace }, AIRSPACE],
      [NOTHING, DRONES, AIRSPACE],
    ],
    'move, by their keys': [
      [NOTHING, DRONES, AIRSPACE],
      [AIRSPACE, DRONES, NOTHING],
      [DRONES, NOTHING, AIRSPACE],
    ],
    'go and come again': [
      [NOTHING, DRONES, AIRSPACE],
      [NOTHING, AIRSPACE],
      [NOTHING, DRONES, AIRSPACE],
      [],
      [DRONES],
    ],
  };
  const cases = FRAMEWORKS.flatMap((framework) =>
    Object.entries(steps).map(([what, states]) => [framework, what, states] as const),
  );
  it.each(cases)('of %s has its marks on its words, which %s', async (framework, _, states) => {
    const { page, errors } = await openApplication(framework);
    for (const state of states) {
      await show(page, state);
      await expectMarked(page, state);
    }
    expect(errors).toEqual([]);

    // It can still take away what it has drawn.
    await page.evaluate('leave()');
    await expectMarked(page, []);
    const left = await page.evaluate(() => document.querySelector('#root')?.childNodes.length);
    expect(left).toBe(0);
    expect(errors).toEqual([]);
  });

  it('may be drawn by its server, marked, and only then taken over', async () => {
    const states = [
      [NOTHING, DRONES, AIRSPACE],
      [AIRSPACE, NOTHING],
    ] as const;
    const { page, errors } = await openApplication('react', renderToString(treeOf(states[0])));
    await expectMarked(page, states[0]);
    await page.evaluate(`hydrate(${JSON.stringify(states[0])})`);
    await expect.poll(() => page.evaluate(() => 'show' in window), POLL).toBe(true);
    await expectMarked(page, states[0]);
    await show(page, states[1]);
    await expectMarked(page, states[1]);
    // It would say so if it had found other than its server has drawn.
    expect(errors).toEqual([]);
  });

  it('may draw again while a card is open', async () => {
    const { page, errors } = await openApplication('react');
    await show(page, [DRONES]);
    await expectMarked(page, [DRONES]);
    expect(await openCard(page, 0)).not.toBeNull();
    await show(page, [AIRSPACE, NOTHING]);
    await expectMarked(page, [AIRSPACE, NOTHING]);
    await expect.poll(() => readCard(page), POLL).toBeNull();
    expect(errors).toEqual([]);
  });

  it('may draw the same words anew beside an open card, which goes with them', async () => {
    const { page, errors } = await openApplication('react');
    await show(page, [DRONES]);
    await expectMarked(page, [DRONES]);
    expect(await openCard(page, 0)).not.toBeNull();
    const cardTop = async () => {
      const root = await cardRoot(page);
      return root?.$eval('[role=dialog]', (dialog) => dialog.getBoundingClientRect().top);
    };
    const top = (await cardTop()) ?? Infinity;
    // Another key, and so another element; below another paragraph.
    const anew = [AIRSPACE, { ...DRONES, id: 'anew' }];
    await show(page, anew);
    await expectMarked(page, anew);
    await expect.poll(cardTop, POLL).toBeGreaterThan(top + 10);
    expect((await readCard(page))?.text).toContain('drones');
    expect(errors).toEqual([]);
  });

  it('is marked right after many changes in a row', async () => {
    const { page, errors } = await openApplication('react');
    const states = [[DRONES, NOTHING], [NOTHING, AIRSPACE, DRONES], [AIRSPACE], []];
    for (let count = 0; count < 40; count++) await show(page, states[count % 4] ?? []);
    const last = [AIRSPACE, NOTHING, DRONES];
    await show(page, last);
    await expectMarked(page, last);
    expect(errors).toEqual([]);
  });
});
