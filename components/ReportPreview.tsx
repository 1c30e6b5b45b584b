import { useContext } from 'preact/hooks';
import { partsOf, writeReportFile, type OutgoingReport } from '../core/claims/outgoing-report.ts';
import { Message } from './Message.tsx';
import { reportWords } from './report-words.ts';
import { TranslateContext } from './translate-context.ts';

/** All that would leave the device, as an editor reads it and as a program does. */
export function ReportPreview({ report }: { report: OutgoingReport }) {
  const { heading, labels } = reportWords(useContext(TranslateContext));
  return (
    <>
      <h3>{heading[report.concern.kind]}</h3>
      <dl>
        {[...partsOf(report)].map(([part, text]) => (
          <div key={part}>
            <dt>{labels[part]}</dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>
          <Message name="report_as_file" />
        </summary>
        {/* It scrolls, so it takes the focus: not every browser lets a key scroll it otherwise. */}
        <pre dir="ltr" tabIndex={0}>
          {writeReportFile(report)}
        </pre>
      </details>
    </>
  );
}
