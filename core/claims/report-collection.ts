/** All reports of a device in one file: for another browser, or to keep. */
import * as v from 'valibot';
import { ListId, ListVersion, type ListHead } from './claim-list.ts';
import { upgradeRecord } from './earlier-report.ts';
import { outgoingReport, type OutgoingReport } from './outgoing-report.ts';
import { Report } from './report.ts';

/** Changes with every change of what stands in the file. */
const FORMAT = 'rejoinder-reports/1';
/** Reports of one file; more than anybody writes, and few enough to be looked through. */
const MAX_REPORT_COUNT = 10_000;
/** Longest text of a file that is read, in UTF-16 units. */
export const MAX_COLLECTION_LENGTH = 50_000_000;

const Collection = v.strictObject({
  format: v.literal(FORMAT),
  list: v.strictObject({ id: ListId, version: ListVersion }),
  /** As they are stored, also those that only another version can read. */
  reports: v.pipe(v.array(v.unknown()), v.maxLength(MAX_REPORT_COUNT)),
});

export function writeCollection(
  records: readonly unknown[],
  list: Pick<ListHead, 'id' | 'version'>,
): string {
  const { id, version } = list;
  return `${JSON.stringify({ format: FORMAT, list: { id, version }, reports: records }, null, 2)}\n`;
}

export type ReadCollection = {
  readonly list: Pick<ListHead, 'id' | 'version'>;
  readonly reports: readonly Report[];
  /** Entries that are no report, or one that this version cannot read. */
  readonly refusedCount: number;
};

/**
 * Reads such a file, which anybody may have written; null for anything else. What waited is a draft:
 * no file has anything sent.
 */
export function readCollection(text: string): ReadCollection | null {
  if (text.length > MAX_COLLECTION_LENGTH) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = v.safeParse(Collection, value);
  if (!parsed.success) return null;
  const { list, reports: records } = parsed.output;
  const reports = records.flatMap((record) => {
    const upgraded = v.is(v.looseObject({ id: v.string() }), record) ? upgradeRecord(record) : null;
    const report = v.safeParse(Report, upgraded);
    return report.success ? [asRead(report.output)] : [];
  });
  return { list, reports, refusedCount: records.length - reports.length };
}

function asRead(report: Report): Report {
  return report.state.kind === 'waiting' ? { ...report, state: { kind: 'draft' } } : report;
}

/** What each of them would have passed on; for an editor who is given the whole file. */
export function outgoingOf({ list, reports }: ReadCollection): readonly OutgoingReport[] {
  return reports.map((report) => outgoingReport(report, list));
}
