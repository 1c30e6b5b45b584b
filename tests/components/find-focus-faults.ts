import { contrast } from '../contrast.ts';
import { findAll } from './mount-card.tsx';

const CONTROLS = 'a[href], button, summary, input, select, textarea, [tabindex="0"]';

/** The least that a control must show of itself to be found and pressed (WCAG 2.2, 2.5.8). */
const MIN_TARGET_PX = 24;

/** https://www.w3.org/TR/WCAG22/#non-text-contrast */
const MIN_RING_CONTRAST = 3;

/**
 * Moves the focus through the controls of a view and back again. What is wrong with one that has it,
 * one line for each: it is out of sight or behind something, or no ring around it can be told from
 * what is behind the ring. The view needs its styles, and no pointer pressed before.
 */
export function findFocusFaults(view: HTMLElement): readonly string[] {
  const controls = findAll(view, CONTROLS).filter((control) =>
    control.checkVisibility({ visibilityProperty: true }),
  );
  if (controls.length === 0) return ['there is no control'];
  return [...controls, ...controls.toReversed()].flatMap((control) => {
    control.focus();
    return [...findHidden(control), ...findRingless(control)].map(
      (fault) => `${fault}: ${control.localName}.${control.className} “${control.innerText}”`,
    );
  });
}

function findHidden(control: HTMLElement): readonly string[] {
  // A link that begins a line may leave an empty box at the end of the line before.
  const [line] = [...control.getClientRects()].toSorted((a, b) => b.width - a.width);
  if (line === undefined) return ['is nowhere'];
  const seen = clip(line, control);
  const isLittle = (px: number, wholePx: number) => px < Math.min(MIN_TARGET_PX, wholePx) - 1;
  if (isLittle(seen.width, line.width) || isLittle(seen.height, line.height)) {
    return ['is out of sight'];
  }
  const root = control.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return ['is in no document'];
  const hit = root.elementFromPoint(seen.x + seen.width / 2, seen.y + seen.height / 2);
  return control.contains(hit) ? [] : ['is behind something'];
}

function findRingless(control: HTMLElement): readonly string[] {
  const { outlineStyle, outlineColor, ...style } = getComputedStyle(control);
  const widthPx = parseFloat(style.outlineWidth);
  if (outlineStyle !== 'solid' || widthPx < 2) return ['has no ring'];
  const reachPx = widthPx + parseFloat(style.outlineOffset);
  const behind = paperOf(reachPx > 0 ? control.parentElement : control);
  if (contrast(outlineColor, behind) < MIN_RING_CONTRAST) {
    return [`has a ring of ${outlineColor} on ${behind}`];
  }
  const isCut = [...control.getClientRects()].some(({ x, y, width, height }) => {
    const ring = new DOMRect(x - reachPx, y, width + 2 * reachPx, height);
    return clip(ring, control).width < ring.width - 1;
  });
  return isCut ? ['has a ring that is cut off'] : [];
}

/** What is left of a box between the edges of the window and of all that clips its element. */
function clip(box: DOMRect, element: HTMLElement): DOMRect {
  const edges = [box, new DOMRect(0, 0, innerWidth, innerHeight)];
  for (let at = element.parentElement; at !== null; at = at.parentElement) {
    if (getComputedStyle(at).overflowX !== 'visible') edges.push(at.getBoundingClientRect());
  }
  const left = Math.max(...edges.map((edge) => edge.left));
  const right = Math.min(...edges.map((edge) => edge.right));
  const top = Math.max(...edges.map((edge) => edge.top));
  const bottom = Math.min(...edges.map((edge) => edge.bottom));
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** The background that is behind an element; a document without any is white. */
function paperOf(element: HTMLElement | null): string {
  for (let at = element; at !== null; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^rgba.*, 0\)$/u.test(backgroundColor)) return backgroundColor;
  }
  return 'rgb(255, 255, 255)';
}
