/**
 * Whether a frame of the page is large enough to be read in. Most are none of a reader's: pixels,
 * strips and boxes of advertisements, dozens to a page. To start a script in one costs the page's
 * thread several milliseconds, whatever it does, so that none is started before one of them is large.
 *
 *   page, a frame has loaded, the reader has scrolled ──► next drawing ──► a large one that was not there? onLarge
 *
 * Idle when: no frame loads and nobody scrolls; while the tab is hidden.
 */
import { boundingRectOf, matches, queryAll } from './node-access.ts';

/**
 * The smallest frame that is looked into, in CSS pixels: MIN_FRAME_TEXT in the usual size of print
 * fills it. Advertisements of the usual sizes are narrower or lower, but for half pages.
 */
export const MIN_FRAME_WIDTH = 280;
export const MIN_FRAME_HEIGHT = 260;

const FRAMES = 'iframe, frame';

/** Calls `onLarge` for the page, and again for each document that a large frame loads later. */
export function watchFrames(document: Document, signal: AbortSignal, onLarge: () => void): void {
  const known = new WeakSet<Element>();
  let isWaiting = false;

  function look(): void {
    isWaiting = false;
    if (signal.aborted) return;
    const large = queryAll(document, FRAMES).filter((it) => !known.has(it) && isLarge(it));
    for (const frame of large) known.add(frame);
    if (large.length > 0) onLarge();
  }

  function lookSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    // The page is laid out for it in any case.
    requestAnimationFrame(look);
  }

  const options = { capture: true, passive: true, signal };
  // No window hears of what loads in its document (https://dom.spec.whatwg.org/#interface-document).
  EventTarget.prototype.addEventListener.call(
    document,
    'load',
    ({ target }) => {
      // Of its images and scripts it is told too.
      if (!(target instanceof Element) || !matches(target, FRAMES)) return;
      known.delete(target);
      lookSoon();
    },
    options,
  );
  window.addEventListener('scrollend', lookSoon, options);
  lookSoon();
}

function isLarge(frame: Element): boolean {
  const { width, height } = boundingRectOf(frame);
  return width >= MIN_FRAME_WIDTH && height >= MIN_FRAME_HEIGHT;
}
