/** Finds the claims of a list that a report may be about already. */
import Fuse from 'fuse.js';
import type { Claim, ClaimId } from '../claims/claim.ts';
import type { ClaimWordings } from '../claims/claim-list.ts';

/** What Fuse calls the threshold, for one word: takes other endings, and few other words. */
const WORD_THRESHOLD = 0.2;
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
/** One word in common is a subject, not a claim. */
const MIN_WORD_COUNT = 2;
/** More claims than this beside a report are no help. */
const MAX_RESULTS = 3;
/** Sentences of a text that are compared; a passage of the longest kind has about as many. */
const MAX_SENTENCE_COUNT = 20;
const SENTENCE_END = /(?<=[.!?…؟。])\s+|\n/u;

type Wording = { readonly claim: Claim; readonly words: ReadonlySet<string> };

const wordsOf = (text: string) => new Set(text.toLowerCase().match(WORDS) ?? []);

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
  const known: readonly Wording[] = claims.flatMap((claim) =>
    [...Object.values(claim.claimReviewed), ...Object.values(wordings[claim.id] ?? {}).flat()].map(
      (text) => ({
        claim,
        words: wordsOf(text),
      }),
    ),
  );
  const counts = new Map<string, number>();
  for (const word of known.flatMap(({ words }) => [...words])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const weightOf = (word: string) => Math.log(1 + known.length / (counts.get(word) ?? 1));
  const weigh = (words: Iterable<string>) =>
    [...words].reduce((sum, word) => sum + weightOf(word), 0);

  const fuse = new Fuse([...counts.keys()], {
    threshold: WORD_THRESHOLD,
    ignoreDiacritics: true,
  });
  /** What Fuse has found before: a reader who types asks for the same words again and again. */
  const found = new Map<string, readonly string[]>();
  const find = (word: string) => {
    const same = found.get(word) ?? fuse.search(word).map(({ item }) => item);
    found.set(word, same);
    return same;
  };

  return (texts) => {
    const similarities = new Map<Claim, number>();
    const sentences = texts.flatMap((text) =>
      text.split(SENTENCE_END).slice(0, MAX_SENTENCE_COUNT),
    );
    for (const sentence of sentences) {
      const said = new Set([...wordsOf(sentence)].flatMap(find));
      for (const { claim, words } of known) {
        const shared = [...words].filter((word) => said.has(word));
        if (shared.length < MIN_WORD_COUNT) continue;
        const similarity = weigh(shared) / weigh(words);
        if (similarity < Math.max(MIN_SIMILARITY, similarities.get(claim) ?? 0)) continue;
        similarities.set(claim, similarity);
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
