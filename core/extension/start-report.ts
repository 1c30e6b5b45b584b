/** Begins a report, wherever a reader asks for one. */
import * as v from 'valibot';
import {
  changeReport,
  newReport,
  ReportId,
  type Concern,
  type ReportTarget,
} from '../claims/report.ts';
import { browser } from './browser.ts';
import { saveOrKeep } from './unsaved-report.ts';

/** The address of the page on which a report is written, below the extension's origin. */
export function reportPath(id: ReportId): `/report.html#${string}` {
  return `/report.html#${id}`;
}

/**
 * Saves a draft and then opens its page, so that nothing is lost whatever ends in between. `claim` is
 * what the reader has written of the claim already.
 */
export async function startReport(
  concern: Concern,
  target: ReportTarget | null,
  claim = '',
): Promise<void> {
  const id = v.parse(ReportId, crypto.randomUUID());
  const now = new Date();
  await saveOrKeep(changeReport(newReport(id, now, concern, target), now, { claim }));
  await browser.tabs.create({ url: browser.runtime.getURL(reportPath(id)) });
}
