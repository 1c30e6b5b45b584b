/** Words that a list does not have -> words of the list that they may be meant for. */

export type SimilarWord = {
  /** Its place among the words that were given. */
  readonly word: number;
  /** 1 for the same letters; less by the share of letters to be changed. */
  readonly similarity: number;
};

/** Less is too often another word: one letter of four may differ. */
const MIN_SIMILARITY = 0.75;
/** In three letters any change makes another word. */
const MIN_LENGTH = 4;
/** What is longer is no word. */
const MAX_LENGTH = 30;
/** A misspelling rarely starts with another letter. */
const OTHER_START_COST = 0.05;
const MAX_SIMILAR = 3;
/** Trigrams of more words than these tell nothing apart. */
const MAX_LISTED = 4_000;
const MIN_COMMON_TRIGRAMS = 2;

/** Finds the words of `words` most like one that is not among them, best first; a few at most. */
export function similarWords(
  words: readonly string[],
): (misspelt: string) => readonly SimilarWord[] {
  const listed = new Map<string, number[]>();
  words.forEach((word, at) => {
    if (word.length < MIN_LENGTH || word.length > MAX_LENGTH) return;
    for (const trigram of new Set(trigramsOf(word))) {
      const list = listed.get(trigram);
      if (list === undefined) listed.set(trigram, [at]);
      else list.push(at);
    }
  });
  return (misspelt) => {
    if (misspelt.length < MIN_LENGTH || misspelt.length > MAX_LENGTH) return [];
    const counts = new Map<number, number>();
    for (const trigram of new Set(trigramsOf(misspelt))) {
      const list = listed.get(trigram) ?? [];
      if (list.length > MAX_LISTED) continue;
      for (const at of list) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    const found: SimilarWord[] = [];
    for (const [word, count] of counts) {
      if (count < MIN_COMMON_TRIGRAMS) continue;
      const similarity = compareSpelling(misspelt, words[word] ?? '');
      if (similarity >= MIN_SIMILARITY) found.push({ word, similarity });
    }
    return found
      .toSorted((a, b) => b.similarity - a.similarity || a.word - b.word)
      .slice(0, MAX_SIMILAR);
  };
}

function trigramsOf(word: string): readonly string[] {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 2 }, (_, at) => padded.slice(at, at + 3));
}

function compareSpelling(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > length * (1 - MIN_SIMILARITY)) return 0;
  return 1 - editDistance(a, b) / length - (a[0] === b[0] ? 0 : OTHER_START_COST);
}

/**
 * Letters added, left out, changed or swapped with their neighbour (optimal string alignment, after
 * Damerau 1964).
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
