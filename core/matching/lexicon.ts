/** The words that one language's wordings are made of: word -> stem -> concept, and phrases. */
import type { LanguageRules } from './languages/language.ts';
import { foldText } from './fold-text.ts';
import { openSections, writeSections, type Layout, type Sections } from './sections.ts';
import { hashWord, tokenize } from './tokenize.ts';

/** A number for a concept of this lexicon: a word of a wording, or what stands for a group of words. */
export const NO_TERM = -1;
/** A number for a party of the list, by its order there. */
export const NO_PARTY = -1;

export const LEXICON_LAYOUT = {
  /** Open-addressing table from the hash of a stem to its number, plus one; 0 is empty. */
  table: 'u32',
  /** UTF-8 of all stems, and where each begins. */
  stemBytes: 'u8',
  stemStarts: 'u32',
  /** The concept that each stem stands for; its own number when it stands for itself. */
  concepts: 'i32',
  /** The party that each concept names, or -1. */
  parties: 'i8',
  /** 1 for stems of words that say whose something is: "Israeli". */
  adjectives: 'u8',
  /** Phrases: for each its concept, its length in stems and its stems, one after the other. */
  phrases: 'i32',
} as const satisfies Layout;

/** A word of a text, or several that a phrase makes one. Offsets count in the folded text. */
export type Term = {
  readonly start: number;
  readonly end: number;
  /** The folded word; of a phrase all of it. */
  readonly word: string;
  readonly concept: number;
  readonly party: number;
  /** Whether it says whose the next word is: "Israeli". */
  readonly isAdjective: boolean;
};

export type Lexicon = {
  readonly rules: LanguageRules;
  readonly conceptCount: number;
  /** The number of a folded word's stem, or NO_TERM. */
  stemOf(word: string): number;
  /** The concept of a folded word alone, or NO_TERM for a stop word and for any word of no wording. */
  conceptOf(word: string): number;
  partyOf(concept: number): number;
  /** The concept of each party that has one, by the party's number. */
  readonly partyConcepts: ReadonlyMap<number, number>;
  /** The words of a folded text with what they stand for; longest phrase first. */
  readTerms(folded: string): readonly Term[];
  /** The concepts whose phrases hold the stem: finding it may mean finding them. */
  conceptsThrough(stem: number): readonly number[];
};

/** A name of a party, or null for a name that only looks like one of its names. */
export type Alias =
  | { readonly text: string; readonly party: number; readonly isAdjective: boolean }
  | { readonly text: string; readonly party: null };

/** How full the table may get; fuller ones probe longer, emptier ones take more memory. */
const MAX_LOAD = 0.5;

/**
 * A lexicon's bytes: every content word of `texts`, the synonyms that the language knows, and the
 * names of the parties. Texts are unfolded.
 */
export function compileLexicon(
  rules: LanguageRules,
  texts: Iterable<string>,
  aliases: readonly Alias[],
): Uint8Array {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  const concepts: number[] = [];
  const add = (stem: string) => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    const number = stems.length;
    numbers.set(stem, number);
    stems.push(stem);
    concepts.push(number);
    return number;
  };
  const stopWords = new Set(rules.stopWords);
  const stemsOf = (text: string) => {
    const { text: folded } = foldText(text);
    return tokenize(folded).map(({ start, end }) => rules.stem(folded.slice(start, end)));
  };

  const phrases: number[] = [];
  const parties = new Map<number, number>();
  const adjectives = new Set<number>();
  const addForm = (form: string, concept: number) => {
    const parts = stemsOf(form);
    if (parts.length > 1) phrases.push(concept, parts.length, ...parts.map(add));
    else if (parts[0] !== undefined && concept !== NO_TERM) concepts[add(parts[0])] = concept;
  };
  for (const group of rules.synonyms) {
    const [name, ...others] = group;
    if (name === undefined) continue;
    const concept = add(stemsOf(name).join(' '));
    for (const other of others) addForm(other, concept);
  }
  // After the synonyms, so that a name stays a name where it is also a word.
  for (const alias of aliases) {
    if (alias.party === null) addForm(alias.text, NO_TERM);
    else {
      // No word can be spelled like this, so a party's concept is nobody's stem.
      const concept = add(`\u0000${String(alias.party)}`);
      parties.set(concept, alias.party);
      addForm(alias.text, concept);
      if (alias.isAdjective) for (const stem of stemsOf(alias.text)) adjectives.add(add(stem));
    }
  }
  for (const text of texts) {
    const { text: folded } = foldText(text);
    for (const { start, end } of tokenize(folded)) {
      const word = folded.slice(start, end);
      if (!stopWords.has(word)) add(rules.stem(word));
    }
  }
  return writeLexicon(stems, concepts, parties, adjectives, phrases);
}

