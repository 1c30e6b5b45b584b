import { useContext } from 'preact/hooks';
import { TranslateContext } from './translate-context.ts';

/** The name of a language in the locale's words; the tag itself where there is no name. */
export function LanguageName({ tag }: { tag: string }) {
  const translate = useContext(TranslateContext);
  const names = new Intl.DisplayNames([translate('language_tag')], { type: 'language' });
  return <>{names.of(tag)}</>;
}
