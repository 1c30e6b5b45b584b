/** Okapi BM25 (Robertson & Zaragoza 2009), plain: the baseline that everything has to beat. */
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import type { RankedClaim } from '../../core/matching/rank-claims.ts';

export type ReadTerms = (text: string) => readonly string[];

/** The usual values. */
const K1 = 1.2;
const B = 0.75;

/** Prepares `claims`; what is not found in a text is not ranked. */
export function openBm25(
  claims: readonly PlainClaim[],
  textOf: (claim: PlainClaim) => string,
  readTerms: ReadTerms,
): (text: string, top: number) => readonly RankedClaim[] {
  const postings = new Map<string, { readonly claim: number; count: number }[]>();
  const lengths = claims.map((claim, at) => {
    const terms = readTerms(textOf(claim));
    for (const term of terms) {
      const own = postings.get(term) ?? [];
      postings.set(term, own);
      const last = own.at(-1);
      if (last?.claim === at) last.count++;
      else own.push({ claim: at, count: 1 });
    }
    return terms.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, claims.length);
  return (text, top) => {
    const scores = new Map<number, number>();
    for (const term of new Set(readTerms(text))) {
      const own = postings.get(term) ?? [];
      const rarity = Math.log(1 + (claims.length - own.length + 0.5) / (own.length + 0.5));
      for (const { claim, count } of own) {
        const held = K1 * (1 - B + (B * (lengths[claim] ?? 0)) / meanLength);
        const gain = (rarity * count * (K1 + 1)) / (count + held);
        scores.set(claim, (scores.get(claim) ?? 0) + gain);
      }
    }
    return [...scores]
      .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
      .slice(0, top)
      .map(([claim, score]) => ({ claim: claims[claim]?.id ?? '', score }));
  };
}
