/**
 * Scripts that run from right to left and have letters in everyday use (Unicode Standard, chapters
 * 9 and 19: https://www.unicode.org/versions/latest/).
 */
const RIGHT_TO_LEFT_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa']);

/** The direction in which a language is written, by its most likely script. `tag` is BCP 47. */
export function writingDirection(tag: string): 'ltr' | 'rtl' {
  const { script } = new Intl.Locale(tag).maximize();
  return script !== undefined && RIGHT_TO_LEFT_SCRIPTS.has(script) ? 'rtl' : 'ltr';
}
