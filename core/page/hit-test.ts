/** From a point on the screen to the mark under it, and from a plain click to an opened mark. */
import { isSound } from './anchor.ts';
import type { Mark } from './choose-marks.ts';
import { closest } from './node-access.ts';
import type { Painter } from './painter.ts';

/**
 * How far the pointer may travel between press and release, in CSS pixels, for a click to be a
 * click: an unsteady hand moves a few, a drag or a swipe more.
 */
export const CLICK_TRAVEL_PX = 5;

// What a page gives a meaning of its own when it is clicked.
const INTERACTIVE = [
  'a[href]',
  'area[href]',
  'button',
  'label',
  'input',
  'select',
  'textarea',
  'summary',
  'audio[controls]',
  'video[controls]',
  '[onclick]',
  '[contenteditable]:not([contenteditable="false" i])',
  ...(
    'button link checkbox radio switch tab option textbox searchbox combobox slider spinbutton ' +
    'treeitem menuitem menuitemcheckbox menuitemradio'
  )
    .split(' ')
    .map((role) => `[role="${role}"]`),
].join(', ');

/** What has a meaning of its own on the page and `element` is in; null where nothing has. */
export function meaningfulAround(element: Element): Element | null {
  return closest(element, INTERACTIVE);
}

/**
 * The mark painted at a point of the viewport (CSS pixels), the shortest where several overlap; null
 * where there is none, where its words have changed since, or where the browser cannot tell.
 */
export function markAtPoint(
  x: number,
  y: number,
  painter: Pick<Painter, 'markOf' | 'shadowRoots'>,
): Mark | null {
  const shadowRoots = painter.shadowRoots();
  let shortest: Mark | null = null;
  for (const { ranges } of CSS.highlights.highlightsFromPoint?.(x, y, { shadowRoots }) ?? []) {
    for (const range of ranges) {
      const mark = painter.markOf(range);
      if (mark === undefined || !isSound(mark)) continue;
      if (shortest === null || mark.quote.exact.length < shortest.quote.exact.length)
        shortest = mark;
    }
  }
  return shortest;
}

/**
 * Calls `onOpen` for a click that means a mark and nothing else: with the main button alone, made by
 * a person, not the end of a drag or of a selection, not the second of a double click, not on
 * anything that has a meaning on the page, and not one that the page took for itself. The first
 * click of a double click does open: to wait and see would delay every click. Listens only while
 * marks are painted.
 */
export function watchMarkClicks(
  painter: Painter,
  onOpen: (mark: Mark) => void,
  signal: AbortSignal,
): void {
  painter.whilePainted((painted) => {
    const options = { signal: AbortSignal.any([painted, signal]), passive: true };
    let pressed: Point | null = null;
    window.addEventListener(
      'pointerdown',
      ({ clientX, clientY }) => {
        pressed = { clientX, clientY };
      },
      { ...options, capture: true },
    );
    // On the way up and at the window: after every listener of the page has had its say.
    window.addEventListener(
      'click',
      (event) => {
        if (!isPlainClick(event) || hasTravelled(pressed, event)) return;
        const mark = markAtPoint(event.clientX, event.clientY, painter);
        if (mark !== null) onOpen(mark);
      },
      options,
    );
  });
}

function isPlainClick(event: MouseEvent): boolean {
  // In a shadow tree the window is told of its host.
  const target = event.composedPath()[0];
  return (
    event.isTrusted &&
    event.button === 0 &&
    // 0: made by a key. 2 and more: a double or triple click, which selects.
    event.detail === 1 &&
    !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) &&
    !event.defaultPrevented &&
    target instanceof Element &&
    meaningfulAround(target) === null &&
    getSelection()?.isCollapsed !== false
  );
}

type Point = Pick<MouseEvent, 'clientX' | 'clientY'>;

function hasTravelled(pressed: Point | null, { clientX, clientY }: Point): boolean {
  if (pressed === null) return false;
  return Math.hypot(clientX - pressed.clientX, clientY - pressed.clientY) > CLICK_TRAVEL_PX;
}
