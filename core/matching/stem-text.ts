/** Folded text -> its words, each with its stem: what lexicon and cues look at. */
import type { LanguageRules } from './languages/language.ts';
import { hashWord, tokenize, type Word } from './tokenize.ts';

export type StemmedText = {
  readonly folded: string;
  readonly words: readonly Word[];
  /** Each word, and the stem of each. */
  readonly forms: readonly string[];
  readonly stems: readonly string[];
};

/** Longer words stand for themselves: a stemmer's patterns are made for words, not for noise. */
const MAX_STEMMED_LENGTH = 40;

/** How many words of a language are remembered, as a power of two: those of a page, and of a list. */
const MEMORY_BITS = 15;

type KnownWord = { readonly form: string; readonly stem: string };

/**
 * Words with their stems, by their hash: nearly every word was there before, and a stemmer costs
 * fifty times a look. The same string for the same word each time, so that whoever looks it up
 * finds its own hash in it.
 */
const memories = new WeakMap<LanguageRules, (KnownWord | undefined)[]>();

function memoryOf(rules: LanguageRules): (KnownWord | undefined)[] {
  const known = memories.get(rules) ?? new Array<undefined>(2 ** MEMORY_BITS).fill(undefined);
  memories.set(rules, known);
  return known;
}

/** The stem of a folded word. */
export function stemWord({ stem }: LanguageRules, word: string): string {
  return word.length > MAX_STEMMED_LENGTH ? word : stem(word);
}

/** The stems of single words. */
export function stemsOf(rules: LanguageRules, words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => stemWord(rules, word)));
}

export function stemText(rules: LanguageRules, folded: string): StemmedText {
  const memory = memoryOf(rules);
  const words = tokenize(folded);
  const forms: string[] = [];
  const stems: string[] = [];
  for (const { start, end } of words) {
    const place = hashWord(folded, start, end) >>> (32 - MEMORY_BITS);
    let known = memory[place];
    if (known?.form.length !== end - start || !folded.startsWith(known.form, start)) {
      known = wordOf(rules, folded.slice(start, end));
      if (end - start <= MAX_STEMMED_LENGTH) memory[place] = known;
    }
    forms.push(known.form);
    stems.push(known.stem);
  }
  return { folded, words, forms, stems };
}

function wordOf(rules: LanguageRules, word: string): KnownWord {
  // A slice would keep the whole text in memory.
  const form = word.length > MAX_STEMMED_LENGTH ? word : word.split('').join('');
  const stem = stemWord(rules, form);
  return { form, stem: stem === form ? form : stem };
}
