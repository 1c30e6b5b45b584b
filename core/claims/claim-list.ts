/** A claim list: who publishes it, from which interest, and the claims and sources it holds. */
import * as v from 'valibot';
import type { Claim, ClaimId } from './claim.ts';
import { IsoDate } from './date.ts';
import type { Source, Sources } from './source.ts';
import { HttpsUrl, LanguageTag, LocalizedText, plainText, slug, type Brand } from './text.ts';

export const ListId = v.pipe(
  slug,
  v.transform((text) => text as Brand<string, 'ListId'>),
);
export type ListId = v.InferOutput<typeof ListId>;

/** A side in the matter, with the names that pages call it by. */
export const Party = v.strictObject({
  name: LocalizedText,
  /** Other names and forms, by language, that a page may use for it. Matched, never shown. */
  aliases: v.record(LanguageTag, v.array(plainText(80))),
});
export type Party = v.InferOutput<typeof Party>;

/** `list.json`. */
export const ListHead = v.strictObject({
  id: ListId,
  title: LocalizedText,
  publisher: v.strictObject({
    name: plainText(120),
    /** From what interest in the matter the list is published. */
    interest: LocalizedText,
    /** Where a complaint reaches the publisher; null until there is such a place. */
    contact: v.nullable(v.union([HttpsUrl, v.pipe(v.string(), v.email())])),
  }),
  languages: v.pipe(v.array(LanguageTag), v.minLength(1, 'at least one language')),
  license: plainText(120),
  version: v.pipe(
    v.string(),
    v.regex(/^\d+\.\d+\.\d+$/u, 'a version of three numbers such as "1.0.0"'),
  ),
  asOf: IsoDate,
  parties: v.record(slug, Party),
  /** What a reader should know is missing. */
  missing: v.array(LocalizedText),
});
export type ListHead = v.InferOutput<typeof ListHead>;

/** A whole list, valid: every id in it leads somewhere. Claims in the order of their ids. */
export type ClaimList = {
  readonly head: ListHead;
  readonly sources: Sources;
  readonly claims: readonly Claim[];
};

/** One claim with all that a card needs to show it. */
export type ClaimRecord = {
  readonly claim: Claim;
  /** The sources that the claim refers to, and no others. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly list: Pick<ListHead, 'id' | 'title' | 'version' | 'asOf' | 'publisher' | 'parties'>;
};

/** Every source id that a claim refers to, each once, in order of first mention. */
export function sourceIdsOf(claim: Claim): readonly string[] {
  const ids = new Set<string>();
  const statements = [
    ...claim.responses,
    ...claim.findings,
    ...claim.appearances,
    ...claim.replies,
  ];
  for (const statement of statements) {
    if (statement.words.form === 'quoted') {
      const { original, translations } = statement.words;
      for (const quotation of original === null ? translations : [original, ...translations]) {
        ids.add(quotation.source);
      }
    }
    for (const id of statement.sources) ids.add(id);
  }
  for (const { withdrawn } of claim.appearances) {
    for (const id of withdrawn?.sources ?? []) ids.add(id);
  }
  return [...ids];
}

/** The record of one published claim of `list`, or null when the list shows no such claim. */
export function recordOf(list: ClaimList, id: ClaimId): ClaimRecord | null {
  const claim = list.claims.find((candidate) => candidate.id === id);
  if (claim === undefined || claim.publication.status !== 'published') return null;
  const sources: Record<string, Source> = {};
  for (const sourceId of sourceIdsOf(claim)) {
    const source = list.sources[sourceId];
    if (source !== undefined) sources[sourceId] = source;
  }
  const { title, version, asOf, publisher, parties } = list.head;
  return { claim, sources, list: { id: list.head.id, title, version, asOf, publisher, parties } };
}
