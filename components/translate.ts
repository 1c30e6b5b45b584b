/**
 * What is known of the locale: the keys of its file, and a function that looks them up. Without
 * Preact, which the background would carry along.
 */
import type messages from '../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;

/** The message of the reader's locale, its placeholders filled in the order of their numbers. */
export type Translate = (key: MessageKey, ...substitutions: string[]) => string;

/** The messages that come in one form for each plural category of the English locale. */
type CountedMessage = MessageKey extends infer Key
  ? Key extends `${infer Name}_one`
    ? Name
    : never
  : never;

/** The form of a message that suits `count`; `count` is its first placeholder, `others` follow. */
export function translateCount(
  translate: Translate,
  name: CountedMessage,
  count: number,
  ...others: string[]
): string {
  const language = translate('language_tag');
  const category = new Intl.PluralRules(language).select(count) === 'one' ? 'one' : 'other';
  return translate(`${name}_${category}`, new Intl.NumberFormat(language).format(count), ...others);
}
