/** The toolbar popup as a reader opens it, by the extension's button. */
import type { Page } from 'puppeteer-core';
import { callExtension } from '../../tools/extension-document.ts';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

/** Presses the extension's button while `page` is shown. */
export async function openPopup({ engine, opened }: Session, page: Page): Promise<void> {
  await page.bringToFront();
  if (engine === 'firefox') {
    const id = JSON.stringify(opened.extensionId);
    await evaluateInFirefox(
      opened,
      `ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
        .ExtensionParent.apiManager.global
        .browserActionFor(WebExtensionPolicy.getByID(${id}).extension)
        .triggerAction(Services.wm.getMostRecentWindow('navigator:browser'))`,
    );
    return;
  }
  const extension = (await opened.browser.extensions()).get(opened.extensionId);
  if (extension === undefined) throw new Error('The browser does not list the extension.');
  await page.triggerExtensionAction(extension);
}

/** The windows of the popup, one or none; in Firefox only the extension itself reaches them. */
export const POPUPS = "extension.getViews({ type: 'popup' })";

/** All text of the popup; empty while none is open. `own` is a document of the extension. */
export async function readPopup(own: Page): Promise<string> {
  const read = `${POPUPS}.map(({ document }) => document.body.innerText).join()`;
  return String(await callExtension(own, read));
}

/** The popup's width, and how much of its document's height it cuts off, in whole CSS pixels. */
export async function measurePopup(own: Page): Promise<unknown> {
  const measure = `({ innerWidth, innerHeight, document }) => {
    const { height } = document.documentElement.getBoundingClientRect();
    return { width: innerWidth, cutOff: Math.max(0, Math.floor(height) - innerHeight) };
  }`;
  return await callExtension(own, `${POPUPS}.map(${measure})[0]`);
}

/** Clicks the button, switch or disclosure of a name. Throws when there is none. */
export async function pressInPopup(own: Page, name: string): Promise<void> {
  const controls = "document.querySelectorAll('button, summary')";
  const buttons = `${POPUPS}.flatMap(({ document }) => [...${controls}])`;
  const isMeant = `({ innerText }) => innerText.trim() === ${JSON.stringify(name)}`;
  await callExtension(own, `${buttons}.find(${isMeant}).click()`);
}

/** Types into the search of the popup what replaces all that stood there. */
export async function searchInPopup(own: Page, text: string): Promise<void> {
  await callExtension(
    own,
    `${POPUPS}.forEach(({ document, Event }) => {
      const field = document.querySelector('input[type=search]');
      field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })`,
  );
}

export async function closePopup(own: Page): Promise<void> {
  await callExtension(own, `${POPUPS}.forEach((view) => view.close())`);
}
