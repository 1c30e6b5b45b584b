/**
 * The second door to the marks, for the keyboard and for assistive technology, which a highlight does
 * not reach: a labelled region in the root of our one element, with a button for each mark.
 *
 *   show ──► a button for each mark, in page order; after a moment, once, how many they are
 *   moveToMark, Tab ──► a button has the focus: its passage is shown, the region is seen
 *                         ├─ Enter, click ──► onOpen
 *                         └─ Escape ──► the focus goes back to where it was on the page
 *
 * Idle when: there are no marks; its key listeners are there only while a button has the focus.
 */
import { isSound } from './anchor.ts';
import { hasSameWords, saysTheSame, type Mark } from './choose-marks.ts';
import {
  contains,
  createElement,
  focus,
  focusedElementOf,
  isConnected,
  matches,
  nextSiblingOf,
  parentElementOf,
  treeOf,
} from './node-access.ts';
import type { PageHost } from './page-host.ts';
import { showRange, toLiveRange } from './show-range.ts';

/** How much of a passage a button quotes, in UTF-16 units: enough to know it by, and heard in one breath. */
export const QUOTED_LENGTH = 50;

/**
 * For how long the marks must have stayed as they are before their number is announced, in
 * milliseconds. Sooner would often be before the page has been read to its end, or before assistive
 * technology has taken note of an element that announces.
 */
export const ANNOUNCE_AFTER_MS = 1_000;

export type RegionTexts = {
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Names the region. */
  readonly label: string;
  /** What Enter and Escape do. */
  readonly hint: string;
  /** The name of a button. `place` counts from 1; `words` are the first ones of the passage. */
  readonly nameOf: (place: number, count: number, words: string) => string;
  readonly announcementOf: (count: number) => string;
};

export type PageRegionOptions = {
  readonly host: PageHost;
  readonly texts: RegionTexts;
  /**
   * The region's style sheet. The region is `.region`, seen while it is `:popover-open`, and then
   * only the button that has the focus; `.announcement` is never seen. Lengths in `px`.
   */
  readonly css: string;
  readonly onOpen: (mark: Mark) => void;
  readonly signal: AbortSignal;
};

export type Direction = 'next' | 'previous';

export type PageRegion = {
  /** Replaces the marks, given in page order. The focus stays on its mark, or goes to the nearest. */
  show(marks: readonly Mark[]): void;
  /**
   * Focuses the button of another mark and shows its passage; false when there is none. From a mark
   * that has the focus, or had it last and is still in view, to the one after or before it, and from
   * the last to the first. From anywhere else to what a reader who looks at the page means: next is
   * the first mark in view or below, previous the last mark in view or above.
   */
  moveToMark(direction: Direction): boolean;
  /** Has the next move begin at a mark that the reader has opened by another door. */
  startFrom(mark: Mark): void;
  /**
   * Takes the focus that a card would have given back to a button that is gone: to the nearest, or
   * where there is none to where it was on the page.
   */
  takeFocus(): void;
};

type Entry = { mark: Mark; name: string; readonly button: HTMLButtonElement };

