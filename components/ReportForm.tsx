import {
  MAX_WRITTEN_LENGTH,
  responseLink,
  type Report,
  type WrittenField,
} from '../core/claims/report.ts';
import { ReportField } from './ReportField.tsx';
import type { MessageKey } from './translate.ts';

type Props = {
  readonly report: Report;
  readonly onWrite: (field: WrittenField, text: string) => void;
};

type Field = {
  readonly name: WrittenField;
  readonly label: MessageKey;
  readonly hint: MessageKey | null;
  readonly kind: 'text' | 'link' | 'lines';
};

const FIELDS: Readonly<Record<Report['concern']['kind'], readonly Field[]>> = {
  'new-claim': [
    { name: 'claim', label: 'report_claim', hint: 'report_claim_hint', kind: 'lines' },
    { name: 'claimant', label: 'report_claimant', hint: null, kind: 'text' },
    { name: 'response', label: 'report_response', hint: 'report_response_hint', kind: 'link' },
    { name: 'note', label: 'report_note', hint: null, kind: 'lines' },
  ],
  problem: [
    { name: 'note', label: 'report_problem', hint: null, kind: 'lines' },
    { name: 'response', label: 'report_problem_link', hint: 'report_link_hint', kind: 'link' },
  ],
};

/** What the reader writes. */
export function ReportForm({ report, onWrite }: Props) {
  const isUnusable = report.response.trim() !== '' && responseLink(report) === null;
  return (
    <>
      {FIELDS[report.concern.kind].map(({ name, hint, ...field }) => (
        <ReportField
          key={name}
          {...field}
          hint={name === 'response' && isUnusable ? 'report_no_link' : hint}
          value={report[name]}
          maxLength={MAX_WRITTEN_LENGTH[name]}
          onWrite={(text) => {
            onWrite(name, text);
          }}
        />
      ))}
    </>
  );
}
