/** By events a page neither learns of the extension nor reaches it. */
import { expect, it } from 'vitest';
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
