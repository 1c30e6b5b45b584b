/** What readers see of the built extension, in their colours and in the room that they have. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterEach, describe, expect, it } from 'vitest';
import { openExtensionDocument } from '../../tools/extension-document.ts';
import { cardRoot, openCard, regionRoot } from '../../tools/read-annotations.ts';
import { findMisfits, NARROW } from '../components/find-misfits.ts';
import { findMotion } from '../components/find-motion.ts';
import { contrast, luminance } from '../contrast.ts';
import { askAxe } from './ask-axe.ts';
import { describeInBrowsers, type Session } from './browsers.ts';
import { preferScheme, SCHEMES } from './colour-scheme.ts';
import { waitForReport } from './report-page.ts';
import { waitForMarkCount } from './written-page.ts';

const SAMPLE = '/border-province/source.html';
const SAMPLE_MARK_COUNT = 8;
const POLL = { timeout: 10_000, interval: 20 };

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
const MIN_TEXT_CONTRAST = 4.5;

/** Fewer rules than this that found something to check mean that axe did not see the view. */
const MIN_RULES_RUN = 15;

/** What every view must have been checked for, whatever else was. */
const RULES = ['color-contrast', 'button-name', 'target-size', 'valid-lang'];

type Shown = { readonly page: Page; readonly view: ElementHandle };

async function openSample(session: Session): Promise<Page> {
  const page = await session.openPage(SAMPLE);
  await waitForMarkCount(page, SAMPLE_MARK_COUNT);
  return page;
}

async function showCard(page: Page): Promise<Shown> {
  await openCard(page, 0);
  const view = await (await cardRoot(page))?.$('.card');
  if (view == null) throw new Error('expected a card, but found none');
  return { page, view };
}

async function openOwn(session: Session, path: string): Promise<Page> {
  const page = await openExtensionDocument(session.opened, path);
  // A browser gives a page behind another little time.
  await page.bringToFront();
  return page;
}

async function waitFor(page: Page, selector: string): Promise<ElementHandle> {
  const found = await page.waitForSelector(selector);
  if (found === null) throw new Error(`expected ${selector}, but found none`);
  return found;
}

async function buttonOf(root: ElementHandle | null, name: string): Promise<ElementHandle> {
  for (const button of (await root?.$$('button')) ?? []) {
    if ((await button.evaluate((each) => each.textContent)) === name) return button;
  }
  throw new Error(`expected a button “${name}”, but found none`);
}

const VIEWS = {
  card: async (session) => showCard(await openSample(session)),
  'card on a page from right to left': async (session) => {
    const page = await openSample(session);
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    return showCard(page);
  },
  'card with its choices': async (session) => {
    const page = await openSample(session);
    await openCard(page, 0);
    const root = await cardRoot(page);
    await (await buttonOf(root, 'Wrong mark?')).click();
    const view = await root?.$('.card');
    if (view == null) throw new Error('expected a card, but found none');
    return { page, view };
  },
  'card with kinds of report': async (session) => {
    const page = await openSample(session);
    await openCard(page, 0);
    const root = await cardRoot(page);
    await (await buttonOf(root, 'Report a problem')).click();
    const view = await root?.$('.card');
    if (view == null) throw new Error('expected a card, but found none');
    return { page, view };
  },
  region: async (session) => {
    const page = await openSample(session);
    const view = await regionRoot(page);
    const button = await view?.$('button');
    if (view == null || button == null) throw new Error('expected a region, but found none');
    await button.focus();
    return { page, view };
  },
  popup: async (session) => {
    await openSample(session);
    const page = await openOwn(session, 'popup.html');
    await waitFor(page, '.annotation');
    return { page, view: await waitFor(page, '.popup') };
  },
  'claim for itself': async (session) => {
    const page = await openOwn(session, 'popup.html');
    await (await waitFor(page, 'input')).type('drones');
    await (await waitFor(page, '.result')).press('Enter');
    return { page, view: await waitFor(page, '.card') };
  },
  'first page': async (session) => {
    const page = await openOwn(session, 'welcome.html');
    return { page, view: await waitFor(page, '.welcome') };
  },
  'report page': async (session) => {
    const sample = await openSample(session);
    await openCard(sample, 0);
    const card = await cardRoot(sample);
    await (await buttonOf(card, 'Report a problem')).click();
    await (await buttonOf(card, 'Something else')).click();
    const page = await waitForReport(session);
    await page.bringToFront();
    return { page, view: await waitFor(page, '.report') };
  },
} as const satisfies Readonly<Record<string, (session: Session) => Promise<Shown>>>;

