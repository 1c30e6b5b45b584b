/** Claim list -> one ArrayBuffer; done when a package is built or a list is installed. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimList, ListHead } from '../claims/claim-list.ts';
import {
  FORMAT_VERSION,
  HEAD_LAYOUT,
  LANGUAGE_CODE_BYTES,
  MAGIC,
  PACK_LAYOUT,
  WORDING_KINDS,
  type WordingKind,
} from './claim-index.ts';
import { foldText } from './fold-text.ts';
import { LANGUAGES } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import {
  compileLexicon,
  NO_PARTY,
  NO_TERM,
  openLexicon,
  type Alias,
  type Lexicon,
} from './lexicon.ts';
import { readOwners } from './read-owners.ts';
import { MIN_COVERAGE } from './score-match.ts';
import { writeSections } from './sections.ts';

/** Bits of a party mask; a list with more sides than this cannot guard by party. */
const MAX_PARTY_COUNT = 32;

/** What a light word is worth, as a share of its rarity: "used" says little about what was used. */
const LIGHT_WORD_SHARE = 0.5;

/**
 * The share of a claim's wordings that must hold a concept for it to be essential: lower asks for
 * more than some wordings say, 1 lets a single odd wording undo it.
 */
const ESSENTIAL_SHARE = 0.75;
/** With fewer wordings, what they share is chance. */
const MIN_WORDINGS_FOR_ESSENTIALS = 4;

/** An ownership that fewer wordings state may be an accident of one of them. */
const MIN_WORDINGS_FOR_OWNER = 2;

/** Kinds of response whose words on a page are a denial of the claim. */
const DENIALS: ReadonlySet<string> = new Set(['denies', 'denies-in-part']);

/** Roles of a party that something is done to: a passage may leave it unsaid. */
const PASSIVE_ROLES: ReadonlySet<string> = new Set(['target', 'recipient']);

type Wording = { readonly claim: number; readonly kind: WordingKind; readonly text: string };

/**
 * Compiles the published claims of a valid list. Languages without rules are left out. The result
 * is the same bytes for the same list on every machine of one byte order.
 */
export function compileIndex(list: ClaimList): ArrayBuffer {
  const claims = list.claims.filter(({ publication }) => publication.status === 'published');
  const parties = Object.keys(list.head.parties);
  if (parties.length > MAX_PARTY_COUNT) {
    throw new RangeError(`a list may have ${String(MAX_PARTY_COUNT)} parties at most`);
  }
  const packs: {
    readonly code: string;
    readonly pack: Uint8Array;
    readonly lexicon: Uint8Array;
  }[] = [];
  for (const language of list.head.languages) {
    const rules = LANGUAGES.get(language);
    if (rules === undefined) continue;
    const wordings = claims.flatMap((claim, at) => wordingsOf(claim, at, language));
    if (wordings.length === 0) continue;
    const lexicon = compileLexicon(
      rules,
      wordings.map(({ text }) => text),
      aliasesOf(list.head, parties, language),
    );
    const opened = openLexicon(rules, lexicon.buffer as ArrayBuffer, 0, lexicon.byteLength);
    packs.push({
      code: language,
      pack: compilePack(rules, opened, wordings, claims.length),
      lexicon,
    });
  }
  return join(claims, parties, packs);
}

function wordingsOf(claim: Claim, at: number, language: string): readonly Wording[] {
  const texts = claim.wordings[language]?.texts ?? [];
  const answers = claim.responses.flatMap(({ kind, words }) => {
    if (!DENIALS.has(kind) || words.form !== 'quoted') return [];
    const { original, translations } = words;
    return original === null ? translations : [original, ...translations];
  });
  const { wording, response, nearMiss } = WORDING_KINDS;
  return [
    ...texts.map((text) => ({ claim: at, kind: wording, text })),
    ...answers
      .filter((quotation) => quotation.language === language)
      .map(({ text }) => ({ claim: at, kind: response, text })),
    ...(claim.nearMisses[language] ?? []).map((text) => ({ claim: at, kind: nearMiss, text })),
  ];
}

