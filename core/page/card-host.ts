/**
 * A card over the page, beside a passage: one element of ours in the page's document, there only
 * while the card is open.
 *
 *   openCardHost ──► host (popover, top layer) ──► closed shadow root ──► dialog ──► render
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
import { ownHosts } from './own-hosts.ts';

/** Between the passage and the card, and between the card and the edges of the viewport. */
export const CARD_GAP_PX = 8;

/**
 * A card is never squeezed lower than this; where neither side of the passage has the room it covers
 * the passage instead, since a card that shows three lines at a time is worse.
 */
export const MIN_CARD_HEIGHT_PX = 200;

// No ancestor clips what is in the top layer.
const WITHIN_VIEWPORT: DetectOverflowOptions = { boundary: [], padding: CARD_GAP_PX };

// `!important` inside a shadow tree wins over `!important` outside
// (https://drafts.csswg.org/css-cascade-5/#cascade-context), so no rule of the page can hide, move
// or colour the host. `all` leaves out direction and custom properties: the dialog sets its own
// `dir`. The host itself has no size; what the reader sees is the dialog, placed by its inline style,
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
[role='dialog'] {
  position: fixed;
  inset: ${String(CARD_GAP_PX)}px auto auto ${String(CARD_GAP_PX)}px;
  box-sizing: border-box;
  overflow: auto;
  overscroll-behavior: contain;
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
  /** Draws the card into the dialog; returns how to undo it. */
  readonly render: (dialog: HTMLElement) => () => void;
  /** What assistive technology calls the card. */
  readonly label: string;
  /** The language and direction of the interface, whatever those of the page are. */
  readonly language: { readonly tag: string; readonly direction: 'ltr' | 'rtl' };
  /** Called once, when the card is gone, whoever closed it. */
  readonly onClose: () => void;
  readonly signal: AbortSignal;
};

export type CardHost = { readonly close: () => void };

/**
 * Opens a card and moves the focus into it. It closes on Escape, on a click outside, when the page
 * takes it away or opens a modal dialog over it, on `close` and on abort; then the focus, if it is
 * still in the card, goes back to where it was. Of the keys typed in the card the page sees none in
 * a listener on its way up, and none that print a character in any listener of its document.
 */
export function openCardHost({
  range,
  css,
  render,
  label,
  language,
  onClose,
  signal,
}: CardHostOptions): CardHost {
  const closing = new AbortController();
  const close = (): void => {
    closing.abort();
  };
  if (signal.aborted) return { close };

  const host = document.createElement('div');
  const dialog = createDialog(host, css);
  dialog.setAttribute('aria-label', label);
  dialog.lang = language.tag;
  dialog.dir = language.direction;
  const unrender = render(dialog);

  const focusBefore = document.activeElement;
  ownHosts.add(host);
  findHome(range.startContainer).append(host);
  host.showPopover();
  dialog.focus({ preventScroll: true });

  const open = AbortSignal.any([signal, closing.signal]);
  keepEventsInside(host, open);
  watchForClosing(host, close, open);
  open.addEventListener(
    'abort',
    () => {
      const hasFocus = document.activeElement === host;
      unrender();
      host.remove();
      if (hasFocus && focusBefore instanceof HTMLElement)
        focusBefore.focus({ preventScroll: true });
      onClose();
    },
    { once: true },
  );
  placeBeside(dialog, range, close, open);
  return { close };
}

function createDialog(host: HTMLElement, css: string): HTMLElement {
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  // Constructed, because a `<style>` element is subject to the page's content security policy.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOST_CSS + css);
  root.adoptedStyleSheets = [sheet];
  const dialog = document.createElement('div');
  dialog.setAttribute('role', 'dialog');
  dialog.tabIndex = -1;
  root.append(dialog);
  return dialog;
}

/**
 * Where the host must be to be usable: everything outside of a modal dialog is inert, popovers too
 * (https://github.com/whatwg/html/issues/9936).
 */
function findHome(passage: Node): Element {
  const modals = [...document.querySelectorAll('dialog:modal')];
  return (
    modals.findLast((modal) => modal.contains(passage)) ?? modals.at(-1) ?? document.documentElement
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

function watchForClosing(host: HTMLElement, close: () => void, signal: AbortSignal): void {
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.isComposing) return;
      // One Escape closes one thing: not the page's own dialog as well.
      event.preventDefault();
      event.stopImmediatePropagation();
      window.addEventListener('keyup', swallowEscape, { capture: true, once: true });
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
  document.addEventListener(
    'toggle',
    ({ target }) => {
      // Under a modal dialog that opens now, the card could be seen but not used.
      if (!(target instanceof Element) || target.contains(host)) return;
      if (target.matches('dialog:modal')) close();
    },
    { capture: true, signal },
  );
}

function swallowEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopImmediatePropagation();
}

/**
 * Keeps the dialog beside the passage until `signal` aborts. `onGone` is called when the dialog is
 * not rendered any more, whatever the page did to that end: it has removed or hidden the host, or
 * the element that the host is in.
 */
function placeBeside(
  dialog: HTMLElement,
  range: StaticRange,
  onGone: () => void,
  signal: AbortSignal,
): void {
  const passage = createVirtualElement(range);

  async function place(): Promise<void> {
    if (dialog.getClientRects().length === 0) {
      onGone();
      return;
    }
    // A passage that is gone leaves the card where it was.
    if (passage.getClientRects().length === 0) return;
    const { x, y } = await computePosition(passage, dialog, {
      strategy: 'fixed',
      placement: 'bottom-start',
      middleware: [
        inline(),
        offset(CARD_GAP_PX),
        flip(WITHIN_VIEWPORT),
        shift({ ...WITHIN_VIEWPORT, crossAxis: true }),
        size({
          ...WITHIN_VIEWPORT,
          apply({ availableWidth, availableHeight }) {
            const height = Math.min(MIN_CARD_HEIGHT_PX, innerHeight - 2 * CARD_GAP_PX);
            dialog.style.maxHeight = `${String(Math.max(availableHeight, height))}px`;
            dialog.style.maxWidth = `${String(availableWidth)}px`;
          },
        }),
      ],
    });
    dialog.style.left = `${String(x)}px`;
    dialog.style.top = `${String(y)}px`;
  }

  const stop = autoUpdate(passage, dialog, () => void place());
  if (signal.aborted) stop();
  else signal.addEventListener('abort', stop, { once: true });
}

/** The passage as a reference to place by. A live range, but only one, while a card is open. */
function createVirtualElement({
  startContainer,
  startOffset,
  endContainer,
  endOffset,
}: StaticRange): VirtualElement & { getClientRects(): DOMRectList } {
  const live = document.createRange();
  live.setStart(startContainer, Math.min(startOffset, lengthOf(startContainer)));
  live.setEnd(endContainer, Math.min(endOffset, lengthOf(endContainer)));
  return {
    getBoundingClientRect: () => live.getBoundingClientRect(),
    getClientRects: () => live.getClientRects(),
    ...(startContainer.parentElement && { contextElement: startContainer.parentElement }),
  };
}

function lengthOf(text: Node): number {
  return text.nodeValue?.length ?? 0;
}
