/** The entry in the browser's menu for selected words. */
import { browser } from './browser.ts';
import type { ReportedFrame, ReportedTab } from './read-target.ts';

export const REPORT_MENU_ID = 'report-passage';

/** Puts the entry into the menu; one that is there already is replaced. */
export async function addReportMenu(title: string): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: REPORT_MENU_ID, title, contexts: ['selection'] });
}

/** Calls `onReport` when a reader chooses the entry. Call it in the background's first turn, once. */
export function watchReportMenu(onReport: (tab: ReportedTab, frame: ReportedFrame) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== REPORT_MENU_ID || tab?.id === undefined) return;
    onReport(
      { id: tab.id, address: tab.url ?? info.pageUrl, title: tab.title },
      { id: info.frameId ?? 0, address: info.frameUrl, selection: info.selectionText },
    );
  });
}
