import { useContext } from 'preact/hooks';
import { endpointHost } from '../core/claims/report-endpoint.ts';
import type { ReportOutcome } from '../core/claims/report-outcome.ts';
import type { Hindrance, Refusal, Report } from '../core/claims/report.ts';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';

/** What a list says became of a report, in its reader's language. */
export type ShownOutcome =
  | { readonly kind: Exclude<ReportOutcome['kind'], 'declined'>; readonly claim: string }
  | { readonly kind: 'declined'; readonly reason: string };

type Props = { readonly report: Report; readonly outcome: ShownOutcome | null };

/** How far a report has come, and why no further; and what became of it, once the list says so. */
export function ReportState({ report, outcome }: Props) {
  return (
    <>
      <State report={report} />
      {outcome !== null && (
        <>
          {' '}
          <Outcome outcome={outcome} />
        </>
      )}
    </>
  );
}

function State({ report: { state, changed } }: { report: Report }) {
  switch (state.kind) {
    case 'draft':
      return (
        <Message name="report_is_draft">
          <Moment time={changed} />
        </Message>
      );
    case 'waiting':
      return (
        <>
          <Message name="report_waiting">
            <Host of={state.to} />
            <Moment time={state.next} />
          </Message>
          {state.last !== null && (
            <>
              {' '}
              <Why hindrance={state.last} />
            </>
          )}
        </>
      );
    case 'sent':
      return state.how.way === 'endpoint' ? (
        <Message name="report_sent">
          <Host of={state.how.to} />
          <Moment time={state.when} />
        </Message>
      ) : (
        <Message name="report_is_passed_on">
          <Moment time={state.when} />
        </Message>
      );
    case 'failed':
      return (
        <>
          <Message name="report_failed">
            <Host of={state.to} />
          </Message>{' '}
          <WhyNot refusal={state.reason} />
        </>
      );
    case 'withdrawn':
      return (
        <>
          <Message name="report_withdrawn">
            <Moment time={state.when} />
          </Message>{' '}
          <Message name="report_withdraw_note" />
        </>
      );
  }
}

function Why({ hindrance }: { hindrance: Hindrance }) {
  switch (hindrance.kind) {
    case 'offline':
      return <Message name="report_hindrance_offline" />;
    case 'no-answer':
      return <Message name="report_hindrance_no_answer" />;
    case 'status':
      return <Message name="report_hindrance_status">{String(hindrance.status)}</Message>;
  }
}

/** What the answers of HTTP that a reader can do something about mean (RFC 9110, section 15.5). */
const REFUSED: ReadonlyMap<number, MessageKey> = new Map([
  ...[400, 413, 415, 422].map((status) => [status, 'report_refusal_unreadable'] as const),
  ...[401, 403].map((status) => [status, 'report_refusal_denied'] as const),
  ...[404, 405, 410].map((status) => [status, 'report_refusal_gone'] as const),
]);

function WhyNot({ refusal }: { refusal: Refusal }) {
  switch (refusal.kind) {
    case 'status':
      return (
        <Message name={REFUSED.get(refusal.status) ?? 'report_refusal_status'}>
          {String(refusal.status)}
        </Message>
      );
    case 'redirected':
      return <Message name="report_refusal_redirected" />;
    case 'no-access':
      return <Message name="report_refusal_no_access" />;
    case 'gave-up':
      return (
        <>
          <Message name="report_refusal_gave_up" />
          {refusal.last !== null && (
            <>
              {' '}
              <Why hindrance={refusal.last} />
            </>
          )}
        </>
      );
  }
}

function Outcome({ outcome }: { outcome: ShownOutcome }) {
  switch (outcome.kind) {
    case 'accepted':
      return (
        <Message name="report_outcome_accepted">
          <bdi>{outcome.claim}</bdi>
        </Message>
      );
    case 'known':
      return (
        <Message name="report_outcome_known">
          <bdi>{outcome.claim}</bdi>
        </Message>
      );
    case 'declined':
      return (
        <Message name="report_outcome_declined">
          <bdi>{outcome.reason}</bdi>
        </Message>
      );
  }
}

function Host({ of }: { of: Parameters<typeof endpointHost>[0] }) {
  return <bdi dir="ltr">{endpointHost(of)}</bdi>;
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
