/**
 * Which parts of the page have changed since they were read.
 *
 *   mutation ──► note (two sets of nodes) ──► SETTLE_MS ──► reduce, in the work queue ──► onChange
 *
 * Idle when: nothing changes. While the tab is hidden, changes are noted and wait with the queue.
 */
import type { Extent } from './collect-blocks.ts';
import { isRead, nearestBlock } from './element-role.ts';
import {
  contains,
  isElement,
  isInside,
  parentElementOf,
  parentOf,
  rootElementOf,
} from './node-access.ts';
import { ownHosts } from './own-hosts.ts';
import type { WorkQueue } from './work-queue.ts';

/**
 * A part of the page to read again, as `walkBlocks` takes it. What was read there before is out of
 * date, and so is every block whose element has left the document.
 */
export type Change = { readonly root: Element; readonly extent: Extent };

/**
 * From the first change to the report of all that came with it, in milliseconds. Counted from the
 * first, not the last, so that a page which never rests is still read. Shorter reads a page that is
 * being built several times over; longer leaves a reader looking at unmarked text.
 */
export const SETTLE_MS = 200;

/** Noted nodes beyond which a change is no longer itemised: the whole page is read again. */
export const HUGE_NODE_COUNT = 1_000;

/**
 * Attributes whose change shows or hides text. Changes of style sheets, `class` and `style` are left
 * out: they are far too frequent on pages that animate, and say nothing of text in most cases.
 */
const REVEALING_ATTRIBUTES = ['hidden', 'aria-hidden', 'open'];

/** Changed nodes; no more are taken once there are over HUGE_NODE_COUNT. */
type Notes = {
  /** Put in, shown or hidden: all that is in them. */
  readonly subtrees: Set<Element>;
  /** Their own line of text changed, or what stands beside it. */
  readonly lines: Set<Node>;
};

/**
 * Calls `onChange` from the work queue with a minimal set of changes until `signal` aborts: nothing
 * inside another, nothing that has left the document or is not read, nothing of our own. Not called
 * for what is there at first; read that with `walkBlocks`.
 */
export function watchPage(
  root: Element | Document,
  queue: WorkQueue,
  onChange: (changes: readonly Change[]) => void,
  signal: AbortSignal,
): void {
  if (signal.aborted) return;
  let notes: Notes = { subtrees: new Set(), lines: new Set() };
  // Set from the first note until the report is made, so that only one is ever under way.
  let timer: ReturnType<typeof setTimeout> | undefined;

  const observer = new MutationObserver((records) => {
    for (const record of records) take(record, notes);
    if (countNodes(notes) > 0) timer ??= setTimeout(settle, SETTLE_MS);
  });

  function settle(): void {
    queue.add(report());
  }

  function* report(): Generator<void, void> {
    const settled = notes;
    notes = { subtrees: new Set(), lines: new Set() };
    timer = undefined;
    const changes = yield* reduceNotes(settled, root);
    if (changes.length > 0) onChange(changes);
  }

  observer.observe(root, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: REVEALING_ATTRIBUTES,
  });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

function countNodes({ subtrees, lines }: Notes): number {
  return subtrees.size + lines.size;
}

function take({ target, addedNodes, removedNodes, type }: MutationRecord, notes: Notes): void {
  if (countNodes(notes) > HUGE_NODE_COUNT) return;
  if (type === 'attributes') {
    if (isElement(target)) notes.subtrees.add(target);
    const parent = parentOf(target);
    if (parent !== null) notes.lines.add(parent);
    return;
  }
  // Our hosts come and go one at a time.
  const moved = addedNodes[0] ?? removedNodes[0];
  if (moved !== undefined && ownHosts.has(moved)) return;
  notes.lines.add(target);
  for (const node of addedNodes) {
    if (countNodes(notes) > HUGE_NODE_COUNT) return;
    if (isElement(node)) notes.subtrees.add(node);
  }
}

function* reduceNotes(
  { subtrees, lines }: Notes,
  watched: Element | Document,
): Generator<void, Change[]> {
  if (countNodes({ subtrees, lines }) > HUGE_NODE_COUNT) {
    return [{ root: isElement(watched) ? watched : rootElementOf(watched), extent: 'subtree' }];
  }
  const changes: Change[] = [];
  for (const element of subtrees) {
    yield;
    const parent = parentElementOf(element);
    if (!contains(watched, element) || isInside(parent, subtrees)) continue;
    // Not `element` itself: it may have been hidden, and what was read in it must go.
    if (parent === null || isRead(parent)) changes.push({ root: element, extent: 'subtree' });
  }
  const blocks = new Set<Element>();
  for (const node of lines) {
    yield;
    const element = isElement(node) ? node : parentElementOf(node);
    if (element === null || !contains(watched, element) || !isRead(element)) continue;
    const block = nearestBlock(element);
    if (!isInside(block, subtrees)) blocks.add(block);
  }
  for (const root of blocks) changes.push({ root, extent: 'own' });
  return changes;
}
