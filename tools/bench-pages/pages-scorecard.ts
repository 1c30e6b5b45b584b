/** The figures over real pages as Markdown. */
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { Engine } from '../find-browser.ts';
import type { Cost, PageCost } from './cost-part.ts';
import type { PlantedPage } from './planted-part.ts';
import type { PageReading } from './reading-part.ts';
import type { ReadShares } from './read-shares.ts';

export type EngineFigures = {
  readonly engine: Engine;
  /** Null where a browser cannot tell, or was not asked. */
  readonly costs: readonly PageCost[] | null;
  readonly readings: readonly PageReading[] | null;
  readonly planted: readonly PlantedPage[] | null;
};

export type Circumstances = {
  /** The day, as ISO 8601. */
  readonly measuredOn: string;
  readonly runCount: number;
  /** The most that the system's own average of waiting processes came to. */
  readonly load: number;
};

const TITLES: Readonly<Record<Engine, string>> = { chromium: 'Chromium', firefox: 'Firefox' };

/** The whole document. */
export function printPages(
  measured: readonly EngineFigures[],
  { measuredOn, runCount, load }: Circumstances,
): Promise<string> {
  const text = [
    '# Real pages\n',
    'Made by `npm run bench:pages`; do not edit. Saved news and reference pages, served on this machine, with the built extension on them. None of them makes a claim of the bundled list: every mark is wrong.\n',
    `Measured on ${measuredOn}, the median of ${String(runCount)} loads where it is about time, while the machine had a load average of up to ${load.toFixed(1)}.\n`,
    ...measured.flatMap(printEngine),
  ].join('\n');
  return format(text, { parser: 'markdown', printWidth: 100 });
}

export function writePages(path: string, text: string): Promise<void> {
  return writeFile(path, text);
}

function printEngine({ engine, costs, readings, planted }: EngineFigures): readonly string[] {
  const title = TITLES[engine];
  return [
    `## ${title}\n`,
    ...(costs === null
      ? ['What the page’s thread pays cannot be asked of this browser, or was not asked.\n']
      : printCosts(costs)),
    ...(readings === null ? [] : printReadings(readings)),
    ...(planted === null ? [] : printPlanted(planted)),
  ];
}

/** The value below which `share` of the others lie. */
export function quantile(values: readonly number[], share: number): number {
  const order = values.toSorted((a, b) => a - b);
  return order[Math.min(order.length - 1, Math.ceil(share * order.length) - 1)] ?? NaN;
}

function printCosts(costs: readonly PageCost[]): readonly string[] {
  const ms = (value: number) => value.toFixed(1);
  const summary = (name: string, of: (cost: PageCost) => number) => {
    const values = costs.map(of);
    const middle = quantile(values, 0.5);
    return row([name, ms(middle), ms(quantile(values, 0.95)), ms(Math.max(...values))]);
  };
  const measures = (name: string, of: (cost: PageCost) => Cost) => [
    summary(`${name}: page thread`, (cost) => of(cost).totalMs),
    summary(`${name}: longest turn`, (cost) => of(cost).longestTurnMs),
    summary(`${name}: slowest answer to a key`, (cost) => of(cost).delayMs),
  ];
  return [
    '### What the page’s thread pays, in milliseconds\n',
    'From the profiler and the trace of the same load: the time in which the thread had a processor for a script of ours, its compilation included. The slowest answer is from a key to the frame after it, pressed every 60 ms from the beginning of the load on, with the processor slowed down four times; it is the page’s own for the most part. mark.js wraps one common word of the article in elements.\n',
    row(['', 'median page', '95th percentile', 'worst']),
    row(['---', '--:', '--:', '--:']),
    ...measures('With Rejoinder', ({ withUs }) => withUs),
    ...measures('With mark.js', ({ withMarkJs }) => withMarkJs),
    summary('With neither: slowest answer to a key', ({ without }) => without.delayMs),
    '',
    row([
      'page',
      'ours',
      'longest turn',
      'slowest answer',
      'mark.js',
      'its longest turn',
      'its slowest answer',
      'slowest answer with neither',
    ]),
    row(['---', ...Array<string>(7).fill('--:')]),
    ...costs.map(({ name, withUs, withMarkJs, without }) =>
      row([
        name,
        ...[withUs.totalMs, withUs.longestTurnMs, withUs.delayMs].map(ms),
        ...[withMarkJs.totalMs, withMarkJs.longestTurnMs, withMarkJs.delayMs].map(ms),
        ms(without.delayMs),
      ]),
    ),
    '',
  ];
}

function printReadings(readings: readonly PageReading[]): readonly string[] {
  const letIn = readings.filter(({ keptOut }) => keptOut === null);
  const total = (of: (reading: PageReading) => number, among = readings) =>
    among.reduce((sum, reading) => sum + of(reading), 0);
  const sharesOf = (among: readonly PageReading[]): ReadShares => ({
    articleWordCount: total((it) => it.articleWordCount, among),
    readArticleWordCount: total((it) => it.readArticleWordCount, among),
    chromeWordCount: total((it) => it.chromeWordCount, among),
    readChromeWordCount: total((it) => it.readChromeWordCount, among),
  });
  const countsOf = (among: readonly PageReading[]) => [
    total((it) => it.blockCount, among),
    total((it) => it.markCount, among),
    total((it) => it.changeCount, among),
    total((it) => it.requestCount, among),
  ];
  const line = (name: string, shares: ReadShares, counts: readonly number[]) =>
    row([
      name,
      percent(shares.readArticleWordCount, shares.articleWordCount),
      percent(shares.readChromeWordCount, shares.chromeWordCount),
      ...counts.map(String),
    ]);
  return [
    '### What is read\n',
    'The article’s words by the saved reader’s text; what stands around it is what else the page shows: menus, cookie bars, related links. Changes of the body are counted on the page without its own scripts.\n',
    row([
      'page',
      'of the article',
      'of what is around it',
      'blocks',
      'marks',
      'changes of the body',
      'requests',
    ]),
    row(['---', ...Array<string>(6).fill('--:')]),
    line('**all that are let in**', sharesOf(letIn), countsOf(letIn)),
    line('**all, those kept out read anyway**', sharesOf(readings), countsOf(readings)),
    ...readings.map((it) =>
      line(it.keptOut === null ? it.name : `${it.name} (kept out: ${it.keptOut})`, it, [
        it.blockCount,
        it.markCount,
        it.changeCount,
        it.requestCount,
      ]),
    ),
    '',
  ];
}

function printPlanted(planted: readonly PlantedPage[]): readonly string[] {
  const count = (of: (page: PlantedPage) => readonly string[]) =>
    planted.reduce((sum, page) => sum + of(page).length, 0);
  const [all, marked, elsewhere] = [
    count((it) => it.planted),
    count((it) => it.marked),
    count((it) => it.elsewhere),
  ];
  const missed = planted.filter((it) => it.marked.length < it.planted.length);
  return [
    '### Planted passages\n',
    `English passages that repeat a claim, at three places of each article, whose own dates are replaced by a later one: ${String(marked)} of ${String(all)} are marked at the right words (${percent(marked, all)}), ${String(elsewhere)} marks are elsewhere.\n`,
    ...(missed.length === 0
      ? []
      : [
          'Missed:\n',
          ...missed.map(
            ({ name, planted, marked }) =>
              `- ${name}: ${String(planted.length - marked.length)} of ${String(planted.length)}`,
          ),
          '',
        ]),
  ];
}

const percent = (part: number, whole: number) =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
