/** The keyboard shortcut that begins a report. The reader may change or remove it. */
import { browser, type Browser } from './browser.ts';
import type { ReportedTab } from './read-target.ts';

/** Name of the command in the manifest. */
const COMMAND = 'report-passage';

/** The keys that are really assigned, as the browser writes them; null for none. */
export async function readReportKeys(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(({ name }) => name === COMMAND)?.shortcut?.trim() || null;
}

/** Calls `onReport` with the tab that the reader is on. Call it in the background's first turn, once. */
export function watchReportCommand(onReport: (tab: ReportedTab) => void): void {
  browser.commands.onCommand.addListener((command: string, tab: Browser.tabs.Tab | undefined) => {
    if (command !== COMMAND || tab?.id === undefined) return;
    onReport({ id: tab.id, address: tab.url, title: tab.title });
  });
}