export function createPageRegion(options: PageRegionOptions): PageRegion {
  const { host, texts, css, onOpen, signal } = options;
  const { section, hint, status } = createElements(texts);
  let entries: readonly Entry[] = [];
  let release: (() => void) | null = null;
  /** The mark that a reader was led to last. */
  let latest: Entry | null = null;
  /** The mark whose passage the reader has before them, until they leave. */
  let shown: Entry | null = null;
  /** Where the focus was on the page; null when it was nowhere. */
  let cameFrom: HTMLElement | null = null;
  let use: AbortController | null = null;
  let announcing: ReturnType<typeof setTimeout> | null = null;
  let hasAnnounced = false;

  const focusedEntry = () => {
    const focused = host.focused();
    return entries.find(({ button }) => button === focused) ?? null;
  };

  /** Says how many marks there are once they have come to rest; what was said does not stay. */
  function announce(): void {
    status.replaceChildren();
    if (announcing !== null) clearTimeout(announcing);
    announcing = null;
    if (hasAnnounced || entries.length === 0) return;
    announcing = setTimeout(() => {
      hasAnnounced = true;
      status.replaceChildren(texts.announcementOf(entries.length));
    }, ANNOUNCE_AFTER_MS);
  }

  function show(marks: readonly Mark[]): void {
    if (signal.aborted) return;
    const before = entries;
    const focused = focusedEntry();
    entries = matchEntries(before, marks, createEntry);
    const kept = new Set(entries);
    arrange(section, hint, entries);
    for (const [at, entry] of entries.entries()) {
      const words = firstWords(entry.mark.quote.exact);
      nameEntry(entry, texts.nameOf(at + 1, entries.length, words));
    }
    if (entries.length > 0) {
      if (release === null) release = host.hold([section, status], css);
      else host.restore();
    }
    // Its passage is not shown: the reader has not asked to be taken there.
    if (shown !== null && !kept.has(shown)) shown = nearestTo(shown, before, entries);
    if (focused !== null && !kept.has(focused)) takeFocus();
    for (const entry of before) if (!kept.has(entry)) entry.button.remove();
    if (entries.length === 0) takeOut();
    announce();
  }

  function takeOut(): void {
    release?.();
    release = null;
  }

  function createEntry(mark: Mark): Entry {
    const button = createElement(document, 'button');
    if (!(button instanceof HTMLButtonElement)) throw new TypeError('A browser without buttons.');
    button.type = 'button';
    button.setAttribute('aria-describedby', hint.id);
    const entry: Entry = { mark, name: '', button };
    button.addEventListener('click', () => {
      if (!signal.aborted && isSound(entry.mark)) onOpen(entry.mark);
    });
    button.addEventListener('focus', () => {
      if (entry !== shown) present(entry);
    });
    return entry;
  }

  function present(entry: Entry): void {
    latest = shown = entry;
    if (isSound(entry.mark)) showRange(entry.mark.range, signal);
  }

  function moveToMark(direction: Direction): boolean {
    const entry = signal.aborted ? undefined : neighbourOf(currentEntry(), direction);
    if (entry === undefined) return false;
    const isEntered = host.focused() === null;
    const before = isEntered ? focusedElementOf(document) : cameFrom;
    // Firefox does not tell that what had the focus was taken out.
    if (isEntered) endUse();
    host.bringTo(entry.mark.range.startContainer);
    shown = entry;
    focus(entry.button, { preventScroll: true });
    // The event of the focus names only the host of a shadow tree.
    cameFrom = before instanceof HTMLElement ? before : null;
    present(entry);
    return true;
  }

  function takeFocus(): void {
    if (shown === null || !entries.includes(shown)) {
      leave();
      return;
    }
    latest = shown;
    focus(shown.button, { preventScroll: true });
  }

  function startFrom(mark: Mark): void {
    latest = entries.find((entry) => entry.mark === mark) ?? latest;
  }

  /** The mark to go on from; null when there is none that the reader has before them. */
  function currentEntry(): Entry | null {
    const focused = focusedEntry();
    if (focused !== null || latest === null || !entries.includes(latest)) return focused;
    const box = boxOf(latest);
    return box !== null && box.bottom > 0 && box.top < innerHeight ? latest : null;
  }

  function neighbourOf(start: Entry | null, direction: Direction): Entry | undefined {
    if (start !== null) {
      const place = entries.indexOf(start) + (direction === 'next' ? 1 : -1);
      return entries.at(place % entries.length);
    }
    if (direction === 'next')
      return entries.find((entry) => (boxOf(entry)?.bottom ?? 0) > 0) ?? entries[0];
    return (
      entries.findLast((entry) => (boxOf(entry)?.top ?? Infinity) < innerHeight) ?? entries.at(-1)
    );
  }

  section.addEventListener('focusin', ({ relatedTarget }) => {
    if (use === null) {
      use = new AbortController();
      host.takeKeys('inside', leave, AbortSignal.any([use.signal, signal]));
    }
    if (!matches(section, ':popover-open')) section.showPopover();
    // Not from the card, nor back with the window, which had lost it.
    if (relatedTarget instanceof HTMLElement && !isOurs(relatedTarget)) cameFrom = relatedTarget;
  });
  section.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && contains(section, relatedTarget)) return;
    endUse();
    section.hidePopover();
    // Not to the card, nor with the window, which comes back with it.
    const isGone =
      relatedTarget instanceof Node
        ? !isOurs(relatedTarget)
        : Document.prototype.hasFocus.call(document);
    if (isGone) forgetVisit();
  });

  function endUse(): void {
    use?.abort();
    use = null;
  }

  function leave(): void {
    const back = cameFrom;
    const left = host.focused();
    forgetVisit();
    if (back !== null && isConnected(back)) focus(back, { preventScroll: true });
    if (left instanceof HTMLElement && host.focused() === left) left.blur();
  }

  function forgetVisit(): void {
    cameFrom = null;
    shown = null;
  }

  function isOurs(node: Node): boolean {
    return treeOf(node) === treeOf(section);
  }

  signal.addEventListener(
    'abort',
    () => {
      if (announcing !== null) clearTimeout(announcing);
      if (focusedEntry() !== null) leave();
      takeOut();
    },
    { once: true },
  );
  return { show, moveToMark, startFrom, takeFocus };
}

