import { useContext, useId, useRef } from 'preact/hooks';
import { cutText, type Report, type ReportId } from '../core/claims/report.ts';
import { Message } from './Message.tsx';
import { ReportState, type ShownOutcome } from './ReportState.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount, type Translate } from './translate.ts';
import { UndoLine } from './UndoLine.tsx';

/** What came of a file that was chosen to be read. */
export type ImportOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly addedCount: number; readonly refusedCount: number }
  | { readonly kind: 'not-reports' }
  | { readonly kind: 'not-stored' };

export type ReportListProps = {
  /** The latest changed first; without the one that is shown. */
  readonly others: readonly Report[];
  /** Reports that are there and that this version cannot read. */
  readonly unreadableCount: number;
  /** The one of them that has just been deleted, and can be had back; null for none. */
  readonly deleted: Report | null;
  /** What the list says became of a report; null where it says nothing. */
  readonly outcomeOf: (id: ReportId) => ShownOutcome | null;
  readonly imported: ImportOutcome;
  readonly onDelete: (id: ReportId) => void;
  readonly onUndo: (deleted: Report) => void;
  /** Sends again what was not sent, or now what waits. */
  readonly onRetry: (id: ReportId) => void;
  readonly onWithdraw: (id: ReportId) => void;
  readonly onExport: () => void;
  readonly onImport: (file: Blob) => void;
};

/** More of a text than this names a report no better, in UTF-16 units. */
const MAX_NAME_LENGTH = 120;

/** The other reports on this device, each with its state, and the way of all of them to another. */
export function ReportList({ others, unreadableCount, deleted, ...does }: ReportListProps) {
  const translate = useContext(TranslateContext);
  const headingId = useId();
  const file = useRef<HTMLInputElement>(null);
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
      {others.length > 0 && (
        <ul class="drafts">
          {others.map((report) => (
            <Entry key={report.id} report={report} {...does} />
          ))}
        </ul>
      )}
      {unreadableCount > 0 && (
        <p class="small">{translateCount(translate, 'report_unreadable', unreadableCount)}</p>
      )}
      <div class="offers">
        <button type="button" onClick={does.onExport}>
          <Message name="report_export" />
        </button>
        <button
          type="button"
          onClick={() => {
            file.current?.click();
          }}
        >
          <Message name="report_import" />
        </button>
        {/* Browsers draw it with words of their own, which do not wrap in a narrow window. */}
        <input
          ref={file}
          hidden
          type="file"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const [chosen] = currentTarget.files ?? [];
            if (chosen !== undefined) does.onImport(chosen);
            // So that the same file can be chosen again.
            currentTarget.value = '';
          }}
        />
      </div>
      <p class="small">
        <Message name="report_export_note" />
      </p>
      {/* It is there from the start, so that what comes into it is announced. */}
      <p role="status" class="outcome">
        {tellOf(does.imported, translate)}
      </p>
    </section>
  );
}

function tellOf(imported: ImportOutcome, translate: Translate): string | null {
  switch (imported.kind) {
    case 'none':
      return null;
    case 'not-reports':
      return translate('report_import_failed');
    case 'not-stored':
      return translate('report_import_unsaved');
    case 'read': {
      const { addedCount, refusedCount } = imported;
      const added = translateCount(translate, 'report_imported', addedCount);
      const refused = translateCount(translate, 'report_import_refused', refusedCount);
      return refusedCount === 0 ? added : `${added} ${refused}`;
    }
  }
}

type EntryProps = { readonly report: Report } & Pick<
  ReportListProps,
  'outcomeOf' | 'onDelete' | 'onRetry' | 'onWithdraw'
>;

function Entry({ report, outcomeOf, onDelete, onRetry, onWithdraw }: EntryProps) {
  const translate = useContext(TranslateContext);
  const nameId = useId();
  const { id } = report;
  const name = nameOf(report);
  return (
    <li>
      <span>
        <a id={nameId} href={`#${id}`}>
          <bdi>{name === '' ? translate('report_other_empty') : name}</bdi>
        </a>{' '}
        <span class="small">
          <ReportState report={report} outcome={outcomeOf(id)} />
        </span>
      </span>
      <span class="offers">
        <DeliveryButtons
          report={report}
          describedBy={nameId}
          onRetry={onRetry}
          onWithdraw={onWithdraw}
        />
        <button
          type="button"
          aria-describedby={nameId}
          onClick={() => {
            onDelete(id);
          }}
        >
          <Message name="report_other_delete" />
        </button>
      </span>
    </li>
  );
}

type DeliveryProps = Pick<EntryProps, 'report' | 'onRetry' | 'onWithdraw'> & {
  readonly describedBy?: string;
};

/** What a reader can do about a report that is on its way, or did not arrive. */
export function DeliveryButtons({ report, describedBy, onRetry, onWithdraw }: DeliveryProps) {
  const { id, state } = report;
  if (state.kind !== 'waiting' && state.kind !== 'failed') return null;
  return (
    <>
      <button
        type="button"
        aria-describedby={describedBy}
        onClick={() => {
          onRetry(id);
        }}
      >
        <Message name={state.kind === 'waiting' ? 'report_try_now' : 'report_retry'} />
      </button>
      <button
        type="button"
        aria-describedby={describedBy}
        onClick={() => {
          onWithdraw(id);
        }}
      >
        <Message name="report_withdraw" />
      </button>
    </>
  );
}

function nameOf({ claim, note, target }: Report): string {
  const texts = [claim, target?.selector?.exact, note, target?.title, target?.source];
  const text = texts.find((candidate) => candidate?.trim()) ?? '';
  const name = cutText(text, MAX_NAME_LENGTH);
  // At the end of a word, where the language has such.
  return name === text ? name : `${name.replace(/\s+\S*$/u, '')}…`;
}
