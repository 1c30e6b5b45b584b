/** What of a view moves by itself, or glides from one state into another. */
export function findMotion(view: Element): readonly string[] {
  return [view, ...view.querySelectorAll('*')].flatMap((element) =>
    [null, '::before', '::after', '::marker', '::details-content'].flatMap((part) => {
      const style = getComputedStyle(element, part);
      const isStill =
        style.animationName === 'none' &&
        style.transitionDuration.split(', ').every((duration) => duration === '0s') &&
        style.scrollBehavior === 'auto';
      return isStill
        ? []
        : [`${element.localName}.${element.getAttribute('class') ?? ''}${part ?? ''}`];
    }),
  );
}
