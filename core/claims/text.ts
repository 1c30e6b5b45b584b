/**
 * The kinds of text a claim list is made of. Everything a list says is hostile until it has passed
 * these schemas: sizes are capped, addresses are `https:`, no text can turn the writing direction
 * of the page around it.
 */
import * as v from 'valibot';

declare const brand: unique symbol;
/** A value that only its schema can make. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

// Lengths are in UTF-16 units. Each leaves room for the longest real example, and none for a text
// that would fill a card or slow a reader's machine down.

/** Longest free text of a list. An official statement is capped lower. */
export const MAX_TEXT_LENGTH = 2_000;
/** Longest name, of a person, an outlet or a licence. */
export const MAX_NAME_LENGTH = 120;
/** Longest single sentence: a headline, or one way to put a claim. */
export const MAX_SENTENCE_LENGTH = 300;
/** Longest id; it is the name of a file, of which file systems take 255 bytes. */
const MAX_SLUG_LENGTH = 80;
/** Longest address: a path in another script is several times longer once it is escaped. */
export const MAX_URL_LENGTH = 2_000;

// Bidirectional formatting characters (Unicode UAX #9, section 2) in a quotation could make a card
// read other than it is stored. Direction comes from `dir` and `lang` instead. The zero width
// non-joiner stays allowed: Persian is spelled with it.
const CONTROL_CHARACTERS = /(?![\t\n])[\p{Cc}\p{Bidi_Control}]/u;
const ALL_CONTROL_CHARACTERS = new RegExp(CONTROL_CHARACTERS, 'gu');

/**
 * `text` as a page or a reader gives it, without what could make it read other than it is stored:
 * control and bidirectional formatting characters are taken out, line ends are `\n`, half a
 * surrogate pair becomes U+FFFD. What is left may be empty.
 */
export function harmlessText(text: string): string {
  return text.replaceAll(/\r\n?/gu, '\n').replaceAll(ALL_CONTROL_CHARACTERS, '').toWellFormed();
}

/** Plain text of 1 to `maxLength` UTF-16 units without control characters, not padded by space. */
export const plainText = (maxLength: number = MAX_TEXT_LENGTH) =>
  v.pipe(
    v.string(),
    v.minLength(1, 'text that is not empty'),
    v.check((text) => text.trim() === text, 'text without space at its ends'),
    v.maxLength(maxLength, `at most ${String(maxLength)} characters`),
    v.check(
      (text) => !CONTROL_CHARACTERS.test(text),
      'text without control or bidirectional formatting characters',
    ),
  );

/** A BCP 47 language tag as lists use them: `en`, `az`, `zh-Hant`. */
export const LanguageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/u, 'a BCP 47 language tag such as "en"'),
);
export type LanguageTag = v.InferOutput<typeof LanguageTag>;

/** A text in one or more languages. English is always there: it is what any reader falls back to. */
export const LocalizedText = v.pipe(
  v.record(LanguageTag, plainText()),
  v.check((texts) => typeof texts['en'] === 'string', 'an English text under "en"'),
);
export type LocalizedText = v.InferOutput<typeof LocalizedText>;

/** Lower-case words joined by hyphens; used for ids and file names. */
export const slug = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'lower-case letters and digits joined by hyphens'),
  v.maxLength(MAX_SLUG_LENGTH, `at most ${String(MAX_SLUG_LENGTH)} characters`),
);

/** An absolute `https:` address without a user name or password. */
export const HttpsUrl = v.pipe(
  v.string(),
  v.maxLength(MAX_URL_LENGTH, `at most ${String(MAX_URL_LENGTH)} characters`),
  v.check((text) => {
    try {
      const url = new URL(text);
      return url.protocol === 'https:' && url.username === '' && url.password === '';
    } catch {
      return false;
    }
  }, 'an absolute https: address'),
  v.transform((text) => text as Brand<string, 'HttpsUrl'>),
);
export type HttpsUrl = v.InferOutput<typeof HttpsUrl>;

/**
 * The text of `texts` that suits a reader best: the first of `preferred` that is there (exactly, or
 * by its primary language), else English. The language comes with it, for the `lang` attribute.
 */
export function pickLanguage(
  texts: LocalizedText,
  preferred: readonly string[],
): { readonly language: LanguageTag; readonly text: string } {
  for (const tag of preferred) {
    for (const language of [tag, tag.split('-')[0] ?? tag]) {
      const text = Object.hasOwn(texts, language) ? texts[language] : undefined;
      if (text !== undefined) return { language, text };
    }
  }
  return { language: 'en', text: texts['en'] ?? '' };
}
