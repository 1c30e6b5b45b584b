import { expect, test } from 'vitest';
import { readBenchOptions } from '../../tools/bench/bench-options.ts';

test('everything is measured unless parts are named', () => {
  const all = readBenchOptions([]);
  expect(all.kind === 'bench' && all.options.steps.size).toBe(9);
  const some = readBenchOptions(['--only', 'scan', '--only', 'texts', '--quick', '--drafts']);
  expect(some).toMatchObject({
    kind: 'bench',
    options: { steps: new Set(['scan', 'texts']), isQuick: true, includeDrafts: true },
  });
});

test('folders may be elsewhere', () => {
  expect(readBenchOptions(['--bench', 'a', '--pages', 'b', '--texts', 'c'])).toMatchObject({
    options: { benchFolder: 'a', pagesFolder: 'b', textsFolder: 'c' },
  });
});

test('it has help', () => {
  expect(readBenchOptions(['--help'])).toEqual({ kind: 'help' });
});

test.each([[['--only', 'nothing']], [['--no-such']], [['stray']]])('%j is refused', (asked) => {
  expect(readBenchOptions(asked)).toMatchObject({ kind: 'problem' });
});
