/**
 * A card over the page, beside a passage: a popover in the root of our one element in the page.
 *
 *   openCardHost ──► frame (popover, top layer) in the page host ──► render
 *                      └─ close, Escape, a click outside, the page, abort ──► all undone ──► onClose
 *
 * Idle when: no card is open.
 */
import {
  autoUpdate,
  computePosition,
  flip,
  inline,
  offset,
  shift,
  size,
  type DetectOverflowOptions,
  type VirtualElement,
} from '@floating-ui/dom';
import { guardClicks, type ClickGuard } from './click-guard.ts';
import {
  contains,
  createElement,
  focus,
  focusedElementOf,
  isConnected,
  matches,
  parentElementOf,
} from './node-access.ts';
import type { PageHost } from './page-host.ts';

/** Between the passage and the card, and between the card and the edges of the viewport. */
export const CARD_GAP_PX = 8;

/**
 * A card takes the room beside its passage, and is never squeezed lower than this: its bar and a few
 * lines. Only where neither side has as much, as when a long passage fills a magnified window, does
 * it cover the passage: a card of one line could not be read at all.
 */
export const MIN_CARD_HEIGHT_PX = 160;

// No ancestor clips what is in the top layer.
const WITHIN_VIEWPORT: DetectOverflowOptions = { boundary: [], padding: CARD_GAP_PX };

// The library would climb the page's tree by properties that a form can shadow; one listener that
// captures hears every scroller.
const OWN_SCROLLING = { ancestorScroll: false, ancestorResize: false };

// Placed by its inline style. Nothing is left of what browsers give every popover to look like.
const FRAME_CSS = `
#frame {
  position: fixed;
  inset: ${String(CARD_GAP_PX)}px auto auto ${String(CARD_GAP_PX)}px;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: visible;
  background: none;
  color: inherit;
  /* As wide as the card likes, wherever the passage begins; in per cent, which leave out a scroll bar. */
  inline-size: max-content;
  max-inline-size: calc(100% - ${String(2 * CARD_GAP_PX)}px);
}
`;

export type CardHostOptions = {
  readonly host: PageHost;
  /** The passage that the card stands beside. */
  readonly range: StaticRange;
  /** The card's style sheet. Lengths in `px`: `rem` would follow the page. */
  readonly css: string;
  /**
   * Draws the card into the frame, as its only child; returns how to undo it. The card is focusable
   * and says what it is (`role`, name, `lang`, `dir`). It gets its room as `max-inline-size` of the
   * frame and as the property `--rejoinder-available-block-size`, and scrolls by itself.
   */
  readonly render: (frame: HTMLElement) => () => void;
  /** Called when the focus shall go back to something of ours that is there no more. */
  readonly onFocusLost: () => void;
  /** Called once, when the card is gone, whoever closed it. */
  readonly onClose: () => void;
  readonly signal: AbortSignal;
};

export type CardHost = {
  readonly close: () => void;
  /** Puts an open card beside another range, for words that the page has drawn anew. */
  readonly moveTo: (range: StaticRange) => void;
};

/**
 * Opens a card and moves the focus into it. It closes on Escape, on a click outside, when the page
 * takes it away, opens a modal dialog over it or keeps covering it, on `close` and on abort; then the
 * focus, if it is still in the card, goes back to where it was. A click in it counts once it has stood
 * still and uncovered for a moment (`click-guard.ts`); then the frame has the attribute `data-still`.
 */
export function openCardHost(options: CardHostOptions): CardHost {
  const { host, range, css, render, onFocusLost, onClose, signal } = options;
  const closing = new AbortController();
  const close = (): void => {
    closing.abort();
  };
  if (signal.aborted) return { close, moveTo: () => undefined };

  const frame = createElement(document, 'div');
  frame.id = 'frame';
  frame.popover = 'manual';
  const unrender = render(frame);

  const ownBefore = host.focused();
  const focusBefore = ownBefore ?? focusedElementOf(document);
  const release = host.hold([frame], FRAME_CSS + css);
  host.bringTo(range.startContainer);
  frame.showPopover();
  if (frame.firstElementChild instanceof HTMLElement) {
    frame.firstElementChild.focus({ preventScroll: true });
  }

  const open = AbortSignal.any([signal, closing.signal]);
  host.takeKeys('anywhere', close, open);
  keepCopiesInside(host, open);
  ignoreScripts(frame, open);
  watchForClosing(host, close, open);
  open.addEventListener(
    'abort',
    () => {
      const focused = host.focused();
      // Before the card goes, so that the focus is never nowhere.
      if (focused !== null && contains(frame, focused)) {
        if (ownBefore !== null && !isConnected(ownBefore)) onFocusLost();
        else if (focusBefore instanceof HTMLElement) focus(focusBefore, { preventScroll: true });
      }
      unrender();
      release();
      onClose();
    },
    { once: true },
  );
  const guard = guardClicks(
    frame,
    () => !matches(frame, ':focus-within') && host.focused() !== null,
    close,
    open,
  );
  return { close, moveTo: placeBeside(frame, range, guard, close, open) };
}

