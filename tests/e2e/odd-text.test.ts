/** Text as pages set it: what of it is marked, from the first word to the last. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { openCard, readMarks, readRegion } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, plain, waitForMarkCount, writeDocument } from './written-page.ts';

const POLL = { timeout: 10_000, interval: 20 };
const CLAIM = PASSAGES.drones;
/** Stands last on each page: once it is marked, all before it has been read. */
const LAST = PASSAGES.airspace;

/** The claim's words, changed where `from` stands. */
const set = (from: string, to: string): string => {
  if (!CLAIM.includes(from)) throw new Error(`not in the claim: ${from}`);
  return CLAIM.replace(from, to);
};

type Case = { readonly html: string; readonly marked: readonly string[] };
const shown = (html: string): Case => ({ html, marked: [CLAIM] });
const unread = (html: string): Case => ({ html, marked: [] });

const IN_TWO = '<template shadowrootmode="open"><style>p { color: navy }</style>';

const CASES: Readonly<Record<string, Case>> = {
  'in inline elements': shown(
    `<p>${set('Israeli drones', '<a href="#">Israeli <b>dro</b>nes</a>')}</p>`,
  ),
  'over line breaks': {
    html: `<p>${set('entered Iran', 'entered<br>Iran')}</p>`,
    // A range has no words for the break.
    marked: [set('entered Iran', 'enteredIran')],
  },
  'with soft hyphens': {
    html: `<p>${set('Azerbaijan', 'Azer&shy;bai&shy;jan')}</p>`,
    marked: [set('Azerbaijan', 'Azer\u00ADbai\u00ADjan')],
  },
  'with places to break': shown(`<p>${set('Azerbaijan', 'Azer<wbr>baijan')}</p>`),
  'with zero-width characters': {
    html: `<p>${set('Azerbaijan', 'Azer\u200Bbaijan').replace('drones', '\u2060drones\uFEFF')}</p>`,
    marked: [set('Azerbaijan', 'Azer\u200Bbaijan').replace('drones', '\u2060drones\uFEFF')],
  },
  'with spaces that do not break': {
    html: `<p>${set('Israeli drones', 'Israeli&nbsp;drones')}</p>`,
    marked: [set('Israeli drones', 'Israeli\u00A0drones')],
  },
  'with accents of their own': {
    html: `<p>${set('Azerbaijan', 'A\u0301zerbaijan')}</p>`,
    marked: [set('Azerbaijan', 'A\u0301zerbaijan')],
  },
  'in full-width letters': {
    html: `<p>${set('drones', 'ｄｒｏｎｅｓ')}</p>`,
    marked: [set('drones', 'ｄｒｏｎｅｓ')],
  },
  'with reading aids': {
    html: `<p>${set('Iran', '<ruby>Iran<rp>(</rp><rt>aid</rt><rp>)</rp></ruby>')}</p>`,
    // The aids are in the range, and are not among the words.
    marked: [set('Iran', 'Iran(aid)')],
  },
  'in capitals by style': shown(`<p style="text-transform: uppercase">${CLAIM}</p>`),
  'with a first letter of its own': shown(
    `<p>${set('The', '<span style="float: left; font-size: 3em">T</span>he')}</p>`,
  ),
  'with words that are not shown in it': {
    html: `<p>${set('drones', 'drones<span style="display: none"> not</span>')}</p>`,
    marked: [set('drones', 'drones not')],
  },
  'not where it is not shown': unread(
    `<p style="display: none">${CLAIM}</p><p hidden>${CLAIM}</p>`,
  ),
  'not where only assistive technology is not told of it': unread(
    `<p aria-hidden="true">${CLAIM}</p>`,
  ),
  'where only assistive technology is told of it': shown(
    `<p style="position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)">${CLAIM}</p>`,
  ),
  'in a table': shown(`<table><tr><th>Who</th><td>${CLAIM}</td></tr></table>`),
  'in the caption of a table': shown(
    `<table><caption>${CLAIM}</caption><tr><td>1</td></tr></table>`,
  ),
  'in a list': shown(`<ul><li>One</li><li>${CLAIM}</li></ul>`),
  'in a headline': shown(`<h2>${CLAIM}</h2>`),
  'under a picture': shown(`<figure><img alt=""><figcaption>${CLAIM}</figcaption></figure>`),
  'not in closed details': unread(`<details><summary>More</summary><p>${CLAIM}</p></details>`),
  'in opened details': shown(`<details open><summary>More</summary><p>${CLAIM}</p></details>`),
  'that cannot be selected': shown(`<p style="user-select: none">${CLAIM}</p>`),
  'in vertical lines': shown(`<p style="writing-mode: vertical-rl; height: 20em">${CLAIM}</p>`),
  'in a document that is read from the right': shown(`<div dir="rtl"><p>${CLAIM}</p></div>`),
  'in a paragraph of another language': shown(
    `<p lang="fr">Il a dit ceci.</p><p lang="fr">${CLAIM}</p>`,
  ),
  'in columns': shown(`<div style="columns: 2"><p>${CLAIM}</p></div>`),
  'on a page whose style resets everything': shown(
    `<style>* { all: unset !important } p, main, body { display: block !important }</style><p>${CLAIM}</p>`,
  ),
  'four times as large': shown(`<style>:root { zoom: 4 }</style><p>${CLAIM}</p>`),
  'in a shadow tree': shown(`<x-card>${IN_TWO}<p>${CLAIM}</p></template></x-card>`),
  'in a shadow tree of a shadow tree': shown(
    `<div>${IN_TWO}<x-card>${IN_TWO}<p>${CLAIM}</p></template></x-card></template></div>`,
  ),
  'in a slot': shown(`<x-card>${IN_TWO}<p><slot></slot></p></template>${CLAIM}</x-card>`),
  'not in a log': unread(`<div role="log"><p>${CLAIM}</p></div><div role="marquee">${CLAIM}</div>`),
};

