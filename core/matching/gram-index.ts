/** Runs of letters of many short texts: what two texts share beneath and beyond their words. */

/**
 * Runs go by their hash; two runs of one hash are taken for one. At these sizes a text and a claim
 * share less than a tenth of a run by chance. Short lists get the smaller table, which opens at once.
 */
const SMALL_TABLE = 1 << 18;
const LARGE_TABLE = 1 << 20;
/** Letters of a list up to which the small table does. */
const MAX_SMALL = 100_000;

/** How soon a long text is held back (the b of BM25), and what a run in it is worth (its k1). */
const LENGTH_NORM = 0.5;
const SATURATION = 0.9;

/** What a text and one of the index share. */
export type GramOverlap = {
  /** BM25 of the runs, as a share of what all runs of the asking text could give. */
  readonly score: number;
  /** The share of the indexed text's runs, by rarity, that the asking text has. */
  readonly coverage: number;
};

export type GramIndex = {
  /** Compares a text with those of the index, by their place. Each call ends the one before. */
  asking(text: string): (place: number) => GramOverlap;
};

/** Runs of `length` letters of each of `texts`, in which words are parted by single spaces. */
export function indexGrams(texts: readonly string[], length: number): GramIndex {
  const letterCount = texts.reduce((sum, text) => sum + text.length, 0);
  const size = letterCount > MAX_SMALL ? LARGE_TABLE : SMALL_TABLE;
  const grams = texts.map((text) => gramsOf(text, length, size));
  const counts = new Uint32Array(size);
  let sum = 0;
  for (const list of grams) {
    sum += list.length;
    for (const gram of list) counts[gram] = (counts[gram] ?? 0) + 1;
  }
  const meanLength = Math.max(1, sum / Math.max(1, grams.length));
  const byCount = new Map<number, number>();
  const rarityOf = (gram: number) => {
    const count = counts[gram] ?? 0;
    const known = byCount.get(count);
    if (known !== undefined) return known;
    const rarity = Math.log(1 + (texts.length - count + 0.5) / (count + 0.5));
    byCount.set(count, rarity);
    return rarity;
  };
  // Marks the runs of the text that asks; a new number for each, so that nothing is cleared.
  const marks = new Uint32Array(size);
  let mark = 0;

  return {
    asking(text) {
      mark++;
      let possible = 0;
      for (const gram of gramsOf(text, length, size)) {
        marks[gram] = mark;
        possible += rarityOf(gram);
      }
      return (place) => {
        const list = grams[place] ?? NO_GRAMS;
        let all = 0;
        let common = 0;
        for (const gram of list) {
          const rarity = rarityOf(gram);
          all += rarity;
          if (marks[gram] === mark) common += rarity;
        }
        const held = SATURATION * (1 - LENGTH_NORM + (LENGTH_NORM * list.length) / meanLength);
        return {
          score: possible === 0 ? 0 : (common * (SATURATION + 1)) / (1 + held) / possible,
          coverage: all === 0 ? 0 : common / all,
        };
      };
    },
  };
}

const NO_GRAMS = new Uint32Array();
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The different runs of a text, by their places in a table whose size is a power of two. */
function gramsOf(text: string, length: number, size: number): Uint32Array {
  const padded = ` ${text} `;
  const found = new Set<number>();
  for (let at = 0; at + length <= padded.length; at++) {
    let hash = FNV_BASIS;
    for (let to = at; to < at + length; to++) {
      hash = Math.imul(hash ^ padded.charCodeAt(to), FNV_PRIME);
    }
    // The upper bits of this hash are the better mixed ones.
    found.add((hash ^ (hash >>> 16)) & (size - 1));
  }
  return Uint32Array.from(found);
}
