/**
 * A card over the page, beside a passage: one element of ours in the page's document, there only
 * while the card is open.
 *
 *   openCardHost ──► host (popover, top layer) ──► closed shadow root ──► frame ──► render
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
import {
  activeElementOf,
  append,
  contains,
  createElement,
  focus,
  matches,
  parentElementOf,
  queryAll,
  rootElementOf,
} from './node-access.ts';
import { ownHosts } from './own-hosts.ts';

/** Between the passage and the card, and between the card and the edges of the viewport. */
export const CARD_GAP_PX = 8;

/**
 * A card is never squeezed lower than this; where neither side of the passage has the room it covers
 * the passage instead, since a card that shows three lines at a time is worse.
 */
export const MIN_CARD_HEIGHT_PX = 320;

// No ancestor clips what is in the top layer.
const WITHIN_VIEWPORT: DetectOverflowOptions = { boundary: [], padding: CARD_GAP_PX };

// The library would climb the page's tree by properties that a form can shadow; one listener that
// captures hears every scroller.
const OWN_SCROLLING = { ancestorScroll: false, ancestorResize: false };

// `!important` inside a shadow tree wins over `!important` outside
// (https://drafts.csswg.org/css-cascade-5/#cascade-context), so no rule of the page can hide, move
// or colour the host. `all` leaves out direction and custom properties: the card sets its own
// `dir`. The host itself has no size; what the reader sees is in the frame, placed by its inline style,
// which no style sheet of the page reaches.
const HOST_CSS = `
:host {
  all: initial !important;
  display: none !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  overflow: visible !important;
  color-scheme: light dark !important;
}
:host(:popover-open) { display: block !important; }
:host::backdrop { display: none !important; }
#frame {
  position: fixed;
  inset: ${String(CARD_GAP_PX)}px auto auto ${String(CARD_GAP_PX)}px;
  /* As wide as the card likes, wherever the passage begins; in per cent, which leave out a scroll bar. */
  inline-size: max-content;
  max-inline-size: calc(100% - ${String(2 * CARD_GAP_PX)}px);
}
`;

// What pages listen to for shortcuts, for clicks outside of what they have opened themselves, and to
// hold the focus in it.
const KEPT_INSIDE = (
  'keydown keypress keyup click dblclick auxclick contextmenu pointerdown pointerup mousedown ' +
  'mouseup touchstart touchend focusin focusout'
).split(' ');

export type CardHostOptions = {
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
 * takes it away or opens a modal dialog over it, on `close` and on abort; then the focus, if it is
 * still in the card, goes back to where it was. Keys and clicks in the card do not bubble to the
 * page; keys that print a character, and what is copied, do not get as far as its document on the
 * way down either.
 */
export function openCardHost({ range, css, render, onClose, signal }: CardHostOptions): CardHost {
  const closing = new AbortController();
  const close = (): void => {
    closing.abort();
  };
  if (signal.aborted) return { close, moveTo: () => undefined };

  const host = createElement(document, 'div');
  const frame = createFrame(host, css);
  const unrender = render(frame);

  const focusBefore = activeElementOf(document);
  ownHosts.add(host);
  append(findHome(range.startContainer), host);
  host.showPopover();
  lendClosing(frame, host);
  if (frame.firstElementChild instanceof HTMLElement) {
    frame.firstElementChild.focus({ preventScroll: true });
  }

  const open = AbortSignal.any([signal, closing.signal]);
  keepEventsInside(host, open);
  watchForClosing(host, close, open, signal);
  open.addEventListener(
    'abort',
    () => {
      const hasFocus = activeElementOf(document) === host;
      unrender();
      host.remove();
      if (hasFocus && focusBefore instanceof HTMLElement)
        focus(focusBefore, { preventScroll: true });
      onClose();
    },
    { once: true },
  );
  return { close, moveTo: placeBeside(frame, range, close, open) };
}

/**
 * Lets buttons marked `data-closes-card` hide the card without any script: when the extension is
 * removed, Firefox takes the script away and leaves the card.
 */
function lendClosing(frame: HTMLElement, host: HTMLElement): void {
  for (const button of queryAll(frame, 'button')) {
    if (!(button instanceof HTMLButtonElement) || !('closesCard' in button.dataset)) continue;
    button.popoverTargetElement = host;
    button.popoverTargetAction = 'hide';
  }
}

function createFrame(host: HTMLElement, css: string): HTMLElement {
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  // Constructed, because a `<style>` element is subject to the page's content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOST_CSS + css);
  root.adoptedStyleSheets = [sheet];
  const frame = createElement(document, 'div');
  frame.id = 'frame';
  root.append(frame);
  return frame;
}

/**
 * Where the host must be to be usable: everything outside of a modal dialog is inert, popovers too
 * (https://github.com/whatwg/html/issues/9936).
 */
function findHome(passage: Node): Element {
  const modals = queryAll(document, 'dialog:modal');
  return (
    modals.findLast((modal) => contains(modal, passage)) ?? modals.at(-1) ?? rootElementOf(document)
  );
}

function keepEventsInside(host: HTMLElement, signal: AbortSignal): void {
  for (const type of KEPT_INSIDE) {
    host.addEventListener(
      type,
      (event) => {
        event.stopPropagation();
      },
      { signal },
    );
  }
  // Pages rewrite what is copied: a response is quoted as it was given.
  for (const type of ['copy', 'cut'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target === host) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
  // Nothing in a card takes typed characters, so these need not even reach it. Other keys do, for
  // its links and buttons.
  for (const type of ['keydown', 'keypress', 'keyup'] as const) {
    window.addEventListener(
      type,
      (event) => {
        if (event.target === host && event.key.length === 1) event.stopImmediatePropagation();
      },
      { capture: true, signal },
    );
  }
}

/** Until `signal` aborts; the release of the Escape that closed is waited for until `life` does. */
function watchForClosing(
  host: HTMLElement,
  close: () => void,
  signal: AbortSignal,
  life: AbortSignal,
): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // One Escape closes one thing: not the page's own dialog as well.
      event.preventDefault();
      event.stopImmediatePropagation();
      const options = { capture: true, once: true, signal: life };
      window.addEventListener('keyup', swallowEscape, options);
      close();
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'click',
    (event) => {
      // Pages click on themselves by script; only a person means us.
      if (event.isTrusted && event.target !== host) close();
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'toggle',
    ({ target }) => {
      // Under a modal dialog that opens now, the card could be seen but not used.
      if (!(target instanceof Element) || contains(target, host)) return;
      if (matches(target, 'dialog:modal')) close();
    },
    { capture: true, signal },
  );
}

function swallowEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopImmediatePropagation();
}

/**
 * Keeps the frame beside the passage until `signal` aborts; what it returns moves it to another.
 * `onGone` is called when the frame is not rendered any more, whatever the page did to that end: it
 * has removed or hidden the host, or the element that the host is in.
 */
function placeBeside(
  frame: HTMLElement,
  range: StaticRange,
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
function createVirtualElement({
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
