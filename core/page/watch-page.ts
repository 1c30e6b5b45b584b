/**
 * Which parts of the page have changed since they were read.
 *
 *   mutation ──► note (two sets of nodes) ──► SETTLE_MS ──► reduce, in the work queue ──► onChange
 *                                                └──► keeps changing: held until it is still ──┘
 *
 * Idle when: nothing changes. While the tab is hidden, changes are noted and wait with the queue.
 */
import type { Extent, OnHost } from './collect-blocks.ts';
import { isRead, nearestBlock } from './element-role.ts';
import { flatParentOf, holds, isAwaited, isInside, shadowRootOf } from './flat-tree.ts';
import { hostOf, isConnected, isElement, isText, rootElementOf } from './node-access.ts';
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
 * Changes before one report beyond which the browser is asked for no more until then, and the whole
 * page is read again: to be told of each of 10,000 a second costs a page frames. Fewer would read a
 * page again for the drawing of one long list.
 */
export const HUGE_CHANGE_COUNT = 1_000;

/**
 * From there to the report on a page that has been so for several reports, in milliseconds. Shorter
 * costs it frames; longer leaves a mark standing on words that have just gone, where nobody reads.
 */
export const STORM_SETTLE_MS = 1_000;

/**
 * For how long what keeps changing (a ticker, captions, a clock) must be left alone to be read, in
 * milliseconds; changes further apart than that are separate ones. Shorter reads slow tickers,
 * longer leaves a reader waiting on a page that has come to rest.
 */
export const STILL_MS = 3_000;

/**
 * How many reports in a row may tell of changed words in one place before it counts as what keeps
 * changing. Fewer would hold up a page that is drawn anew a few times while it is built, or while
 * somebody clicks through it; more reads as many lines of a ticker.
 */
export const QUICK_REPORT_COUNT = 5;

/**
 * Attributes whose change shows or hides text. Changes of style sheets, `class` and `style` are left
 * out: they are far too frequent on pages that animate, and say nothing of text in most cases.
 */
const REVEALING_ATTRIBUTES = ['hidden', 'aria-hidden', 'open'];

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributeFilter: REVEALING_ATTRIBUTES,
};

/**
 * That a page has said what its custom elements are tells nobody. They are looked at again at each
 * report, and when the reader is about to see what they hold.
 */
const LOOK_AGAIN_EVENTS = ['load', 'scrollend', 'pointermove', 'keydown'];

/** Changed nodes; no more are taken once there are over HUGE_NODE_COUNT. */
type Notes = {
  /** Put in, shown or hidden: all that is in them. */
  readonly subtrees: Set<Element>;
  /** Their own line of text changed, or what stands beside it. */
  readonly lines: Set<Element>;
  /** Where words were replaced, or shown and hidden; a list that only grows is not among them. */
  readonly stirred: Set<Element>;
};

/**
 * Calls `onChange` from the work queue with a minimal set of changes until `signal` aborts: nothing
 * inside another, nothing that has left the document or is not read, nothing of our own. What keeps
 * changing is held until it has been still for STILL_MS; the set is empty where nothing else has
 * changed, since words that were read are gone then too. Not called for what is there at first; read
 * that with `walkBlocks`. What it returns takes the hosts of shadow trees that a walk has come to, and
 * watches these too.
 */
