/** Brings a passage before the reader's eyes: scrolls to it and lets it stand out for a moment. */

import { flatParentOf } from './flat-tree.ts';
import {
  boundingRectOf,
  clientHeightOf,
  clientRectsOf,
  clientTopOf,
  isShown,
  scrollDown,
  scrollIntoView,
  scrollingElementOf,
} from './node-access.ts';

/** The name in `CSS.highlights`, and in the `::highlight()` rule of the extension's style sheet. */
export const FLASH_NAME = 'rejoinder-flash';

/** How long a passage stands out, in milliseconds: long enough to be found after a jump. */
export const FLASH_MS = 1_600;

/**
 * Where a passage comes to stand, as a share of the height from the top: below most headers that
 * stay, and with the room for its card under it. From the middle neither side would have enough.
 */
export const SHOWN_AT = 0.2;

/**
 * Scrolls the passage to the upper part of the viewport and flashes it, until `signal` aborts at the
 * latest. False when it is not to be seen: then nothing happens. The range must be sound.
 */
export function showRange(range: StaticRange, signal: AbortSignal): boolean {
  const passage = toLiveRange(range);
  if (signal.aborted || !isVisible(passage)) return false;
  // Of the page around a frame nothing can be measured there.
  const box = flatParentOf(range.startContainer);
  if (window.parent !== window && box !== null) scrollIntoView(box);
  scrollToUpperPart(passage);
  const flash = new Highlight(range);
  CSS.highlights.set(FLASH_NAME, flash);
  const flashing = new AbortController();
  const end = () => {
    clearTimeout(timer);
    flashing.abort();
    if (CSS.highlights.get(FLASH_NAME) === flash) CSS.highlights.delete(FLASH_NAME);
  };
  const timer = setTimeout(end, FLASH_MS);
  signal.addEventListener('abort', end, { signal: flashing.signal });
  return true;
}

/** A range that can be measured. `range` must be sound. */
export function toLiveRange(range: StaticRange): Range {
  const live = new Range();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live;
}

function isVisible(passage: Range): boolean {
  if (passage.getClientRects().length === 0) return false;
  let box = flatParentOf(passage.startContainer);
  // `display: contents`: the words are in a box further out.
  while (box !== null && clientRectsOf(box).length === 0) box = flatParentOf(box);
  // Words in closed `<details>` have a place, and are not to be seen there.
  return box !== null && isShown(box);
}

/** Its element may be many times as high as the viewport, so the passage itself is measured. */
function scrollToUpperPart(passage: Range): void {
  const viewport = scrollingElementOf(document);
  let box = flatParentOf(passage.startContainer);
  // Boxes within boxes: each is scrolled by what is left, and one that cannot scroll stays.
  for (; box !== null; box = flatParentOf(box)) {
    const { top } = passage.getBoundingClientRect();
    const wanted =
      box === viewport
        ? innerHeight * SHOWN_AT
        : boundingRectOf(box).top + clientTopOf(box) + clientHeightOf(box) * SHOWN_AT;
    scrollDown(box, top - wanted);
  }
}