/** The entry that is kept and was next after one that is gone, or before it; else the first there is. */
function nearestTo(gone: Entry, before: readonly Entry[], entries: readonly Entry[]): Entry | null {
  const kept = new Set(entries);
  const place = before.indexOf(gone);
  return (
    before.slice(place).find((entry) => kept.has(entry)) ??
    before.slice(0, place).findLast((entry) => kept.has(entry)) ??
    entries[0] ??
    null
  );
}

/** For each mark its own entry, where there was one: on the same nodes, or on nodes drawn anew. */
function matchEntries(
  before: readonly Entry[],
  marks: readonly Mark[],
  create: (mark: Mark) => Entry,
): readonly Entry[] {
  const byWords = new Map<string, Entry[]>();
  for (const entry of before) {
    const { exact } = entry.mark.quote;
    byWords.set(exact, [...(byWords.get(exact) ?? []), entry]);
  }
  return marks.map((mark) => {
    const candidates = byWords.get(mark.quote.exact) ?? [];
    const same =
      candidates.find((entry) => hasSameWords(entry.mark.range, mark.range)) ??
      candidates.find((entry) => saysTheSame(entry.mark, mark));
    if (same === undefined) return create(mark);
    candidates.splice(candidates.indexOf(same), 1);
    same.mark = mark;
    return same;
  });
}

/** Puts the buttons into their order before `end`; one that has the focus keeps it. */
function arrange(section: HTMLElement, end: Node, entries: readonly Entry[]): void {
  let next = end;
  for (const { button } of entries.toReversed()) {
    if (parentElementOf(button) !== section) section.insertBefore(button, next);
    else if (nextSiblingOf(button) !== next) section.moveBefore(button, next);
    next = button;
  }
}

function nameEntry(entry: Entry, name: string): void {
  if (entry.name === name) return;
  entry.name = name;
  entry.button.replaceChildren(name);
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first words of a passage, in one line; of a language without spaces the first characters. */
function firstWords(passage: string): string {
  const text = passage.replaceAll(/\s+/gu, ' ').trim();
  if (text.length <= QUOTED_LENGTH) return text;
  const space = text.lastIndexOf(' ', QUOTED_LENGTH);
  const end = space > 0 ? space : graphemes.segment(text).containing(QUOTED_LENGTH)?.index;
  return `${text.slice(0, end)}…`;
}

/** Where a passage is in the viewport; null when it is not rendered, or its words have changed. */
function boxOf({ mark }: Entry): DOMRect | null {
  if (!isSound(mark)) return null;
  const passage = toLiveRange(mark.range);
  return passage.getClientRects().length === 0 ? null : passage.getBoundingClientRect();
}

function createElements({ language, direction, label, hint: words }: RegionTexts) {
  const create = (name: string, attributes: Readonly<Record<string, string>>) => {
    const element = createElement(document, name);
    const all = { lang: language, dir: direction, ...attributes };
    for (const [attribute, value] of Object.entries(all)) element.setAttribute(attribute, value);
    return element;
  };
  const section = create('section', {
    class: 'region',
    role: 'region',
    'aria-label': label,
    popover: 'manual',
  });
  const hint = create('p', { id: 'region-hint' });
  hint.append(words);
  section.append(hint);
  return { section, hint, status: create('div', { class: 'announcement', role: 'status' }) };
}
