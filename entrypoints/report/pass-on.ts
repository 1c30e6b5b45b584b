/** The ways by which a report leaves the device, each when its reader has pressed its button. */
import { reportWords } from '../../components/report-words.ts';
import type { WayOutcome } from '../../components/ReportWaysOut.tsx';
import type { ListHead } from '../../core/claims/claim-list.ts';
import {
  issueAddress,
  outgoingReport,
  writeReportFile,
  writeReportText,
} from '../../core/claims/outgoing-report.ts';
import type { Report, WayOut } from '../../core/claims/report.ts';
import { browser } from '../../core/extension/browser.ts';
import { translate } from '../../core/extension/translate.ts';

/** Passes a report on to the editors of a list by hand, as far as the browser does it. */
export async function passOn(
  way: Exclude<WayOut, 'endpoint'>,
  report: Report,
  list: ListHead,
): Promise<WayOutcome> {
  const outgoing = outgoingReport(report, list);
  const words = reportWords(translate);
  try {
    switch (way) {
      case 'clipboard':
        await navigator.clipboard.writeText(writeReportText(outgoing, words));
        return 'copied';
      case 'file':
        saveAsFile(`rejoinder-report-${report.id}.json`, writeReportFile(outgoing));
        return 'saved-as-file';
      case 'email':
        // The link that was pressed asks for it.
        return 'mail-opened';
      case 'github': {
        const repository = list.publisher.reports?.github;
        if (repository === undefined) return 'failed';
        const { address, isWhole } = issueAddress(repository, outgoing, words);
        await browser.tabs.create({ url: address });
        return isWhole ? 'opened' : 'opened-cut';
      }
    }
  } catch {
    return 'failed';
  }
}

export function saveAsFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
