/** What the extension did to a page, seen from outside as a reader sees it: the marks and the card. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ElementHandle, Page } from 'puppeteer-core';
import { HIGHLIGHT_NAMES } from '../core/page/painter.ts';
import { closedRootOf } from './closed-root.ts';

/** A passage that the page shows marked. */
export type Mark = {
  readonly text: string;
  /** `dotted` is the quieter mark. */
  readonly style: 'solid' | 'dotted';
};

/** Where our one element stands: last in the document, or in a modal dialog of the page. */
const PAGE_HOST = 'html > div, dialog > div';
/** The card in its root, while it is open. */
const CARD = '#frame:popover-open';
/** The same once it takes clicks: it must have stood still for a moment. */
const STILL_CARD = `${CARD}[data-still]`;

/** Short enough that nobody waits for it, long enough that asking does not slow the page down. */
const POLL_MS = 100;
/** For how long no mark may be added before a page counts as read to its end. */
const SETTLED_MS = 500;
/** A long page on a slow machine is read within this; on one without claims it is waited for in vain. */
const MARKS_TIMEOUT_MS = 15_000;
/** How long a slow machine may take to open a card. */
const CARD_TIMEOUT_MS = 5_000;

/** Runs in the page: its marks in the order of its text. */
function collectMarks(names: typeof HIGHLIGHT_NAMES) {
  const marks = (['solid', 'dotted'] as const).flatMap((style) =>
    [...(CSS.highlights.get(names[style]) ?? [])].map((marked) => {
      const range = new Range();
      range.setStart(marked.startContainer, marked.startOffset);
      range.setEnd(marked.endContainer, marked.endOffset);
      return { style, range };
    }),
  );
  // Ranges of two trees have no order, but what the document holds them in has.
  const inDocument = ({ range }: { range: Range }) => {
    const place = range.cloneRange();
    for (let root = place.startContainer.getRootNode(); root instanceof ShadowRoot;) {
      place.selectNode(root.host);
      root = root.host.getRootNode();
    }
    return place;
  };
  return marks.sort((a, b) =>
    a.range.startContainer.getRootNode() === b.range.startContainer.getRootNode()
      ? a.range.compareBoundaryPoints(Range.START_TO_START, b.range)
      : inDocument(a).compareBoundaryPoints(Range.START_TO_START, inDocument(b)),
  );
}

/** The marks of a page in the order of its text. */
export async function readMarks(page: Page): Promise<readonly Mark[]> {
  await using marks = await page.evaluateHandle(collectMarks, HIGHLIGHT_NAMES);
  return await marks.evaluate((all) =>
    all.map(({ style, range }) => ({ style, text: range.toString() })),
  );
}

/**
 * The marks of a page once no more are added; what there is when `timeoutMs` is over, which may be
 * none.
 */
export async function waitForMarks(
  page: Page,
  timeoutMs = MARKS_TIMEOUT_MS,
): Promise<readonly Mark[]> {
  const deadline = performance.now() + timeoutMs;
  let marks = await readMarks(page);
  let changedAt = performance.now();
  for (;;) {
    await pause(POLL_MS);
    const time = performance.now();
    const latest = await readMarks(page);
    if (latest.length !== marks.length) changedAt = time;
    marks = latest;
    if (time >= deadline || (marks.length > 0 && time - changedAt >= SETTLED_MS)) return marks;
  }
}

/**
 * Scrolls to the mark at `index` of `readMarks` and clicks in the middle of its first line. The
 * card that opens, once it takes clicks; null when there is no such mark or no card opens.
 */
export async function openCard(page: Page, index: number): Promise<CardSnapshot | null> {
  await using marks = await page.evaluateHandle(collectMarks, HIGHLIGHT_NAMES);
  const middle = await marks.evaluate((all, at) => {
    const range = all[at]?.range;
    if (range === undefined) return null;
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const firstLine = () => range.getClientRects().item(0) ?? new DOMRect();
    // A paragraph may be taller than the window.
    window.scrollBy({ top: firstLine().top - innerHeight / 2, behavior: 'instant' });
    const { x, y, width, height } = firstLine();
    return { x: x + width / 2, y: y + height / 2 };
  }, index);
  if (middle === null) return null;
  await page.mouse.click(middle.x, middle.y);

  const deadline = performance.now() + CARD_TIMEOUT_MS;
  for (;;) {
    const card = await readCard(page);
    if (performance.now() >= deadline || (card !== null && (await takesClicks(page)))) return card;
    await pause(POLL_MS);
  }
}

