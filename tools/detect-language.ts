/** The language of a text where no browser is there to ask. */
import type { LanguageDetector } from '../core/matching/page-language.ts';

/** Detects with the smallest database, which knows every language that is matched. */
export const detectLanguage: LanguageDetector = async (text) => {
  // Some tenths of a second that most commands never need.
  const { eld } = await import('eld/extrasmall');
  const result = eld.detect(text);
  return result.isReliable() ? result.language : null;
};
