import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { drawChart } from '../../tools/bench/draw-chart.ts';
import type { Part, PartName } from '../../tools/bench/scorecard.ts';
import { joinParts, printScorecard, writeScorecard } from '../../tools/bench/write-scorecard.ts';
import { listsOnDisk } from './lists-on-disk.ts';

const FIGURE = { value: 0.123456789, count: 9, interval: [0.1, 0.2] } as const;

const partOf = (name: PartName, title: string): Part => ({
  name,
  title,
  measuredOn: '2026-11-30',
  notes: ['Of what.'],
  tables: [
    {
      title: 'A table',
      columns: ['', 'a', 'b', 'c'],
      rows: [{ name: 'x', cells: [{ figure: FIGURE, decimals: 3 }, 'words', null] }],
    },
  ],
  charts: [{ name: 'a', title: 'A & B', max: 1, bars: [{ name: '<x>', figure: FIGURE }] }],
});

test('parts stand in the order of the scorecard, the later of two', () => {
  const { parts } = joinParts([
    partOf('speed', 'old'),
    partOf('own-sets', 'first'),
    partOf('speed', 'new'),
  ]);
  expect(parts.map(({ title }) => title)).toEqual(['first', 'new']);
});

test('figures are printed with their bounds and counts', () => {
  const text = printScorecard({ parts: [partOf('speed', 'Speed')] });
  expect(text).toContain('| x | 0.123 (0.100 to 0.200, n = 9) | words | – |');
  expect(text).toContain('![A & B](scorecard-a.svg)');
  expect(text).toContain('Measured on 2026-11-30.');
});

test('a chart escapes what it names', () => {
  const svg = drawChart(
    partOf('speed', 'Speed').charts[0] ?? { name: '', title: '', max: 1, bars: [] },
  );
  expect(svg).toContain('A &amp; B');
  expect(svg).toContain('&lt;x>');
});

test('a part that was not measured stays as it was written', async () => {
  const folder = await listsOnDisk({ docs: { 'README.md': '' } });
  const docs = join(folder, 'docs');
  await writeScorecard(docs, [partOf('own-sets', 'Own'), partOf('speed', 'Old')]);
  await writeScorecard(docs, [partOf('speed', 'New')]);
  const text = await readFile(join(docs, 'scorecard.md'), 'utf8');
  expect(text).toContain('## Own');
  expect(text).toContain('## New');
  expect(text).not.toContain('## Old');
  expect((await readdir(docs)).toSorted()).toEqual([
    'README.md',
    'scorecard-a.svg',
    'scorecard.json',
    'scorecard.md',
  ]);
});
