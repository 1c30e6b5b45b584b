/** What axe says of something that a browser shows, in a closed shadow root too. */
import axeCore, { type RunOptions } from 'axe-core';
import type { ElementHandle, Page } from 'puppeteer-core';

/** `axe` of the document that the function below is evaluated in. */
declare const axe: typeof axeCore;

const OPTIONS: RunOptions = {
  rules: {
    // Off unless asked for: WCAG 2.2, 2.5.8.
    'target-size': { enabled: true },
    // A claim has the headings of a card, which stands in pages and below their headings.
    'page-has-heading-one': { enabled: false },
  },
};

/**
 * What axe finds wrong in the document of `view`, or in the shadow tree that it is in, and which of
 * axe's rules found something to check. Leaves the page with traces: of axe, and of a root that is
 * not closed any more.
 */
export async function askAxe(page: Page, view: ElementHandle) {
  await page.evaluate(axeCore.source);
  return await view.evaluate(async (element, options) => {
    const root = element.getRootNode();
    const host = root instanceof ShadowRoot ? root.host : document.documentElement;
    if (root instanceof ShadowRoot) {
      // Of a closed root axe would see nothing, and find nothing wrong.
      Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
      // What is beside the body has no background for axe, which then judges no contrast.
      const popovers = [...root.querySelectorAll<HTMLElement>(':popover-open')];
      document.body.moveBefore(host, null);
      // Firefox closes what is moved.
      for (const popover of popovers) {
        if (!popover.matches(':popover-open')) popover.showPopover();
      }
    }
    const { violations, passes } = await axe.run(host, options);
    return {
      violations: violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]),
      rules: passes.map(({ id }) => id),
    };
  }, OPTIONS);
}
