import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { pickLanguage, type LocalizedText } from '../core/claims/text.ts';
import { TranslateContext } from './translate-context.ts';
import { writingDirection } from './writing-direction.ts';

/** The languages that the reader reads, best first, as BCP 47 tags. */
export const LanguagesContext = createContext<readonly string[]>([]);

function Picked({ text, preferred }: { text: LocalizedText; preferred: readonly string[] }) {
  const picked = pickLanguage(text, preferred);
  return (
    <bdi lang={picked.language} dir={writingDirection(picked.language)}>
      {picked.text}
    </bdi>
  );
}

/** A text that stands by itself, in the language that suits the reader best. */
export function Localized({ text }: { text: LocalizedText }) {
  return <Picked text={text} preferred={useContext(LanguagesContext)} />;
}

/** A text that goes into a sentence of the locale, so in the locale's language where it can be. */
export function LocalizedInSentence({ text }: { text: LocalizedText }) {
  const translate = useContext(TranslateContext);
  return <Picked text={text} preferred={[translate('language_tag')]} />;
}
