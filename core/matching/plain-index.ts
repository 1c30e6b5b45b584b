/** The claims of a plain list, by their words. */
import type { PlainClaim } from '../claims/plain-list.ts';
import { languageOfList } from './claim-language.ts';
import { indexGrams, type GramIndex } from './gram-index.ts';
import { termReader, type Term, type TermReader } from './read-terms.ts';
import { similarWords, type SimilarWord } from './similar-words.ts';
import { learnTranslations, type Translations } from './translate-words.ts';
import { rarityIn } from './word-rarity.ts';

/** The different words of a text, by their number in the list, without function words. */
export type TextWords = Uint32Array;

export type PlainIndex = {
  readonly claims: readonly PlainClaim[];
  /** Reads texts in the language that most claims are in. */
  readonly terms: TermReader;
  /** The number of a stem, for those of function words too. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly stems: readonly string[];
  /** What finding a word is worth: see `word-rarity.ts`. */
  readonly rarities: Float64Array;
  /** The same for a word that no claim has. */
  readonly rarityOfUnknown: (stem: string) => number;
  /** For each word pairs of a claim and how often it has it; nothing for function words. */
  readonly postings: readonly (readonly number[])[];
  readonly texts: readonly TextWords[];
  /** Null for a claim without a title. */
  readonly titles: readonly (TextWords | null)[];
  /** All words of a claim, text and title, function words included. */
  readonly wholes: readonly Uint32Array[];
  /** How many words a claim has, repeated ones and those of its title included. */
  readonly lengths: Float64Array;
  readonly meanLength: number;
  /** Words that a claim spells as names, and its numbers. */
  readonly names: readonly ReadonlySet<number>[];
  readonly numbers: readonly ReadonlySet<number>[];
  /** Runs of letters across words: phrases. */
  readonly phrases: GramIndex;
  /** Runs of letters within words, as written: spellings, forms, relatives in other languages. */
  readonly spellings: GramIndex;
  readonly translations: Translations;
  /** Words of the list like one that it does not have, by their numbers. */
  similarTo(word: string): readonly SimilarWord[];
};

/** Long enough to be a word and a half, short enough to survive another ending. */
const PHRASE_LENGTH = 5;
const SPELLING_LENGTH = 4;

/** Prepares `claims`; linear in their text. */
export function openPlainIndex(claims: readonly PlainClaim[]): PlainIndex {
  const rules = languageOfList(claims);
  const reader = termReader(rules);
  const { readTerms, isStopWord } = reader;
  const rarityOf = rarityIn(rules);
  const numberOf = new Map<string, number>();
  const stems: string[] = [];
  const wordNumbers = new Map<string, number>();
  const postings: number[][] = [];
  const texts: TextWords[] = [];
  const titles: (TextWords | null)[] = [];
  const wholes: Uint32Array[] = [];
  const lengths = new Float64Array(claims.length);
  const names: ReadonlySet<number>[] = [];
  const numbers: ReadonlySet<number>[] = [];
  const spelt: string[] = [];
  const stemmed: string[] = [];

  const numberTerm = ({ stem }: Term): number => {
    const known = numberOf.get(stem);
    if (known !== undefined) return known;
    const number = stems.length;
    numberOf.set(stem, number);
    stems.push(stem);
    postings.push([]);
    return number;
  };
  const wordsOf = (terms: readonly Term[]) =>
    Uint32Array.from(new Set(terms.filter(({ isStopWord }) => !isStopWord).map(numberTerm)));

  claims.forEach(({ text, title }, claim) => {
    const textTerms = readTerms(text);
    const titleTerms = title === null ? [] : readTerms(title);
    const terms = [...titleTerms, ...textTerms];
    texts.push(wordsOf(textTerms));
    titles.push(titleTerms.length === 0 ? null : wordsOf(titleTerms));
    wholes.push(Uint32Array.from(new Set(terms.map(numberTerm))));
    names.push(new Set(terms.filter(({ isName }) => isName).map(numberTerm)));
    numbers.push(new Set(terms.filter(({ isNumber }) => isNumber).map(numberTerm)));
    const counts = new Map<number, number>();
    let length = 0;
    for (const term of terms) {
      if (term.isStopWord) continue;
      const number = numberTerm(term);
      counts.set(number, (counts.get(number) ?? 0) + 1);
      length++;
      if (!term.isNumber && !wordNumbers.has(term.word)) wordNumbers.set(term.word, number);
    }
    lengths[claim] = length;
    for (const [number, count] of counts) postings[number]?.push(claim, count);
    spelt.push(terms.map(({ word }) => word).join(' '));
    stemmed.push(terms.map(({ stem }) => stem).join(' '));
  });

  const rarities = Float64Array.from(stems, (stem, number) =>
    isStopWord(stem) ? 0 : rarityOf(stem, (postings[number]?.length ?? 0) / 2, claims.length),
  );
  const pairs = texts.flatMap((text, claim) => {
    const title = titles[claim] ?? null;
    return title === null ? [] : [[text, title] as const];
  });
  let findSimilar: ((word: string) => readonly SimilarWord[]) | null = null;
  const speltNumbers = [...wordNumbers.values()];

  return {
    claims,
    terms: reader,
    numberOf,
    stems,
    rarities,
    rarityOfUnknown: (stem) => rarityOf(stem, 0, claims.length),
    postings,
    texts,
    titles,
    wholes,
    lengths,
    meanLength: Math.max(1, lengths.reduce((sum, length) => sum + length, 0) / claims.length || 1),
    names,
    numbers,
    phrases: indexGrams(stemmed, PHRASE_LENGTH),
    spellings: indexGrams(spelt, SPELLING_LENGTH),
    translations: learnTranslations(pairs, stems.length),
    similarTo(word) {
      // Made when a word is first not known.
      findSimilar ??= similarWords([...wordNumbers.keys()]);
      return findSimilar(word).map((similar) => ({
        word: speltNumbers[similar.word] ?? 0,
        similarity: similar.similarity,
      }));
    },
  };
}
