/**
 * Windows in which every view must hold, width and height in pixels; 1280 by 1024 at 400 % are as
 * many as the last (WCAG 2.2, 1.4.10).
 */
export const NARROW = [
  [320, 568],
  [320, 256],
] as const;

/**
 * What of a view cannot be read where it stands, one line for each. A view may scroll up and down,
 * and not sideways. Evaluated in documents of other tests as well, so it uses nothing from around it.
 */
export function findMisfits(view: Element): readonly string[] {
  /** Browsers round. */
  const ROUNDING_PX = 1;
  /** Less than a line of text: letters reach out of their lines. */
  const LINE_PX = 8;

  // What is clipped away is for those who listen.
  const isClippedAway = (element: Element) => getComputedStyle(element).clipPath === 'inset(50%)';
  const shown = [view, ...view.querySelectorAll('*')].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !isClippedAway(element),
  );
  const { clientWidth, scrollWidth } = document.documentElement;
  const { left, right } = view.getBoundingClientRect();
  const isBeside = (box: DOMRect) =>
    box.width > 0 && (box.left < left - ROUNDING_PX || box.right > right + ROUNDING_PX);
  const hasWordsBeside = (element: Element) =>
    [...element.childNodes].some((node) => {
      if (!(node instanceof Text)) return false;
      const words = new Range();
      words.selectNodeContents(node);
      return [...words.getClientRects()].some(isBeside);
    });
  const isCutOff = (element: Element) => {
    if (!['hidden', 'clip'].includes(getComputedStyle(element).overflowY)) return false;
    if (element.scrollHeight - element.clientHeight < LINE_PX) return false;
    const opens = `[aria-expanded=false][aria-describedby="${CSS.escape(element.id)}"]`;
    return element.id === '' || view.querySelector(opens) === null;
  };
  const misfits = (what: string, isMisfit: (element: Element) => boolean) =>
    shown
      .filter(isMisfit)
      .map(
        (element) =>
          `${what}: ${element.localName}.${element.getAttribute('class') ?? ''} ` +
          `“${element.textContent.trim().slice(0, 40)}”`,
      );
  return [
    ...(scrollWidth > clientWidth ? ['the document scrolls sideways'] : []),
    ...(left < 0 || right > clientWidth + ROUNDING_PX ? ['the view is not in its window'] : []),
    ...misfits('sticks out of the view', (element) => isBeside(element.getBoundingClientRect())),
    ...misfits('has words out of the view', hasWordsBeside),
    ...misfits(
      'is narrower than what is in it',
      (element) =>
        element.clientWidth > 0 && element.scrollWidth > element.clientWidth + ROUNDING_PX,
    ),
    ...misfits('is cut off below, with nothing to open it', isCutOff),
  ];
}