export function watchPage(
  root: Element | Document,
  queue: WorkQueue,
  onChange: (changes: readonly Change[]) => void,
  signal: AbortSignal,
): OnHost {
  const top = isElement(root) ? root : rootElementOf(root);
  const restlessness = createRestlessness();
  let notes = createNotes();
  // What is held, until when, by the times of `performance.now`.
  const held = { subtrees: new Map<Element, number>(), lines: new Map<Element, number>() };
  // Set from the first note until the report is made, so that only one is ever under way.
  let timer: ReturnType<typeof setTimeout> | undefined;
  let releaseTimer: ReturnType<typeof setTimeout> | undefined;

  /** Shadow trees that are watched beside the page itself. */
  const trees = new Set<ShadowRoot>();
  let changeCount = 0;
  let isObserving = false;

  const observer = new MutationObserver((records) => {
    for (const record of records) take(record, notes);
    if (countNodes(notes) === 0) return;
    timer ??= setTimeout(settle, SETTLE_MS);
    changeCount += records.length;
    if (changeCount <= HUGE_CHANGE_COUNT) return;
    observer.disconnect();
    isObserving = false;
    if (!restlessness.has(top)) return;
    clearTimeout(timer);
    timer = setTimeout(settle, STORM_SETTLE_MS);
  });

  function observe(): void {
    changeCount = 0;
    if (isObserving || signal.aborted) return;
    isObserving = true;
    observer.observe(root, OBSERVED);
    for (const tree of trees) observer.observe(tree, OBSERVED);
  }

  function settle(): void {
    queue.add(report());
  }

  function* report(): Generator<void, void> {
    if (awaited.size > 0) lookAgain();
    const settled = notes;
    notes = createNotes();
    clearTimeout(timer);
    timer = undefined;
    const now = performance.now();
    const isHuge = !isObserving || countNodes(settled) > HUGE_NODE_COUNT;
    // What is put in again is come to again.
    for (const tree of trees) if (!isConnected(tree)) trees.delete(tree);
    // Before anything is read, so that nothing changes between the two.
    observe();
    if (isHuge) {
      const isStirred = settled.stirred.size > 0;
      settled.subtrees.clear();
      settled.lines.clear();
      settled.stirred.clear();
      settled.subtrees.add(top);
      if (isStirred) settled.stirred.add(top);
    }
    for (const element of settled.stirred) restlessness.count(element, now);
    const until = now + STILL_MS;
    for (const element of settled.subtrees) {
      yield;
      const parent = flatParentOf(element);
      if (!restlessness.has(element) && (parent === null || !restlessness.has(parent))) continue;
      settled.subtrees.delete(element);
      held.subtrees.set(element, until);
    }
    for (const element of settled.lines) {
      yield;
      if (!restlessness.has(element)) continue;
      settled.lines.delete(element);
      held.lines.set(element, until);
    }
    if (countHeld() > HUGE_NODE_COUNT) {
      held.subtrees.clear();
      held.lines.clear();
      held.subtrees.set(top, until);
    }
    if (countHeld() > 0) releaseTimer ??= setTimeout(release, STILL_MS);
    const changes = yield* reduceNotes(settled, root);
    if (changes.length > 0 || countHeld() > 0) onChange(changes);
  }

  /** Reports what has been still for long enough, and waits for the rest. */
  function release(): void {
    releaseTimer = undefined;
    const due = createNotes();
    const now = performance.now();
    let next = Infinity;
    for (const kind of ['subtrees', 'lines'] as const) {
      for (const [element, until] of held[kind]) {
        if (until > now && isConnected(element)) {
          next = Math.min(next, until);
          continue;
        }
        held[kind].delete(element);
        due[kind].add(element);
      }
    }
    if (next < Infinity) releaseTimer = setTimeout(release, next - now);
    queue.add(reportStill(due));
  }

  function* reportStill(due: Notes): Generator<void, void> {
    const changes = yield* reduceNotes(due, root);
    if (changes.length > 0) onChange(changes);
  }

  function countHeld(): number {
    return held.subtrees.size + held.lines.size;
  }

  observe();

  /** Custom elements without a root, and the end of waiting for them. */
  const awaited = new Set<Element>();
  let waiting: AbortController | null = null;

  function watchHost(host: Element, shadowRoot: ShadowRoot | null): void {
    if (signal.aborted) return;
    if (shadowRoot !== null) {
      trees.add(shadowRoot);
      if (isObserving) observer.observe(shadowRoot, OBSERVED);
      return;
    }
    awaited.add(host);
    if (waiting !== null) return;
    waiting = new AbortController();
    const options = {
      capture: true,
      passive: true,
      signal: AbortSignal.any([waiting.signal, signal]),
    };
    for (const type of LOOK_AGAIN_EVENTS) window.addEventListener(type, lookAgain, options);
  }

  function lookAgain(): void {
    for (const host of awaited) {
      const hasRoot = shadowRootOf(host) !== null;
      if (!hasRoot && isConnected(host) && isAwaited(host)) continue;
      awaited.delete(host);
      if (hasRoot && countNodes(notes) <= HUGE_NODE_COUNT) notes.subtrees.add(host);
    }
    if (awaited.size === 0) {
      waiting?.abort();
      waiting = null;
    }
    if (countNodes(notes) > 0) timer ??= setTimeout(settle, SETTLE_MS);
  }

  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
      clearTimeout(releaseTimer);
    },
    { once: true },
  );
  return watchHost;
}

