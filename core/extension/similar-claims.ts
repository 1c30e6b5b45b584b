/** Finds the claims of a list that a report may be about already. */
import Fuse from 'fuse.js';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { ClaimWordings } from '../claims/claim-list.ts';

/** What Fuse calls the threshold, for one word: takes other endings, and few other words. */
const WORD_THRESHOLD = 0.2;
/**
 * A word stands for a longer one of the list from this share of its letters on: `train` for
 * `training`, and not `with` for `without`.
 */
const MIN_LENGTH_SHARE = 0.6;
/**
 * Letters that two like words begin with. Fuse would hold up a reader who types if it looked through
 * all words of a list, and would find `over` in `government`; a word that is misspelt here is lost.
 */
const SAME_BEGINNING_LENGTH = 2;
/**
 * Words that count, by their letters. Shorter ones are mostly those that every sentence has, in any
 * language; a name of three letters is lost with them.
 */
const WORDS = /[\p{L}\p{M}\p{N}]{4,}/gu;
/**
 * Below this similarity two sentences share names and a month, and no more. Low, since a reader who
 * is shown one claim too many loses a glance, and one too few a report.
 */
const MIN_SIMILARITY = 0.4;
/** So many words in common are enough; fewer are a subject more often than a claim. */
const ENOUGH_WORD_COUNT = 3;
/** Two are enough where they are most of what the claim says, or half of what the reader does. */
const MIN_WORD_COUNT = 2;
const MIN_SIMILARITY_OF_FEW = 0.6;
const MIN_SHARE_OF_SAID = 0.5;
/** More claims than this beside a report are no help. */
const MAX_RESULTS = 3;
/** Sentences of a text that are compared; a passage of the longest kind has about as many. */
const MAX_SENTENCE_COUNT = 20;
const SENTENCE_END = /(?<=[.!?…؟。])\s+|\n/u;

const wordsOf = (text: string) => new Set(text.toLowerCase().match(WORDS) ?? []);

const beginningOf = (word: string) =>
  word.normalize('NFD').replaceAll(/\p{M}/gu, '').slice(0, SAME_BEGINNING_LENGTH);

/** What finds the words of `words` that one may be meant for; it is asked the same again and again. */
function createFindWords(words: readonly string[]): (word: string) => readonly string[] {
  const options = { threshold: WORD_THRESHOLD, ignoreDiacritics: true };
  const shelves = new Map(
    [...Map.groupBy(words, beginningOf)].map(([name, shelf]) => [name, new Fuse(shelf, options)]),
  );
  const found = new Map<string, readonly string[]>();
  return (word) => {
    const before = found.get(word);
    if (before !== undefined) return before;
    const like = (shelves.get(beginningOf(word))?.search(word) ?? [])
      .map(({ item }) => item)
      .filter((item) => word.length >= MIN_LENGTH_SHARE * item.length);
    found.set(word, like);
    return like;
  };
}

type Wording = {
  readonly claim: Claim;
  /** The weight of its words. */
  readonly weight: number;
};

/** What a sentence and a wording have in common. */
type Common = { weight: number; wordCount: number };

/**
 * The claims most like a sentence of `texts`: best first, few, and none where nothing is like it.
 * How like is how much of a claim's own sentence, or of one of its wordings, the sentence says: the
 * share of its words, each weighted by how rare it is in the list, that Fuse finds again. That way
 * round a long sentence is not less like a claim for what else it says.
 */
export function createSimilarClaims(
  claims: readonly Claim[],
  wordings: ClaimWordings,
): (texts: readonly string[]) => readonly Claim[] {
  const texts = claims.flatMap((claim) =>
    [...Object.values(claim.claimReviewed), ...Object.values(wordings[claim.id] ?? {}).flat()].map(
      (text) => ({ claim, words: wordsOf(text) }),
    ),
  );
  const counts = new Map<string, number>();
  for (const word of texts.flatMap(({ words }) => [...words])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) => Math.log(1 + texts.length / (counts.get(word) ?? 1));
  /** The wordings that have a word. */
  const having = new Map<string, Wording[]>([...counts.keys()].map((word) => [word, []]));
  for (const { claim, words } of texts) {
    const weight = [...words].reduce((sum, word) => sum + weightOf(word), 0);
    const wording = { claim, weight };
    for (const word of words) having.get(word)?.push(wording);
  }
  const findWords = createFindWords([...counts.keys()]);

  const compare = (sentence: ReadonlySet<string>): ReadonlyMap<Wording, Common> => {
    const common = new Map<Wording, Common>();
    const counted = new Set<string>();
    for (const said of sentence) {
      // A word that stands for two of a wording is still one word that was said.
      const touched = new Set<Common>();
      for (const word of findWords(said)) {
        if (counted.has(word)) continue;
        counted.add(word);
        for (const wording of having.get(word) ?? []) {
          const shared = common.get(wording) ?? { weight: 0, wordCount: 0 };
          common.set(wording, shared);
          shared.weight += weightOf(word);
          touched.add(shared);
        }
      }
      for (const shared of touched) shared.wordCount += 1;
    }
    return common;
  };

  return (searched) => {
    const similarities = new Map<Claim, number>();
    const sentences = searched.flatMap((text) =>
      text.split(SENTENCE_END).slice(0, MAX_SENTENCE_COUNT),
    );
    for (const sentence of sentences) {
      const said = wordsOf(sentence);
      const enoughCount = Math.min(ENOUGH_WORD_COUNT, MIN_SHARE_OF_SAID * said.size);
      for (const [{ claim, weight }, shared] of compare(said)) {
        if (shared.wordCount < MIN_WORD_COUNT) continue;
        const isEnough = shared.wordCount >= enoughCount;
        const similarity = shared.weight / weight;
        if (similarity < (isEnough ? MIN_SIMILARITY : MIN_SIMILARITY_OF_FEW)) continue;
        similarities.set(claim, Math.max(similarity, similarities.get(claim) ?? 0));
      }
    }
    return [...similarities]
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, MAX_RESULTS)
      .map(([claim]) => claim);
  };
}

/**
 * The claims that the passage would be marked with, and then those that are like what was written:
 * what the engine finds has passed its guards, so that it comes first. Each once, and few.
 */
export function joinNearest(
  claims: readonly Claim[],
  matched: readonly ClaimId[],
  similar: readonly Claim[],
): readonly Claim[] {
  const found = matched.flatMap((id) => claims.filter((claim) => claim.id === id));
  return [...new Set([...found, ...similar])].slice(0, MAX_RESULTS);
}
