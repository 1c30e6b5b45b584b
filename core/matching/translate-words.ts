/** Pairs of texts that say the same in other words -> which words stand for one another. */

/** For a word the words that stand for it, with their probability. */
export type Translations = (word: number) => ReadonlyMap<number, number>;

/** More pairs teach nothing that these did not, and cost time. */
const MAX_PAIRS = 30_000;
const ROUNDS = 4;
/** At first a word is thought this many times likelier to stand for itself than for another. */
const SELF_START = 3;
/** Pairs of words seen for this much of one time at most are chance. */
const MIN_COUNT = 0.7;
const MIN_PROBABILITY = 0.004;
/** Odd, so that every slot is reached; large, so that neighbours part. */
const HASH_PRIME = 0x9e3779b1;
const OTHER_HASH_PRIME = 0x85ebca77;
const NOTHING: ReadonlyMap<number, number> = new Map();

/**
 * Learns from both directions of each pair of word lists (IBM Model 1, Brown et al. 1993; for
 * finding texts Berger & Lafferty 1999). Words are numbers below `wordCount`.
 */
export function learnTranslations(
  pairs: readonly (readonly [Uint32Array, Uint32Array])[],
  wordCount: number,
): Translations {
  const used = pairs.slice(0, MAX_PAIRS).flatMap(([a, b]) => [[a, b] as const, [b, a] as const]);
  // Each pair of words that meets gets a place, so that the rounds are loops over plain arrays. A
  // table of our own finds it: a Map with as many keys took most of the time that opening a list took.
  const meetingCount = used.reduce((sum, [from, to]) => sum + from.length * to.length, 0);
  const meetings = new Uint32Array(meetingCount);
  const tableSize = 2 ** Math.ceil(Math.log2(2 * meetingCount + 2));
  const table = new Uint32Array(tableSize);
  const froms: number[] = [];
  const tos: number[] = [];
  const placeOf = (from: number, to: number): number => {
    let slot = (Math.imul(from, HASH_PRIME) + Math.imul(to, OTHER_HASH_PRIME)) & (tableSize - 1);
    for (;;) {
      // Places are stored from 1, so that 0 is an empty slot.
      const place = (table[slot] ?? 0) - 1;
      if (place < 0) break;
      if (froms[place] === from && tos[place] === to) return place;
      slot = (slot + 1) & (tableSize - 1);
    }
    table[slot] = froms.push(from);
    tos.push(to);
    return froms.length - 1;
  };
  let meeting = 0;
  for (const [from, to] of used) {
    for (const word of to) {
      for (const source of from) meetings[meeting++] = placeOf(source, word);
    }
  }
  let probabilities = Float64Array.from(froms, (from, at) => (from === tos[at] ? SELF_START : 1));
  let counts = new Float64Array(froms.length);
  for (let round = 0; round < ROUNDS; round++) {
    counts = new Float64Array(froms.length);
    let at = 0;
    for (const [from, to] of used) {
      for (let word = 0; word < to.length; word++) {
        let sum = 0;
        for (let source = 0; source < from.length; source++) {
          sum += probabilities[meetings[at + source] ?? 0] ?? 0;
        }
        for (let source = 0; source < from.length; source++) {
          const place = meetings[at + source] ?? 0;
          if (sum > 0) counts[place] = (counts[place] ?? 0) + (probabilities[place] ?? 0) / sum;
        }
        at += from.length;
      }
    }
    const totals = new Float64Array(wordCount);
    froms.forEach((from, place) => {
      totals[from] = (totals[from] ?? 0) + (counts[place] ?? 0);
    });
    // One more than was counted: a word that was met once says little of what stands for it.
    probabilities = counts.map((count, place) => count / ((totals[froms[place] ?? 0] ?? 0) + 1));
  }
  const rows = new Map<number, Map<number, number>>();
  froms.forEach((from, place) => {
    const to = tos[place] ?? 0;
    const probability = probabilities[place] ?? 0;
    if (to === from || probability < MIN_PROBABILITY || (counts[place] ?? 0) < MIN_COUNT) return;
    const row = rows.get(from) ?? new Map<number, number>();
    rows.set(from, row.set(to, probability));
  });
  return (word) => rows.get(word) ?? NOTHING;
}
