/** The words that one language's wordings are made of: word -> stem -> concept, and phrases. */
import type { WordRange } from './find-cues.ts';
import type { LanguageRules } from './languages/language.ts';
import { openSections, type Layout, type Sections } from './sections.ts';
import { stemWord, type StemmedText } from './stem-text.ts';
import { hashWord } from './tokenize.ts';

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
  /**
   * The concept that each stem stands for: its own number when it stands for itself, -1 when it is
   * only part of phrases.
   */
  concepts: 'i32',
  /** The party that each concept names, or -1. */
  parties: 'i8',
  /** Hashes of the names that say whose something is, their words parted by one space: "israeli". */
  adjectives: 'u32',
  /** Phrases one after the other, each as PHRASE_HEAD says and then its stems. */
  phrases: 'i32',
} as const satisfies Layout;

/** What stands before the stems of a phrase, one entry each. */
export const PHRASE_HEAD = { concept: 0, keyStem: 1, stemCount: 2 } as const;
export const PHRASE_HEAD_LENGTH = Object.keys(PHRASE_HEAD).length;

/** A word of a text, or several that a phrase makes one. */
export type Term = {
  /** Half-open offsets into the folded text. */
  readonly start: number;
  readonly end: number;
  /** Its words among those of the text. */
  readonly words: WordRange;
  /** The folded word; of a phrase all of it. */
  readonly word: string;
  /** The word's stem; a phrase is its own. */
  readonly stem: string;
  readonly concept: number;
  readonly party: number;
  /** Whether it says whose the next word is: "Israeli". */
  readonly isAdjective: boolean;
};

export type Lexicon = {
  readonly rules: LanguageRules;
  readonly conceptCount: number;
  /** The number of a folded word's stem, or NO_TERM. */
  readonly stemOf: (word: string) => number;
  /** The concept of a stem, or NO_TERM. */
  readonly conceptOfStem: (stem: string) => number;
  /** The concept of a folded word alone, or NO_TERM for a stop word and for any word of no wording. */
  readonly conceptOf: (word: string) => number;
  /**
   * The concepts that a text with this folded word may hold: its own, and those of the phrases
   * that no text holds without it.
   */
  readonly conceptsThrough: (word: string) => readonly number[];
  readonly partyOf: (concept: number) => number;
  /** The concept of each party that has one, by the party's number. */
  readonly partyConcepts: ReadonlyMap<number, number>;
  /** The words of a text with what they stand for; longest phrase first. */
  readonly readTerms: (text: StemmedText) => readonly Term[];
};

const decoder = new TextDecoder();

/** How many stems have their numbers remembered: those of the pages of an hour. */
const MAX_REMEMBERED_STEMS = 20_000;
/** Longer ones are looked up each time, so that no page fills the memory. */
const MAX_REMEMBERED_LENGTH = 40;

/** Shared by all words that lead nowhere: they are nearly all. */
const NO_CONCEPTS: readonly number[] = [];

type Phrase = {
  readonly concept: number;
  readonly keyStem: number;
  readonly stems: readonly number[];
};