/** Pages rewrite what is copied: a response is quoted as it was given. */
function keepCopiesInside(host: PageHost, signal: AbortSignal): void {
  for (const type of ['copy', 'cut'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (host.isTargetOf(event)) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
}

/** In Firefox, what a reader selects in the card leads the page to its elements: they are nothing to it. */
function ignoreScripts(frame: HTMLElement, signal: AbortSignal): void {
  frame.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
}

function watchForClosing(host: PageHost, close: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'click',
    (event) => {
      // Pages click on themselves by script; only a person means us.
      if (event.isTrusted && !host.isTargetOf(event)) close();
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'toggle',
    ({ target }) => {
      // Under a modal dialog that opens now, the card could be seen but not used.
      if (!(target instanceof Element) || host.isIn(target)) return;
      if (matches(target, 'dialog:modal')) close();
    },
    { capture: true, signal },
  );
}

/**
 * Keeps the frame beside the passage until `signal` aborts; what it returns moves it to another.
 * `onGone` is called when the frame is not rendered any more, whatever the page did to that end: it
 * has removed or hidden the host, or the element that the host is in.
 */
function placeBeside(
  frame: HTMLElement,
  range: StaticRange,
  guard: ClickGuard,
  onGone: () => void,
  signal: AbortSignal,
): (range: StaticRange) => void {
  let passage = createVirtualElement(range);

  async function place(): Promise<void> {
    if (frame.getClientRects().length === 0) {
      onGone();
      return;
    }
    // A passage that is gone leaves the card where it was.
    if (passage.getClientRects().length === 0) return;
    const { x, y } = await computePosition(passage, frame, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(CARD_GAP_PX),
        flip(WITHIN_VIEWPORT),
        size({
          ...WITHIN_VIEWPORT,
          apply({ availableHeight }) {
            const height = Math.min(MIN_CARD_HEIGHT_PX, innerHeight - 2 * CARD_GAP_PX);
            const room = `${String(Math.max(availableHeight, height))}px`;
            frame.style.setProperty('--rejoinder-available-block-size', room);
          },
        }),
        // Last: the room is that beside the passage, and only a card that does not fit there at
        // its least height is moved over it.
        shift({ ...WITHIN_VIEWPORT, crossAxis: true }),
      ],
    });
    frame.style.left = `${String(x)}px`;
    frame.style.top = `${String(y)}px`;
    guard.movedTo(x, y);
  }

  const update = (): void => void place();
  const follow = (): (() => void) => autoUpdate(passage, frame, update, OWN_SCROLLING);
  const options = { capture: true, passive: true, signal };
  for (const target of [window, visualViewport]) {
    target?.addEventListener('scroll', update, options);
    target?.addEventListener('resize', update, options);
  }
  let stop = follow();
  if (signal.aborted) stop();
  signal.addEventListener(
    'abort',
    () => {
      stop();
    },
    { once: true },
  );
  return (other) => {
    if (signal.aborted) return;
    stop();
    passage = createVirtualElement(other);
    stop = follow();
  };
}

/** The passage as a reference to place by. A live range, but only one, while a card is open. */
export function createVirtualElement({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRange): VirtualElement & { getClientRects(): DOMRectList } {
  const live = new Range();
  live.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
  live.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)));
  // The library asks this element directly, and a form may answer with one of its fields.
  let contextElement = parentElementOf(startContainer);
  while (contextElement instanceof HTMLFormElement)
    contextElement = parentElementOf(contextElement);
  return {
    getBoundingClientRect: () => live.getBoundingClientRect(),
    getClientRects: () => live.getClientRects(),
    ...(contextElement && { contextElement }),
  };
}

function lengthOf(text: Node): number {
  return text.nodeValue?.length ?? 0;
}
