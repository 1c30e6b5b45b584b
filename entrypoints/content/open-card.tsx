/** From a mark to its card. */
import { render } from 'preact';
import css from '../../components/card.css?inline';
import type { WrongMark } from '../../components/CardActions.tsx';
import type { CardEntry } from '../../components/ClaimEntry.tsx';
import { ResponseCard } from '../../components/ResponseCard.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import type { ClaimRecord } from '../../core/claims/claim-list.ts';
import type { Concern } from '../../core/claims/report.ts';
import { harmlessText } from '../../core/claims/text.ts';
import { foldPassage, type MarkCorrection } from '../../core/extension/corrections.ts';
import { MAX_REQUEST_CLAIMS, type MatchedPassage } from '../../core/extension/messages.ts';
import { translate } from '../../core/extension/translate.ts';
import type { WordPair } from '../../core/matching/explain-match.ts';
import { openCardHost, type CardHost } from '../../core/page/card-host.ts';
import { hasSameWords, saysTheSame, type Mark } from '../../core/page/choose-marks.ts';
import { readDateAt } from '../../core/page/page-parts.ts';
import { readVoices } from '../../core/page/page-voice.ts';
import type { PageHost } from '../../core/page/page-host.ts';
import type { Ask } from './ask.ts';

export type CardOpener = {
  /** Opens the card of a mark, in place of any other. */
  open(mark: Mark): void;
  close(): void;
  /**
   * Closes the card unless its words are still marked, or marked again where the page has drawn
   * them. One that says what the reader has corrected in it stays as long as its words are among
   * `passages`: all that would be marked without corrections.
   */
  keepOnly(marks: readonly Mark[], passages: readonly Mark[]): void;
};

export type CardOpenerOptions = {
  /** The reader wants to report something about the mark of the card; whether that could be begun. */
  readonly onReport: (concern: Concern, mark: Mark) => Promise<boolean>;
  /** The focus shall go back to the button of a mark that has gone since. */
  readonly onFocusLost: () => void;
};

/** A card that is open, or wanted and without a host until its texts are there. */
type Card = {
  mark: Mark;
  host: CardHost | null;
  /** Whether the reader has corrected something in it, which it tells until it is closed. */
  isCorrected: boolean;
};

export function createCardOpener(
  ask: Ask,
  host: PageHost,
  { onReport, onFocusLost }: CardOpenerOptions,
  signal: AbortSignal,
): CardOpener {
  let current: Card | null = null;

  function close(): void {
    const closing = current;
    current = null;
    closing?.host?.close();
  }

  async function open(mark: Mark): Promise<void> {
    close();
    const opening: Card = { mark, host: null, isCorrected: false };
    current = opening;
    const claims = [...new Set(mark.entries.map(({ match }) => match.claim))].slice(
      0,
      MAX_REQUEST_CLAIMS,
    );
    const [records, reasons] = await Promise.all([
      ask({ type: 'getRecords', claims }),
      ask({ type: 'explainMatches', matches: passagesOf(mark) }),
    ]);
    const [first, ...others] = entriesOf(mark, records ?? [], reasons ?? []);
    // Something else was opened, or the page has changed, while the texts were on their way.
    if (current !== opening || signal.aborted) return;
    if (first === undefined) {
      current = null;
      return;
    }
    opening.host = openCardHost({
      host,
      range: opening.mark.range,
      css,
      render: (container) => {
        const card = (
          <TranslateContext.Provider value={translate}>
            <ResponseCard
              entries={[first, ...others]}
              pageDate={readDateAt(document, opening.mark.block.element)}
              voices={readVoices(document, location.href)}
              languages={navigator.languages}
              onCorrect={(claim, wrong) => {
                // Before the answer: the marks may be chosen anew before it is there.
                opening.isCorrected = true;
                return ask({
                  type: 'correctMark',
                  correction: correctionOf(opening.mark, claim, wrong),
                });
              }}
              onUndo={(claim, wrong) =>
                ask({
                  type: 'undoCorrection',
                  correction: correctionOf(opening.mark, claim, wrong),
                })
              }
              onReport={(concern) => onReport(concern, opening.mark)}
              onClose={close}
            />
          </TranslateContext.Provider>
        );
        render(card, container);
        return () => {
          render(null, container);
        };
      },
      onFocusLost,
      onClose: () => {
        if (current === opening) current = null;
      },
      signal,
    });
  }

  return {
    open(mark) {
      void open(mark);
    },
    close,
    keepOnly(marks, passages) {
      if (current === null) return;
      const { mark, isCorrected } = current;
      const kept = isCorrected ? passages : marks;
      const same =
        kept.find(({ range }) => hasSameWords(range, mark.range)) ??
        kept.find((other) => saysTheSame(other, mark));
      if (same === undefined) {
        close();
        return;
      }
      current.mark = same;
      if (!hasSameWords(same.range, mark.range)) current.host?.moveTo(same.range);
    },
  };
}

/** What the reader has said of a claim on the words of a mark. */
function correctionOf({ quote }: Mark, claim: ClaimId, wrong: WrongMark): MarkCorrection {
  return wrong === 'muted'
    ? { kind: wrong, claim }
    : { kind: wrong, claim, passage: foldPassage(quote.exact) };
}

/** What the card shows of each claim of the mark, in the mark's order. */
function entriesOf(
  mark: Mark,
  records: readonly ClaimRecord[],
  reasons: readonly (readonly WordPair[])[],
): readonly CardEntry[] {
  return mark.entries.flatMap(({ match, pageCarriesResponse }, at) => {
    const { claim, language, stance } = match;
    const record = records.find((candidate) => candidate.claim.id === claim);
    const because = (reasons[at] ?? []).map((pair) => ({ ...pair, page: harmlessText(pair.page) }));
    return record === undefined || stance === 'denies'
      ? []
      : [{ record, stance, language, pageCarriesResponse, because }];
  });
}

/** What each entry of a mark resembles, for the first entries that a card shows. */
function passagesOf({ entries, quote }: Mark): readonly MatchedPassage[] {
  return entries.slice(0, MAX_REQUEST_CLAIMS).map(({ match: { claim, language, wording } }) => ({
    claim,
    language,
    wording,
    passage: quote.exact,
  }));
}
