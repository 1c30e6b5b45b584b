/** The scorecard as files: figures as JSON, tables as Markdown, charts as SVG. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { describeFigure } from './figure.ts';
import { drawChart } from './draw-chart.ts';
import { PART_NAMES, type Cell, type Part, type Scorecard, type Table } from './scorecard.ts';

const JSON_FILE = 'scorecard.json';
const MARKDOWN_FILE = 'scorecard.md';

/** Further decimals would change with each machine and say nothing. */
const KEPT_DECIMALS = 5;

const HEAD = `# Scorecard

Made by \`npm run bench\`; do not edit. Every figure stands with a 95 % interval (Wilson for shares, a seeded bootstrap for means) and the number of cases. The peers are measured in the same run on the same data. The data of others are for measuring only and not in this repository; what each part measures is said above its tables.
`;

/** The parts in their order; of two with one name the later one counts. */
export function joinParts(parts: readonly Part[]): Scorecard {
  const byName = new Map(parts.map((part) => [part.name, part]));
  return { parts: PART_NAMES.flatMap((name) => byName.get(name) ?? []) };
}

/**
 * Writes `parts` into `folder`. Parts that were not measured stay as an earlier run wrote them, with
 * its date.
 */
export async function writeScorecard(folder: string, parts: readonly Part[]): Promise<void> {
  const earlier = await readScorecard(folder);
  const scorecard = joinParts([...earlier.parts, ...parts]);
  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    const options = await resolveConfig(path);
    await writeFile(path, await format(text, { ...options, filepath: path }));
  };
  await write(JSON_FILE, JSON.stringify(scorecard, rounded));
  await write(MARKDOWN_FILE, printScorecard(scorecard));
  for (const chart of scorecard.parts.flatMap(({ charts }) => charts)) {
    await writeFile(join(folder, `scorecard-${chart.name}.svg`), drawChart(chart));
  }
}

const rounded = (_: string, value: unknown) =>
  typeof value === 'number' ? Number(value.toFixed(KEPT_DECIMALS)) : value;

/** What an earlier run wrote, which is of this form; nothing where there was none. */
async function readScorecard(folder: string): Promise<Scorecard> {
  const text = await readFile(join(folder, JSON_FILE), 'utf8').catch(() => null);
  return text === null ? { parts: [] } : (JSON.parse(text) as Scorecard);
}

/** The whole of it as Markdown. */
export function printScorecard({ parts }: Scorecard): string {
  return [HEAD, ...parts.map(printPart)].join('\n');
}

export function printPart({ title, measuredOn, notes, tables, charts }: Part): string {
  return [
    `## ${title}\n`,
    `Measured on ${measuredOn}.\n`,
    ...notes.map((note) => `${note}\n`),
    ...charts.map((chart) => `![${chart.title}](scorecard-${chart.name}.svg)\n`),
    ...tables.map(printTable),
  ].join('\n');
}

function printTable({ title, columns, rows }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}\n`,
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(({ name, cells }) => line([name, ...cells.map(printCell)])),
    '',
  ].join('\n');
}

function printCell(cell: Cell): string {
  if (cell === null) return '–';
  return typeof cell === 'string' ? cell : describeFigure(cell.figure, cell.decimals);
}
