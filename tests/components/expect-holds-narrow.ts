import { expect, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { findFocusFaults } from './find-focus-faults.ts';
import { findMisfits, NARROW } from './find-misfits.ts';

/** The window of tests that ask for none. */
const USUAL = [414, 896] as const;

/**
 * Expects that in a narrow window nothing of a view is out of reach sideways or cut off, and that
 * each control comes into sight with the focus. `fit` gives the view the height of the window where
 * the view does not take it by itself.
 */
export async function expectHoldsNarrow(
  view: HTMLElement,
  fit: (heightPx: number) => void = () => undefined,
): Promise<void> {
  onTestFinished(() => page.viewport(...USUAL));
  for (const [widthPx, heightPx] of NARROW) {
    await page.viewport(widthPx, heightPx);
    fit(heightPx);
    expect(findMisfits(view)).toEqual([]);
    expect(findFocusFaults(view)).toEqual([]);
  }
}
