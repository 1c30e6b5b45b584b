/** What the parts of a report are called in the reader's language, here and wherever it is read. */
import type { ReportWords } from '../core/claims/outgoing-report.ts';
import type { Translate } from './translate.ts';

export function reportWords(translate: Translate): ReportWords {
  return {
    heading: {
      'new-claim': translate('report_heading_new'),
      'new-wording': translate('report_heading_wording'),
      problem: translate('report_heading_problem'),
    },
    labels: {
      claim: translate('report_part_claim'),
      claimant: translate('report_part_claimant'),
      response: translate('report_part_response'),
      note: translate('report_part_note'),
      'known-claim': translate('report_part_known_claim'),
      problem: translate('report_part_problem'),
      passage: translate('report_part_passage'),
      surroundings: translate('report_part_surroundings'),
      page: translate('report_part_page'),
      address: translate('report_part_address'),
      language: translate('report_part_language'),
      date: translate('report_part_date'),
      list: translate('report_part_list'),
      report: translate('report_part_report'),
    },
    cut: translate('report_cut'),
  };
}
