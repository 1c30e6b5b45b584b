import { useContext } from 'preact/hooks';
import type { ReportPlaces } from '../core/claims/claim-list.ts';
import type { CarryingAddress } from '../core/claims/outgoing-report.ts';
import { endpointHost } from '../core/claims/report-endpoint.ts';
import type { WayOut } from '../core/claims/report.ts';
import type { SwitchedWay } from '../core/extension/settings.ts';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';

/** What came of the last way out that was taken. */
export type WayOutcome =
  | 'none'
  | 'copied'
  | 'saved-as-file'
  | 'opened'
  | 'opened-cut'
  | 'mail-opened'
  | 'queued'
  | 'sent-already'
  | 'not-allowed'
  | 'failed';

export type ReportWaysOutProps = {
  /** Where the list takes reports; null where it names no such place. */
  readonly places: ReportPlaces | null;
  readonly publisher: string;
  /** From what interest the list is published, in the reader's language. */
  readonly interest: string;
  /** Where the publisher can be reached; null for nowhere yet. */
  readonly contact: string | null;
  /** Ways that the reader does not want to be offered. */
  readonly waysNotOffered: readonly SwitchedWay[];
  readonly outcome: WayOutcome;
  readonly onPassOn: (way: WayOut) => void;
  readonly onOfferWay: (way: SwitchedWay, isOffered: boolean) => void;
};

type Props = ReportWaysOutProps & {
  /** Whether there is anything to pass on. */
  readonly saysSomething: boolean;
  /** The mail that a program is asked to open; null where the list names no address. */
  readonly mail: CarryingAddress | null;
};

const OUTCOMES: Readonly<Record<Exclude<WayOutcome, 'none' | 'queued'>, MessageKey>> = {
  copied: 'report_copied',
  'saved-as-file': 'report_saved_as_file',
  opened: 'report_opened',
  'opened-cut': 'report_opened_cut',
  'mail-opened': 'report_mail_opened',
  'sent-already': 'report_sent_already',
  'not-allowed': 'report_send_refused',
  failed: 'report_way_failed',
};

const SWITCHES: readonly (readonly [SwitchedWay, MessageKey])[] = [
  ['github', 'report_way_github'],
  ['email', 'report_way_email'],
  ['endpoint', 'report_way_endpoint'],
];

/**
 * The ways by which a report leaves the device, what stays with its reader first: each a press of the
 * reader's, none by itself, and who will see it beside each.
 */
export function ReportWaysOut({ places, saysSomething, mail, ...props }: Props) {
  const translate = useContext(TranslateContext);
  const isOffered = (way: SwitchedWay) =>
    places?.[way] !== undefined && !props.waysNotOffered.includes(way);
  const press = (how: WayOut, label: string) => (
    <button
      type="button"
      disabled={!saysSomething}
      onClick={() => {
        props.onPassOn(how);
      }}
    >
      {label}
    </button>
  );
  const endpoint = places?.endpoint;
  const hasPlaces = SWITCHES.some(([way]) => places?.[way] !== undefined);
  return (
    <>
      {!saysSomething && (
        <p>
          <Message name="report_says_nothing" />
        </p>
      )}
      <div class="offers">
        {press('file', translate('report_save_as_file'))}
        {press('clipboard', translate('report_copy'))}
      </div>
      <p class="small">
        <Message name="report_file_note" />
      </p>
      {places !== null && isOffered('github') && (
        <>
          <div class="offers">{press('github', translate('report_open_issue'))}</div>
          <p class="small">
            <Message name="report_github_note">
              <bdi dir="ltr">{places.github}</bdi>
            </Message>
          </p>
        </>
      )}
      {places !== null && isOffered('email') && mail !== null && saysSomething && (
        <>
          <p>
            {/* A link, so that a reader sees where it leads, and browsers open it as they do. */}
            <a
              href={mail.address}
              onClick={() => {
                props.onPassOn('email');
              }}
            >
              <Message name="report_write_mail" />
            </a>
          </p>
          <p class="small">
            <Message name="report_mail_note">
              <bdi dir="ltr">{places.email}</bdi>
            </Message>{' '}
            {!mail.isWhole && <Message name="report_mail_cut" />}
          </p>
        </>
      )}
      {endpoint !== undefined && isOffered('endpoint') && (
        <>
          <div class="offers">
            {press('endpoint', translate('report_send', endpointHost(endpoint.url)))}
          </div>
          <p class="small">
            <Message name={endpoint.isParty ? 'report_send_party_note' : 'report_send_note'}>
              <bdi dir="ltr">{endpointHost(endpoint.url)}</bdi>
              <bdi>{props.publisher}</bdi>
            </Message>
          </p>
        </>
      )}
      {hasPlaces ? (
        <p class="small">
          <Message name="report_interest">
            <bdi>{props.interest}</bdi>
          </Message>
        </p>
      ) : (
        <p class="small">
          <Message name={props.contact === null ? 'report_no_place' : 'report_no_github'}>
            <bdi>{props.publisher}</bdi>
            <bdi dir="ltr">{props.contact}</bdi>
          </Message>
        </p>
      )}
      {/* It is there from the start, so that what comes into it is announced. */}
      <p role="status" class="outcome">
        {props.outcome === 'none'
          ? null
          : props.outcome === 'queued'
            ? endpoint !== undefined && translate('report_queued', endpointHost(endpoint.url))
            : translate(OUTCOMES[props.outcome])}
      </p>
      {hasPlaces && (
        <details>
          <summary>
            <Message name="report_ways_offered" />
          </summary>
          {SWITCHES.filter(([way]) => places?.[way] !== undefined).map(([way, label]) => (
            <label key={way} class="check">
              <input
                type="checkbox"
                checked={!props.waysNotOffered.includes(way)}
                onChange={({ currentTarget }) => {
                  props.onOfferWay(way, currentTarget.checked);
                }}
              />
              <span>
                <Message name={label} />
              </span>
            </label>
          ))}
        </details>
      )}
    </>
  );
}
