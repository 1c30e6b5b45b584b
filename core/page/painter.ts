/**
 * Paints marks without touching the page's nodes (CSS Custom Highlight API).
 *
 *   show ──► wanted ──► one animation frame ──► re-read ──► painted ──► CSS.highlights
 *                                                  └──► no longer sound ──► onUnsound
 *
 * `painted` is the truth. The registry belongs to the page as much as to us, so it is only an
 * output: it is never iterated (a content script in Firefox cannot) and never cleared, and what the
 * page takes out of it is put back a limited number of times.
 *
 * Idle when: nothing is painted; or nothing changes and the reader does not scroll.
 */
import { isSound } from './anchor.ts';
import type { Mark, MarkStyle } from './choose-marks.ts';
import { isHidden, isShadowRoot, treeOf } from './node-access.ts';

/** Names in `CSS.highlights`, and in the `::highlight()` rules of the extension's style sheet. */
export const HIGHLIGHT_NAMES: Readonly<Record<MarkStyle, string>> = {
  solid: 'rejoinder-solid',
  dotted: 'rejoinder-dotted',
};

/**
 * How often, and within how many milliseconds, marks that the page removed are put back before it
 * is left alone for the rest of that time. A page that clears the registry on each of its own
 * updates gets its marks back; one that means to keep us out is not fought.
 */
export const RESTORATION_LIMIT = 10;
export const RESTORATION_WINDOW_MS = 10_000;

export type Painter = {
  /** Replaces all marks, in the next animation frame. Calls within one frame paint once. */
  show(marks: readonly Mark[]): void;
  /** The painted mark of a range that a hit test returned. */
  markOf(range: AbstractRange): Mark | undefined;
  /** The shadow trees that hold painted marks: a look at what is painted at a point must name them. */
  shadowRoots(): readonly ShadowRoot[];
  /**
   * Calls `start` whenever there comes to be at least one painted mark, with a signal that aborts
   * when there is none: listeners live there, and cost nothing on a page without marks.
   */
  whilePainted(start: (painted: AbortSignal) => void): void;
};

/**
 * Everything is undone when `signal` aborts. `onUnsound` gets the marks that were to be painted but
 * whose words are no longer there; they are dropped, and their blocks want reading again.
 */
export function createPainter({
  onUnsound,
  signal,
}: {
  readonly onUnsound: (marks: readonly Mark[]) => void;
  readonly signal: AbortSignal;
}): Painter {
  const slots = {
    solid: createSlot(HIGHLIGHT_NAMES.solid),
    dotted: createSlot(HIGHLIGHT_NAMES.dotted),
  };
  const starts: ((painted: AbortSignal) => void)[] = [watchRegistry];
  let wanted: readonly Mark[] = [];
  let painted: ReadonlyMap<AbstractRange, Mark> = new Map();
  let presence: AbortController | null = null;
  let frame: number | null = null;
  let restorations = { since: -Infinity, count: 0 };

  function show(marks: readonly Mark[]): void {
    if (signal.aborted) return;
    wanted = marks;
    frame ??= requestAnimationFrame(paint);
  }

  function paint(): void {
    frame = null;
    const sound: Mark[] = [];
    const unsound: Mark[] = [];
    for (const mark of wanted) (isSound(mark) ? sound : unsound).push(mark);
    wanted = sound;
    painted = new Map(sound.map((mark) => [mark.range, mark]));
    slots.solid.fill(sound.filter(({ style }) => style === 'solid'));
    slots.dotted.fill(sound.filter(({ style }) => style === 'dotted'));
    announce();
    if (unsound.length > 0) onUnsound(unsound);
  }

  function announce(): void {
    if (painted.size === 0) {
      presence?.abort();
      presence = null;
    } else if (presence === null) {
      presence = new AbortController();
      for (const start of starts) start(presence.signal);
    }
  }

  /** Looks after the reader has scrolled or come back: cheap, and just when it would be missed. */
  function watchRegistry(whilePainted: AbortSignal): void {
    const options = { capture: true, passive: true, signal: whilePainted };
    window.addEventListener('scrollend', restore, options);
    window.addEventListener('visibilitychange', restore, options);
  }

  function restore(): void {
    if (isHidden(document) || (slots.solid.isIntact() && slots.dotted.isIntact())) return;
    const now = performance.now();
    if (now - restorations.since >= RESTORATION_WINDOW_MS) restorations = { since: now, count: 0 };
    if (restorations.count >= RESTORATION_LIMIT) return;
    restorations.count += 1;
    show(wanted);
  }

  signal.addEventListener(
    'abort',
    () => {
      if (frame !== null) cancelAnimationFrame(frame);
      wanted = [];
      paint();
    },
    { once: true },
  );

  return {
    show,
    markOf: (range) => painted.get(range),
    shadowRoots: () => [
      ...new Set(
        [...painted.keys()]
          .map(({ startContainer }) => treeOf(startContainer))
          .filter(isShadowRoot),
      ),
    ],
    whilePainted(start) {
      starts.push(start);
      if (presence !== null) start(presence.signal);
    },
  };
}

/** Our place under one name of the registry. */
function createSlot(name: string) {
  let highlight: Highlight | null = null;
  let rangeCount = 0;
  return {
    /** Replaces what we have there. A stranger's highlight under our name gives way only to marks. */
    fill(marks: readonly Mark[]): void {
      if (marks.length === 0) {
        if (highlight !== null && CSS.highlights.get(name) === highlight)
          CSS.highlights.delete(name);
        highlight = null;
        return;
      }
      highlight = new Highlight();
      for (const { range } of marks) highlight.add(range);
      rangeCount = marks.length;
      CSS.highlights.set(name, highlight);
    },
    isIntact(): boolean {
      if (highlight === null) return true;
      return CSS.highlights.get(name) === highlight && highlight.size === rangeCount;
    },
  };
}
