import { useContext } from 'preact/hooks';
import { Message } from './Message.tsx';
import type { Coverage } from './popup-state.ts';
import { TranslateContext } from './translate-context.ts';
import { translateCount } from './translate.ts';

/** What the page was compared with, or why it was not, and that nothing was verified. */
export function CoverageNote({ coverage }: { coverage: Coverage }) {
  const translate = useContext(TranslateContext);
  const { language } = coverage;
  const name = language === null ? null : nameOf(language, translate('language_tag'));
  if (coverage.kind === 'compared') {
    return (
      <>
        <Message name="popup_compared">
          {translateCount(translate, 'popup_words', coverage.wordCount, name ?? coverage.language)}
          {translateCount(translate, 'popup_claims', coverage.claimCount)}
        </Message>
        {coverage.isTrial && (
          <>
            {' '}
            <Message name="trial_note">{name ?? coverage.language}</Message>
          </>
        )}
      </>
    );
  }
  if (name === null) return <Message name="popup_unknown_language" />;
  return <Message name="popup_no_wordings">{name}</Message>;
}

/** The name of a language in the language `locale`; null where a page declares what is no tag. */
function nameOf(language: string, locale: string): string | null {
  try {
    return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? null;
  } catch {
    return null;
  }
}
