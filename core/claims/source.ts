/** Where a list's statements were read. */
import * as v from 'valibot';
import { StatedDate, IsoDate } from './date.ts';
import {
  HttpsUrl,
  LanguageTag,
  MAX_NAME_LENGTH,
  MAX_SENTENCE_LENGTH,
  plainText,
  slug,
  type Brand,
} from './text.ts';

export const SourceId = v.pipe(
  slug,
  v.transform((text) => text as Brand<string, 'SourceId'>),
);
export type SourceId = v.InferOutput<typeof SourceId>;

/** A side in the matter, by its id in `list.json`. */
export const PartyId = v.pipe(
  slug,
  v.transform((text) => text as Brand<string, 'PartyId'>),
);
export type PartyId = v.InferOutput<typeof PartyId>;

/** What sort of publication a source is. The order is the one that a card lists sources in. */
export const SOURCE_KINDS = [
  'primary-document',
  'official-text',
  'agency',
  'independent-press',
  'party-press',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

const Seen = v.strictObject({ date: IsoDate, by: plainText(MAX_NAME_LENGTH) });

export const Source = v.strictObject({
  kind: v.picklist(SOURCE_KINDS),
  publisher: plainText(MAX_NAME_LENGTH),
  /** The side that the publisher belongs to, or whose own text it is; null for none. */
  side: v.nullable(PartyId),
  title: v.nullable(plainText(MAX_SENTENCE_LENGTH)),
  datePublished: v.nullable(StatedDate),
  language: LanguageTag,
  /** Null for a text that is known without its address, which no released list may show. */
  url: v.nullable(HttpsUrl),
  archivedUrl: v.nullable(HttpsUrl),
  /** When and by whom the address was last opened; null until somebody has. */
  checked: v.nullable(Seen),
  /** When and by whom the words quoted from it were seen on it; null until somebody has. */
  quoteSeen: v.nullable(Seen),
});
export type Source = v.InferOutput<typeof Source>;

/** Whether a source is an article about a statement rather than the statement itself. */
export function isPress({ kind }: Source): boolean {
  return kind === 'agency' || kind === 'independent-press' || kind === 'party-press';
}

export const Sources = v.record(slug, Source);
export type Sources = Readonly<Record<string, Source>>;
