import { useContext, useId, useRef, useState } from 'preact/hooks';
import type { ClaimId } from '../core/claims/claim.ts';
import type { IsoDate } from '../core/claims/date.ts';
import type { Voice } from '../core/claims/voice.ts';
import { CardActions, type CardActionsProps, type CorrectedMark } from './CardActions.tsx';
import { ClaimEntry, type CardEntry } from './ClaimEntry.tsx';
import { ListNote } from './ListNote.tsx';
import { LanguagesContext } from './Localized.tsx';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { TrialNote } from './TrialNote.tsx';
import { translateCount } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

export type ResponseCardProps = CardActionsProps & {
  /** The claims that the marked passage resembles, best match first. */
  readonly entries: readonly [CardEntry, ...CardEntry[]];
  /** The page's own date; null when it states none. */
  readonly pageDate: IsoDate | null;
  /** Signs that what stands on the page is not said by it. */
  readonly voices: readonly Voice[];
  /** The languages that the reader reads, best first, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly onClose: () => void;
};

/**
 * The card of one marked passage: the state of the matter, the response with its sources, and what
 * the other sides said. Of several claims it shows one at a time, first the best match. Needs a
 * `TranslateContext`; its styles are in `card.css`. Give each mark's card a key of its own, so that
 * a new card begins with its first claim.
 */
export function ResponseCard({
  entries,
  pageDate,
  voices,
  languages,
  onClose,
  ...actions
}: ResponseCardProps) {
  const translate = useContext(TranslateContext);
  const titleId = useId();
  const card = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState(0);
  const [corrected, setCorrected] = useState<ReadonlyMap<ClaimId, CorrectedMark | null>>(new Map());
  const entry = entries[place] ?? entries[0];
  const claim = entry.record.claim.id;
  const language = translate('language_tag');
  const numbers = new Intl.NumberFormat(language);
  const showNext = () => {
    setPlace((place + 1) % entries.length);
    card.current?.scrollTo(0, 0);
  };
  return (
    <LanguagesContext.Provider value={languages}>
      <div
        ref={card}
        class="card"
        role="dialog"
        aria-labelledby={titleId}
        lang={language}
        dir={writingDirection(language)}
        tabIndex={-1}
      >
        <div class="bar">
          <div>
            <h2 id={titleId}>{translateCount(translate, 'card_title', entries.length)}</h2>
            {entries.length > 1 && (
              <p aria-live="polite">
                <Message name="claim_place">
                  {numbers.format(place + 1)}
                  {numbers.format(entries.length)}
                </Message>
              </p>
            )}
          </div>
          {entries.length > 1 && (
            <button type="button" class="next" onClick={showNext}>
              <Message name="claim_next" />
            </button>
          )}
          <button
            type="button"
            class="close"
            aria-label={translate('card_close')}
            onClick={onClose}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3.5 3.5l9 9m0-9l-9 9" />
            </svg>
          </button>
        </div>
        <ClaimEntry key={claim} entry={entry} pageDate={pageDate} voices={voices}>
          <CardActions
            claim={claim}
            corrected={corrected.get(claim) ?? null}
            onCorrected={(mark) => {
              setCorrected((others) => new Map([...others, [claim, mark]]));
            }}
            {...actions}
          />
        </ClaimEntry>
        <div class="about">
          <p>
            <Message name="mark_note" />
          </p>
          <TrialNote claim={entry.record.claim} language={entry.language} />
          <ListNote key={entry.record.list.id} record={entry.record} />
        </div>
      </div>
    </LanguagesContext.Provider>
  );
}
