/** A text -> the claims of a plain list that it most resembles. */
import type { PlainClaim } from '../claims/plain-list.ts';
import { foldText } from './fold-text.ts';
import { LANGUAGES } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import { stemText } from './stem-text.ts';

/** A claim by its id, and how much it resembles the text: more is nearer. */
export type RankedClaim = { readonly claim: string; readonly score: number };

export type Ranking = {
  /** The `top` claims that `text` most resembles, best first; those without a common word are left out. */
  rank(text: string, top: number): readonly RankedClaim[];
};

/** How soon more of the same word stops counting, and how much a long claim is held back. */
const SATURATION = 0.9;
const LENGTH_NORM = 0.4;

/** Words are stemmed by these rules whatever the language: of no use where it is another, and no harm. */
const [STEMMING] = LANGUAGES.values();

/** Prepares `claims` for ranking by BM25 (Robertson & Zaragoza 2009). */
export function openRanking(claims: readonly PlainClaim[]): Ranking {
  const stopWords = new Set(STEMMING?.stopWords);
  const termsOf = (text: string) => termsIn(text, STEMMING, stopWords);
  const termIds = new Map<string, number>();
  const postings: number[][] = [];
  const lengths = new Float64Array(claims.length);
  claims.forEach(({ text, title }, claim) => {
    const counts = new Map<string, number>();
    const terms = termsOf(title === null ? text : `${title}\n${text}`);
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    lengths[claim] = terms.length;
    for (const [term, count] of counts) {
      const id = termIds.get(term) ?? termIds.size;
      termIds.set(term, id);
      (postings[id] ??= []).push(claim, count);
    }
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, claims.length);

  return {
    rank(text, top) {
      const scores = new Float64Array(claims.length);
      const touched: number[] = [];
      for (const term of new Set(termsOf(text))) {
        const list = postings[termIds.get(term) ?? -1] ?? [];
        const rarity = Math.log(
          1 + (claims.length - list.length / 2 + 0.5) / (list.length / 2 + 0.5),
        );
        for (let at = 0; at < list.length; at += 2) {
          const claim = list[at] ?? 0;
          const count = list[at + 1] ?? 0;
          const length = (lengths[claim] ?? 0) / meanLength;
          const held = SATURATION * (1 - LENGTH_NORM + LENGTH_NORM * length);
          if (scores[claim] === 0) touched.push(claim);
          scores[claim] =
            (scores[claim] ?? 0) + (rarity * count * (SATURATION + 1)) / (count + held);
        }
      }
      const scoreOf = (claim: number) => scores[claim] ?? 0;
      return touched
        .toSorted((a, b) => scoreOf(b) - scoreOf(a) || a - b)
        .slice(0, top)
        .map((claim) => ({ claim: claims[claim]?.id ?? '', score: scoreOf(claim) }));
    },
  };
}

function termsIn(
  text: string,
  rules: LanguageRules | undefined,
  stopWords: ReadonlySet<string>,
): readonly string[] {
  if (rules === undefined) return [];
  const { folded, words, stems } = stemText(rules, foldText(text).text);
  return stems.filter((_, at) => {
    const word = words[at];
    return word !== undefined && !stopWords.has(folded.slice(word.start, word.end));
  });
}
