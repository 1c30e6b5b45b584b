/** Folded text -> its words, each with its stem: what lexicon and cues look at. */
import type { LanguageRules } from './languages/language.ts';
import { tokenize, type Word } from './tokenize.ts';

export type StemmedText = {
  readonly folded: string;
  readonly words: readonly Word[];
  /** The stem of each word. */
  readonly stems: readonly string[];
};

/** Longer words stand for themselves: a stemmer's patterns are made for words, not for noise. */
const MAX_STEMMED_LENGTH = 40;

/** The stem of a folded word. */
export function stemWord({ stem }: LanguageRules, word: string): string {
  return word.length > MAX_STEMMED_LENGTH ? word : stem(word);
}

/** The stems of single words. */
export function stemsOf(rules: LanguageRules, words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => stemWord(rules, word)));
}

export function stemText(rules: LanguageRules, folded: string): StemmedText {
  const words = tokenize(folded);
  const stems = words.map(({ start, end }) => stemWord(rules, folded.slice(start, end)));
  return { folded, words, stems };
}