/** Opens the lexicon that lies in `buffer[start, end)`. Throws a RangeError when none can. */
export function openLexicon(
  rules: LanguageRules,
  buffer: ArrayBuffer,
  start: number,
  end: number,
): Lexicon {
  const sections = openSections(LEXICON_LAYOUT, buffer, start, end);
  const stopWords = new Set(rules.stopWords);
  const originWords = new Set(rules.ownership.origins);
  const adjectives = new Set(sections.adjectives);

  const numberOf = (stem: string): number => {
    const { table, stemStarts, stemBytes } = sections;
    const first = hashWord(stem);
    for (let probe = 0; probe < table.length; probe++) {
      const number = (table[(first + probe) % table.length] ?? 0) - 1;
      if (number < 0) return NO_TERM;
      const end = stemStarts[number + 1] ?? 0;
      if (isEncoded(stem, stemBytes, stemStarts[number] ?? 0, end)) return number;
    }
    return NO_TERM;
  };
  const numbers = new Map<string, number>();
  /** As `numberOf`, for the words of texts, which come again and again. */
  const knownNumberOf = (stem: string): number => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    const number = numberOf(stem);
    if (stem.length > MAX_REMEMBERED_LENGTH) return number;
    if (numbers.size >= MAX_REMEMBERED_STEMS) numbers.clear();
    numbers.set(stem, number);
    return number;
  };
  const stemOf = (word: string) => numberOf(stemWord(rules, word));
  const conceptOfStem = (stem: string) => sections.concepts[numberOf(stem)] ?? NO_TERM;
  const conceptOf = (word: string): number =>
    stopWords.has(word) ? NO_TERM : (sections.concepts[stemOf(word)] ?? NO_TERM);
  const partyOf = (concept: number) => sections.parties[concept] ?? NO_PARTY;

  const partyConcepts = new Map<number, number>();
  sections.parties.forEach((party, concept) => {
    // Before its organs, which name it too, stands the party itself.
    if (party !== NO_PARTY && !partyConcepts.has(party)) partyConcepts.set(party, concept);
  });
  const phrases = readPhrases(sections);
  const phrasesByFirst = Map.groupBy(phrases, ({ stems }) => stems[0] ?? NO_TERM);
  const phrasesByKey = Map.groupBy(phrases, ({ keyStem }) => keyStem);

  const phraseAt = (stems: readonly number[], at: number): Phrase | null =>
    phrasesByFirst
      .get(stems[at] ?? NO_TERM)
      ?.find((phrase) => phrase.stems.every((stem, i) => stems[at + i] === stem)) ?? null;

  return {
    rules,
    conceptCount: sections.concepts.length,
    stemOf,
    conceptOfStem,
    conceptOf,
    conceptsThrough(word) {
      const number = stemOf(word);
      const own = stopWords.has(word) ? NO_TERM : (sections.concepts[number] ?? NO_TERM);
      const ofPhrases = phrasesByKey.get(number);
      if (ofPhrases === undefined) return own === NO_TERM ? NO_CONCEPTS : [own];
      const concepts = new Set([own, ...ofPhrases.map(({ concept }) => concept)]);
      concepts.delete(NO_TERM);
      return [...concepts];
    },
    partyOf,
    partyConcepts,
    readTerms({ folded, words, forms, stems }) {
      /** The words of `[start, end)` that there are, parted by one space. */
      const formOf = (start: number, end: number) => forms.slice(start, end).join(' ');
      const numbers = stems.map(knownNumberOf);
      const terms: Term[] = [];
      for (let at = 0; at < words.length;) {
        const phrase = phraseAt(numbers, at);
        const after = at + (phrase?.stems.length ?? 1);
        const start = words[at]?.start ?? 0;
        const end = words[after - 1]?.end ?? start;
        const word = phrase === null ? (forms[at] ?? '') : folded.slice(start, end);
        const ownConcept = stopWords.has(word)
          ? NO_TERM
          : sections.concepts[numbers[at] ?? NO_TERM];
        const concept = phrase?.concept ?? ownConcept ?? NO_TERM;
        const party = partyOf(concept);
        const isAdjective = party !== NO_PARTY && adjectives.has(hashWord(formOf(at, after)));
        const saysOrigin = isAdjective && originWords.has(formOf(after, after + 1));
        terms.push({
          start,
          end,
          words: { start: at, end: after },
          word,
          stem: phrase === null ? (stems[at] ?? '') : word,
          concept: saysOrigin ? NO_TERM : concept,
          party: saysOrigin ? NO_PARTY : party,
          isAdjective: isAdjective && !saysOrigin,
        });
        at = after;
      }
      return terms;
    },
  };
}

/** Whether `bytes[start, end)` is the UTF-8 of `text`, read where it lies. */
function isEncoded(text: string, bytes: Uint8Array, start: number, end: number): boolean {
  let at = start;
  for (let i = 0; i < text.length && at < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      if (bytes[at++] !== unit) return false;
    } else if (unit < 0x800) {
      if (bytes[at++] !== (0xc0 | (unit >> 6)) || bytes[at++] !== (0x80 | (unit & 0x3f))) {
        return false;
      }
    } else return text.slice(i) === decoder.decode(bytes.subarray(at, end));
  }
  return at === end && text.length <= end - start;
}

/** Every phrase, longer ones first. */
function readPhrases({ phrases }: Sections<typeof LEXICON_LAYOUT>): readonly Phrase[] {
  const read: Phrase[] = [];
  for (let at = 0; at < phrases.length;) {
    const entry = (name: keyof typeof PHRASE_HEAD) => phrases[at + PHRASE_HEAD[name]] ?? NO_TERM;
    const end = at + PHRASE_HEAD_LENGTH + Math.max(0, entry('stemCount'));
    read.push({
      concept: entry('concept'),
      keyStem: entry('keyStem'),
      stems: [...phrases.subarray(at + PHRASE_HEAD_LENGTH, end)],
    });
    at = end;
  }
  return read.sort((a, b) => b.stems.length - a.stems.length);
}
