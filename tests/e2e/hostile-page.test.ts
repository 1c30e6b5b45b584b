/** Pages that work against the extension, or against its reader: nothing breaks, and nothing loops. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, it } from 'vitest';
import type { PageMessage } from '../../core/extension/messages.ts';
import { RESTORATION_LIMIT } from '../../core/page/painter.ts';
import { askTabAnnotations } from '../../tools/ask-extension.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
  readAddress,
} from '../../tools/extension-document.ts';
import {
  cardRoot,
  openCard,
  readCard,
  readMarks,
  readRegion,
} from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { watchOwnErrors } from './own-errors.ts';
import { closePopup, openPopup, readPopup } from './popup.ts';
import { readText, waitForReport } from './report-page.ts';
import { PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };

/** How often our element may come into a page that does as it likes with it: once for each thing that is shown. */
const MAX_HOSTS = 4;

/** Counts what others put beside the body: our element, each time that it comes. */
const COUNT_HOSTS = `
  window.hosts = 0;
  window.mine = new WeakSet();
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes) if (!mine.has(node)) { hosts += 1; window.onHost?.(node); }
  }).observe(document.documentElement, { childList: true });`;

const CLAIM = `<p id="claim">${PASSAGES.drones}</p>`;
const BIDI_CONTROL = /\p{Bidi_Control}/u;

