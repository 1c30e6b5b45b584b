/** Pages that a test writes itself. All of it is fiction. */
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { readMarks } from '../../tools/read-annotations.ts';

/** Sentences that the bundled list knows, one for each of its claims. */
export const PASSAGES = {
  drones: 'The Israeli drones entered Iran from Azerbaijan in June.',
  airspace: 'Israeli jets flew through the airspace of Azerbaijan to strike Iran.',
} as const;

/** A document without anything to be asked for beside it; without a language it states none. */
export function writeDocument(body: string, language: string | null = 'en'): string {
  const lang = language === null ? '' : ` lang="${language}"`;
  return (
    `<!doctype html><html${lang}><head><meta charset="utf-8"><title>A page (fiction)</title>` +
    `<link rel="icon" href="data:,"></head><body><main>${body}</main></body></html>`
  );
}

/** Puts a paragraph at the end of the page. */
export async function addParagraph(page: Page, text: string): Promise<void> {
  await page.evaluate((words) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = words;
    document.body.append(paragraph);
  }, text);
}

/** Waits for just so many marks, without waiting whether more come. */
export async function waitForMarkCount(page: Page, count: number): Promise<void> {
  const countMarks = async () => (await readMarks(page)).length;
  await expect.poll(countMarks, { timeout: 10_000, interval: 20 }).toBe(count);
}

/** White space as a reader sees it. */
export function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
