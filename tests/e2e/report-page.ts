/** The page on which a reader writes a report, as a reader meets it. */
import type { ElementHandle, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { readAddress } from '../../tools/extension-document.ts';
import type { Session } from './browsers.ts';

const POLL = { timeout: 10_000, interval: 20 };

const isReport = ({ opened }: Session, address: string | null) =>
  address?.startsWith(`${opened.extensionOrigin}/report.html`) === true;

/** Waits for the tab that the extension opens with a report, until what it shows can be used. */
export async function waitForReport(session: Session): Promise<Page> {
  const find = async () => {
    for (const page of await session.opened.browser.pages()) {
      if (isReport(session, await readAddress(page))) return page;
    }
    return null;
  };
  await expect.poll(find, POLL).not.toBeNull();
  const page = await find();
  if (page === null) throw new Error('The report was closed.');
  await waitForText(page, 'What you pass on');
  return page;
}

/** Opens a tab on the address of a report. */
export async function openReport(session: Session, address: string): Promise<Page> {
  const page = await session.opened.browser.newPage();
  // Never fulfilled in Firefox, which does not report that a document of an extension has loaded.
  page.goto(address).catch(() => undefined);
  await expect.poll(() => readAddress(page), POLL).toBe(address);
  await expect.poll(() => readText(page), POLL).not.toBe('');
  return page;
}

/** The address that a page shows, which Firefox does not report of the extension's own. */
export async function addressOf(page: Page): Promise<string> {
  const address = await readAddress(page);
  if (address === null) throw new Error('The page has not been loaded.');
  return address;
}

/** All that a reader reads. */
export function readText(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

export async function waitForText(page: Page, text: string): Promise<void> {
  await expect.poll(() => readText(page), POLL).toContain(text);
}

/** The field under a label. */
export async function fieldOf(page: Page, label: string): Promise<ElementHandle> {
  const field = await page.evaluateHandle((name) => {
    const labels = [...document.querySelectorAll('label')];
    return labels.find(({ innerText }) => innerText === name)?.control ?? null;
  }, label);
  const element = field.asElement();
  if (element === null) throw new Error(`There is no field ${label}.`);
  // The selector of the handle says no more than that it is a node.
  return element as ElementHandle;
}

/** What stands in the field under a label. */
export async function readField(page: Page, label: string): Promise<string> {
  const value = await (await fieldOf(page, label)).getProperty('value');
  return String(await value.jsonValue());
}

/** Clicks the button of a name as a reader does. */
export async function press(page: Page, name: string): Promise<void> {
  const button = await page.evaluateHandle((text) => {
    const buttons = [...document.querySelectorAll('button')];
    return buttons.find(({ innerText }) => innerText.trim() === text) ?? null;
  }, name);
  const element = button.asElement();
  if (element === null) throw new Error(`There is no button ${name}.`);
  await (element as ElementHandle<HTMLButtonElement>).click();
}

/** The file that would leave the device, as the page shows it. */
export async function readFileText(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('pre')?.textContent ?? '');
}