function isWatched(watched: Element | Document, element: Element): boolean {
  return isElement(watched) ? holds(watched, element) : isConnected(element);
}

/** Where the page keeps changing its words, by the reports that have told of it. */
function createRestlessness() {
  const reports = new WeakMap<Element, { count: number; at: number }>();
  return {
    count(element: Element, now: number): void {
      const before = reports.get(element);
      const isInRow = before !== undefined && now - before.at < STILL_MS;
      reports.set(element, { count: isInRow ? before.count + 1 : 1, at: now });
    },
    has: (element: Element) => (reports.get(element)?.count ?? 0) > QUICK_REPORT_COUNT,
  };
}

function createNotes(): Notes {
  return { subtrees: new Set(), lines: new Set(), stirred: new Set() };
}

function countNodes({ subtrees, lines }: Notes): number {
  return subtrees.size + lines.size;
}

function take({ target, addedNodes, removedNodes, type }: MutationRecord, notes: Notes): void {
  if (countNodes(notes) > HUGE_NODE_COUNT) return;
  if (type === 'attributes') {
    if (isElement(target)) {
      notes.subtrees.add(target);
      notes.stirred.add(target);
    }
    const parent = flatParentOf(target);
    if (parent !== null) {
      notes.lines.add(parent);
      notes.stirred.add(parent);
    }
    return;
  }
  // Our hosts come and go one at a time.
  const moved = addedNodes[0] ?? removedNodes[0];
  if (moved !== undefined && ownHosts.has(moved)) return;
  const element = isElement(target) ? target : (hostOf(target) ?? flatParentOf(target));
  if (element === null) return;
  notes.lines.add(element);
  let isGrowing = type === 'childList' && removedNodes.length === 0;
  for (const node of addedNodes) {
    if (countNodes(notes) > HUGE_NODE_COUNT) return;
    if (isElement(node)) notes.subtrees.add(node);
    else if (isGrowing && isText(node) && node.data.trim() !== '') isGrowing = false;
  }
  if (!isGrowing) notes.stirred.add(element);
}

function* reduceNotes(
  { subtrees, lines }: Notes,
  watched: Element | Document,
): Generator<void, Change[]> {
  const changes: Change[] = [];
  for (const element of subtrees) {
    yield;
    const parent = flatParentOf(element);
    if (!isWatched(watched, element) || isInside(parent, subtrees)) continue;
    // Not `element` itself: it may have been hidden, and what was read in it must go.
    if (parent === null || isRead(parent)) changes.push({ root: element, extent: 'subtree' });
  }
  const blocks = new Set<Element>();
  for (const element of lines) {
    yield;
    if (!isWatched(watched, element) || !isRead(element)) continue;
    const block = nearestBlock(element);
    if (!isInside(block, subtrees)) blocks.add(block);
  }
  for (const root of blocks) changes.push({ root, extent: 'own' });
  return changes;
}
