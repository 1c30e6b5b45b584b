/** Texts, synonyms and names -> the bytes of a lexicon. */
import { foldText } from './fold-text.ts';
import type { LanguageRules } from './languages/language.ts';
import { LEXICON_LAYOUT, NO_PARTY, NO_TERM } from './lexicon.ts';
import { joinTexts, writeSections } from './sections.ts';
import { stemText } from './stem-text.ts';
import { hashWord } from './tokenize.ts';

/**
 * A name of a party, or null for a name that only looks like one of its names. An organ names the
 * party and is a concept of its own.
 */
export type Alias =
  | {
      readonly text: string;
      readonly party: number;
      readonly isAdjective: boolean;
      readonly isOrgan: boolean;
    }
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
): Uint8Array<ArrayBuffer> {
  return compileStems(rules, contentStems(rules, texts), aliases);
}

/** The same for texts that were read elsewhere: `contents` are the stems of all their words, in order. */
export function compileStems(
  rules: LanguageRules,
  contents: Iterable<string>,
  aliases: readonly Alias[],
): Uint8Array<ArrayBuffer> {
  const stems: string[] = [];
  const numbers = new Map<string, number>();
  /** The concept of each stem. */
  const concepts: number[] = [];
  const numberOf = (stem: string) => {
    const known = numbers.get(stem);
    if (known !== undefined) return known;
    const number = stems.length;
    numbers.set(stem, number);
    stems.push(stem);
    concepts.push(NO_TERM);
    return number;
  };
  /** Makes the stem a concept of its own, unless it stands for another. */
  const addConcept = (stem: string) => {
    const number = numberOf(stem);
    if (concepts[number] === NO_TERM) concepts[number] = number;
    return number;
  };
  const stopWords = new Set(rules.stopWords);
  const read = (text: string) => {
    const { forms, stems: own } = stemText(rules, foldText(text).text);
    return forms.map((word, at) => ({
      word,
      stem: own[at] ?? '',
      isStopWord: stopWords.has(word),
    }));
  };

  const phrases: number[] = [];
  const parties = new Map<number, number>();
  const adjectives: number[] = [];
  const addForm = (form: string, concept: number) => {
    const parts = read(form);
    const [first] = parts;
    if (first === undefined) return;
    if (parts.length > 1) {
      // Finding the phrase means finding its key: the rarer that is, the fewer texts are looked at.
      const rare = parts.filter(({ isStopWord }) => !isStopWord);
      const key = (rare.length > 0 ? rare : parts).reduce((longest, part) =>
        part.stem.length > longest.stem.length ? part : longest,
      );
      // In the order of PHRASE_HEAD.
      phrases.push(concept, numberOf(key.stem), parts.length);
      phrases.push(...parts.map(({ stem }) => numberOf(stem)));
    } else if (concept !== NO_TERM) concepts[numberOf(first.stem)] = concept;
  };
  for (const [name, ...others] of rules.synonyms) {
    if (name === undefined) continue;
    const concept = addConcept(
      read(name)
        .map(({ stem }) => stem)
        .join(' '),
    );
    for (const other of others) addForm(other, concept);
  }
  // After the synonyms, so that a name stays a name where it is also a word.
  for (const alias of aliases) {
    if (alias.party === null) {
      addForm(alias.text, NO_TERM);
      continue;
    }
    // No word can be spelled like this, so a party's concept is nobody's stem.
    const own = `\u0000${String(alias.party)}`;
    const concept = addConcept(alias.isOrgan ? `${own} ${alias.text}` : own);
    parties.set(concept, alias.party);
    addForm(alias.text, concept);
    if (alias.isAdjective)
      adjectives.push(
        hashWord(
          read(alias.text)
            .map(({ word }) => word)
            .join(' '),
        ),
      );
  }
  // The more often a word is used, the smaller its number, and the fewer bytes each use takes.
  for (const stem of byFrequency(contents)) addConcept(stem);

  const { bytes, starts } = joinTexts(stems);
  return writeSections(LEXICON_LAYOUT, {
    table: hashTable(stems),
    stemBytes: bytes,
    stemStarts: starts,
    concepts: Int32Array.from(concepts),
    parties: Int8Array.from(concepts, (_, at) => parties.get(at) ?? NO_PARTY),
    adjectives: Uint32Array.from(adjectives),
    phrases: Int32Array.from(phrases),
  });
}

/** The stems of what is no stop word, in the order of the texts. */
function* contentStems(rules: LanguageRules, texts: Iterable<string>): Generator<string> {
  const stopWords = new Set(rules.stopWords);
  for (const text of texts) {
    const { forms, stems } = stemText(rules, foldText(text).text);
    for (let at = 0; at < forms.length; at++) {
      if (!stopWords.has(forms[at] ?? '')) yield stems[at] ?? '';
    }
  }
}

/** The different stems, those that come more often first. */
function byFrequency(stems: Iterable<string>): readonly string[] {
  const counts = new Map<string, number>();
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([stem]) => stem);
}

/** The table of LEXICON_LAYOUT. */
function hashTable(stems: readonly string[]): Uint32Array<ArrayBuffer> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, stems.length / MAX_LOAD)));
  const table = new Uint32Array(size);
  stems.forEach((stem, number) => {
    let slot = hashWord(stem) % size;
    while (table[slot] !== 0) slot = (slot + 1) % size;
    table[slot] = number + 1;
  });
  return table;
}
