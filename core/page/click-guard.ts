/**
 * Sees to it that what a click on the card does is what the reader clicked on: a page could open the
 * card, move it or cover it just when the reader presses something else.
 *
 *   opened, moved, uncovered ──► STILL_AFTER_MS ──► clicks count
 *   covered ──► back to the top of the top layer ──► more than MAX_RAISES times ──► onOverrun
 *
 * Idle when: no card is open.
 */
import { closest, isElement, matches } from './node-access.ts';

/**
 * How long a card must have stood still and uncovered for a click to count, in milliseconds. As long
 * as browsers wait at their own prompts: longer than it takes to stop a click that is under way,
 * shorter than it takes to read what is there.
 */
export const STILL_AFTER_MS = 500;

/** How far a card may drift and still count as still, in CSS pixels: less than its smallest button. */
export const DRIFT_PX = 8;

/**
 * How often an open card comes back over what covers it. A page may show a note or two of its own
 * meanwhile; one that goes on means to cover the card, and is not fought.
 */
export const MAX_RAISES = 3;

/** What can be done at any time, since nothing follows from it. */
export const ALWAYS_COUNTS = '.close';

/** The least that browsers take (https://w3c.github.io/IntersectionObserver/v2/#dom-intersectionobserverinit-delay). */
const LOOK_EVERY_MS = 100;

export type ClickGuard = {
  /** Tells where the frame has been put, in CSS pixels from the viewport's corner. */
  readonly movedTo: (x: number, y: number) => void;
};

/**
 * Guards what a pointer clicks in a frame that is an open popover in a shadow tree, until `signal` aborts.
 * `isOursOnTop` tells whether what covers it may be ours.
 */
export function guardClicks(
  frame: HTMLElement,
  isOursOnTop: () => boolean,
  onOverrun: () => void,
  signal: AbortSignal,
): ClickGuard {
  let isStill = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let place: { readonly x: number; readonly y: number } | null = null;
  let raises = 0;
  let raisedAt = -Infinity;
  /** What the browser said last, where it can tell. */
  let isSeen = true;

  function restart(): void {
    isStill = false;
    delete frame.dataset['still'];
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!isSeen) return;
      isStill = true;
      frame.dataset['still'] = '';
    }, STILL_AFTER_MS);
  }

  function raise(): void {
    if (signal.aborted || isOursOnTop()) return;
    raises += 1;
    if (raises > MAX_RAISES) {
      onOverrun();
      return;
    }
    restart();
    raisedAt = performance.now();
    // The one way to the top; what is in it stays as it is, since nothing is drawn in between.
    frame.hidePopover();
    frame.showPopover();
  }

  const capturing = { capture: true, signal };
  for (const type of ['click', 'auxclick'] as const) {
    frame.addEventListener(
      type,
      (event) => {
        const { target } = event;
        if (isStill || isByKey(event) || (target instanceof Node && isHarmless(target))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
      },
      capturing,
    );
  }
  // Heard in the very turn in which a page opens something, so that the click that follows is late.
  window.addEventListener('beforetoggle', restart, capturing);
  window.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof Element && matches(target, ':popover-open')) raise();
    },
    capturing,
  );
  window.addEventListener('fullscreenchange', raise, capturing);
  // Of what covers it without being heard, or lets clicks through, only this tells.
  const observer = new IntersectionObserver(
    (entries) => {
      const latest = entries.at(-1);
      if (latest === undefined || isOursOnTop()) return;
      const wasSeen = isSeen;
      isSeen = latest.isVisible !== false;
      if (isSeen !== wasSeen) restart();
      // What was covered until it was raised is told of afterwards.
      if (!isSeen && latest.isIntersecting && latest.time > raisedAt) raise();
    },
    { trackVisibility: true, delay: LOOK_EVERY_MS, threshold: [0, 0.5, 1] },
  );
  observer.observe(frame);
  signal.addEventListener(
    'abort',
    () => {
      clearTimeout(timer);
      observer.disconnect();
    },
    { once: true },
  );
  restart();
  return {
    movedTo(x, y) {
      const isNear = place !== null && Math.hypot(x - place.x, y - place.y) <= DRIFT_PX;
      if (isNear) return;
      place = { x, y };
      restart();
    },
  };
}

/** A key acts on what has the focus, wherever that is drawn; an action never gets it by itself. */
function isByKey(event: MouseEvent): boolean {
  return event.detail === 0;
}

function isHarmless(target: Node): boolean {
  return isElement(target) && closest(target, ALWAYS_COUNTS) !== null;
}
