import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimId } from '../core/claims/claim.ts';
import type { Correction } from '../core/extension/corrections.ts';
import { Message } from './Message.tsx';
import { Passage } from './Passage.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount, type MessageKey } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

/** How many of each list are shown at once; the others come up as these are taken back. */
export const MAX_LISTED = 50;

type ClaimText = {
  readonly claimId: ClaimId;
  /** The claim as the list puts it, in the language `claimLanguage`. */
  readonly claim: string;
  readonly claimLanguage: string;
};

/** What the reader has corrected, latest first. */
export type CorrectedState = {
  readonly mutedClaims: readonly ClaimText[];
  readonly corrections: readonly (ClaimText & { readonly correction: Correction })[];
};

export type NotShownProps = {
  readonly corrected: CorrectedState;
  readonly onShowAgain: (claim: ClaimId) => void;
  readonly onTakeBack: (correction: Correction) => void;
};

const KINDS: Readonly<Record<Correction['kind'], MessageKey>> = {
  'different-claim': 'popup_said_different_claim',
  'not-stated': 'popup_said_not_stated',
};

/**
 * What the reader has corrected, to see and to take back; nothing where there is nothing. Once the
 * last of it is taken back it says so, with the focus, which was on what was pressed.
 */
export function NotShown({ corrected, onShowAgain, onTakeBack }: NotShownProps) {
  const summary = useRef<HTMLElement>(null);
  const end = useRef<HTMLParagraphElement>(null);
  const [hasTakenBack, setHasTakenBack] = useState(false);
  const { mutedClaims, corrections } = corrected;
  const isEmpty = mutedClaims.length === 0 && corrections.length === 0;
  useLayoutEffect(() => {
    if (isEmpty && hasTakenBack) end.current?.focus();
  }, [isEmpty, hasTakenBack]);
  if (isEmpty) {
    return hasTakenBack ? (
      <section class="not-shown">
        <p ref={end} tabIndex={-1}>
          <Message name="popup_nothing_corrected" />
        </p>
      </section>
    ) : null;
  }
  // What is pressed goes; the focus would be nowhere.
  const stay = () => {
    setHasTakenBack(true);
    summary.current?.focus();
  };
  return (
    <section class="not-shown">
      <details>
        <summary ref={summary}>
          <Counts mutedCount={mutedClaims.length} correctedCount={corrections.length} />
        </summary>
        {mutedClaims.length > 0 && (
          <div class="group">
            <h2>
              <Message name="popup_muted_heading" />
            </h2>
            <ul>
              {mutedClaims.slice(0, MAX_LISTED).map((claim) => (
                <MutedClaim
                  key={claim.claimId}
                  {...claim}
                  onShowAgain={() => {
                    stay();
                    onShowAgain(claim.claimId);
                  }}
                />
              ))}
            </ul>
            <More count={mutedClaims.length - MAX_LISTED} />
          </div>
        )}
        {corrections.length > 0 && (
          <div class="group">
            <h2>
              <Message name="popup_corrected_heading" />
            </h2>
            <ul>
              {corrections.slice(0, MAX_LISTED).map(({ correction, ...claim }) => (
                <CorrectedPassage
                  key={`${claim.claimId} ${correction.kind} ${correction.passage}`}
                  correction={correction}
                  {...claim}
                  onTakeBack={() => {
                    stay();
                    onTakeBack(correction);
                  }}
                />
              ))}
            </ul>
            <More count={corrections.length - MAX_LISTED} />
          </div>
        )}
      </details>
    </section>
  );
}

function Counts({ mutedCount, correctedCount }: { mutedCount: number; correctedCount: number }) {
  const translate = useContext(TranslateContext);
  const claims = translateCount(translate, 'popup_muted_claims', mutedCount);
  const passages = translateCount(translate, 'popup_corrected_passages', correctedCount);
  if (mutedCount === 0) return <>{translate('popup_not_shown', passages)}</>;
  if (correctedCount === 0) return <>{translate('popup_not_shown', claims)}</>;
  return <>{translate('popup_not_shown_both', claims, passages)}</>;
}

function MutedClaim({
  claim,
  claimLanguage,
  onShowAgain,
}: ClaimText & { readonly onShowAgain: () => void }) {
  const claimTextId = useId();
  return (
    <li class="line corrected">
      <bdi id={claimTextId} lang={claimLanguage} dir={writingDirection(claimLanguage)}>
        {claim}
      </bdi>
      <button type="button" aria-describedby={claimTextId} onClick={onShowAgain}>
        <Message name="popup_show_again" />
      </button>
    </li>
  );
}

function CorrectedPassage({
  claim,
  claimLanguage,
  correction,
  onTakeBack,
}: ClaimText & { readonly correction: Correction; readonly onTakeBack: () => void }) {
  const passageId = useId();
  return (
    <li class="corrected">
      <Passage id={passageId} text={correction.passage} language={null} />
      <p class="small">
        <Message name="popup_claim">
          <bdi lang={claimLanguage} dir={writingDirection(claimLanguage)}>
            {claim}
          </bdi>
        </Message>
      </p>
      <div class="line">
        <p class="small">
          <Message name={KINDS[correction.kind]} />
        </p>
        <button type="button" aria-describedby={passageId} onClick={onTakeBack}>
          <Message name="popup_take_back" />
        </button>
      </div>
    </li>
  );
}

/** How many more there are than the list shows; nothing where it shows all. */
function More({ count }: { count: number }) {
  const translate = useContext(TranslateContext);
  if (count <= 0) return null;
  return <p class="small">{translateCount(translate, 'popup_more', count)}</p>;
}