describeInBrowsers('a page that', (session) => {
  /** Opens a page with a script that runs before anything of ours, and holds it against us at the end. */
  async function meet(
    script: string,
    { body = CLAIM, markCount = 1 }: { readonly body?: string; readonly markCount?: number },
    act: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await session().opened.browser.newPage();
    const readErrors = await watchOwnErrors(session(), page);
    const html = writeDocument(`<script>${COUNT_HOSTS}${script}</script>${body}`);
    await page.goto(session().server.servePage(html));
    await waitForMarkCount(page, markCount);
    await act(page);
    expect(await readErrors()).toEqual([]);
  }

  /** Once this is answered, everything that was asked for before has been answered too. */
  const untilAnswered = (page: Page) => askTabAnnotations(session().opened, page);
  const count = async (page: Page, name: string) => Number(await page.evaluate(`window.${name}`));

  /** What the background sends when a reader presses the keys. */
  async function moveToMark(page: Page): Promise<void> {
    const own = await openExtensionDocument(session().opened);
    const message = { type: 'moveToMark', direction: 'next' } satisfies PageMessage;
    const tabId = String(await askActiveTabId(own));
    await callExtension(own, `tabs.sendMessage(${tabId}, ${JSON.stringify(message)})`);
    await own.close();
    await page.bringToFront();
  }

  const middleOf = (page: Page) =>
    page.evaluate(() => {
      const range = new Range();
      range.selectNodeContents(document.querySelector('#claim') ?? document.body);
      const { x, y, height } = range.getBoundingClientRect();
      return { x: x + 20, y: y + height / 2 };
    });
  async function clickMark(page: Page): Promise<void> {
    const { x, y } = await middleOf(page);
    await page.mouse.click(x, y);
    await untilAnswered(page);
  }

  it('clears the registry of highlights in a loop is not fought, and its marks are reached by key', async () => {
    const loop = `
      window.painted = 0;
      const clear = () => {
        if (CSS.highlights.size > 0) { painted += 1; CSS.highlights.clear(); }
        if (!window.isOver) requestAnimationFrame(clear);
      };
      window.start = clear;`;
    const body = `${CLAIM}<div style="block-size: 5000px"></div>`;
    await meet(loop, { body }, async (page) => {
      await page.evaluate('start()');
      // Each scrolling is an occasion to look after the marks.
      for (let round = 1; round <= 2 * RESTORATION_LIMIT; round++) {
        await page.evaluate(
          (top) =>
            new Promise((resolve) => {
              window.addEventListener('scrollend', resolve, { once: true });
              window.scrollTo({ top, behavior: 'instant' });
            }),
          round * 5,
        );
      }
      expect(await count(page, 'painted')).toBeGreaterThan(1);
      expect(await count(page, 'painted')).toBeLessThanOrEqual(RESTORATION_LIMIT + 1);
      await moveToMark(page);
      expect(await readRegion(page)).toMatchObject({ focused: 0 });
    });
  });

  it('removes our element each time gets it no oftener than something is shown', async () => {
    const remove = 'window.onHost = (node) => node.remove();';
    await meet(remove, {}, async (page) => {
      await clickMark(page);
      await expect.poll(() => count(page, 'hosts'), POLL).toBeGreaterThan(1);
      await expect.poll(() => readCard(page), POLL).toBeNull();
      await moveToMark(page);
      await untilAnswered(page);
      expect(await count(page, 'hosts')).toBeLessThanOrEqual(MAX_HOSTS);
      expect(await readMarks(page)).toHaveLength(1);
    });
  });

  it('clones our element has clones with nothing in them', async () => {
    const clone = `
      window.clones = [];
      window.onHost = (node) => {
        const copy = node.cloneNode(true);
        mine.add(copy);
        clones.push(copy);
        document.documentElement.append(copy);
      };`;
    await meet(clone, {}, async (page) => {
      expect(await openCard(page, 0)).not.toBeNull();
      const read = `clones.map((each) => [each.shadowRoot, each.localName, each.childNodes.length])`;
      expect(await page.evaluate(read)).toEqual([[null, 'div', 0]]);
      await page.keyboard.press('Escape');
      await expect.poll(() => readCard(page), POLL).toBeNull();
      expect(await count(page, 'hosts')).toBe(1);
    });
  });

  it('hears every key and click first and stops it has them, and we go by what is left', async () => {
    const types =
      'keydown keypress keyup click dblclick auxclick pointerdown pointerup mousedown mouseup ' +
      'focusin focusout focus blur toggle beforetoggle scroll scrollend visibilitychange pageshow';
    const stop = `
      for (const type of ${JSON.stringify(types.split(' '))})
        for (const target of [window, document])
          target.addEventListener(type, (event) => {
            event.stopImmediatePropagation();
            if (event.cancelable) event.preventDefault();
          }, true);`;
    await meet(stop, {}, async (page) => {
      await clickMark(page);
      expect(await readCard(page)).toBeNull();
      await moveToMark(page);
      expect(await readRegion(page)).toMatchObject({ focused: 0 });
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await untilAnswered(page);
      expect(await readMarks(page)).toHaveLength(1);
      expect(await count(page, 'hosts')).toBeLessThanOrEqual(MAX_HOSTS);
    });
  });

  it('steals the focus keeps it; the card stays, and Escape closes it', async () => {
    const steal = `
      window.ours = 0;
      document.addEventListener('focusin', ({ target }) => { if (target.id !== 'field') ours += 1; }, true);
      setInterval(() => document.querySelector('#field')?.focus(), 5);`;
    await meet(steal, { body: `<button id="field">Field</button>${CLAIM}` }, async (page) => {
      expect(await openCard(page, 0)).not.toBeNull();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
      expect(await count(page, 'ours')).toBeLessThanOrEqual(2);
      await page.keyboard.press('Escape');
      await expect.poll(() => readCard(page), POLL).toBeNull();
    });
  });

  it('floods its reader with dialogs and popovers has us out of its way, and back afterwards', async () => {
    const flood = `
      window.flood = async () => {
        for (let round = 0; round < 40; round++) {
          const dialog = document.createElement('dialog');
          const popover = document.createElement('div');
          popover.popover = round % 2 ? 'auto' : 'manual';
          dialog.append('Look here');
          document.body.append(dialog, popover);
          popover.showPopover();
          if (round > 20) dialog.showModal();
          await new Promise((resolve) => setTimeout(resolve, 10));
          dialog.close();
          dialog.remove();
          popover.remove();
        }
      };`;
    await meet(flood, {}, async (page) => {
      expect(await openCard(page, 0)).not.toBeNull();
      await page.evaluate('flood()');
      expect(await readCard(page)).toBeNull();
      expect(await openCard(page, 0)).not.toBeNull();
      expect(await count(page, 'hosts')).toBeLessThanOrEqual(MAX_HOSTS);
    });
  });

  describe('covers the card', () => {
    const COVER = `
      window.covers = 0;
      window.addEventListener('pointerdown', () => {
        if (!window.isArmed) return;
        window.isArmed = false;
        const over = document.createElement('div');
        over.popover = 'manual';
        over.style = 'inset: 0; inline-size: 100vw; block-size: 100vh; pointer-events: none';
        over.append('Press here to go on');
        document.body.append(over);
        over.showPopover();
        covers += 1;
      }, true);`;
    const reports = async () => {
      const pages = await session().opened.browser.pages();
      const addresses = await Promise.all(pages.map(readAddress));
      return addresses.filter((address) => address?.includes('/report.html')).length;
    };
    const reportButton = async (page: Page): Promise<ElementHandle> => {
      const button = await (await cardRoot(page))?.$('.action-row button:last-child');
      if (button == null) throw new Error('The card has no button.');
      return button;
    };
    const isStill = async (page: Page) =>
      (await cardRoot(page))?.evaluate(
        (frame) => frame instanceof Element && frame.matches('[data-still]'),
      );

    it('as its reader presses does not have them act on it; uncovered, they do', async () => {
      await meet(COVER, {}, async (page) => {
        expect(await openCard(page, 0)).not.toBeNull();
        await page.evaluate('window.isArmed = true');
        await (await reportButton(page)).click();
        expect(await count(page, 'covers')).toBe(1);
        await untilAnswered(page);
        expect(await reports()).toBe(0);
        // It is above what covered it, once it takes clicks.
        await expect.poll(() => isStill(page), POLL).toBe(true);
        expect(
          await page.evaluate(() => document.elementsFromPoint(innerWidth / 2, 40).length),
        ).toBeGreaterThan(0);
        await (await reportButton(page)).click();
        await waitForReport(session());
      });
    });
  });

  it('turns the writing direction around does so nowhere but in its own text', async () => {
    const turned = PASSAGES.drones
      .replace('drones', '\u202Edrones\u202C')
      .replace('Iran', '\u2066Iran\u2069');
    await meet('', { body: `<p id="claim">${turned}</p>` }, async (page) => {
      const card = await openCard(page, 0);
      expect(card?.text).toContain('drones');
      expect(card?.text).not.toMatch(BIDI_CONTROL);
      await page.keyboard.press('Escape');
      // Isolated by us, and closed again.
      const [button] = (await readRegion(page))?.buttons ?? [];
      expect(button).toContain('drones');
      expect(button?.replace(/\u2068([^\u2068\u2069]*)\u2069/u, '$1')).not.toMatch(BIDI_CONTROL);

      const own = await openExtensionDocument(session().opened);
      await openPopup(session(), page);
      await expect.poll(() => readPopup(own), POLL).toContain('The Israeli drones entered');
      expect(await readPopup(own)).not.toMatch(BIDI_CONTROL);
      await closePopup(own);
      await own.close();

      await openCard(page, 0);
      await (await (await cardRoot(page))?.$('.action-row button:last-child'))?.click();
      const report = await readText(await waitForReport(session()));
      expect(report).toContain('The Israeli drones entered');
      expect(report).not.toMatch(BIDI_CONTROL);
    });
  });

  it('writes with letters that look alike has none of them taken for others', async () => {
    const alike = PASSAGES.drones.replaceAll('a', '\u0430').replaceAll('o', '\u043e');
    await meet('', { body: `${CLAIM}<p>${alike}</p>` }, async (page) => {
      for (const { text } of await readMarks(page))
        expect([PASSAGES.drones, alike]).toContain(text);
    });
  });

  it('tries to read the card learns nothing of what it says but what its reader selects on it', async () => {
    const listen = `
      window.paths = [];
      for (const type of ['pointerdown', 'pointermove', 'click', 'focusin', 'selectionchange', 'beforeinput'])
        window.addEventListener(type, (event) => {
          for (const each of event.composedPath()) paths.push(each.innerText ?? '');
        }, true);`;
    await meet(listen, {}, async (page) => {
      const card = await openCard(page, 0);
      const [heading = '?'] = card?.headings.slice(1) ?? [];
      expect(card?.text).toContain(heading);
      const learnt = await page.evaluate(() => {
        const host = document.documentElement.lastElementChild;
        const said: unknown[] = [host?.shadowRoot, host?.childNodes.length, host?.textContent];
        try {
          said.push(host?.attachShadow({ mode: 'open' }).textContent);
        } catch (error) {
          said.push(String(error));
        }
        const box = { x: innerWidth, y: innerHeight };
        for (let x = 5; x < box.x; x += 40)
          for (let y = 5; y < box.y; y += 40) {
            for (const each of document.elementsFromPoint(x, y)) said.push(each.localName);
            said.push(document.caretPositionFromPoint(x, y)?.offsetNode.textContent);
          }
        said.push(document.documentElement.getHTML({ serializableShadowRoots: true }));
        said.push(document.documentElement.innerText, Reflect.get(window, 'paths'));
        said.push(document.getAnimations().length, host?.getAttributeNames());
        return JSON.stringify(said);
      });
      expect(learnt).toContain('div');
      expect(learnt).not.toContain(heading);
      // But for what its reader selects there: the words, and in Firefox the way to the rest.
      await using words = await (await cardRoot(page))?.$('h3');
      await words?.click({ count: 3 });
      const selected = await page.evaluate(() => {
        const root = getSelection()?.anchorNode?.getRootNode();
        return { words: String(getSelection()).trim(), isIn: root instanceof ShadowRoot };
      });
      expect(selected).toEqual(
        session().engine === 'chromium'
          ? { words: heading, isIn: false }
          : { words: heading, isIn: true },
      );
    });
  });

  it('names its forms as what a document is asked has its marks and cards all the same', async () => {
    const names =
      'createElement documentElement body head defaultView activeElement querySelector title hidden ' +
      'createTreeWalker adoptedStyleSheets styleSheets addEventListener location contentType';
    const forms = names.split(' ').map((name) => `<form name="${name}"></form>`);
    await meet('', { body: `${forms.join('')}${CLAIM}` }, async (page) => {
      expect(await openCard(page, 0)).not.toBeNull();
      await page.keyboard.press('Escape');
      await expect.poll(() => readCard(page), POLL).toBeNull();
    });
  });

  it('has replaced what the language and the document are made of is never asked', async () => {
    // Until something is painted, whatever is called is called by us.
    const replace = `
      window.called = [];
      let isOver = false;
      const later = setTimeout.bind(window);
      const size = Object.getOwnPropertyDescriptor(HighlightRegistry.prototype, 'size').get.bind(CSS.highlights);
      const wait = () => { if (size() > 0) { isOver = true; document.title = 'over'; } else later(wait, 5); };
      const replace = (owner, name) => {
        const own = Object.getOwnPropertyDescriptor(owner, name);
        if (typeof own?.value !== 'function' || !own.configurable) return;
        const { value } = own;
        const put = function () {
          if (!isOver) { called[called.length] = String(name); throw new Error('replaced'); }
          return Reflect.construct && new.target ? Reflect.construct(value, arguments) : value.apply(this, arguments);
        };
        put.prototype = value.prototype;
        Object.defineProperty(owner, name, { ...own, value: put });
      };
      const owners = [Element, HTMLElement, Node, Document, Range, Event, EventTarget, HighlightRegistry, Highlight,
        CSSStyleSheet, ShadowRoot, MutationObserver, TreeWalker, Promise, Array, Map, Set, WeakMap, String, RegExp];
      const globals = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'Highlight', 'StaticRange',
        'Range', 'AbortController', 'requestAnimationFrame', 'getSelection', 'getComputedStyle', 'queueMicrotask'];
      const all = [...owners.flatMap(({ prototype }) => Reflect.ownKeys(prototype).map((name) => [prototype, name])),
        ...globals.map((name) => [window, name]), [Object.getPrototypeOf(scheduler), 'postTask']]
        .filter(([, name]) => name !== 'constructor');
      window.replacedCount = all.length;
      // By number: how to go through a list is among what is replaced.
      for (let at = 0; at < replacedCount; at++) replace(all[at][0], all[at][1]);
      wait();`;
    const page = await session().opened.browser.newPage();
    const readErrors = await watchOwnErrors(session(), page);
    const html = writeDocument(`${CLAIM}<script>${replace}</script>`);
    await page.goto(session().server.servePage(html));
    await expect.poll(() => page.title(), POLL).toBe('over');
    expect(await page.evaluate('JSON.stringify(called)')).toBe('[]');
    expect(await page.evaluate('replacedCount')).toBeGreaterThan(500);
    expect(await readMarks(page)).toHaveLength(1);
    expect(await openCard(page, 0)).not.toBeNull();
    expect(await readErrors()).toEqual([]);
  });
});
