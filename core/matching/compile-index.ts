/** Claim list -> one ArrayBuffer; done when a package is built or a list is installed. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimList, ListHead } from '../claims/claim-list.ts';
import { firstDayOf, lastDayOf } from '../claims/date.ts';
import {
  FORMAT_VERSION,
  HEAD_LAYOUT,
  LANGUAGE_CODE_BYTES,
  MAGIC,
  WORDING_KINDS,
} from './claim-index.ts';
import { compileLexicon, type Alias } from './compile-lexicon.ts';
import { compilePack, type Wording } from './compile-pack.ts';
import { LANGUAGES } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import { NO_PARTY, openLexicon } from './lexicon.ts';
import { joinTexts, writeSections, type Sections } from './sections.ts';

/** Bits of a party mask; a list with more sides than this cannot guard by party. */
const MAX_PARTY_COUNT = 32;

/** Kinds of response whose words on a page are a denial of the claim. */
const DENIALS: ReadonlySet<string> = new Set(['denies', 'denies-in-part']);

/** Roles of a party that something is done to: a passage may leave it unsaid. */
const PASSIVE_ROLES: ReadonlySet<string> = new Set(['target', 'recipient']);

/**
 * Compiles the published claims of a valid list; what drafts say only shows what is not said of them.
 * Languages without rules are left out. The result
 * is the same bytes for the same list on every machine of one byte order. Throws a RangeError for
 * more than 32 parties.
 */
export function compileIndex({ head, claims: all }: ClaimList): ArrayBuffer {
  const isPublished = ({ publication }: Claim) => publication.status === 'published';
  const claims = all.filter(isPublished);
  const drafts = all.filter((claim) => !isPublished(claim));
  const parties = Object.keys(head.parties);
  if (parties.length > MAX_PARTY_COUNT) {
    throw new RangeError(`a list may have ${String(MAX_PARTY_COUNT)} parties at most`);
  }
  const packs = head.languages.flatMap((code) => {
    const rules = LANGUAGES.get(code);
    const wordings = claims.flatMap((claim, at) => wordingsOf(claim, at, code));
    if (rules === undefined || wordings.length === 0) return [];
    // What only looks like a draft may well put another claim.
    const contrasts = drafts.flatMap((claim) => claim.wordings[code]?.texts ?? []);
    const { families } = strengthSections(claims);
    return [
      compileLanguage(rules, wordings, aliasesOf(head, code), claims.length, contrasts, families),
    ];
  });
  const declared = { ...guardSections(claims, parties), ...strengthSections(claims) };
  return joinPacks(
    claims.map(({ id }) => id),
    declared,
    packs,
  );
}

/** What the claim gives to match by in one language; `at` is its place in the list. */
function wordingsOf(claim: Claim, at: number, language: string): readonly Wording[] {
  const answers = claim.responses.flatMap(({ kind, words }) => {
    if (!DENIALS.has(kind) || words.form === 'paraphrased') return [];
    const { original, translations } = words;
    return original === null ? translations : [original, ...translations];
  });
  const ofKind = (kind: Wording['kind'], texts: readonly string[]) =>
    texts.map((text) => ({ claim: at, kind, text }));
  return [
    ...ofKind(WORDING_KINDS.wording, claim.wordings[language]?.texts ?? []),
    ...ofKind(
      WORDING_KINDS.response,
      answers.filter((answer) => answer.language === language).map(({ text }) => text),
    ),
    ...ofKind(WORDING_KINDS.nearMiss, claim.nearMisses[language] ?? []),
  ];
}

/** The names of the list's parties in one language. */
function aliasesOf(head: ListHead, language: string): readonly Alias[] {
  return Object.values(head.parties).flatMap((own, party): Alias[] => {
    const name = own.name[language];
    const names = [...(name === undefined ? [] : [name]), ...(own.aliases[language] ?? [])];
    const adjectives = own.adjectives[language] ?? [];
    return [
      ...names.map((text) => ({ text, party, isAdjective: false, isOrgan: false })),
      ...adjectives.map((text) => ({ text, party, isAdjective: true, isOrgan: false })),
      ...(own.organs[language] ?? []).map((text) => ({
        text,
        party,
        isAdjective: false,
        isOrgan: true,
      })),
      ...(own.homonyms[language] ?? []).map((text) => ({ text, party: null })),
    ];
  });
}

/** One language of a list, compiled. */
export type CompiledPack = {
  readonly code: string;
  readonly sections: Uint8Array;
  readonly lexicon: Uint8Array;
};

