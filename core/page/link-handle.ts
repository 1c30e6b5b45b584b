/**
 * The third door: a click on a mark in a link, a button or a label does what the page meant, so that
 * a small button of ours beside it opens the card.
 *
 *   show ──► marks in something that has a meaning of its own
 *              └─ pointer or focus on that ──► the handle beside the mark ──► click ──► onOpen
 *
 * Not in the order of focus and not announced: by key there is the region.
 *
 * Idle when: no mark is in anything of the kind; then it listens to nothing.
 */
import { computePosition, flip, shift } from '@floating-ui/dom';
import { createVirtualElement } from './card-host.ts';
import { isSound } from './anchor.ts';
import type { Mark } from './choose-marks.ts';
import { meaningfulAround } from './hit-test.ts';
import { createElement, isElement, parentElementOf } from './node-access.ts';
import type { PageHost } from './page-host.ts';

/**
 * For how long the handle stays when the pointer has left, in milliseconds: as long as it takes to go
 * to it across what is between, and no longer than it hides something unasked.
 */
export const STAY_MS = 500;

export type LinkHandleOptions = {
  readonly host: PageHost;
  readonly texts: {
    /** BCP 47. */
    readonly language: string;
    readonly direction: 'ltr' | 'rtl';
    /** What the handle says. */
    readonly handle: string;
  };
  /** Dresses `.handle`. Lengths in `px`. */
  readonly css: string;
  readonly onOpen: (mark: Mark) => void;
  readonly signal: AbortSignal;
};

export type LinkHandle = {
  /** Replaces the marks. A handle of one that is gone goes with it. */
  show(marks: readonly Mark[]): void;
};

export function createLinkHandle(options: LinkHandleOptions): LinkHandle {
  const { host, texts, css, onOpen, signal } = options;
  /** By what of the page they are in. */
  let linked: ReadonlyMap<Element, readonly Mark[]> = new Map();
  let listening: AbortController | null = null;
  let open: { readonly around: Element; readonly close: () => void } | null = null;
  let leaving: ReturnType<typeof setTimeout> | undefined;

  function stay(): void {
    clearTimeout(leaving);
    leaving = undefined;
  }

  function close(): void {
    stay();
    open?.close();
    open = null;
  }

  function openAt(around: Element, mark: Mark): void {
    close();
    const button = createElement(document, 'button') as HTMLButtonElement;
    button.type = 'button';
    button.className = 'handle';
    button.tabIndex = -1;
    button.ariaHidden = 'true';
    button.lang = texts.language;
    button.dir = texts.direction;
    button.popover = 'manual';
    button.append(texts.handle);
    button.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      close();
      onOpen(mark);
    });
    const release = host.hold([button], css);
    host.bringTo(mark.range.startContainer);
    button.showPopover();
    void computePosition(createVirtualElement(mark.range), button, {
      strategy: 'fixed',
      placement: 'top-end',
      middleware: [flip(), shift()],
    }).then(({ x, y }) => {
      button.style.left = `${String(x)}px`;
      button.style.top = `${String(y)}px`;
    });
    open = { around, close: release };
  }

  function meet(event: Event): void {
    if (host.isTargetOf(event)) {
      stay();
      return;
    }
    const { target } = event;
    const around = target instanceof Node && isElement(target) ? meaningfulAround(target) : null;
    const mark = around === null ? undefined : linked.get(around)?.find(isSound);
    if (around === null || mark === undefined) {
      if (open !== null) leaving ??= setTimeout(close, STAY_MS);
    } else if (open?.around !== around) {
      openAt(around, mark);
    } else {
      stay();
    }
  }

  function listen(): void {
    listening = new AbortController();
    const life = AbortSignal.any([listening.signal, signal]);
    const watched = { capture: true, passive: true, signal: life };
    window.addEventListener('pointerover', meet, watched);
    window.addEventListener('focusin', meet, watched);
    window.addEventListener('scroll', close, watched);
    life.addEventListener('abort', close, { once: true });
  }

  return {
    show(marks) {
      if (signal.aborted) return;
      const found = new Map<Element, Mark[]>();
      for (const mark of marks) {
        const element = parentElementOf(mark.range.startContainer);
        const around = element && meaningfulAround(element);
        if (around !== null) found.set(around, [...(found.get(around) ?? []), mark]);
      }
      linked = found;
      if (open !== null && !found.has(open.around)) close();
      if (found.size === 0) {
        listening?.abort();
        listening = null;
      } else if (listening === null) {
        listen();
      }
    },
  };
}
