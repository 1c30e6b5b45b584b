/** How much of a page's article was read, and how much of what stands around it. */

/** Words compared at once: fewer are found anywhere, more break at every word set apart. */
const SHINGLE_LENGTH = 3;

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

const wordsOf = (text: string): readonly string[] =>
  text.normalize('NFKC').toLowerCase().match(WORD) ?? [];

export type ReadShares = {
  readonly articleWordCount: number;
  /** Words of the article that were read. */
  readonly readArticleWordCount: number;
  /** Words that the page shows outside of the article. */
  readonly chromeWordCount: number;
  /** Of these, the ones that were read. */
  readonly readChromeWordCount: number;
};

/**
 * A word counts as read where it is part of SHINGLE_LENGTH words that were read in this order, or of
 * a shorter block that was read whole; as the article's likewise.
 *
 * @param article The blocks of the article.
 * @param shown The text that the page shows.
 * @param read The blocks that were read.
 */
export function readShares(
  article: readonly string[],
  shown: string,
  read: readonly string[],
): ReadShares {
  // Across its blocks: a reader mode and a page part the same text differently.
  const readWords = shinglesOf(read.flatMap(wordsOf));
  const articleWords = article.map(wordsOf);
  const ofArticle = shinglesOf(articleWords.flat());
  const chrome = runsOutside(wordsOf(shown), ofArticle);
  const count = (runs: readonly (readonly string[])[]) =>
    runs.reduce((sum, words) => sum + words.length, 0);
  const countRead = (runs: readonly (readonly string[])[]) =>
    runs.reduce((sum, words) => sum + countCovered(words, readWords), 0);
  return {
    articleWordCount: count(articleWords),
    readArticleWordCount: countRead(articleWords),
    chromeWordCount: count(chrome),
    readChromeWordCount: countRead(chrome),
  };
}

/** Every run of up to SHINGLE_LENGTH words. */
function shinglesOf(words: readonly string[]): ReadonlySet<string> {
  const shingles = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    for (let length = 1; length <= SHINGLE_LENGTH; length++) {
      shingles.add(words.slice(at, at + length).join(' '));
    }
  }
  return shingles;
}

/** Which words are part of a run that is among the shingles. */
function covered(words: readonly string[], shingles: ReadonlySet<string>): readonly boolean[] {
  const length = Math.min(SHINGLE_LENGTH, words.length);
  const isCovered = Array<boolean>(words.length).fill(false);
  for (let at = 0; length > 0 && at + length <= words.length; at++) {
    if (shingles.has(words.slice(at, at + length).join(' '))) isCovered.fill(true, at, at + length);
  }
  return isCovered;
}

function countCovered(words: readonly string[], shingles: ReadonlySet<string>): number {
  return covered(words, shingles).filter(Boolean).length;
}

/** The runs of words that are not covered by the shingles. */
function runsOutside(
  words: readonly string[],
  shingles: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const isInside = covered(words, shingles);
  const runs: string[][] = [[]];
  words.forEach((word, at) => {
    if (isInside[at] === true) runs.push([]);
    else runs.at(-1)?.push(word);
  });
  return runs.filter((run) => run.length > 0);
}
