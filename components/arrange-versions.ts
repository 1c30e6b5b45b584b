/** One statement in several languages: which version is shown, and which can be opened. */
import type { Quotation, Words } from '../core/claims/claim.ts';

export type Quoted = Extract<Words, { form: 'quoted' }>;

/** The words in one language. `translator` is null for the language in which they were said. */
export type Version = { readonly quotation: Quotation; readonly translator: string | null };

export type ArrangedVersions = {
  readonly shown: Version;
  /** Null when it is the one shown, or is not known. */
  readonly original: Version | null;
  readonly furtherTranslations: readonly Version[];
};

/**
 * Shows the first of `languages` (BCP 47, best first) that the words exist in, exactly or by its
 * primary language; else English, else the original, else what there is. Null without any words.
 */
export function arrangeVersions(
  words: Quoted,
  languages: readonly string[],
): ArrangedVersions | null {
  const original = words.original && { quotation: words.original, translator: null };
  const translations = words.translations.map(({ translator, ...quotation }) => ({
    quotation,
    translator,
  }));
  const versions: readonly Version[] = original ? [original, ...translations] : translations;
  const shown =
    [...languages, 'en']
      .flatMap((tag) => [tag, tag.split('-')[0]])
      .map((tag) => versions.find(({ quotation }) => quotation.language === tag))
      .find((version) => version !== undefined) ?? versions[0];
  if (shown === undefined) return null;
  return {
    shown,
    original: shown === original ? null : original,
    furtherTranslations: translations.filter((version) => version !== shown),
  };
}
