/** What the extension finds on an article, what it shows of it, and whom it tells. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import { askTabAnnotations } from '../../tools/ask-extension.ts';
import {
  askActiveTabId,
  callExtension,
  openExtensionDocument,
} from '../../tools/extension-document.ts';
import { openCard, readMarks, waitForMarks } from '../../tools/read-annotations.ts';
import { ROOT } from '../../tools/run-command.ts';
import { folderListener, serveLocally } from '../../tools/serve-folder.ts';
import { describeInBrowsers } from './browsers.ts';
import { addParagraph, PASSAGES, plain, writeDocument } from './written-page.ts';

const PAGES = join(ROOT, 'tests/fixtures/pages');
const POLL = { timeout: 10_000, interval: 20 };

const Expected = v.object({
  annotations: v.array(v.object({ claim: v.string(), stance: v.string(), quote: v.string() })),
  /** Which of them are marked. */
  marked: v.array(v.number()),
});

async function readExpected(name: string) {
  return v.parse(Expected, JSON.parse(await readFile(join(PAGES, name, 'expected.json'), 'utf8')));
}

/**
 * Puts a claim at the end of the page and waits for its mark: whatever was to be found before it has
 * been found then, since text is read, and questions are answered, in order.
 */
async function marksOnceRead(page: Page) {
  await addParagraph(page, PASSAGES.drones);
  await expect.poll(async () => (await readMarks(page)).at(-1)?.text, POLL).toBe(PASSAGES.drones);
  return (await readMarks(page)).slice(0, -1);
}

