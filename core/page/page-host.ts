/**
 * The one element of ours in the page's document, with a closed shadow root for all that we show:
 * the region with a button for each mark, and the card. There only while it holds something.
 *
 *   hold ──► host ──► closed root ──► what is held
 *              ├─ bringTo: into the modal dialog that a passage is in, back when the page has removed it
 *              └─ takeKeys: for as long as a reader uses what is held
 *
 * Idle when: it holds nothing; its key listeners are there only while it is used.
 */
import {
  activeElementOf,
  append,
  contains,
  createElement,
  isConnected,
  matches,
  moveInto,
  parentElementOf,
  queryAll,
  rootElementOf,
} from './node-access.ts';
import { ownHosts } from './own-hosts.ts';

// `!important` inside a shadow tree wins over `!important` outside
// (https://drafts.csswg.org/css-cascade-5/#cascade-context), so no rule of the page can hide, move
// or colour the host. `all` leaves out direction and custom properties: what is held sets its own
// `dir`. The host itself has no size; what the reader sees is in the top layer, where no ancestor
// clips or moves it.
//
// It is rendered only while the extension's style sheet in the page says so. When the extension is
// removed or updated, Firefox takes that sheet away together with our script, which could not clean
// up; buttons that do nothing would stay. A page could say otherwise, as it could take the host out.
const HOST_CSS = `
:host {
  all: initial !important;
  display: var(--rejoinder-host, none) !important;
  position: fixed !important;
  inset: 0 auto auto 0 !important;
  overflow: visible !important;
  color-scheme: light dark !important;
}
`;

const KEYS = ['keydown', 'keypress', 'keyup'] as const;

// What pages listen to for clicks outside of what they have opened themselves, and to hold the focus
// in it.
const KEPT_INSIDE = (
  'click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup touchstart touchend ' +
  'focusin focusout'
).split(' ');

export type PageHost = {
  /**
   * Puts elements of ours into the root, and the host into the document. Returns how to take them
   * out again; the host goes with the last of them.
   */
  readonly hold: (elements: readonly HTMLElement[], css: string) => () => void;
  /** Puts the host back into the document if the page has taken it out. */
  readonly restore: () => void;
  /**
   * As `restore`, and to where what is held can be used for a passage: a modal dialog makes
   * everything outside of it inert, and a page may have written that on the host.
   */
  readonly bringTo: (passage: Node) => void;
  /** Whether an event that the window hears is of what is held. */
  readonly isTargetOf: (event: Event) => boolean;
  /** Whether the host stands in an element of the page. */
  readonly isIn: (element: Element) => boolean;
  /** What has the focus in the root; null when it is elsewhere. */
  readonly focused: () => Element | null;
  /**
   * Until `use` aborts, keys in the host do not bubble to the page, and those that print a character
   * do not get as far as its document on the way down either. Escape is ours: `inside` the host, or
   * `anywhere`.
   */
  readonly takeKeys: (
    escape: 'inside' | 'anywhere',
    onEscape: () => void,
    use: AbortSignal,
  ) => void;
};

/** One host for a page, until `signal` aborts. */
export function createPageHost(signal: AbortSignal): PageHost {
  let current: OpenHost | null = null;
  const held = new Map<readonly HTMLElement[], CSSStyleSheet>();

  function dress({ root, sheet }: OpenHost): void {
    root.adoptedStyleSheets = [sheet, ...held.values()];
  }

  function hold(elements: readonly HTMLElement[], css: string): () => void {
    current ??= openHost();
    const host = current;
    held.set(elements, sheetOf(css));
    dress(host);
    host.root.append(...elements);
    restore();
    return () => {
      if (!held.delete(elements)) return;
      for (const element of elements) element.remove();
      dress(host);
      if (held.size > 0) return;
      host.life.abort();
      host.element.remove();
      current = null;
    };
  }

  function restore(): void {
    if (current === null || signal.aborted || isConnected(current.element)) return;
    append(rootElementOf(document), current.element);
  }

  function bringTo(passage: Node): void {
    if (current === null || signal.aborted) return;
    const { element } = current;
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    goTo(element, findHome(passage));
  }

  const isTargetOf = ({ target }: Event) => current !== null && target === current.element;

  return {
    hold,
    restore,
    bringTo,
    isTargetOf,
    isIn: (element) => current !== null && contains(element, current.element),
    focused: () =>
      current !== null && activeElementOf(document) === current.element
        ? current.root.activeElement
        : null,
    takeKeys(escape, onEscape, use) {
      if (current === null) return;
      keepInside(current.element, KEYS, use);
      // Nothing of ours takes typed characters, so these need not even reach it. Other keys do, for
      // its links and buttons.
      for (const type of KEYS) {
        window.addEventListener(
          type,
          (event) => {
            if (isTargetOf(event) && event.key.length === 1) event.stopImmediatePropagation();
          },
          { capture: true, signal: use },
        );
      }
      window.addEventListener(
        'keydown',
        (event) => {
          if (event.key !== 'Escape' || event.isComposing) return;
          if (escape === 'inside' && !isTargetOf(event)) return;
          // One Escape closes one thing: not the page's own dialog as well.
          event.preventDefault();
          event.stopImmediatePropagation();
          // Its release comes when the host may be gone already.
          window.addEventListener('keyup', swallowEscape, { capture: true, once: true, signal });
          onEscape();
        },
        { capture: true, signal: use },
      );
    },
  };
}

type OpenHost = {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  readonly sheet: CSSStyleSheet;
  readonly life: AbortController;
};

function openHost(): OpenHost {
  const element = createElement(document, 'div');
  ownHosts.add(element);
  const root = element.attachShadow({ mode: 'closed' });
  const life = new AbortController();
  keepInside(element, KEPT_INSIDE, life.signal);
  watchDialogs(element, life.signal);
  return { element, root, sheet: sheetOf(HOST_CSS), life };
}

/** Constructed, because a `<style>` element is subject to the page's content security policy. */
function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

function keepInside(element: HTMLElement, types: readonly string[], signal: AbortSignal): void {
  for (const type of types) {
    element.addEventListener(
      type,
      (event) => {
        event.stopPropagation();
      },
      { signal },
    );
  }
}

/**
 * Takes the host out of a dialog that the page closes, where nothing is rendered any more. A card
 * that is open there closes: it is not moved with its state.
 */
function watchDialogs(element: HTMLElement, signal: AbortSignal): void {
  window.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDialogElement) || !contains(target, element)) return;
      if (!matches(target, ':modal')) append(rootElementOf(document), element);
    },
    { capture: true, signal },
  );
}

/**
 * Within the document the host is moved with its focus and an open card; Firefox closes popovers in
 * a root that is moved, and so the card.
 */
function goTo(element: HTMLElement, home: Element): void {
  if (!isConnected(element)) append(home, element);
  else if (parentElementOf(element) !== home) moveInto(home, element);
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

function swallowEscape(event: KeyboardEvent): void {
  if (event.key === 'Escape') event.stopImmediatePropagation();
}