const readColours = (view: ElementHandle) =>
  view.evaluate((element) => {
    if (!(element instanceof Element)) throw new Error('expected an element');
    const { backgroundColor, color } = getComputedStyle(element);
    const isForced = matchMedia('(forced-colors: active)').matches;
    return { paper: backgroundColor, ink: color, isForced };
  });

const openAll = (view: ElementHandle) =>
  view.evaluate((element) => {
    if (!(element instanceof Element)) return;
    for (const details of element.querySelectorAll('details')) details.open = true;
  });

describeInBrowsers('the looks', (session) => {
  afterEach(async () => {
    const [page] = await session().opened.browser.pages();
    if (page !== undefined) await preferScheme(session(), page, 'light');
  });

  describe.each(Object.entries(VIEWS))('of the %s', (_, open) => {
    it('hold in a narrow window, at four times the size and in every colour, and nothing moves', async () => {
      const { page, view } = await open(session());
      for (const scheme of SCHEMES) {
        await preferScheme(session(), page, scheme);
        const readScheme = async () => {
          const { paper, isForced } = await readColours(view);
          return { isDark: luminance(paper) < 0.5, isForced };
        };
        await expect
          .poll(readScheme, POLL)
          .toEqual({ isDark: scheme.endsWith('dark'), isForced: scheme.startsWith('forced') });
        const { paper, ink } = await readColours(view);
        expect(contrast(paper, ink)).toBeGreaterThanOrEqual(MIN_TEXT_CONTRAST);
      }
      await openAll(view);
      for (const [width, height] of NARROW) {
        await page.setViewport({ width, height });
        await expect.poll(() => page.evaluate(() => innerHeight), POLL).toBe(height);
        await expect.poll(() => view.evaluate(findMisfits), POLL).toEqual([]);
      }
      expect(await view.evaluate(findMotion)).toEqual([]);
    });

    it('are such that axe finds nothing, having looked, and a button without a name where there is one', async () => {
      const { page, view } = await open(session());
      await openAll(view);
      const { violations, rules } = await askAxe(page, view);
      expect(violations).toEqual([]);
      expect(rules).toEqual(expect.arrayContaining(RULES));
      expect(rules.length).toBeGreaterThanOrEqual(MIN_RULES_RUN);
      await view.evaluate((element) => {
        const button = element instanceof Element ? element.querySelector('button') : null;
        button?.removeAttribute('aria-label');
        button?.replaceChildren();
      });
      expect((await askAxe(page, view)).violations).toContainEqual([
        'button-name',
        expect.stringContaining('<button'),
      ]);
    });
  });

  it('of a card are in its own direction, whatever that of the page is', async () => {
    const { view } = await VIEWS['card on a page from right to left'](session());
    const read = () =>
      view.evaluate((element) => {
        if (!(element instanceof Element)) return null;
        const card = element.getBoundingClientRect();
        const close = element.querySelector('.close')?.getBoundingClientRect();
        return {
          direction: getComputedStyle(element).direction,
          isInView: card.left >= 0 && card.right <= innerWidth,
          closesAtEnd: close !== undefined && close.left > card.left + card.width / 2,
        };
      });
    await expect.poll(read, POLL).toEqual({ direction: 'ltr', isInView: true, closesAtEnd: true });
  });

  it('of a mark and of its flash are seen where the system chooses the colours', async () => {
    const page = await openSample(session());
    await preferScheme(session(), page, 'forced dark');
    const read = () =>
      page.evaluate(() => {
        const mark = getComputedStyle(document.body, '::highlight(rejoinder-solid)');
        const flash = getComputedStyle(document.body, '::highlight(rejoinder-flash)');
        const selected = document.createElement('p');
        selected.style.cssText = 'forced-color-adjust: none; background-color: Highlight';
        document.body.append(selected);
        return {
          ink: getComputedStyle(document.body).color,
          line: mark.textDecorationColor,
          flash: flash.backgroundColor,
          selection: getComputedStyle(selected).backgroundColor,
        };
      });
    await expect.poll(async () => luminance((await read()).ink) > 0.5, POLL).toBe(true);
    const { ink, line, flash, selection } = await read();
    expect([line, flash]).toEqual([ink, selection]);
  });
});
