/** What a page learns of the extension: nothing where nothing is marked, else just what PRIVACY.md says. */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import { describeInBrowsers } from './browsers.ts';
import { addParagraph, PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

describeInBrowsers('a page that listens', (session) => {
  it('does not hear the extension start, and does not end it by what it says itself', async () => {
    const { opened, server } = session();
    // WXT's own context of a content script tells of its start under this name, and obeys it.
    const name = `${opened.extensionId}:content:wxt:content-script-started`;
    const page = await opened.browser.newPage();
    await page.evaluateOnNewDocument((type) => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      for (const target of [document, window]) {
        for (const each of [type, 'message']) {
          target.addEventListener(each, () => heard.push(each));
        }
      }
    }, name);
    await page.goto(server.servePage(writeDocument(`<p>${PASSAGES.drones}</p>`)));
    await waitForMarkCount(page, 1);
    expect(await page.evaluate('JSON.stringify(heard)')).toBe('[]');

    await page.evaluate((type) => {
      const detail = { contentScriptName: 'content', messageId: 'another' };
      document.dispatchEvent(new CustomEvent(type, { detail }));
    }, name);
    await addParagraph(page, PASSAGES.airspace);
    await waitForMarkCount(page, 2);
  });
});

/** Runs before everything else of the page: notes what happens to it, in all that a script can hear. */
function listen(): void {
  const heard: Record<string, number> = {};
  Object.assign(window, { heard, before: [] });
  Object.assign(window, { before: Object.getOwnPropertyNames(window) });
  const note = (what: string) => {
    heard[what] = (heard[what] ?? 0) + 1;
  };
  const prototypes = [window, Document.prototype, HTMLElement.prototype];
  const types = new Set(
    prototypes.flatMap((each) =>
      Object.getOwnPropertyNames(each).flatMap((name) => /^on(.+)/u.exec(name)?.[1] ?? []),
    ),
  );
  for (const type of [...types, 'securitypolicyviolation', 'focusin', 'focusout']) {
    window.addEventListener(
      type,
      () => {
        note(type);
      },
      true,
    );
  }
  new MutationObserver((records) => {
    for (const { type, target } of records) note(`${type} in ${target.nodeName}`);
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
}

const Found = v.looseObject({
  elements: v.array(v.string()),
  markStyle: v.array(v.string()),
  heard: v.record(v.string(), v.number()),
});

/** All that a page's script finds in it now, but for its address. */
async function readAll(page: Page) {
  const text = await page.evaluate(() => {
    const words = (range: AbstractRange) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      return live.toString();
    };
    const before = Reflect.get(window, 'before') as readonly string[];
    const root = document.documentElement;
    const styleOf = (element: Element, part?: string) => {
      const style = getComputedStyle(element, part);
      return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).sort();
    };
    return JSON.stringify({
      globals: Object.getOwnPropertyNames(window).filter((name) => !before.includes(name)),
      elements: [...document.querySelectorAll('*')].map(({ localName }) => localName),
      attributes: [...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()),
      highlights: [...CSS.highlights].map(([name, ranges]) => [name, [...ranges].map(words)]),
      styleSheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      hostProperty: getComputedStyle(root).getPropertyValue('--rejoinder-host'),
      rootStyle: styleOf(root).filter((line) => !line.startsWith('--rejoinder-host:')),
      markStyle: styleOf(document.body, '::highlight(rejoinder-solid)'),
      requests: performance.getEntriesByType('resource').map(({ name }) => name),
      marks: [...performance.getEntriesByType('mark'), ...performance.getEntriesByType('measure')],
      storage: [...Object.keys(localStorage), ...Object.keys(sessionStorage), document.cookie],
      heard: Reflect.get(window, 'heard') as unknown,
    });
  });
  const all = v.parse(Found, JSON.parse(text));
  const heard = Object.entries(all.heard).filter(([what]) => !OF_THE_TEST.test(what));
  return { ...all, heard: Object.fromEntries(heard) };
}

/** What a test does by itself: it turns to a page, and away. */
const OF_THE_TEST = /^(?:focus|blur|focusin|focusout|visibilitychange|resize|pointer.*|mouse.*)$/u;

const Read = v.object({ value: v.object({ wordCount: v.number() }) });

describeInBrowsers('a page that looks for the extension', (session) => {
  /** Opens the same page where nobody of ours is, and where the extension reads it; once it has, what is found in each. */
  async function compare(body: string, markCount: number) {
    const address = session().server.servePage(writeDocument(body));
    const open = async (host: string) => {
      const page = await session().opened.browser.newPage();
      await page.evaluateOnNewDocument(listen);
      await page.goto(address.replace('127.0.0.1', host));
      return page;
    };
    const untouched = await open('localhost');
    const page = await open('127.0.0.1');
    const own = await openExtensionDocument(session().opened);
    await page.bringToFront();
    const ask = `tabs.sendMessage(${String(await askActiveTabId(own))}, { type: 'getPageState' })`;
    const wordCount = async () => v.parse(Read, await callExtension(own, ask)).value.wordCount;
    await expect.poll(wordCount, { timeout: 10_000, interval: 20 }).toBeGreaterThan(0);
    await waitForMarkCount(page, markCount);
    await own.close();
    await untouched.bringToFront();
    await page.bringToFront();
    return { before: await readAll(untouched), after: await readAll(page) };
  }

  it('finds nothing at all where nothing is found', async () => {
    const { before, after } = await compare('<p>The ferry across the lake runs again.</p>', 0);
    expect(after).toEqual(before);
    expect(after.elements).toContain('p');
  });

  it('finds where something is marked the words, one empty element and their style, and no more', async () => {
    const { before, after } = await compare(`<p>${PASSAGES.drones}</p>`, 1);
    expect(after.markStyle).not.toEqual(before.markStyle);
    expect(after).toEqual({
      ...before,
      highlights: [['rejoinder-solid', [PASSAGES.drones]]],
      elements: [...before.elements, 'div'],
      markStyle: after.markStyle,
      hostProperty: 'block',
      // The element came, once.
      heard: { ...before.heard, 'childList in HTML': (before.heard['childList in HTML'] ?? 0) + 1 },
    });
  });

  it('reaches no file of the extension', async () => {
    const page = await session().openPage(
      session().server.servePage(writeDocument(`<p>${PASSAGES.drones}</p>`)),
    );
    await waitForMarkCount(page, 1);
    const { extensionOrigin } = session().opened;
    const files = ['content-scripts/content.js', 'content-scripts/content.css', 'annotate.js'];
    const reached = await page.evaluate(
      async (addresses) => {
        const tries = addresses.map((address) => fetch(address, { mode: 'no-cors' }));
        const scripts = addresses.map(
          (address) =>
            new Promise((resolve, reject) => {
              const script = document.createElement('script');
              script.addEventListener('load', resolve);
              script.addEventListener('error', reject);
              script.src = address;
              document.head.append(script);
            }),
        );
        const ended = await Promise.allSettled([...tries, ...scripts]);
        return ended.map(({ status }) => status);
      },
      [...files, 'icon/16.png', 'manifest.json', '_locales/en/messages.json'].map(
        (file) => `${extensionOrigin}/${file}`,
      ),
    );
    expect(reached).toHaveLength(12);
    expect(new Set(reached)).toEqual(new Set(['rejected']));
  });
});
