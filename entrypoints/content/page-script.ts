/**
 * What our two scripts in a page have in common: the one that looks whether the page makes a claim,
 * and the one that annotates it, which the background starts when something was found. Their world is
 * their own: the page sees nothing of it.
 */
import type { ReadingTerms } from '../../core/extension/kept-out-rules.ts';
import { PAGE_SCRIPT_KEY } from '../../core/extension/script-key.ts';

export type PageScript = {
  /** Ends everything of ours in the page. */
  readonly end: (reason: string) => void;
  readonly signal: AbortSignal;
  /** The terms that the page is read on; whatever comes later. */
  readonly terms: () => ReadingTerms | null;
  /** The script that annotates takes over all that was watched; false where one has. */
  readonly takeOver: () => boolean;
};

const RUNNING = Symbol.for(PAGE_SCRIPT_KEY);
type World = { [RUNNING]?: PageScript };

/** Ends the script that was here before: a tab can be read on request and be registered as well. */
export function replacePageScript(script: PageScript): void {
  const world = globalThis as World;
  world[RUNNING]?.end('another script of ours has started');
  world[RUNNING] = script;
}

export function runningPageScript(): PageScript | undefined {
  return (globalThis as World)[RUNNING];
}
