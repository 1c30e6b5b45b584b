/**
 * A report that the outbox does not take: kept in the memory of the browser, so that it comes from
 * the background to its page, and is there when the page is loaded again.
 */
import * as v from 'valibot';
import { Report, type ReportId } from '../claims/report.ts';
import { browser } from './browser.ts';
import {
  deleteReport,
  readReport,
  saveReport,
  type ReadReport,
  type Stored,
  type StorageTrouble,
} from './report-outbox.ts';

const keyOf = (id: ReportId) => `unsaved-report-${id}`;

/** Saves a report, as `saveReport` does; where that fails, keeps it until the browser is closed. */
export async function saveOrKeep(report: Report): Promise<Stored<null>> {
  const saved = await saveReport(report);
  // Memory may be full too; that the report is not saved is said in any case.
  if (saved.ok) await forget(report.id);
  else await browser.storage.session.set({ [keyOf(report.id)]: report }).catch(() => undefined);
  return saved;
}

/** A report, and why it is not saved; null for one that is. */
export type FoundReport =
  | Exclude<ReadReport, { readonly kind: 'report' }>
  | { readonly kind: 'report'; readonly report: Report; readonly unsaved: StorageTrouble | null }
  | { readonly kind: 'unavailable' };

/** The report as it was changed last, from the outbox or kept; a kept one is saved if it can be. */
export async function findReport(id: ReportId): Promise<FoundReport> {
  const read = await readReport(id);
  if (read.ok && read.value.kind === 'unreadable') return read.value;
  const stored = read.ok && read.value.kind === 'report' ? read.value.report : null;
  const kept = await readKept(id);
  if (stored !== null && (kept === null || kept.changed <= stored.changed)) {
    return { kind: 'report', report: stored, unsaved: null };
  }
  if (kept === null) return read.ok ? { kind: 'none' } : { kind: 'unavailable' };
  const saved = await saveOrKeep(kept);
  return { kind: 'report', report: kept, unsaved: saved.ok ? null : saved.error };
}

/** Deletes a report wherever it is. */
export async function discardReport(id: ReportId): Promise<Stored<null>> {
  const deleted = await deleteReport(id);
  if (deleted.ok) await forget(id);
  return deleted;
}

async function forget(id: ReportId): Promise<void> {
  await browser.storage.session.remove(keyOf(id)).catch(() => undefined);
}

async function readKept(id: ReportId): Promise<Report | null> {
  const key = keyOf(id);
  const stored = await browser.storage.session.get(key).catch(() => ({}));
  const parsed = v.safeParse(v.object({ [key]: Report }), stored);
  return parsed.success ? (parsed.output[key] ?? null) : null;
}
