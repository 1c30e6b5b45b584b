import { useContext } from 'preact/hooks';
import type { GithubRepository } from '../core/claims/claim-list.ts';
import type { WayOut } from '../core/claims/report.ts';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';

/** What came of the last way out that was taken. */
export type WayOutcome = 'none' | 'copied' | 'saved-as-file' | 'opened' | 'opened-cut' | 'failed';

export type ReportWaysOutProps = {
  /** Where the list takes reports on GitHub; null where it names no such place. */
  readonly repository: GithubRepository | null;
  readonly publisher: string;
  /** Where the publisher can be reached; null for nowhere yet. */
  readonly contact: string | null;
  readonly outcome: WayOutcome;
  readonly onPassOn: (way: WayOut) => void;
};

const OUTCOMES: Readonly<Record<Exclude<WayOutcome, 'none'>, MessageKey>> = {
  copied: 'report_copied',
  'saved-as-file': 'report_saved_as_file',
  opened: 'report_opened',
  'opened-cut': 'report_opened_cut',
  failed: 'report_way_failed',
};

/** The ways by which a report leaves the device: each a press of the reader's, none by itself. */
export function ReportWaysOut(props: ReportWaysOutProps) {
  const { repository, publisher, contact, outcome, onPassOn } = props;
  const translate = useContext(TranslateContext);
  const way = (how: WayOut, label: MessageKey) => (
    <button
      type="button"
      onClick={() => {
        onPassOn(how);
      }}
    >
      {translate(label)}
    </button>
  );
  return (
    <>
      <div class="offers">
        {way('clipboard', 'report_copy')}
        {way('file', 'report_save_as_file')}
        {repository !== null && way('github', 'report_open_issue')}
      </div>
      <p class="small">
        {repository === null ? (
          <Message name={contact === null ? 'report_no_place' : 'report_no_github'}>
            <bdi>{publisher}</bdi>
            <bdi dir="ltr">{contact}</bdi>
          </Message>
        ) : (
          <Message name="report_github_note">
            <bdi dir="ltr">{repository}</bdi>
          </Message>
        )}
      </p>
      {/* It is there from the start, so that what comes into it is announced. */}
      <p role="status" class="outcome">
        {outcome === 'none' ? null : translate(OUTCOMES[outcome])}
      </p>
    </>
  );
}