function aliasesOf(head: ListHead, parties: readonly string[], language: string): readonly Alias[] {
  return parties.flatMap((id, party): Alias[] => {
    const own = head.parties[id];
    if (own === undefined) return [];
    const name = own.name[language];
    const names = [...(name === undefined ? [] : [name]), ...(own.aliases[language] ?? [])];
    const adjectives = own.adjectives[language] ?? [];
    return [
      ...names.map((text) => ({ text, party, isAdjective: false })),
      ...adjectives.map((text) => ({ text, party, isAdjective: true })),
      ...(own.homonyms[language] ?? []).map((text) => ({ text, party: null })),
    ];
  });
}

function compilePack(
  rules: LanguageRules,
  lexicon: Lexicon,
  wordings: readonly Wording[],
  claimCount: number,
): Uint8Array {
  const concepts = wordings.map(({ text }) => {
    const terms = lexicon.readTerms(foldText(text).text);
    return [...new Set(terms.map(({ concept }) => concept).filter((it) => it !== NO_TERM))];
  });
  const weights = weighConcepts(rules, lexicon, wordings, concepts, claimCount);
  const weightOf = (concept: number) => weights[concept] ?? 0;

  const wordingStarts = new Uint32Array(wordings.length + 1);
  const wordingTotals = new Float32Array(wordings.length);
  const postings: number[][] = [];
  concepts.forEach((own, wording) => {
    wordingStarts[wording + 1] = (wordingStarts[wording] ?? 0) + own.length;
    const total = own.reduce((sum, concept) => sum + weightOf(concept), 0);
    wordingTotals[wording] = total;
    // Listed under its rarest concepts only, and under as many as it takes: a text that holds none
    // of them cannot reach the threshold.
    let missed = 0;
    for (const concept of own.toSorted((a, b) => weightOf(b) - weightOf(a) || a - b)) {
      if (missed > (1 - MIN_COVERAGE) * total) break;
      (postings[concept] ??= []).push(wording);
      missed += weightOf(concept);
    }
  });
  const [postingStarts, posted] = flatten(
    lexicon.conceptCount,
    (concept) => postings[concept] ?? [],
  );
  const owners = ownersByClaim(lexicon, wordings, claimCount);
  const [ownerStarts, owned] = flatten(claimCount, (claim) =>
    [...(owners[claim] ?? new Map<number, number>())].flat(),
  );
  const [essentialStarts, essentials] = flatten(claimCount, (claim) =>
    essentialsOf(lexicon, wordings, concepts, claim),
  );
  return writeSections(PACK_LAYOUT, {
    weights,
    wordingClaims: Uint32Array.from(wordings, ({ claim }) => claim),
    wordingKinds: Uint8Array.from(wordings, ({ kind }) => kind),
    wordingStarts,
    wordingConcepts: Uint32Array.from(concepts.flat()),
    wordingTotals,
    postingStarts,
    postings: posted,
    essentialStarts,
    essentials,
    ownerStarts,
    owners: owned,
  });
}

/** The concepts, parties and acts aside, that nearly all wordings of a claim share. */
function essentialsOf(
  lexicon: Lexicon,
  wordings: readonly Wording[],
  concepts: readonly (readonly number[])[],
  claim: number,
): readonly number[] {
  const own = concepts.filter(
    (_, at) => wordings[at]?.claim === claim && wordings[at].kind === WORDING_KINDS.wording,
  );
  if (own.length < MIN_WORDINGS_FOR_ESSENTIALS) return [];
  const acts = new Set(lexicon.rules.acts.map((act) => lexicon.conceptOf(act)));
  const counts = new Map<number, number>();
  for (const concept of own.flat()) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return [...counts]
    .filter(([concept, count]) => {
      const isThing = lexicon.partyOf(concept) === NO_PARTY && !acts.has(concept);
      return isThing && count >= ESSENTIAL_SHARE * own.length;
    })
    .map(([concept]) => concept);
}

