/** A text that is compared with the claims of a plain list -> which of the list's words it has. */
import type { PlainIndex } from './plain-index.ts';
import type { Term } from './read-terms.ts';

export type Query = {
  /** For words of the list how surely the text has them: 1, or less for one that is only alike. */
  readonly words: ReadonlyMap<number, number>;
  /** Of those, and of function words that the list has, all that stand in the text as they are. */
  readonly wholeWords: readonly number[];
  /** What all its words could be worth, and the square root of the sum of their squares. */
  readonly weight: number;
  readonly norm: number;
  readonly wordCount: number;
  /** Its stems and its words, parted by spaces. */
  readonly stemmed: string;
  readonly spelt: string;
};

/** Who posted a text is in it too, and rarely is what it is about. */
const SIGNATURE_WEIGHT = 0.6;
/** How much an unknown word is worth that is most like one of the list, and ones less like it. */
const SIMILAR_WEIGHT = 0.9;
const FURTHER_SIMILAR_WEIGHT = 0.7;
/** How sure the parts are of a word that is written as one: "middleincome". */
const PART_WEIGHT = 0.9;

/** Words that are taken apart: shorter ones are words, longer ones are noise. */
const MIN_JOINED_LENGTH = 7;
const MAX_JOINED_LENGTH = 40;
const MIN_PART_LENGTH = 3;
const MAX_PART_LENGTH = 20;
const MAX_PARTS = 5;
/** Terms of a query that count: what is longer is no statement. */
const MAX_TERMS = 600;

/** Reads texts as the words of `index`. Linear in the text. */
export function queryReader(index: PlainIndex): (text: string) => Query {
  return (text) => {
    const terms = index.terms.readTerms(text).slice(0, MAX_TERMS);
    const words = new Map<number, number>();
    const wholeWords = new Set<number>();
    const seen = new Set<string>();
    let weight = 0;
    let squares = 0;
    let wordCount = 0;
    const count = (rarity: number) => {
      weight += rarity;
      squares += rarity * rarity;
    };
    const add = (number: number, sureness: number) => {
      words.set(number, Math.max(words.get(number) ?? 0, sureness));
    };
    for (const { stem, word, isStopWord: isStop, isNumber, isTag, isSignature } of terms) {
      const number = index.numberOf.get(stem);
      if (number !== undefined) wholeWords.add(number);
      if (isStop) continue;
      wordCount++;
      const isNew = !seen.has(stem);
      seen.add(stem);
      const factor = isSignature ? SIGNATURE_WEIGHT : 1;
      if (number !== undefined) {
        add(number, factor);
        if (isNew) count(factor * (index.rarities[number] ?? 0));
        continue;
      }
      if (!isNew) continue;
      const parts = isNumber ? null : partsOfJoined(index, word, isTag);
      const similar = parts === null && !isNumber ? index.similarTo(word) : [];
      if (parts !== null) {
        for (const part of parts) {
          add(part, factor * PART_WEIGHT);
          count(factor * (index.rarities[part] ?? 0));
        }
      } else if (similar.length > 0) {
        similar.forEach(({ word: alike, similarity }, at) => {
          add(alike, factor * similarity * (at === 0 ? SIMILAR_WEIGHT : FURTHER_SIMILAR_WEIGHT));
        });
        count(factor * (index.rarities[similar[0]?.word ?? 0] ?? 0));
      } else count(factor * index.rarityOfUnknown(stem));
    }
    return {
      words,
      wholeWords: [...wholeWords],
      weight,
      norm: Math.sqrt(squares),
      wordCount,
      stemmed: joined(terms, ({ stem }) => stem),
      spelt: joined(terms, ({ word }) => word),
    };
  };
}

const joined = (terms: readonly Term[], part: (term: Term) => string) => terms.map(part).join(' ');

/**
 * The words of the list that a word is written together from, by the parts that are rarest in sum
 * least; null when there are none. Short parts only within a tag, where nothing else is likely.
 */
function partsOfJoined(index: PlainIndex, word: string, isTag: boolean): readonly number[] | null {
  if (word.length < MIN_JOINED_LENGTH || word.length > MAX_JOINED_LENGTH) return null;
  const costs = new Float64Array(word.length + 1).fill(Infinity);
  const froms = new Uint8Array(word.length + 1);
  costs[0] = 0;
  for (let start = 0; start < word.length; start++) {
    const before = costs[start] ?? Infinity;
    if (before === Infinity) continue;
    const last = Math.min(word.length, start + MAX_PART_LENGTH);
    for (let end = start + (isTag ? 2 : MIN_PART_LENGTH); end <= last; end++) {
      const cost = before + partCost(index, word.slice(start, end));
      if (cost < (costs[end] ?? Infinity)) {
        costs[end] = cost;
        froms[end] = start;
      }
    }
  }
  if (costs[word.length] === Infinity) return null;
  const parts: string[] = [];
  for (let end = word.length; end > 0; end = froms[end] ?? 0) {
    parts.unshift(word.slice(froms[end] ?? 0, end));
  }
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  return parts
    .filter((part) => !index.terms.isStopWord(part))
    .flatMap((part) => index.numberOf.get(index.terms.stemOf(part)) ?? []);
}

/** Each part costs, so that few are taken; short rare ones cost more, since they fit anywhere. */
function partCost(index: PlainIndex, part: string): number {
  const { isStopWord, stemOf } = index.terms;
  if (isStopWord(part)) return 3;
  const number = part.length < MIN_PART_LENGTH ? undefined : index.numberOf.get(stemOf(part));
  if (number === undefined) return Infinity;
  return 4 + (index.rarities[number] ?? 0) / (part.length > 4 ? 3 : 1);
}
