/** What a report says of the page in a tab, and of the words that are selected there. */
import * as v from 'valibot';
import { reportTarget, type ReportTarget, type StatedPage } from '../claims/report.ts';
import { browser } from './browser.ts';

/** The file of the package that reads a page for a report (`entrypoints/read-selection.ts`). */
export const READ_SELECTION = '/read-selection.js';

/** What the browser says of a tab, as far as it lets us know. */
export type ReportedTab = {
  readonly id: number;
  readonly address: string | undefined;
  readonly title: string | undefined;
};

/** Where in a tab the reader asked, and what the browser itself says was selected there. */
export type ReportedFrame = {
  readonly id: number;
  readonly address: string | undefined;
  readonly selection: string | undefined;
};

/** A page's process may have been taken over: what comes out of it has any form. */
const ReadPage = v.object({
  address: v.string(),
  canonical: v.nullable(v.string()),
  title: v.string(),
  language: v.nullable(v.string()),
  date: v.nullable(v.string()),
  quote: v.nullable(v.object({ exact: v.string(), prefix: v.string(), suffix: v.string() })),
});

const TOP_FRAME = 0;

/**
 * Reads the page of a tab that the reader has just used us on. What it does not let us read (a
 * browser page, a PDF, a frame of another site) is filled in from what the browser says; null when
 * that is nothing.
 */
export async function readTarget(
  tab: ReportedTab,
  frame: ReportedFrame = { id: TOP_FRAME, address: undefined, selection: undefined },
): Promise<ReportTarget | null> {
  const selected =
    frame.selection === undefined ? null : { exact: frame.selection, prefix: '', suffix: '' };
  const page = await readPage(tab.id, frame.id);
  if (page !== null) return reportTarget({ ...page, quote: page.quote ?? selected });
  return reportTarget({
    address: frame.address ?? tab.address ?? null,
    canonical: null,
    // A frame's own title the browser does not know.
    title: frame.id === TOP_FRAME ? (tab.title ?? '') : '',
    language: null,
    date: null,
    quote: selected,
  });
}

async function readPage(tabId: number, frameId: number): Promise<StatedPage | null> {
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      files: [READ_SELECTION],
    });
    const parsed = v.safeParse(ReadPage, injected?.result);
    return parsed.success ? parsed.output : null;
  } catch {
    // A page that no extension may read, or a tab that was closed.
    return null;
  }
}