/** Inverse document frequency over the claims, smoothed so that no concept is worth nothing. */
function weighConcepts(
  rules: LanguageRules,
  lexicon: Lexicon,
  wordings: readonly Wording[],
  concepts: readonly (readonly number[])[],
  claimCount: number,
): Float32Array<ArrayBuffer> {
  const claimsWith = new Map<number, Set<number>>();
  concepts.forEach((own, at) => {
    const claim = wordings[at]?.claim;
    if (claim === undefined) return;
    for (const concept of own) {
      claimsWith.set(concept, (claimsWith.get(concept) ?? new Set()).add(claim));
    }
  });
  // By stem, not by concept: a light word in a group of synonyms does not make the group light.
  const light = new Set(rules.lightWords.map((word) => lexicon.stemOf(word)));
  return Float32Array.from({ length: lexicon.conceptCount }, (_, concept) => {
    const frequency = claimsWith.get(concept)?.size;
    if (frequency === undefined) return 0;
    const rarity = Math.log(1 + claimCount / frequency);
    return light.has(concept) ? rarity * LIGHT_WORD_SHARE : rarity;
  });
}

/** For each claim the ownerships that several of its wordings state: concept -> parties, as bits. */
function ownersByClaim(
  lexicon: Lexicon,
  wordings: readonly Wording[],
  claimCount: number,
): readonly ReadonlyMap<number, number>[] {
  const owners = Array.from({ length: claimCount }, () => new Map<number, number>());
  const counts = new Map<string, number>();
  for (const { claim, kind, text } of wordings) {
    if (kind !== WORDING_KINDS.wording) continue;
    const { text: folded } = foldText(text);
    for (const { concept, party } of readOwners(lexicon, folded, lexicon.readTerms(folded))) {
      const key = [claim, concept, party].join();
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count < MIN_WORDINGS_FOR_OWNER) continue;
      owners[claim]?.set(concept, (owners[claim].get(concept) ?? 0) | (1 << party));
    }
  }
  return owners;
}

function flatten(
  count: number,
  valuesOf: (at: number) => readonly number[],
): readonly [starts: Uint32Array<ArrayBuffer>, values: Uint32Array<ArrayBuffer>] {
  const starts = new Uint32Array(count + 1);
  const values: number[] = [];
  for (let at = 0; at < count; at++) {
    for (const value of valuesOf(at)) values.push(value);
    starts[at + 1] = values.length;
  }
  return [starts, Uint32Array.from(values)];
}

function join(
  claims: readonly Claim[],
  parties: readonly string[],
  packs: readonly {
    readonly code: string;
    readonly pack: Uint8Array;
    readonly lexicon: Uint8Array;
  }[],
): ArrayBuffer {
  const partyOf = (id: string | undefined) => (id === undefined ? NO_PARTY : parties.indexOf(id));
  const maskOf = (has: (participant: Claim['participants'][number]) => boolean) =>
    Uint32Array.from(claims, ({ participants }) =>
      participants.filter(has).reduce((mask, { party }) => mask | (1 << partyOf(party)), 0),
    );
  const encoder = new TextEncoder();
  const ids = claims.map(({ id }) => encoder.encode(id));
  const [idStarts, idBytes] = flatten(ids.length, (at) => [...(ids[at] ?? [])]);
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
      idBytes: Uint8Array.from(idBytes),
      idStarts,
      agents: maskOf(({ role }) => role === 'agent'),
      requiredParties: maskOf(({ role }) => !PASSIVE_ROLES.has(role)),
      participants: maskOf(() => true),
      directions: Int8Array.from(
        claims.flatMap(({ direction }) => [partyOf(direction?.from), partyOf(direction?.to)]),
      ),
      years: Uint16Array.from(
        claims.flatMap(({ temporalCoverage: { from, to } }) => [
          Number(from.slice(0, 4)),
          Number(to.slice(0, 4)),
        ]),
      ),
    });

  // The head's size does not depend on the offsets in it, so it is written once to be measured.
  const packStarts = new Uint32Array(packs.length + 1);
  const lexiconStarts = new Uint32Array(packs.length);
  let offset = head(packStarts, lexiconStarts).byteLength;
  packs.forEach(({ pack, lexicon }, at) => {
    packStarts[at] = offset;
    lexiconStarts[at] = offset + pack.byteLength;
    offset += pack.byteLength + lexicon.byteLength;
    packStarts[at + 1] = offset;
  });
  const bytes = new Uint8Array(offset);
  bytes.set(head(packStarts, lexiconStarts), 0);
  packs.forEach(({ pack, lexicon }, at) => {
    bytes.set(pack, packStarts[at]);
    bytes.set(lexicon, lexiconStarts[at]);
  });
  return bytes.buffer;
}
