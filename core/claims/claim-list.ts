/** A claim list: who publishes it, from which interest, and the claims and sources it holds. */
import * as v from 'valibot';
import type { Claim, ClaimId, Quotation } from './claim.ts';
import { IsoDate } from './date.ts';
import { ReportEndpoint } from './report-endpoint.ts';
import type { ReportOutcomes } from './report-outcome.ts';
import type { Source, SourceId, Sources } from './source.ts';
import {
  HttpsUrl,
  LanguageTag,
  LocalizedText,
  MAX_NAME_LENGTH,
  plainText,
  slug,
  type Brand,
} from './text.ts';

export const ListId = v.pipe(
  slug,
  v.transform((text) => text as Brand<string, 'ListId'>),
);
export type ListId = v.InferOutput<typeof ListId>;

/** Longest name that pages call a side by, in UTF-16 units; anything longer is a description. */
const MAX_ALIAS_LENGTH = 80;

/** Longest version of a list, in UTF-16 units: nobody counts further. */
const MAX_VERSION_LENGTH = 30;

const NamesByLanguage = v.record(LanguageTag, v.array(plainText(MAX_ALIAS_LENGTH)));

/** A side in the matter, with the names that pages call it by. */
export const Party = v.strictObject({
  name: LocalizedText,
  /** Other names and forms, by language, that a page may use for it. Matched, never shown. */
  aliases: NamesByLanguage,
  /** The words for what is its own, by language: "Azerbaijani". They count as names of it too. */
  adjectives: v.optional(NamesByLanguage, {}),
  /**
   * Bodies of it that a claim of the list is about: "Mossad". Naming one names the party, but says
   * more than its name does.
   */
  organs: v.optional(NamesByLanguage, {}),
  /** Names that contain one of its names and mean something else: "East Azerbaijan", a province of Iran. */
  homonyms: v.optional(NamesByLanguage, {}),
});
export type Party = v.InferOutput<typeof Party>;

/**
 * `owner/name` of a repository on GitHub, which takes letters and digits joined by single hyphens, 39
 * at most, for an owner, and dots and underscores too, 100 at most, for a name.
 */
export const GithubRepository = v.pipe(
  v.string(),
  v.regex(
    /^(?=[^/]{1,39}\/)[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/u,
    'a repository on GitHub such as "owner/name"',
  ),
  v.transform((text) => text as Brand<string, 'GithubRepository'>),
);
export type GithubRepository = v.InferOutput<typeof GithubRepository>;

/** An e-mail address that can stand in a `mailto:` link as it is. */
export const EmailAddress = v.pipe(
  v.string(),
  v.maxLength(MAX_NAME_LENGTH, `at most ${String(MAX_NAME_LENGTH)} characters`),
  v.regex(
    /^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/u,
    'an e-mail address such as "desk@example.org"',
  ),
  v.transform((text) => text as Brand<string, 'EmailAddress'>),
);
export type EmailAddress = v.InferOutput<typeof EmailAddress>;

/** Where readers' reports may be sent to, each way at its reader's wish. */
export const ReportPlaces = v.strictObject({
  github: v.optional(GithubRepository),
  email: v.optional(EmailAddress),
  endpoint: v.optional(
    v.strictObject({
      url: ReportEndpoint,
      /** Whether whoever runs it is a side in the matter, or works for one: a reader is told before. */
      isParty: v.boolean(),
    }),
  ),
});
export type ReportPlaces = v.InferOutput<typeof ReportPlaces>;

export const ListVersion = v.pipe(
  v.string(),
  v.maxLength(MAX_VERSION_LENGTH),
  v.regex(/^\d+\.\d+\.\d+$/u, 'a version of three numbers such as "1.0.0"'),
);

/** `list.json`. */
export const ListHead = v.strictObject({
  id: ListId,
  title: LocalizedText,
  publisher: v.strictObject({
    name: plainText(MAX_NAME_LENGTH),
    /** From what interest in the matter the list is published. */
    interest: LocalizedText,
    /** Where a complaint reaches the publisher; null until there is such a place. */
    contact: v.nullable(v.union([HttpsUrl, v.pipe(v.string(), v.email())])),
    /** Where readers' reports may be sent to; null: nowhere but by what a reader does with a copy. */
    reports: v.optional(v.nullable(ReportPlaces), null),
  }),
  languages: v.pipe(v.array(LanguageTag), v.minLength(1, 'at least one language')),
  license: plainText(MAX_NAME_LENGTH),
  version: ListVersion,
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
  /** What became of reports; a list need not say. */
  readonly outcomes?: ReportOutcomes;
};

/** Every way in which each claim of a list is put, by the claim's id and by language. */
export type ClaimWordings = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export function wordingsOf(claims: readonly Claim[]): ClaimWordings {
  const textsOf = ({ wordings }: Claim) =>
    Object.fromEntries(Object.entries(wordings).map(([language, { texts }]) => [language, texts]));
  return Object.fromEntries(claims.map((claim) => [claim.id, textsOf(claim)] as const));
}

/** One claim with all that a card needs to show it. */
export type ClaimRecord = {
  readonly claim: Claim;
  /** The sources that the claim refers to, and no others. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly list: Pick<ListHead, 'id' | 'title' | 'version' | 'asOf' | 'publisher' | 'parties'>;
};

/** The parts of a claim that hold statements, in the order in which a card shows them. */
export const STATEMENT_PARTS = ['responses', 'findings', 'appearances', 'replies'] as const;

/** A part of a claim with its place in the claim's file, dotted: `responses.0.words.original`. */
export type Placed<T> = { readonly field: string; readonly value: T };

/** Every quotation of a claim, originals before their translations. */
export function quotationsOf(claim: Claim): readonly Placed<Quotation>[] {
  return STATEMENT_PARTS.flatMap((part) =>
    claim[part].flatMap(({ words }, at) => {
      if (words.form !== 'quoted') return [];
      const field = `${part}.${String(at)}.words`;
      const translations = words.translations.map((value, index) => ({
        field: `${field}.translations.${String(index)}`,
        value,
      }));
      if (words.original === null) return translations;
      return [{ field: `${field}.original`, value: words.original }, ...translations];
    }),
  );
}

/** Every mention of a source by a claim. */
export function sourceReferencesOf(claim: Claim): readonly Placed<SourceId>[] {
  const place = (field: string, ids: readonly SourceId[]) =>
    ids.map((value, at) => ({ field: `${field}.sources.${String(at)}`, value }));
  return [
    ...quotationsOf(claim).map(({ field, value }) => ({
      field: `${field}.source`,
      value: value.source,
    })),
    ...STATEMENT_PARTS.flatMap((part) =>
      claim[part].flatMap(({ sources }, at) => place(`${part}.${String(at)}`, sources)),
    ),
    ...claim.appearances.flatMap(({ withdrawn }, at) =>
      place(`appearances.${String(at)}.withdrawn`, withdrawn?.sources ?? []),
    ),
  ];
}

/** Every source id that a claim refers to, each once. */
export function sourceIdsOf(claim: Claim): readonly SourceId[] {
  return [...new Set(sourceReferencesOf(claim).map(({ value }) => value))];
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
