import { useId } from 'preact/hooks';
import {
  MAX_WRITTEN_LENGTH,
  responseLink,
  type Concern,
  type Report,
  type WrittenField,
} from '../core/claims/report.ts';
import { Message } from './Message.tsx';
import { concernOf, PROBLEM_KINDS } from './problem-kinds.ts';
import { ReportField } from './ReportField.tsx';
import type { MessageKey } from './translate.ts';

type Props = {
  readonly report: Report;
  readonly onConcern: (concern: Concern) => void;
  readonly onWrite: (field: WrittenField, text: string) => void;
};

type Field = {
  readonly name: WrittenField;
  readonly label: MessageKey;
  readonly hint: MessageKey | null;
  readonly kind: 'text' | 'link' | 'lines';
};

const OF_A_CLAIM: readonly Field[] = [
  { name: 'claim', label: 'report_claim', hint: 'report_claim_hint', kind: 'lines' },
  { name: 'claimant', label: 'report_claimant', hint: null, kind: 'text' },
  { name: 'response', label: 'report_response', hint: 'report_response_hint', kind: 'link' },
  { name: 'note', label: 'report_note', hint: null, kind: 'lines' },
];

const FIELDS: Readonly<Record<Report['concern']['kind'], readonly Field[]>> = {
  'new-claim': OF_A_CLAIM,
  // What was written stays where it is when a report becomes one, and goes along.
  'new-wording': OF_A_CLAIM,
  problem: [
    { name: 'note', label: 'report_problem', hint: null, kind: 'lines' },
    { name: 'response', label: 'report_problem_link', hint: 'report_link_hint', kind: 'link' },
  ],
};

type KindProps = {
  readonly concern: Extract<Concern, { readonly kind: 'problem' }>;
  readonly onConcern: (concern: Concern) => void;
};

function ProblemKind({ concern, onConcern }: KindProps) {
  const name = useId();
  const { claim } = concern;
  return (
    <fieldset>
      <legend>
        <Message name="report_problem_kind" />
      </legend>
      {PROBLEM_KINDS.map(([kind, label]) => (
        <label key={kind} class="check">
          <input
            type="radio"
            name={name}
            checked={concern.problem === kind}
            onChange={() => {
              onConcern(concernOf(kind, claim));
            }}
          />
          <span>
            <Message name={label} />
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the reader writes. */
export function ReportForm({ report, onConcern, onWrite }: Props) {
  const isUnusable = report.response.trim() !== '' && responseLink(report) === null;
  return (
    <>
      {report.concern.kind === 'problem' && (
        <ProblemKind concern={report.concern} onConcern={onConcern} />
      )}
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
