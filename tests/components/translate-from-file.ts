/** The English messages, filled in as browsers fill them: the components' Translate in tests. */
import * as v from 'valibot';
import type { Translate } from '../../components/translate.ts';

const MessageEntry = v.strictObject({
  message: v.string(),
  description: v.string(),
  placeholders: v.optional(
    v.record(v.string(), v.strictObject({ content: v.string(), example: v.string() })),
    {},
  ),
});
export type MessageEntry = v.InferOutput<typeof MessageEntry>;

const file = await fetch('/_locales/en/messages.json');

/** The entries of the file by their keys, in its order. */
export const entries = v.parse(v.record(v.string(), MessageEntry), await file.json());

/**
 * `$name$` is the content of that placeholder whatever its letters' case, `$1` the first
 * substitution, `$$` one dollar sign. Substitutions are not read for placeholders again.
 * (https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Internationalization)
 */
export function fillMessage(entry: MessageEntry, substitutions: readonly string[]): string {
  const contents = new Map(
    Object.entries(entry.placeholders).map(([name, { content }]) => [name.toLowerCase(), content]),
  );
  const fill = (text: string) =>
    text.replace(/\$([1-9])/gu, (_, place: string) => substitutions[Number(place) - 1] ?? '');
  return entry.message.replace(/\$(?:([a-z0-9_@]+)\$|[1-9$])/giu, (whole, name?: string) => {
    if (whole === '$$') return '$';
    return fill(name === undefined ? whole : (contents.get(name.toLowerCase()) ?? ''));
  });
}

export const translateFromFile: Translate = (key, ...substitutions) => {
  const entry = entries[key];
  if (entry === undefined) throw new Error(`expected a message ${key}, but found none`);
  return fillMessage(entry, substitutions);
};
