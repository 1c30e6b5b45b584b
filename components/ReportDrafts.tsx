import { useContext, useId } from 'preact/hooks';
import { cutText, type Report, type ReportId } from '../core/claims/report.ts';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount } from './translate.ts';
import { UndoLine } from './UndoLine.tsx';

export type ReportDraftsProps = {
  /** The latest changed first; without the one that is shown. */
  readonly others: readonly Report[];
  /** Reports that are there and that this version cannot read. */
  readonly unreadableCount: number;
  /** The one of them that has just been deleted, and can be had back; null for none. */
  readonly deleted: Report | null;
  readonly onDelete: (id: ReportId) => void;
  readonly onUndo: (deleted: Report) => void;
};

/** More of a text than this names a draft no better, in UTF-16 units. */
const MAX_NAME_LENGTH = 120;

/** The other reports on this device; nothing where there are none. */
export function ReportDrafts({ others, unreadableCount, deleted, ...does }: ReportDraftsProps) {
  const translate = useContext(TranslateContext);
  const headingId = useId();
  if (others.length === 0 && unreadableCount === 0 && deleted === null) return null;
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Message name="report_others_heading" />
      </h2>
      {deleted !== null && (
        <UndoLine
          key={deleted.id}
          message="report_other_deleted"
          onUndo={() => {
            does.onUndo(deleted);
          }}
        />
      )}
      <ul class="drafts">
        {others.map((report) => (
          <Draft key={report.id} report={report} onDelete={does.onDelete} />
        ))}
      </ul>
      {unreadableCount > 0 && (
        <p class="small">{translateCount(translate, 'report_unreadable', unreadableCount)}</p>
      )}
    </section>
  );
}

function Draft({ report, onDelete }: { report: Report } & Pick<ReportDraftsProps, 'onDelete'>) {
  const translate = useContext(TranslateContext);
  const nameId = useId();
  const { id, state } = report;
  const name = nameOf(report);
  return (
    <li>
      <span>
        <a id={nameId} href={`#${id}`}>
          <bdi>{name === '' ? translate('report_other_empty') : name}</bdi>
        </a>{' '}
        <span class="small">
          <Message name={state.kind === 'draft' ? 'report_is_draft' : 'report_is_passed_on'}>
            <Moment time={state.kind === 'draft' ? report.changed : state.when} />
          </Message>
        </span>
      </span>
      <button
        type="button"
        aria-describedby={nameId}
        onClick={() => {
          onDelete(id);
        }}
      >
        <Message name="report_other_delete" />
      </button>
    </li>
  );
}

function nameOf({ claim, note, target }: Report): string {
  const texts = [claim, target?.selector?.exact, note, target?.title, target?.source];
  const text = texts.find((candidate) => candidate?.trim()) ?? '';
  const name = cutText(text, MAX_NAME_LENGTH);
  // At the end of a word, where the language has such.
  return name === text ? name : `${name.replace(/\s+\S*$/u, '')}…`;
}

/** A moment on the reader's clock, to the minute. */
function Moment({ time }: { time: string }) {
  const translate = useContext(TranslateContext);
  const format = new Intl.DateTimeFormat(translate('language_tag'), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return <time dateTime={time}>{format.format(new Date(time))}</time>;
}
