/** A locale written from right to left. */
import type { Translate } from '../../components/translate.ts';
import { entries, fillMessage, translateFromFile } from './translate-from-file.ts';

/** A Persian letter for each Latin one, by how often they stand in English: the lengths of words stay. */
const LETTERS = new Map(
  Array.from('etaoinshrdlcumwfgypbvkjxqz', (letter, at) => [
    letter,
    Array.from('ایرندهمتسوبلکشزفقعگپخجحغصط')[at] ?? letter,
  ]),
);

/**
 * The English messages in Persian letters, so that they run as a Persian text would: no words of any
 * language. Placeholders are kept, and filled in as they are.
 */
export const translateRightToLeft: Translate = (key, ...substitutions) => {
  const entry = entries[key];
  if (key === 'language_tag') return 'fa';
  if (entry === undefined) return translateFromFile(key, ...substitutions);
  const message = entry.message.replaceAll(
    /\$[a-z0-9_@]+\$|[a-z]/giu,
    (part) => LETTERS.get(part.toLowerCase()) ?? part,
  );
  return fillMessage({ ...entry, message }, substitutions);
};