describeInBrowsers('an article', (session) => {
  test.each(['border-province', 'old-quarrels', 'with-the-response', 'unrelated'])(
    'is annotated and marked as expected: %s',
    async (name) => {
      const expected = await readExpected(name);
      const marked = expected.marked.map((at) => expected.annotations[at]);
      const page = await session().openPage(`/${name}/source.html`);
      const marks = await marksOnceRead(page);
      expect(marks.map(({ text, style }) => ({ text: plain(text), style }))).toEqual(
        marked.map((annotation) => ({
          text: annotation?.quote,
          style: annotation?.stance === 'asserts' ? 'solid' : 'dotted',
        })),
      );

      const annotations = (await askTabAnnotations(session().opened, page)).slice(0, -1);
      expect(
        annotations.map(({ claim, stance, quote }) => ({ claim, stance, quote: plain(quote) })),
      ).toEqual(expected.annotations);
      const markedPlaces = annotations.flatMap(({ isMarked }, at) => (isMarked ? [at] : []));
      expect(markedPlaces).toEqual(expected.marked);
      for (const { responses } of annotations) expect(responses).not.toEqual([]);
    },
  );

  it('that carries the response says so on the card of the claim it makes itself', async () => {
    const page = await session().openPage('/with-the-response/source.html');
    await waitForMarks(page);
    const card = await openCard(page, 0);
    expect(card?.text).toContain('This page also reports the response or another denial.');
  });

  it('shows its marks to a reader', async () => {
    const page = await session().openPage('/border-province/source.html');
    const marks = await waitForMarks(page);
    for (const style of ['solid', 'dotted'] as const) {
      const { text } = marks.find((mark) => mark.style === style) ?? {};
      const clip = await page.evaluate((words) => {
        const paragraph = [...document.querySelectorAll('p')].find(({ textContent }) =>
          textContent.includes(words ?? '?'),
        );
        paragraph?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = paragraph?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + scrollX, y: y + scrollY, width, height };
      }, text);
      const shown = await page.screenshot({ clip, encoding: 'base64' });
      // As if the registry were the page's alone, which it may be taken for.
      await page.evaluate((name) => CSS.highlights.delete(name), `rejoinder-${style}`);
      expect(await page.screenshot({ clip, encoding: 'base64' })).not.toBe(shown);
    }
  });

  it('is annotated in forms and beside images whose names are those of what a page is asked', async () => {
    // Images rather than fields: about fields Chromium asks its autofill service.
    const names = (
      'nodeType isConnected parentNode parentElement firstChild lastChild nextSibling ' +
      'previousSibling childNodes textContent ownerDocument localName hasAttributes hasAttribute ' +
      'append getAttribute matches closest contains getClientRects getBoundingClientRect'
    ).split(' ');
    const fields = names.map((name) => `<img name="${name}" alt="">`).join('');
    const page = await session().openPage(
      session().server.servePage(
        writeDocument(
          '<img name="title" alt=""><img name="hidden" alt=""><img name="addEventListener" alt="">' +
            `<form>${fields}<p>${PASSAGES.drones}</p></form><form>${PASSAGES.airspace} ${fields}</form>`,
        ),
      ),
    );
    const marked = async () => (await readMarks(page)).map(({ text }) => text);
    await expect.poll(marked, POLL).toEqual([PASSAGES.drones, PASSAGES.airspace]);
    // Text that comes later is noticed there too.
    await page.evaluate((words) => {
      const paragraph = document.createElement('p');
      paragraph.textContent = words;
      // The test itself must not ask a form for what its fields answer.
      Element.prototype.append.call(document.forms[0] ?? document.body, paragraph);
    }, PASSAGES.airspace);
    await expect
      .poll(marked, POLL)
      .toEqual([PASSAGES.drones, PASSAGES.airspace, PASSAGES.airspace]);
    expect(await openCard(page, 0)).not.toBeNull();
  });

  it('is told to nobody', async () => {
    const log: string[] = [];
    const fixtures = folderListener(PAGES);
    const server = await serveLocally((request, response) => {
      log.push(`${String(request.method)} ${String(request.url)}`);
      fixtures(request, response);
    });
    try {
      const page = await session().openPage(`${server.origin}/border-province/source.html`);
      await waitForMarks(page);
      expect(await openCard(page, 0)).not.toBeNull();
      await page.keyboard.press('Escape');
      await askTabAnnotations(session().opened, page);
      expect(log).toEqual(['GET /border-province/source.html']);
      expect(session().outsideRequests).toEqual([]);
    } finally {
      await server.close();
    }
  });

  it('has its number of marks on the toolbar button of its tab', async () => {
    const page = await session().openPage(
      session().server.servePage(writeDocument(`<p id="first">${PASSAGES.drones}</p>`)),
    );
    const own = await openExtensionDocument(session().opened);
    await page.bringToFront();
    const button = async (id: number) => ({
      text: await callExtension(own, `action.getBadgeText({ tabId: ${String(id)} })`),
      title: await callExtension(own, `action.getTitle({ tabId: ${String(id)} })`),
    });
    const tab = await askActiveTabId(own);
    const shown = () => button(tab);
    const NONE = { text: '', title: 'Rejoinder: claims and responses on this page' };
    const one = {
      text: '1',
      title: '1 passage here resembles a claim with a response on record',
    };
    const two = {
      text: '2',
      title: '2 passages here resemble a claim with a response on record',
    };
    await expect.poll(shown, POLL).toEqual(one);
    await addParagraph(page, PASSAGES.airspace);
    await expect.poll(shown, POLL).toEqual(two);
    await page.evaluate(() => document.querySelector('#first')?.remove());
    await expect.poll(shown, POLL).toEqual(one);
    await page.evaluate(() => {
      document.body.replaceChildren();
    });
    await expect.poll(shown, POLL).toEqual(NONE);
    await addParagraph(page, PASSAGES.drones);
    await expect.poll(shown, POLL).toEqual(one);

    await page.goto(session().server.servePage(writeDocument('<p>Nothing of the kind.</p>')));
    await expect.poll(shown, POLL).toEqual(NONE);
    // Not `goBack`: a page that comes back as it was left does not load.
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(shown, POLL).toEqual(one);
  });
});