const markedOn = async (page: Page) => (await readMarks(page)).map(({ text }) => plain(text));

describeInBrowsers('text', (session) => {
  const open = async (html: string, headers: Readonly<Record<string, string>> = {}) =>
    await session().openPage(session().server.servePage(html, headers));

  it('is marked from its first word to its last, however it is set', async () => {
    const page = await session().opened.browser.newPage();
    for (const [title, { html, marked }] of Object.entries(CASES)) {
      await page.goto(session().server.servePage(writeDocument(`${html}<p>${LAST}</p>`)));
      const read = async () => ({ title, marked: (await markedOn(page)).toSorted() });
      const expected = [...marked.map(plain), LAST].toSorted();
      await expect.poll(read, POLL).toEqual({ title, marked: expected });
    }
  }, 120_000);

  const looks = (page: Page, selector: string, name = 'x-card') =>
    page.evaluate(
      (host, inner) => {
        const root = document.querySelector(host)?.shadowRoot ?? document;
        const element = root.querySelector(inner);
        if (element === null) return null;
        const style = getComputedStyle(element, '::highlight(rejoinder-solid)');
        return style.textDecorationLine;
      },
      name,
      selector,
    );

  it('in a shadow tree looks marked, opens its card by a click and by its button', async () => {
    const html = `<x-card>${IN_TWO}<p>${CLAIM}</p></template></x-card>`;
    const page = await open(writeDocument(html));
    await waitForMarkCount(page, 1);
    expect(await looks(page, 'p')).toBe('underline');
    expect(await openCard(page, 0)).not.toBeNull();
    await page.keyboard.press('Escape');
    expect((await readRegion(page))?.buttons).toHaveLength(1);
  });

  it('that comes into a shadow tree, or with one, is marked, and goes with it', async () => {
    const page = await open(writeDocument(`<p>${LAST}</p><x-card>${IN_TWO}</template></x-card>`));
    await waitForMarkCount(page, 1);
    await page.evaluate((words) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      document.querySelector('x-card')?.shadowRoot?.append(paragraph);
    }, CLAIM);
    await waitForMarkCount(page, 2);
    await page.evaluate(() => {
      document.querySelector('x-card')?.remove();
    });
    await waitForMarkCount(page, 1);
    await page.evaluate((words) => {
      customElements.define(
        'x-late',
        class extends HTMLElement {
          connectedCallback(): void {
            const paragraph = document.createElement('p');
            paragraph.textContent = words;
            this.attachShadow({ mode: 'open' }).append(paragraph);
          }
        },
      );
      document.querySelector('main')?.append(document.createElement('x-late'));
    }, CLAIM);
    await waitForMarkCount(page, 2);
  });

  it('in opened details is marked once they are open, and not when they are closed again', async () => {
    const html = `<p>${LAST}</p><details><summary>More</summary><p>${CLAIM}</p></details>`;
    const page = await open(writeDocument(html));
    await waitForMarkCount(page, 1);
    await page.click('summary');
    await waitForMarkCount(page, 2);
    await page.click('summary');
    await waitForMarkCount(page, 1);
  });

  it('of an XHTML document is marked', async () => {
    const html =
      '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A page</title></head>' +
      `<body><main><p>${CLAIM}</p></main></body></html>`;
    const page = await open(html, { 'content-type': 'application/xhtml+xml' });
    await expect.poll(() => markedOn(page), POLL).toEqual([CLAIM]);
    expect(await openCard(page, 0)).not.toBeNull();
  });

  it('of a plain-text document is marked', async () => {
    const prose =
      'The ferry across the lake runs twice a day, and on market days a third time at noon.\n\n';
    const wrapped = CLAIM.replace(' entered', '\nentered');
    const page = await open(`${prose.repeat(4)}${wrapped}\n\n${prose}`, {
      'content-type': 'text/plain; charset=utf-8',
    });
    await expect.poll(() => markedOn(page), POLL).toEqual([CLAIM]);
    expect(await openCard(page, 0)).not.toBeNull();
  });

  it('looks unmarked in print', async () => {
    const page = await open(writeDocument(`<p>${CLAIM}</p>`));
    await waitForMarkCount(page, 1);
    expect(await looks(page, 'p')).toBe('underline');
    if (session().engine === 'chromium') {
      await page.emulateMediaType('print');
      expect(await looks(page, 'p')).toBe('none');
      await page.emulateMediaType();
    }
  });
});
