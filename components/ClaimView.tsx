import { useContext } from 'preact/hooks';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { ClaimEntry } from './ClaimEntry.tsx';
import { ListNote } from './ListNote.tsx';
import { LanguagesContext } from './Localized.tsx';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { writingDirection } from './writing-direction.ts';

export type ClaimViewProps = {
  readonly record: ClaimRecord;
  /** The languages that the reader reads, best first, as BCP 47 tags. */
  readonly languages: readonly string[];
  readonly onBack: () => void;
};

/** A claim for itself, as a reader finds it in a search. Its styles are in `card.css`, those of its document in `popup.css`. */
export function ClaimView({ record, languages, onBack }: ClaimViewProps) {
  const language = useContext(TranslateContext)('language_tag');
  return (
    <LanguagesContext.Provider value={languages}>
      <main class="card alone" lang={language} dir={writingDirection(language)}>
        <div class="bar">
          <button type="button" class="back" onClick={onBack}>
            <Message name="claim_back" />
          </button>
        </div>
        <ClaimEntry
          entry={{ record, stance: null, language: null, pageCarriesResponse: false, because: [] }}
          pageDate={null}
        />
        <footer class="about">
          <ListNote record={record} />
        </footer>
      </main>
    </LanguagesContext.Provider>
  );
}
