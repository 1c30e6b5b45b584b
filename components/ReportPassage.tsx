import { MAX_PASSAGE_LENGTH, type PageAddress, type ReportTarget } from '../core/claims/report.ts';
import { Message } from './Message.tsx';

export type ReportPassageProps = {
  readonly target: ReportTarget | null;
  /** The address that the reader has left out and may put back; null when there is none. */
  readonly leftOut: PageAddress | null;
  readonly onLeaveOutAddress: () => void;
  readonly onPutBackAddress: () => void;
};

/** A passage that was cut at a character of two units is one unit short of the limit. */
const CUT_LENGTH = MAX_PASSAGE_LENGTH - 1;

/** What the report is about: the words of the page, and where they stand. */
export function ReportPassage({ target, leftOut, ...does }: ReportPassageProps) {
  const words = target?.selector?.exact ?? null;
  return (
    <>
      {words === null ? (
        <p>
          <Message name="report_no_passage" />
        </p>
      ) : (
        <blockquote lang={target?.language ?? ''} dir="auto">
          <Message name="report_quoted">{words}</Message>
        </blockquote>
      )}
      {words !== null && words.length >= CUT_LENGTH && (
        <p class="small">
          <Message name="report_passage_cut" />
        </p>
      )}
      {target !== null && target.title !== '' && (
        <p>
          <bdi lang={target.language ?? ''}>{target.title}</bdi>
        </p>
      )}
      {target !== null && (target.source !== null || leftOut !== null) && (
        <p class="address">
          {target.source === null ? (
            <Message name="report_address_left_out" />
          ) : (
            <bdi dir="ltr">{target.source}</bdi>
          )}{' '}
          {/* One button for both, so that it keeps the focus when it is pressed. */}
          <button
            type="button"
            class="plain"
            onClick={target.source === null ? does.onPutBackAddress : does.onLeaveOutAddress}
          >
            <Message
              name={target.source === null ? 'report_address_put_back' : 'report_address_leave_out'}
            />
          </button>
        </p>
      )}
    </>
  );
}
