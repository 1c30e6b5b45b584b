/** Whether passages that repeat a claim, put into real articles, are marked at the right words. */
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { askKeptOut, readAnyway } from '../ask-extension.ts';
import type { Engine } from '../find-browser.ts';
import { BUNDLED_LIST } from '../open-claims.ts';
import { readListFolder } from '../read-list.ts';
import { waitForMarks } from '../read-annotations.ts';
import { goTo, openWithExtension } from './open-session.ts';
import { claimPassages, drawPassages, plantInNextDocument } from './plant-passages.ts';
import { serveSavedPages, type SavedPage } from './saved-pages.ts';

/** After everything that the list tells of, so that no page is too old for a claim. */
const PLANTED_DATE = '2026-11-15';
const SEED = 20_261_115;
/** A page without marks is waited for as long. */
const TIMEOUT_MS = 12_000;

export type PlantedPage = {
  readonly name: string;
  readonly planted: readonly string[];
  /** Those that are marked from their first to their last word. */
  readonly marked: readonly string[];
  /** Marks on other words. */
  readonly elsewhere: readonly string[];
};

export async function measurePlanted(
  engine: Engine,
  pages: readonly SavedPage[],
  report: (line: string) => void,
): Promise<readonly PlantedPage[]> {
  const parsed = await readListFolder(BUNDLED_LIST);
  if (!parsed.ok) throw new Error('The bundled list is not valid: npm run data:check says why.');
  const { passages, hiddenCount } = claimPassages(
    parsed.value,
    openIndex(compileIndex(parsed.value)),
  );
  report(
    `${String(passages.length)} wordings to draw from; ${String(hiddenCount)} more are found on English pages only`,
  );
  const drawn = drawPassages(passages, pages.length, SEED);
  const server = await serveSavedPages(pages, PLANTED_DATE);
  const opened = await openWithExtension(engine);
  const measured: PlantedPage[] = [];
  try {
    for (const [at, saved] of pages.entries()) {
      const planted = drawn[at] ?? [];
      const page = await opened.browser.newPage();
      await plantInNextDocument(page, saved.articleBlocks, planted);
      await goTo(page, server.addressOf(saved, 'dated'), 'domcontentloaded');
      const shown = await page.evaluate(() => document.body.innerText);
      if (shown.trim() === '') {
        report(`${engine} ${saved.name}: shows no text as saved, so that nothing can be marked`);
        await page.close();
        continue;
      }
      let found = await waitForMarks(page, TIMEOUT_MS);
      if (found.length === 0 && (await askKeptOut(opened, page)) !== null) {
        await readAnyway(opened, page);
        found = await waitForMarks(page, TIMEOUT_MS);
      }
      const marks = found.map(({ text }) => text);
      const result: PlantedPage = {
        name: saved.name,
        planted,
        marked: planted.filter((passage) => marks.includes(passage)),
        elsewhere: marks.filter((mark) => !planted.includes(mark)),
      };
      measured.push(result);
      const [count, all] = [result.marked.length, planted.length].map(String);
      report(`${engine} ${saved.name}: ${count ?? ''} of ${all ?? ''}`);
      for (const words of planted.filter((it) => !result.marked.includes(it))) {
        report(`  missed: ${words}`);
      }
      for (const words of result.elsewhere) report(`  elsewhere: ${words}`);
      await page.close();
    }
  } finally {
    await opened.close();
    await server.close();
  }
  return measured;
}