/**
 * Compiles the wordings of one language, which come in the order of their claims; `contrasts` are
 * texts that put none of them.
 */
export function compileLanguage(
  rules: LanguageRules,
  wordings: readonly Wording[],
  aliases: readonly Alias[],
  claimCount: number,
  contrasts: readonly string[] = [],
  families?: Uint32Array,
): CompiledPack {
  const texts = wordings.map(({ text }) => text);
  const lexicon = compileLexicon(rules, texts, aliases);
  const opened = openLexicon(rules, lexicon.buffer, 0, lexicon.byteLength);
  const sections = compilePack(opened, wordings, claimCount, contrasts, families);
  return { code: rules.code, sections, lexicon };
}

type DeclaredSections = Omit<
  Sections<typeof HEAD_LAYOUT>,
  'magic' | 'packStarts' | 'lexiconStarts' | 'languages' | 'idBytes' | 'idStarts'
>;

/** What claims declare that declare nothing. */
export const NOTHING_DECLARED: DeclaredSections = {
  agents: new Uint32Array(),
  requiredParties: new Uint32Array(),
  participants: new Uint32Array(),
  directions: new Int8Array(),
  days: new Uint32Array(),
  families: new Uint32Array(),
  ranks: new Uint8Array(),
};

/** The whole file: the claims with what they declare, then each language's pack and its lexicon. */
export function joinPacks(
  claimIds: readonly string[],
  declared: DeclaredSections,
  packs: readonly CompiledPack[],
): ArrayBuffer {
  const encoder = new TextEncoder();
  const ids = joinTexts(claimIds);
  const languages = new Uint8Array(packs.length * LANGUAGE_CODE_BYTES);
  packs.forEach(({ code }, at) => {
    languages.set(encoder.encode(code), at * LANGUAGE_CODE_BYTES);
  });
  const head = (packStarts: Uint32Array<ArrayBuffer>, lexiconStarts: Uint32Array<ArrayBuffer>) =>
    writeSections(HEAD_LAYOUT, {
      magic: Uint32Array.of(MAGIC, FORMAT_VERSION),
      packStarts,
      lexiconStarts,
      languages,
      idBytes: ids.bytes,
      idStarts: ids.starts,
      ...declared,
    });

  // The head's size does not depend on the offsets in it, so it is written once to be measured.
  const packStarts = new Uint32Array(packs.length + 1);
  const lexiconStarts = new Uint32Array(packs.length);
  let offset = head(packStarts, lexiconStarts).byteLength;
  packStarts[0] = offset;
  packs.forEach(({ sections, lexicon }, at) => {
    lexiconStarts[at] = offset + sections.byteLength;
    offset += sections.byteLength + lexicon.byteLength;
    packStarts[at + 1] = offset;
  });
  const bytes = new Uint8Array(offset);
  bytes.set(head(packStarts, lexiconStarts), 0);
  packs.forEach(({ sections, lexicon }, at) => {
    bytes.set(sections, packStarts[at]);
    bytes.set(lexicon, lexiconStarts[at]);
  });
  return bytes.buffer;
}

function guardSections(claims: readonly Claim[], parties: readonly string[]) {
  const partyOf = (id: string | undefined) => (id === undefined ? NO_PARTY : parties.indexOf(id));
  const maskOf = (has: (participant: Claim['participants'][number]) => boolean) =>
    Uint32Array.from(claims, ({ participants }) =>
      participants.filter(has).reduce((mask, { party }) => mask | (1 << partyOf(party)), 0),
    );
  return {
    agents: maskOf(({ role }) => role === 'agent'),
    requiredParties: maskOf(({ role }) => !PASSIVE_ROLES.has(role)),
    participants: maskOf(() => true),
    directions: Int8Array.from(
      claims.flatMap(({ direction }) => [partyOf(direction?.from), partyOf(direction?.to)]),
    ),
    days: Uint32Array.from(
      claims.flatMap(({ temporalCoverage: { from, to } }) => [firstDayOf(from), lastDayOf(to)]),
    ),
  };
}

function strengthSections(claims: readonly Claim[]) {
  const families = [...new Set(claims.map(({ strength }) => strength.family))];
  return {
    families: Uint32Array.from(claims, ({ strength }) => families.indexOf(strength.family)),
    ranks: Uint8Array.from(claims, ({ strength }) => strength.rank),
  };
}
