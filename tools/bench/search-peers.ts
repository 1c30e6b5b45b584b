/** Ours and what others search with, behind one door: a text -> the claims that it most resembles. */
import uFuzzy from '@leeoniya/ufuzzy';
import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemPortuguese } from '@orama/stemmers/portuguese';
import { stopwords as english } from '@orama/stopwords/english';
import { stopwords as french } from '@orama/stopwords/french';
import { stopwords as german } from '@orama/stopwords/german';
import { stopwords as portuguese } from '@orama/stopwords/portuguese';
import { Index as FlexSearchIndex } from 'flexsearch';
import Fuse from 'fuse.js';
import { token_set_ratio as tokenSetRatio } from 'fuzzball';
import MiniSearch from 'minisearch';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openRanking, type RankedClaim } from '../../core/matching/rank-claims.ts';
import { openBm25, type ReadTerms } from './bm25.ts';

export type Search = (text: string, top: number) => readonly RankedClaim[];

export type Peer = {
  readonly name: string;
  /** Claims that it compares a second, roughly, so that slow ones are asked fewer queries. */
  readonly claimsASecond: number;
  open(claims: readonly PlainClaim[]): Search;
};

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

const STEMMING = new Map([
  ['en', { stem: stemEnglish, stopWords: new Set(english) }],
  ['fr', { stem: stemFrench, stopWords: new Set(french) }],
  ['de', { stem: stemGerman, stopWords: new Set(german) }],
  ['pt', { stem: stemPortuguese, stopWords: new Set(portuguese) }],
]);
const NO_STEMMING = { stem: (word: string) => word, stopWords: new Set<string>() };

const wordsOf = (text: string) => Array.from(text.toLowerCase().matchAll(WORD), ([word]) => word);

/** Snowball stems without stop words, in the language that most claims say; as they are in others. */
function termsFor(claims: readonly PlainClaim[]): ReadTerms {
  const [first] = claims;
  const { stem, stopWords } = STEMMING.get(first?.lang ?? 'en') ?? NO_STEMMING;
  const known = new Map<string, string>();
  const stemOf = (word: string) => {
    const stemmed = known.get(word) ?? stem(word);
    known.set(word, stemmed);
    return stemmed;
  };
  return (text) =>
    wordsOf(text)
      .filter((word) => !stopWords.has(word))
      .map(stemOf);
}

const wholeTextOf = ({ title, text }: PlainClaim) => (title === null ? text : `${title}\n${text}`);

export const OURS: Peer = {
  name: 'Rejoinder',
  claimsASecond: Infinity,
  open: (claims) => {
    const ranking = openRanking(claims);
    return (text, top) => ranking.rank(text, top);
  },
};

export const BM25: Peer = {
  name: 'BM25, Snowball stems, stop words',
  claimsASecond: Infinity,
  open: (claims) => openBm25(claims, wholeTextOf, termsFor(claims)),
};

export const MINISEARCH_STEMS: Peer = {
  name: 'MiniSearch, the same stems',
  claimsASecond: 3_000_000,
  open: (claims) => {
    const readTerms = termsFor(claims);
    return openMiniSearch(claims, { tokenize: (text) => [...readTerms(text)] });
  },
};

const MINISEARCH: Peer = {
  name: 'MiniSearch, as it comes',
  claimsASecond: 200_000,
  open: (claims) => openMiniSearch(claims, {}),
};

function openMiniSearch(
  claims: readonly PlainClaim[],
  options: { readonly tokenize?: (text: string) => string[] },
): Search {
  const index = new MiniSearch<{ id: string; text: string; title: string }>({
    fields: ['text', 'title'],
    ...options,
  });
  index.addAll(claims.map(({ id, text, title }) => ({ id, text, title: title ?? '' })));
  return (text, top) =>
    index
      .search(text)
      .slice(0, top)
      .map(({ id, score }) => ({ claim: String(id), score }));
}

const FLEXSEARCH: Peer = {
  name: 'FlexSearch, suggestions on',
  claimsASecond: 3_000_000,
  open: (claims) => {
    const index = new FlexSearchIndex({ tokenize: 'strict', resolution: 9, context: true });
    claims.forEach((claim, at) => {
      index.add(at, wholeTextOf(claim));
    });
    // It tells an order and no score.
    return (text, top) =>
      index
        .search(text, { limit: top, suggest: true })
        .map((at, rank) => ({ claim: claims[Number(at)]?.id ?? '', score: 1 / (rank + 1) }));
  },
};

export const UFUZZY: Peer = {
  name: 'uFuzzy, term by term',
  claimsASecond: 300_000,
  open: (claims) => {
    const fuzzy = new uFuzzy({});
    const texts = claims.map(wholeTextOf);
    // It wants all terms of a query; so each is asked alone, and counts by how rare it is.
    return (text, top) => {
      const scores = new Map<number, number>();
      for (const word of new Set(wordsOf(text))) {
        if (STEMMING.get('en')?.stopWords.has(word) === true) continue;
        const found = fuzzy.filter(texts, word) ?? [];
        const rarity = Math.log(1 + claims.length / (1 + found.length));
        for (const at of found) scores.set(at, (scores.get(at) ?? 0) + rarity);
      }
      return topOf(claims, scores, top);
    };
  },
};

const FUZZBALL: Peer = {
  name: 'fuzzball, token_set_ratio',
  claimsASecond: 12_000,
  open: (claims) => {
    const texts = claims.map(wholeTextOf);
    return (text, top) =>
      topOf(claims, new Map(texts.map((own, at) => [at, tokenSetRatio(text, own)])), top);
  },
};

/** It compares with its own search at most this much of a pattern at a time. */
function openFuse(claims: readonly PlainClaim[], useTokenSearch: boolean): Search {
  const fuse = new Fuse(claims, { keys: ['text', 'title'], includeScore: true, useTokenSearch });
  // Its 0 is best.
  return (text, top) =>
    fuse
      .search(text, { limit: top })
      .map(({ item, score = 1 }) => ({ claim: item.id, score: 1 - score }));
}

const FUSE: Peer = {
  name: 'Fuse.js, as it comes',
  claimsASecond: 2_000,
  open: (claims) => openFuse(claims, false),
};

const FUSE_TOKENS: Peer = {
  name: 'Fuse.js, token search',
  claimsASecond: 6_000,
  open: (claims) => openFuse(claims, true),
};

/** Best first. */
function topOf(
  claims: readonly PlainClaim[],
  scores: ReadonlyMap<number, number>,
  top: number,
): readonly RankedClaim[] {
  return [...scores]
    .toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b)
    .slice(0, top)
    .map(([at, score]) => ({ claim: claims[at]?.id ?? '', score }));
}

/** Ours first, then the others. */
export const PEERS: readonly Peer[] = [
  OURS,
  BM25,
  MINISEARCH_STEMS,
  MINISEARCH,
  FLEXSEARCH,
  UFUZZY,
  FUZZBALL,
  FUSE_TOKENS,
  FUSE,
];