/** The element around the open card, to query, click and measure in; null when no card is open. */
export async function cardRoot(page: Page): Promise<ElementHandle | null> {
  await using root = await closedRootOf(page, PAGE_HOST);
  return (await root?.$(CARD)) ?? null;
}

/** Whether a card is open that has stood still for long enough to take clicks. */
export async function takesClicks(page: Page): Promise<boolean> {
  await using root = await closedRootOf(page, PAGE_HOST);
  return ((await root?.$(STILL_CARD)) ?? null) !== null;
}

/** The small button beside a mark in a link; null while it is not there. */
export async function linkHandle(page: Page): Promise<ElementHandle | null> {
  await using root = await closedRootOf(page, PAGE_HOST);
  return (await root?.$('.handle:popover-open')) ?? null;
}

/** What an open card says. */
export type CardSnapshot = {
  /** What assistive technology calls it; empty when it has no name. */
  readonly label: string;
  /** All its text as it is laid out, one line for each block. */
  readonly text: string;
  readonly headings: readonly string[];
  /** The accessible names of its buttons. */
  readonly buttons: readonly string[];
  readonly links: readonly { readonly text: string; readonly href: string }[];
};

/** The open card, or null when none is open or nothing is in it yet. */
export async function readCard(page: Page): Promise<CardSnapshot | null> {
  await using root = await cardRoot(page);
  if (root === null) return null;
  return await root.evaluate((node): CardSnapshot | null => {
    const root = node.getRootNode();
    if (!(root instanceof ShadowRoot) || !(node instanceof Element)) return null;
    const all = (selector: string) => [...node.querySelectorAll<HTMLElement>(selector)];
    const textOf = (element: HTMLElement) => element.innerText.trim();
    const nameOf = (element: HTMLElement) => {
      const labels = element.getAttribute('aria-labelledby')?.split(/\s+/u) ?? [];
      const labelled = labels.map((id) => root.getElementById(id)?.textContent.trim() ?? '');
      return labelled.join(' ') || (element.ariaLabel ?? '');
    };
    const [dialog] = all('dialog, [role=dialog]');
    if (dialog === undefined || textOf(dialog) === '') return null;
    return {
      label: nameOf(dialog),
      text: textOf(dialog),
      headings: all('h1, h2, h3, h4, h5, h6, [role=heading]').map(textOf),
      buttons: all('button, [role=button]').map((button) => nameOf(button) || textOf(button)),
      links: [...node.querySelectorAll('a')].map((link) => ({
        text: textOf(link),
        href: link.href,
      })),
    };
  });
}

/** What the region with a button for each mark says. */
export type RegionSnapshot = {
  /** What assistive technology calls it. */
  readonly label: string;
  /** The names of its buttons, in their order. */
  readonly buttons: readonly string[];
  /** The place of the button that has the focus, from 0; null when none has it. */
  readonly focused: number | null;
  /** Whether it is seen, and not only heard. */
  readonly isSeen: boolean;
  /** What was announced; empty until then. */
  readonly announcement: string;
};

/** The region of a page's marks, to query and measure in; null when there is none. */
export async function regionRoot(page: Page): Promise<ElementHandle | null> {
  await using root = await closedRootOf(page, PAGE_HOST);
  return (await root?.$('[role=region]')) ?? null;
}

/** What the region of a page's marks says, or null when there is none. */
export async function readRegion(page: Page): Promise<RegionSnapshot | null> {
  await using region = await regionRoot(page);
  if (region === null) return null;
  return await region.evaluate((element): RegionSnapshot | null => {
    const root = element.getRootNode();
    if (!(root instanceof ShadowRoot)) return null;
    const buttons = [...element.querySelectorAll('button')];
    const focused = buttons.findIndex((button) => button === root.activeElement);
    return {
      label: element.ariaLabel ?? '',
      buttons: buttons.map(({ textContent }) => textContent),
      focused: focused < 0 ? null : focused,
      isSeen: element.matches(':popover-open'),
      announcement: root.querySelector('[role=status]')?.textContent ?? '',
    };
  });
}
