/** The language of a page: what it declares, or what somebody else detects in its words. */

/** The language of a text, as BCP 47; null when it cannot be told. */
export type LanguageDetector = (text: string) => Promise<string | null>;

/** Enough for a detector to be sure, in UTF-16 units; more only takes longer. */
const DETECTED_LENGTH = 1_000;

/** What a language is called (ISO 639), and what says nothing: it is not known, several, none. */
const CODE = /^[a-z]{2,3}$/u;
const SAYS_NOTHING: ReadonlySet<string> = new Set(['und', 'mul', 'zxx', 'mis']);

/** The primary subtag, in lower case; null when none names a language. Pages write "en_GB" too. */
export function primaryLanguage(language: string | null): string | null {
  const [primary = ''] = (language ?? '').toLowerCase().split(/[-_]/u, 1);
  return CODE.test(primary) && !SAYS_NOTHING.has(primary) ? primary : null;
}

/** What `declared` says; where that says nothing, what `detect` makes of the beginning of `texts`. */
export async function pageLanguage(
  declared: string | null,
  texts: Iterable<string>,
  detect: LanguageDetector,
): Promise<string | null> {
  if (primaryLanguage(declared) !== null) return declared;
  let sample = '';
  for (const text of texts) {
    if (sample.length >= DETECTED_LENGTH) break;
    sample += `${text.slice(0, DETECTED_LENGTH)}\n`;
  }
  return sample.trim() === '' ? null : detect(sample);
}