function writeLexicon(
  stems: readonly string[],
  concepts: readonly number[],
  parties: ReadonlyMap<number, number>,
  adjectives: ReadonlySet<number>,
  phrases: readonly number[],
): Uint8Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, stems.length / MAX_LOAD)));
  const table = new Uint32Array(size);
  stems.forEach((stem, number) => {
    let slot = hashWord(stem) & (size - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (size - 1);
    table[slot] = number + 1;
  });
  const encoder = new TextEncoder();
  const encoded = stems.map((stem) => encoder.encode(stem));
  const stemStarts = new Uint32Array(stems.length + 1);
  encoded.forEach((bytes, at) => {
    stemStarts[at + 1] = (stemStarts[at] ?? 0) + bytes.length;
  });
  const stemBytes = new Uint8Array(stemStarts[stems.length] ?? 0);
  encoded.forEach((bytes, at) => {
    stemBytes.set(bytes, stemStarts[at]);
  });
  return writeSections(LEXICON_LAYOUT, {
    table,
    stemBytes,
    stemStarts,
    concepts: Int32Array.from(concepts),
    parties: Int8Array.from(concepts, (_, at) => parties.get(at) ?? NO_PARTY),
    adjectives: Uint8Array.from(concepts, (_, at) => Number(adjectives.has(at))),
    phrases: Int32Array.from(phrases),
  });
}

type Phrase = { readonly concept: number; readonly stems: readonly number[] };

/** Opens the lexicon that lies in `buffer[start, end)`. */
export function openLexicon(
  rules: LanguageRules,
  buffer: ArrayBuffer,
  start: number,
  end: number,
): Lexicon {
  const sections = openSections(LEXICON_LAYOUT, buffer, start, end);
  const stopWords = new Set(rules.stopWords);
  const originWords = new Set(rules.originWords);
  const decoder = new TextDecoder();

  const stemOf = (word: string): number => {
    const stem = rules.stem(word);
    const { table, stemStarts, stemBytes } = sections;
    const mask = table.length - 1;
    for (let slot = hashWord(stem) & mask; ; slot = (slot + 1) & mask) {
      const number = (table[slot] ?? 0) - 1;
      if (number < 0) return NO_TERM;
      const known = decoder.decode(stemBytes.subarray(stemStarts[number], stemStarts[number + 1]));
      if (known === stem) return number;
    }
  };
  const conceptOf = (word: string): number => {
    if (stopWords.has(word)) return NO_TERM;
    const stem = stemOf(word);
    return stem === NO_TERM ? NO_TERM : (sections.concepts[stem] ?? NO_TERM);
  };
  const partyOf = (concept: number) =>
    concept === NO_TERM ? NO_PARTY : (sections.parties[concept] ?? NO_PARTY);

  const partyConcepts = new Map<number, number>();
  sections.parties.forEach((party, concept) => {
    if (party !== NO_PARTY) partyConcepts.set(party, concept);
  });
  const { byFirst, byAny } = readPhrases(sections);

  const phraseAt = (stems: readonly number[], at: number): Phrase | null => {
    const first = stems[at];
    if (first === undefined) return null;
    const candidates = byFirst.get(first) ?? [];
    return (
      candidates.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem)) ?? null
    );
  };

  return {
    rules,
    conceptCount: sections.concepts.length,
    stemOf,
    conceptOf,
    partyOf,
    partyConcepts,
    readTerms(folded) {
      const words = tokenize(folded);
      const stems = words.map(({ start: from, end: to }) => stemOf(folded.slice(from, to)));
      const terms: Term[] = [];
      for (let at = 0; at < words.length;) {
        const phrase = phraseAt(stems, at);
        const length = phrase?.stems.length ?? 1;
        const from = words[at]?.start ?? 0;
        const to = words[at + length - 1]?.end ?? from;
        const word = folded.slice(from, to);
        const concept = phrase === null ? conceptOf(word) : phrase.concept;
        const isAdjective = sections.adjectives[stems[at] ?? NO_TERM] === 1 && length === 1;
        const next = words[at + length];
        const saysOrigin =
          isAdjective && next !== undefined && originWords.has(folded.slice(next.start, next.end));
        terms.push(
          saysOrigin
            ? { start: from, end: to, word, concept: NO_TERM, party: NO_PARTY, isAdjective: false }
            : { start: from, end: to, word, concept, party: partyOf(concept), isAdjective },
        );
        at += length;
      }
      return terms;
    },
    conceptsThrough: (stem) => byAny.get(stem) ?? [],
  };
}

function readPhrases({ phrases }: Sections<typeof LEXICON_LAYOUT>): {
  readonly byFirst: ReadonlyMap<number, readonly Phrase[]>;
  readonly byAny: ReadonlyMap<number, readonly number[]>;
} {
  const byFirst = new Map<number, Phrase[]>();
  const byAny = new Map<number, number[]>();
  for (let at = 0; at < phrases.length;) {
    const concept = phrases[at] ?? NO_TERM;
    const length = phrases[at + 1] ?? 0;
    const stems = [...phrases.subarray(at + 2, at + 2 + length)];
    at += 2 + length;
    const [first] = stems;
    if (first === undefined) continue;
    byFirst.set(first, [...(byFirst.get(first) ?? []), { concept, stems }]);
    if (concept === NO_TERM) continue;
    for (const stem of stems) byAny.set(stem, [...(byAny.get(stem) ?? []), concept]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.stems.length - a.stems.length);
  return { byFirst, byAny };
}
