/** `npm run bench:pages`: what real pages cost with the extension on them, and what it reads of them. */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { measureCost, type PageCost } from './bench-pages/cost-part.ts';
import { readPagesOptions, USAGE, type PagesOptions } from './bench-pages/pages-options.ts';
import { measurePlanted, type PlantedPage } from './bench-pages/planted-part.ts';
import { measureReading, type PageReading } from './bench-pages/reading-part.ts';
import { printPages, writePages, type EngineFigures } from './bench-pages/pages-scorecard.ts';
import { readSavedPages } from './bench-pages/saved-pages.ts';
import { ROOT } from './run-command.ts';

const OUT = join(ROOT, 'docs/pages-scorecard.md');

async function bench({ folder, engines, parts, pages, runCount }: PagesOptions): Promise<void> {
  const all = readSavedPages(folder);
  if (all.length === 0) {
    console.log(`No saved pages are at hand (--pages FOLDER): nothing was measured.`);
    return;
  }
  const chosen = pages.length === 0 ? all : all.filter(({ name }) => pages.includes(name));
  const report = (line: string) => {
    console.log(line);
  };
  const measured: EngineFigures[] = [];
  const loads: number[] = [loadavg()[0] ?? NaN];
  for (const engine of engines) {
    let costs: readonly PageCost[] | null = null;
    let readings: readonly PageReading[] | null = null;
    let planted: readonly PlantedPage[] | null = null;
    if (parts.has('cost') && engine === 'chromium') {
      costs = await measureCost(chosen, runCount, report);
    }
    if (parts.has('reading')) readings = await measureReading(engine, chosen, report);
    if (parts.has('planted')) planted = await measurePlanted(engine, chosen, report);
    measured.push({ engine, costs, readings, planted });
    loads.push(loadavg()[0] ?? NaN);
  }
  const text = await printPages(measured, {
    measuredOn: new Date().toISOString().slice(0, 10),
    runCount,
    load: Math.max(...loads),
  });
  console.log(text);
  const isWhole = pages.length === 0 && parts.size === 3 && engines.length === 2;
  if (isWhole) await writePages(OUT, text);
}

const read = readPagesOptions(process.argv.slice(2));
if (read.kind === 'help') console.log(USAGE);
else if (read.kind === 'problem') {
  console.error(read.reason);
  process.exitCode = 1;
} else await bench(read.options);
