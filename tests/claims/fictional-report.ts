/** A report of a passage that nobody wrote, on a page that is nowhere. */
import * as v from 'valibot';
import { ListHead } from '../../core/claims/claim-list.ts';
import { newReport, ReportId, reportTarget, type Report } from '../../core/claims/report.ts';
import { fictionalFiles, HEAD } from './fictional-list.ts';

export const ID = v.parse(ReportId, '0b9f3c52-6f0e-4a41-9d0c-2f1d5f3a7c11');
export const OTHER_ID = v.parse(ReportId, '5d1c7a90-1b7b-4a0e-8f43-6f9f0a9f2b22');
export const NOW = new Date('2031-05-18T09:30:00.000Z');
export const LATER = new Date('2031-05-18T09:31:00.000Z');
export const LIST = v.parse(ListHead, fictionalFiles()[HEAD]);

/** What a page would say of itself. */
export const STATED_PAGE = {
  address: 'https://sample-news.example/boats?id=7',
  canonical: null,
  title: 'Boats on the lake (fiction)',
  language: 'en',
  date: '2031-05-17',
  quote: { exact: 'Boats crossed the lake.', prefix: 'On Thursday ', suffix: ' Nobody saw it.' },
} as const;

/** The report with some of its parts replaced. */
export function fictionalReport(changes: Partial<Report> = {}): Report {
  const report = newReport(ID, NOW, { kind: 'new-claim' }, reportTarget(STATED_PAGE));
  // Its address has a query, and would be left out.
  return {
    ...report,
    includesAddress: true,
    claim: 'Boats crossed the lake (fiction)',
    ...changes,
  };
}
