import { useId } from 'preact/hooks';
import { looksPrivate } from '../core/claims/private-address.ts';
import { MAX_PASSAGE_LENGTH, type Report } from '../core/claims/report.ts';
import { Message } from './Message.tsx';

export type ReportPassageProps = Pick<Report, 'target' | 'includesAddress'> & {
  readonly onIncludeAddress: (isIncluded: boolean) => void;
};

/** A passage that was cut at a character of two units is one unit short of the limit. */
const CUT_LENGTH = MAX_PASSAGE_LENGTH - 1;

/** What the report is about: the words of the page, and where they stand. */
export function ReportPassage({ target, includesAddress, onIncludeAddress }: ReportPassageProps) {
  const noteId = useId();
  const source = target?.source ?? null;
  const isPrivate = source !== null && looksPrivate(source);
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
      {source !== null && (
        <div class="address">
          <label class="check">
            <input
              type="checkbox"
              checked={includesAddress}
              aria-describedby={isPrivate ? noteId : undefined}
              onChange={({ currentTarget }) => {
                onIncludeAddress(currentTarget.checked);
              }}
            />
            <span>
              <Message name="report_address_include" />
            </span>
          </label>
          <bdi dir="ltr">{source}</bdi>
          {isPrivate && (
            <p id={noteId} class="small">
              <Message name="report_address_private" />
            </p>
          )}
        </div>
      )}
    </>
  );
}
