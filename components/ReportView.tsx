import { useContext, useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { outgoingReport } from '../core/claims/outgoing-report.ts';
import type { ListHead } from '../core/claims/claim-list.ts';
import type { Report, WrittenField } from '../core/claims/report.ts';
import type { StorageTrouble } from '../core/extension/report-outbox.ts';
import { FoundClaims, type FoundClaim } from './FoundClaims.tsx';
import { Message } from './Message.tsx';
import { ReportDrafts, type ReportDraftsProps } from './ReportDrafts.tsx';
import { ReportForm } from './ReportForm.tsx';
import { ReportPassage, type ReportPassageProps } from './ReportPassage.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { ReportWaysOut, type ReportWaysOutProps } from './ReportWaysOut.tsx';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';
import { UndoLine } from './UndoLine.tsx';
import { writingDirection } from './writing-direction.ts';

/** What the page shows: a report, or why there is none. */
export type ShownReport =
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** Why what is shown is not saved; null when it is. */
      readonly unsaved: StorageTrouble | null;
    }
  /** The report has just been deleted, and can be had back. */
  | { readonly kind: 'deleted'; readonly report: Report }
  | { readonly kind: 'none' }
  /** It is there, and this version cannot read it. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unavailable' };

export type ReportProps = {
  readonly shown: ShownReport;
  readonly list: Pick<ListHead, 'id' | 'version'>;
  /** Of a new claim: the claims of the list that are most like it. Of a problem: the claim concerned. */
  readonly claims: readonly FoundClaim[];
  readonly onOpenClaim: (id: string) => void;
  readonly onWrite: (field: WrittenField, text: string) => void;
} & Pick<ReportPassageProps, 'leftOut' | 'onLeaveOutAddress' | 'onPutBackAddress'> &
  ReportWaysOutProps &
  ReportDraftsProps;

const UNSAVED: Readonly<Record<StorageTrouble, MessageKey>> = {
  full: 'report_unsaved_full',
  blocked: 'report_unsaved_blocked',
  unavailable: 'report_unsaved_unavailable',
};

const ABSENT: Readonly<Record<'none' | 'unreadable' | 'unavailable', MessageKey>> = {
  none: 'report_absent',
  unreadable: 'report_absent_unreadable',
  unavailable: 'report_absent_unavailable',
};

/**
 * The page on which a reader writes a report, sees all that would leave the device, and passes it on.
 * Needs a `TranslateContext`; its styles are in `report.css`, which is the style of its whole document.
 */
export function ReportView({ shown, ...props }: ReportProps) {
  const language = useContext(TranslateContext)('language_tag');
  const isProblem = 'report' in shown && shown.report.concern.kind === 'problem';
  return (
    <main class="report" lang={language} dir={writingDirection(language)}>
      <header>
        <h1 tabIndex={-1}>
          <Message name={isProblem ? 'report_title_problem' : 'report_title_new'} />
        </h1>
        {shown.kind === 'report' && (
          <>
            <p>
              <Message name="report_intro" />
            </p>
            <p role="status" class={shown.unsaved === null ? 'small' : 'unsaved'}>
              <Message name={shown.unsaved === null ? 'report_saved' : UNSAVED[shown.unsaved]} />
            </p>
          </>
        )}
      </header>
      {shown.kind === 'report' ? (
        <Written report={shown.report} {...props} />
      ) : shown.kind === 'deleted' ? (
        <UndoLine
          message="report_deleted"
          onUndo={() => {
            props.onUndo(shown.report);
          }}
        />
      ) : (
        <p>
          <Message name={ABSENT[shown.kind]} />
        </p>
      )}
      <ReportDrafts {...props} />
    </main>
  );
}

function Written({ report, ...props }: Omit<ReportProps, 'shown'> & { report: Report }) {
  const isProblem = report.concern.kind === 'problem';
  return (
    <>
      <div class="columns">
        <div>
          <Part title="report_passage_heading">
            <ReportPassage target={report.target} {...props} />
          </Part>
          <Part title="report_words_heading">
            <ReportForm report={report} onWrite={props.onWrite} />
          </Part>
        </div>
        <Part title={isProblem ? 'report_concerned_heading' : 'report_similar_heading'}>
          <Claims isProblem={isProblem} hasWords={hasWords(report)} {...props} />
        </Part>
      </div>
      <Part title="report_leaves_heading">
        <p class="small">
          <Message name="report_leaves_note" />
        </p>
        <ReportPreview report={outgoingReport(report, props.list)} />
      </Part>
      <Part title="report_ways_heading">
        <ReportWaysOut {...props} />
      </Part>
      <div class="offers">
        <button
          type="button"
          onClick={() => {
            props.onDelete(report.id);
          }}
        >
          <Message name="report_delete" />
        </button>
      </div>
    </>
  );
}

function Claims({
  isProblem,
  hasWords,
  claims,
  onOpenClaim,
}: Pick<ReportProps, 'claims' | 'onOpenClaim'> & { isProblem: boolean; hasWords: boolean }) {
  const note = noteOf(isProblem, hasWords, claims.length);
  return (
    <>
      {note !== null && (
        <p class="small" role="status">
          <Message name={note} />
        </p>
      )}
      <FoundClaims claims={claims} onOpenClaim={onOpenClaim} />
    </>
  );
}

/** Whether there is something to compare the list with. */
function hasWords({ claim, target }: Report): boolean {
  return [claim, target?.selector?.exact ?? ''].some((text) => text.trim() !== '');
}

function noteOf(isProblem: boolean, hasWords: boolean, claimCount: number): MessageKey | null {
  if (isProblem) return claimCount === 0 ? 'report_concerned_gone' : null;
  if (claimCount > 0) return 'report_similar_note';
  return hasWords ? 'report_similar_none' : 'report_similar_empty';
}

function Part({ title, children }: { title: MessageKey; children: ComponentChildren }) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>
        <Message name={title} />
      </h2>
      {children}
    </section>
  );
}
