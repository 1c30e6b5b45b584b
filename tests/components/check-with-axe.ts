/** What every accessibility test asks of axe. */
import axe from 'axe-core';
import { expect } from 'vitest';

/** Off unless asked for: WCAG 2.2, 2.5.8. */
export const AXE_OPTIONS: axe.RunOptions = { rules: { 'target-size': { enabled: true } } };

/**
 * Expects that axe finds nothing wrong in `root`, and that it has looked: that `rules`, and at least
 * `minRuleCount` in all, found something to check.
 */
export async function checkWithAxe(
  root: HTMLElement,
  rules: readonly string[],
  minRuleCount: number,
): Promise<void> {
  const { violations, passes } = await axe.run(root, AXE_OPTIONS);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  const run = passes.map(({ id }) => id);
  expect(run).toEqual(expect.arrayContaining([...rules]));
  expect(run.length).toBeGreaterThanOrEqual(minRuleCount);
}
