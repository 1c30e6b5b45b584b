/**
 * Passages that repeat a claim, put into articles: marked at the right words. A sample of pages of
 * our own; with REJOINDER_LONG all saved pages that are at hand (`tools/bench-pages`).
 */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openClaims, BUNDLED_LIST } from '../../tools/open-claims.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { measurePlanted } from '../../tools/bench-pages/planted-part.ts';
import {
  claimPassages,
  drawPassages,
  plantInNextDocument,
} from '../../tools/bench-pages/plant-passages.ts';
import { SAVED_PAGES } from '../../tools/bench-pages/pages-options.ts';
import { readerBlocks, readSavedPages } from '../../tools/bench-pages/saved-pages.ts';
import { waitForMarks } from '../../tools/read-annotations.ts';
import { ROOT } from '../../tools/run-command.ts';
import { readFile } from 'node:fs/promises';
import { describeInBrowsers } from './browsers.ts';

const SEED = 6;
const PAGES = ['unrelated', 'old-quarrels'];
/** Of all planted passages; the rest is for pages that show none of their text as saved. */
const MIN_SHARE = 0.98;

async function readPassages(): Promise<readonly string[]> {
  const parsed = await readListFolder(BUNDLED_LIST);
  if (!parsed.ok) throw new Error('The bundled list is not valid.');
  return claimPassages(parsed.value, await openClaims(BUNDLED_LIST, false)).passages;
}

describeInBrowsers('a passage that repeats a claim', (session) => {
  it('is marked from its first to its last word, wherever in the article it stands', async () => {
    const drawn = drawPassages(await readPassages(), PAGES.length, SEED);
    for (const [at, name] of PAGES.entries()) {
      const planted = drawn[at] ?? [];
      const path = join(ROOT, 'tests/fixtures/pages', name, 'source.html');
      const blocks = readerBlocks(await readFile(path, 'utf8'));
      const page = await session().opened.browser.newPage();
      await plantInNextDocument(page, blocks, planted);
      await page.goto(`${session().server.origin}/${name}/source.html`);
      const marks = (await waitForMarks(page)).map(({ text }) => text);
      expect(marks).toEqual(expect.arrayContaining([...planted]));
    }
  });

  const saved = process.env['REJOINDER_LONG'] === '1' ? readSavedPages(SAVED_PAGES) : [];
  if (saved.length === 0) return;
  it('is marked in all saved pages', async () => {
    const measured = await measurePlanted(session().engine, saved, () => undefined);
    const count = (of: 'planted' | 'marked' | 'elsewhere') =>
      measured.reduce((sum, page) => sum + page[of].length, 0);
    expect(count('marked') / count('planted')).toBeGreaterThanOrEqual(MIN_SHARE);
    expect(count('elsewhere')).toBe(0);
  }, 1_200_000);
});
