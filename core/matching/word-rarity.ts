/** What finding a word is worth, however small the list. */
import { english } from './languages/en.ts';
import type { LanguageRules } from './languages/language.ts';
import { termReader } from './read-terms.ts';
import { WORD_SHARES } from './word-shares.ts';

/**
 * Rarity counts as if so many everyday texts stood beside the list: in a list of a hundred claims
 * every word is rare, in one of ten thousand its own counts speak.
 */
const BACKGROUND_COUNT = 3_000;

type Shares = ReadonlyMap<string, number>;

const { stemOf } = termReader(english);
const ENGLISH_SHARES: Shares = new Map(
  [...WORD_SHARES].map(([word, share]) => [stemOf(word), share]),
);
/** How common a word of another language is, only the list tells. */
const NO_SHARES: Shares = new Map();

/**
 * Log of how many texts there are for one with the word (as BM25 weighs, Robertson & Zaragoza 2009),
 * for a stem that `count` of `claimCount` claims have.
 */
export type RarityOf = (stem: string, count: number, claimCount: number) => number;

/** The rarity of words in the language of `rules`. */
export function rarityIn(rules: LanguageRules): RarityOf {
  const shares = rules.code === english.code ? ENGLISH_SHARES : NO_SHARES;
  return (stem, count, claimCount) => {
    const expected = count + BACKGROUND_COUNT * (shares.get(stem) ?? 0);
    const all = Math.max(claimCount + BACKGROUND_COUNT, expected);
    return Math.log(1 + (all - expected + 0.5) / (expected + 0.5));
  };
}
