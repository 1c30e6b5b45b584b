import { beforeEach, expect, test, vi } from 'vitest';
import { DRIFT_PX, guardClicks, MAX_RAISES, STILL_AFTER_MS } from '../../core/page/click-guard.ts';
import { find, parseNodes, showPage, untilTestEnds } from './made-page.ts';

/** Clicks as the pointer does. */
function click(element: Element): void {
  const options = { bubbles: true, cancelable: true, composed: true, detail: 1 };
  element.dispatchEvent(new MouseEvent('click', options));
}

/** Far longer than a busy machine takes to draw a frame. */
const POLL = { timeout: 5_000, interval: 10 };

/** A guarded card with a link, a button, and one that closes it, as a popover in a closed root. */
function openGuarded() {
  const host = document.createElement('div');
  document.documentElement.append(host);
  const root = host.attachShadow({ mode: 'closed' });
  root.append(
    ...parseNodes(
      '<div popover="manual" style="inset: 20px auto auto 20px; margin: 0">' +
        '<div id="scroller" style="block-size: 60px; overflow: auto">' +
        '<button id="act">Act</button><button class="close">x</button>' +
        '<p style="block-size: 500px">Words</p></div></div>',
    ),
  );
  const frame = root.querySelector('div');
  if (frame === null) throw new Error('nothing was drawn');
  frame.showPopover();
  const onAct = vi.fn();
  const onClose = vi.fn();
  const onOverrun = vi.fn();
  find('#act', frame).addEventListener('click', onAct);
  find('.close', frame).addEventListener('click', onClose);
  const life = untilTestEnds();
  life.signal.addEventListener('abort', () => {
    host.remove();
  });
  let isOursOnTop = false;
  const guard = guardClicks(frame, () => isOursOnTop, onOverrun, life.signal);
  return {
    guard,
    host,
    root,
    frame,
    onAct,
    onClose,
    onOverrun,
    act: () => {
      click(find('#act', frame));
    },
    coverOurselves: () => {
      isOursOnTop = true;
    },
  };
}

const untilStill = ({ frame }: ReturnType<typeof openGuarded>) =>
  expect.poll(() => frame.hasAttribute('data-still'), POLL).toBe(true);

/** Covers everything with a popover of the page that lets clicks through; `where` it is put. */
function cover(where: Element | ShadowRoot = document.body): HTMLElement {
  const over = document.createElement('div');
  over.popover = 'manual';
  over.style.cssText =
    'inset: 0; inline-size: auto; block-size: auto; background: white; pointer-events: none';
  where.append(over);
  over.showPopover();
  return over;
}

/** The element of the page, or of ours, that is drawn over all others at the card's place. */
function topmost(): Element | null {
  for (const each of document.querySelectorAll<HTMLElement>('[popover]'))
    each.style.pointerEvents = 'auto';
  return document.elementFromPoint(30, 30);
}

beforeEach(() => {
  showPage('<p>alpha</p>');
});

test('a click counts once the card has stood still for a moment, not before', async () => {
  const card = openGuarded();
  card.act();
  expect(card.onAct).not.toHaveBeenCalled();
  const openedAt = performance.now();
  await untilStill(card);
  // Timers may be early by the grain of the clock.
  expect(performance.now() - openedAt).toBeGreaterThan(STILL_AFTER_MS - 20);
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(1);
});

test('a click that closes the card always counts', () => {
  const card = openGuarded();
  click(find('.close', card.frame));
  expect(card.onClose).toHaveBeenCalledTimes(1);
});

test('a key always counts: it acts on what has the focus, wherever that is drawn', () => {
  const card = openGuarded();
  // As Enter does.
  find('#act', card.frame).click();
  expect(card.onAct).toHaveBeenCalledTimes(1);
});

test('a card that is moved does not take clicks for a moment, however slowly it drifts', async () => {
  const card = openGuarded();
  card.guard.movedTo(100, 100);
  await untilStill(card);
  card.guard.movedTo(100 + DRIFT_PX / 2, 100);
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(1);
  card.guard.movedTo(100 + DRIFT_PX + 1, 100);
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(1);
});

test('what covers it is covered by it, and clicks do not count for a moment; focus and scrolling stay', async () => {
  const card = openGuarded();
  const scroller = find('#scroller', card.frame);
  find('#act', card.frame).focus();
  scroller.scrollTo({ top: 40, behavior: 'instant' });
  await untilStill(card);
  cover();
  card.act();
  expect(card.onAct).not.toHaveBeenCalled();
  await expect.poll(topmost, POLL).toBe(card.host);
  card.act();
  expect(card.onAct).not.toHaveBeenCalled();
  expect(scroller.scrollTop).toBe(40);
  expect(card.root.activeElement?.id).toBe('act');
  await untilStill(card);
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(1);
});

test('what covers it unheard, in a shadow tree and without taking clicks, is noticed too', async () => {
  const card = openGuarded();
  await untilStill(card);
  const other = document.createElement('div');
  document.body.append(other);
  cover(other.attachShadow({ mode: 'closed' }));
  await expect.poll(() => card.frame.hasAttribute('data-still'), POLL).toBe(false);
  card.act();
  expect(card.onAct).not.toHaveBeenCalled();
  await untilStill(card);
  expect(card.onOverrun).not.toHaveBeenCalled();
});

test('a page that goes on covering it is not fought', async () => {
  const card = openGuarded();
  for (let round = 0; round <= MAX_RAISES; round++) {
    expect(card.onOverrun).not.toHaveBeenCalled();
    const over = cover();
    await expect.poll(topmost, POLL).toBe(round < MAX_RAISES ? card.host : over);
  }
  await expect.poll(() => card.onOverrun.mock.calls.length, POLL).toBe(1);
});

test('a part of the page that is unfolded, and something of ours above it, change nothing', async () => {
  showPage('<details><summary>more</summary>alpha</details>');
  const card = openGuarded();
  await untilStill(card);
  const toggled = new Promise((resolve) => {
    window.addEventListener('toggle', resolve, { capture: true, once: true });
  });
  find('summary').click();
  await toggled;
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(1);
  card.coverOurselves();
  cover();
  await untilStill(card);
  expect(topmost()).not.toBe(card.host);
  card.act();
  expect(card.onAct).toHaveBeenCalledTimes(2);
});
