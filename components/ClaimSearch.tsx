import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { FoundClaims, type FoundClaim } from './FoundClaims.tsx';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount } from './translate.ts';

export type ClaimSearchProps = {
  /** The claims that suit what was typed, best first. */
  readonly search: (query: string) => readonly FoundClaim[];
  readonly onOpenClaim: (id: string) => void;
  /** Begins a report of a claim that the list lacks, with what was typed of it. */
  readonly onReport: (claim: string) => void;
};

/** A search over all claims that answers while the reader types. */
export function ClaimSearch({ search, onOpenClaim, onReport }: ClaimSearchProps) {
  const translate = useContext(TranslateContext);
  const fieldId = useId();
  const region = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState('');
  const query = typed.trim();
  const found = query === '' ? [] : search(query);

  // The field stands at the end of the popup, so that its results would appear out of sight.
  useLayoutEffect(() => {
    if (query !== '') region.current?.scrollIntoView({ block: 'start' });
  }, [query]);

  return (
    <search ref={region}>
      <label for={fieldId}>
        <Message name="popup_search" />
      </label>
      <input
        id={fieldId}
        type="search"
        autocomplete="off"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      <p class="small" role="status">
        {query === ''
          ? null
          : found.length === 0
            ? translate('popup_no_results')
            : translateCount(translate, 'popup_results', found.length)}
      </p>
      <FoundClaims claims={found} onOpenClaim={onOpenClaim} />
      {query !== '' && found.length === 0 && (
        <div class="offers">
          <button
            type="button"
            onClick={() => {
              onReport(query);
            }}
          >
            <Message name="popup_report_query" />
          </button>
        </div>
      )}
    </search>
  );
}
