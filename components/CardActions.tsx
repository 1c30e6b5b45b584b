import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ClaimId } from '../core/claims/claim.ts';
import type { Concern } from '../core/claims/report.ts';
import type { MarkCorrection } from '../core/extension/corrections.ts';
import type { AfterCorrection } from '../core/extension/messages.ts';
import { Message } from './Message.tsx';
import { concernOf, PROBLEM_KINDS } from './problem-kinds.ts';
import type { MessageKey } from './translate.ts';

/** What can be wrong with a mark: the claim, what the page does with it, or that it is shown at all. */
export type WrongMark = MarkCorrection['kind'];

/** What the reader has said of a mark, and how it stands with its claim since. */
export type CorrectedMark = AfterCorrection & { readonly wrong: WrongMark };

export type CardActionsProps = {
  /** Keeps what the reader says of the mark of a claim; null when it could not be kept. */
  readonly onCorrect: (claim: ClaimId, wrong: WrongMark) => Promise<AfterCorrection | null>;
  /** Takes just that back; null when it could not be. */
  readonly onUndo: (claim: ClaimId, wrong: WrongMark) => Promise<AfterCorrection | null>;
  /** Begins a report; false when that could not be done. */
  readonly onReport: (concern: Concern) => Promise<boolean>;
};

type Props = CardActionsProps & {
  readonly claim: ClaimId;
  /** What the reader has said of the mark since the card is open; null before. */
  readonly corrected: CorrectedMark | null;
  readonly onCorrected: (corrected: CorrectedMark | null) => void;
};

/** In the order in which they are offered, each with what follows from it. */
const CHOICES: readonly (readonly [WrongMark, MessageKey, MessageKey])[] = [
  ['different-claim', 'wrong_different_claim', 'wrong_different_claim_effect'],
  ['not-stated', 'wrong_not_stated', 'wrong_not_stated_effect'],
  ['muted', 'wrong_muted', 'wrong_muted_effect'],
];

const DONE: Readonly<Record<WrongMark, MessageKey>> = {
  'different-claim': 'wrong_different_claim_done',
  'not-stated': 'wrong_not_stated_done',
  muted: 'wrong_muted_done',
};

/** What can be open below the row. */
type Panel = 'wrong' | 'report';

/** What the reader can do about a mark: say that it is wrong, in three ways, or report something. */
export function CardActions({ claim, corrected, onCorrected, onCorrect, onUndo, onReport }: Props) {
  const [open, setOpen] = useState<Panel | null>(corrected === null ? null : 'wrong');
  const [outcome, setOutcome] = useState<'corrected' | 'undone' | 'failed' | null>(null);
  const [hasFailedReport, setHasFailedReport] = useState(false);
  const [heldPx, setHeldPx] = useState(0);
  const isAsking = useRef(false);
  const panel = useRef<HTMLDivElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const wrongId = useId();
  const reportId = useId();

  useLayoutEffect(() => {
    if (open !== null) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  // What was pressed is gone once it is done.
  useLayoutEffect(() => {
    if (outcome === 'corrected' || outcome === 'undone') {
      status.current?.focus({ preventScroll: true });
    }
  }, [outcome]);

  const ask = async (question: () => Promise<AfterCorrection | null>) => {
    if (isAsking.current) return null;
    isAsking.current = true;
    // What comes in place of the choices is lower: nothing on the card shall move for it.
    setHeldPx(panel.current?.getBoundingClientRect().height ?? 0);
    const answer = await question();
    isAsking.current = false;
    if (answer === null) setOutcome('failed');
    return answer;
  };
  const correct = async (wrong: WrongMark) => {
    const answer = await ask(() => onCorrect(claim, wrong));
    if (answer === null) return;
    onCorrected({ ...answer, wrong });
    setOutcome('corrected');
  };
  const undo = async (wrong: WrongMark) => {
    const answer = await ask(() => onUndo(claim, wrong));
    if (answer === null) return;
    onCorrected(null);
    setOutcome('undone');
  };

  const report = (concern: Concern) => {
    void onReport(concern).then((isBegun) => {
      setHasFailedReport(!isBegun);
    });
  };

  const disclosure = (which: Panel, id: string, name: MessageKey) => (
    <button
      type="button"
      id={id}
      class="disclosure"
      aria-expanded={open === which}
      onClick={() => {
        setOpen(open === which ? null : which);
      }}
    >
      <Message name={name} />
    </button>
  );
  const told = tellOf(corrected, outcome);
  return (
    <div class="actions">
      <div class="action-row">
        {disclosure('wrong', wrongId, 'card_wrong_mark')}
        {disclosure('report', reportId, 'card_report_problem')}
        <button
          type="button"
          onClick={() => {
            report({ kind: 'new-claim' });
          }}
        >
          <Message name="card_report_claim" />
        </button>
      </div>
      {open === 'wrong' && (
        <div ref={panel} class="action-panel" style={{ minBlockSize: `${String(heldPx)}px` }}>
          <p ref={status} role="status" tabIndex={-1}>
            {told && <Message name={told} />}
          </p>
          {corrected === null ? (
            <div role="group" aria-labelledby={wrongId}>
              {CHOICES.map(([wrong, label, effect]) => (
                <button
                  type="button"
                  key={wrong}
                  class="choice"
                  onClick={() => void correct(wrong)}
                >
                  <span>
                    <Message name={label} />
                  </span>
                  <span class="small">
                    <Message name={effect} />
                  </span>
                </button>
              ))}
            </div>
          ) : (
            <>
              <button type="button" class="framed" onClick={() => void undo(corrected.wrong)}>
                <Message name="wrong_undo" />
              </button>
              <p class="small">
                <Message name="wrong_undo_later" />
              </p>
            </>
          )}
        </div>
      )}
      {open === 'report' && (
        <div ref={panel} class="action-panel" role="group" aria-labelledby={reportId}>
          {PROBLEM_KINDS.map(([kind, label]) => (
            <button
              type="button"
              key={kind}
              class="choice"
              onClick={() => {
                report(concernOf(kind, claim));
              }}
            >
              <Message name={label} />
            </button>
          ))}
        </div>
      )}
      <p class="not-begun" role="status">
        {hasFailedReport && <Message name="report_not_begun" />}
      </p>
    </div>
  );
}

/** What the card says of what was done last; null where nothing was. */
function tellOf(
  corrected: CorrectedMark | null,
  outcome: 'corrected' | 'undone' | 'failed' | null,
): MessageKey | null {
  if (outcome === 'failed') return 'wrong_failed';
  if (corrected === null) return outcome === 'undone' ? 'wrong_undone' : null;
  return corrected.isMuted && corrected.wrong !== 'muted'
    ? 'wrong_twice_done'
    : DONE[corrected.wrong];
}
