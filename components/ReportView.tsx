import { useContext, useId } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { mailAddress, outgoingReport } from '../core/claims/outgoing-report.ts';
import type { ListHead } from '../core/claims/claim-list.ts';
import {
  saysSomething,
  type Concern,
  type Report,
  type WrittenField,
} from '../core/claims/report.ts';
import type { StorageTrouble } from '../core/extension/report-outbox.ts';
import { FoundClaims, type FoundClaim } from './FoundClaims.tsx';
import { Message } from './Message.tsx';
import { ReportForm } from './ReportForm.tsx';
import { DeliveryButtons, ReportList, type ReportListProps } from './ReportList.tsx';
import { ReportPassage, type ReportPassageProps } from './ReportPassage.tsx';
import { ReportPreview } from './ReportPreview.tsx';
import { ReportState } from './ReportState.tsx';
import { reportWords } from './report-words.ts';
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
  /** Of a new claim: the claims of the list that are most like it. Otherwise: the claim concerned. */
  readonly claims: readonly FoundClaim[];
  readonly onOpenClaim: (id: string) => void;
  readonly onWrite: (field: WrittenField, text: string) => void;
  readonly onConcern: (concern: Concern) => void;
  /** Makes a report of a new claim one of a new wording of a claim of the list. */
  readonly onAddWording: (id: string) => void;
} & Pick<ReportPassageProps, 'onIncludeAddress'> &
  ReportWaysOutProps &
  ReportListProps;

const UNSAVED: Readonly<Record<StorageTrouble, MessageKey>> = {
  full: 'report_unsaved_full',
  blocked: 'report_unsaved_blocked',
  unavailable: 'report_unsaved_unavailable',
};

/** The titles of the page, and of its tab. */
export const TITLES: Readonly<Record<Concern['kind'], MessageKey>> = {
  'new-claim': 'report_title_new',
  'new-wording': 'report_title_wording',
  problem: 'report_title_problem',
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
  const kind = 'report' in shown ? shown.report.concern.kind : 'new-claim';
  return (
    <main class="report" lang={language} dir={writingDirection(language)}>
      <header>
        <h1 tabIndex={-1}>
          <Message name={TITLES[kind]} />
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
      <ReportList {...props} />
    </main>
  );
}

function Written({ report, ...props }: Omit<ReportProps, 'shown'> & { report: Report }) {
  const isNew = report.concern.kind === 'new-claim';
  const words = reportWords(useContext(TranslateContext));
  const leaving = outgoingReport(report, props.list);
  const email = props.places?.email;
  return (
    <>
      <div class="columns">
        <div>
          <Part title="report_passage_heading">
            <ReportPassage
              target={report.target}
              includesAddress={report.includesAddress}
              onIncludeAddress={props.onIncludeAddress}
            />
          </Part>
          <Part title="report_words_heading">
            <ReportForm report={report} onConcern={props.onConcern} onWrite={props.onWrite} />
          </Part>
        </div>
        <Part title={isNew ? 'report_similar_heading' : 'report_concerned_heading'}>
          <Claims report={report} {...props} />
        </Part>
      </div>
      <Part title="report_leaves_heading">
        <p class="small">
          <Message name="report_leaves_note" />
        </p>
        <ReportPreview report={leaving} />
      </Part>
      <Part title="report_ways_heading">
        {(report.state.kind !== 'draft' || props.outcomeOf(report.id) !== null) && (
          <>
            <p role="status" class="state">
              <ReportState report={report} outcome={props.outcomeOf(report.id)} />
            </p>
            <div class="offers">
              <DeliveryButtons
                report={report}
                onRetry={props.onRetry}
                onWithdraw={props.onWithdraw}
              />
            </div>
          </>
        )}
        <ReportWaysOut
          {...props}
          // Once it has come further its state says so, above.
          outcome={
            props.outcome === 'queued' && report.state.kind !== 'waiting' ? 'none' : props.outcome
          }
          saysSomething={saysSomething(report)}
          mail={email === undefined ? null : mailAddress(email, leaving, words)}
        />
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
  report,
  claims,
  onOpenClaim,
  onAddWording,
  onConcern,
}: Pick<ReportProps, 'claims' | 'onOpenClaim' | 'onAddWording' | 'onConcern'> & {
  report: Report;
}) {
  const { kind } = report.concern;
  const note = noteOf(report, claims.length);
  return (
    <>
      {/* It is there from the start, so that what is found is announced. */}
      <p class="small" role="status">
        {note !== null && <Message name={note} />}
      </p>
      <FoundClaims
        claims={claims}
        onOpenClaim={onOpenClaim}
        onAddWording={kind === 'new-claim' ? onAddWording : undefined}
      />
      {kind === 'new-wording' && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            onConcern({ kind: 'new-claim' });
          }}
        >
          <Message name="report_not_wording" />
        </button>
      )}
    </>
  );
}

/** Whether there is something to compare the list with. */
function hasWords({ claim, target }: Report): boolean {
  return [claim, target?.selector?.exact ?? ''].some((text) => text.trim() !== '');
}

function noteOf(report: Report, claimCount: number): MessageKey | null {
  switch (report.concern.kind) {
    case 'problem':
      return claimCount === 0 ? 'report_concerned_gone' : null;
    case 'new-wording':
      return claimCount === 0 ? 'report_concerned_gone' : 'report_wording_note';
    case 'new-claim':
      if (claimCount > 0) return 'report_similar_note';
      return hasWords(report) ? 'report_similar_none' : 'report_similar_empty';
  }
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
