/** One block of a page -> its matches, and what it hands on to the next block. */
import type { Stance } from '../claims/stance.ts';
import { claimBounds } from './bound-claims.ts';
import { isPlain, type ClaimIndex, type LanguagePack } from './claim-index.ts';
import type { ClaimMatch, Similarity } from './claim-match.ts';
import { DENIAL_REACH, denialFinder, type Denial, type RecentClaims } from './find-denials.ts';
import { NO_STANCE } from './languages/no-cues.ts';
import { readQuotations } from './read-quotations.ts';
import {
  sentenceReader,
  type Sentence,
  type SentenceReader,
  type Sentences,
} from './read-sentences.ts';
import { stanceReader, type StanceReader } from './read-stance.ts';
import { CONTEXT_SENTENCE_COUNT, MIN_COVERAGE } from './score-match.ts';
import { plainScorer } from './score-plain.ts';
import { windowScorer } from './score-window.ts';
import { NO_PARTIES, shortlister, type LikelyWindow } from './shortlist.ts';

/** The similarity from which sentences put a claim though one of them puts another of the matter. */
const SURE = 0.9;

/** What stands around a block. The functions are called only when the block asks for it. */
export type Surroundings = {
  /** Parties that the page's title names, one bit each. */
  readonly titleParties: () => number;
  /** The sentences before the block, those of its page that are nearest. */
  readonly before: () => Sentences;
  readonly recent: RecentClaims;
  /** The day after which the block was certainly not written, as eight digits; undefined where unknown. */
  readonly lastDay: number | undefined;
  /** Parties that title and text before may name, one bit each. */
  readonly near: number;
};

export type BlockReading = {
  /** In the order of the text. */
  readonly matches: readonly ClaimMatch[];
  readonly recent: RecentClaims;
  /** Parties that the block may name, one bit each. */
  readonly parties: number;
};

export type BlockReader = {
  readonly readSentences: SentenceReader;
  /** Parties that a text may name, one bit each: quicker than its sentences. */
  readonly partiesIn: (text: string) => number;
  readonly readBlock: (text: string, surroundings: Surroundings) => BlockReading;
};

/** A match by the places of its first and its last sentence. */
type Found = {
  readonly claim: number;
  readonly first: number;
  readonly last: number;
  readonly similarity: Similarity;
  readonly wording: number | null;
  readonly stance: Stance;
};

const NO_MATCHES: readonly ClaimMatch[] = [];

/** Reads the blocks of one language. Made once for each pack: it holds all that its rules say. */
export function blockReader(index: ClaimIndex, pack: LanguagePack): BlockReader {
  const { rules } = pack.lexicon;
  const readSentences = sentenceReader(pack.lexicon);
  const shortlist = shortlister(pack, claimBounds(index, pack));
  const scoreWindow = isPlain(pack) ? plainScorer(index, pack) : windowScorer(index, pack);
  // Where denials and reports cannot be read, what a page says is never taken for its own word.
  const readStance: StanceReader =
    rules.stance === NO_STANCE ? () => 'attributes' : stanceReader(pack.lexicon);
  const findDenials = denialFinder(rules);

  /** The sentences before `first`, of which the block itself may have too few. */
  const contextOf = (sentences: Sentences, first: number, before: () => Sentences) => {
    const own = sentences.slice(first - CONTEXT_SENTENCE_COUNT, first);
    const missing = CONTEXT_SENTENCE_COUNT - own.length;
    return missing === 0 ? own : [...lastOf(before(), missing), ...own];
  };

  const isToCome = (claim: number, lastDay: number | undefined) =>
    lastDay !== undefined && lastDay < index.guardsOf(claim).firstDay;

  /** Claims that a window of the block puts: a sentence alone goes before several together. */
  const findPut = (
    text: string,
    sentences: Sentences,
    windows: Iterable<LikelyWindow>,
    { titleParties, before, lastDay }: Surroundings,
  ): readonly Found[] => {
    const quotations = readQuotations(text);
    const found: Found[] = [];
    const taken = new Map<number, Set<number>>();
    /** The claims that a sentence puts by itself. */
    const alone = new Map<number, readonly { claim: number; similarity: number }[]>();
    for (const { first, last, wordings } of windows) {
      const isTaken = (claim: number) => {
        const places = taken.get(claim);
        for (let at = first; at <= last; at++) if (places?.has(at)) return true;
        return false;
      };
      // What is around a sentence that puts a claim may put it too: it is not even read.
      const isOpenToAll = taken.size === 0 && lastDay === undefined;
      const open = isOpenToAll
        ? wordings
        : withoutClaims(wordings, (claim) => isTaken(claim) || isToCome(claim, lastDay));
      if (open.size === 0) continue;
      const [head, ...rest] = sentences.slice(first, last + 1);
      if (head === undefined) continue;
      const own = [head, ...rest] as const;
      const context = { titleParties, sentences: () => contextOf(sentences, first, before) };
      const best = scoreWindow(own, context, open);
      for (const { claim, similarity, wording, concepts } of best) {
        const { family } = index.strengthOf(claim);
        const isNextToSibling = own.some((_, i) =>
          alone
            .get(first + i)
            ?.some(
              (it) =>
                it.claim !== claim &&
                it.similarity >= similarity &&
                index.strengthOf(it.claim).family === family,
            ),
        );
        if (own.length > 1 && similarity < SURE && isNextToSibling) continue;
        const stance =
          wording === null
            ? 'denies'
            : readStance({
                sentences: own,
                concepts,
                quotations,
                before: contextOf(sentences, first, before).at(-1),
                after: sentences.at(last + 1),
              });
        const places = taken.get(claim) ?? new Set();
        own.forEach((_, i) => places.add(first + i));
        taken.set(claim, places);
        if (own.length === 1) {
          alone.set(first, [...(alone.get(first) ?? []), { claim, similarity }]);
        }
        found.push({ claim, first, last, similarity, wording, stance });
      }
    }
    return found;
  };

  return {
    readSentences,
    partiesIn: (text) => shortlist(text, NO_PARTIES).parties,
    readBlock(text, surroundings) {
      const { recent, near } = surroundings;
      const { parties, windowsOf } = shortlist(text, near);
      if (windowsOf === null && recent.size === 0) return { matches: NO_MATCHES, recent, parties };

      const sentences = readSentences(text);
      const windows = windowsOf?.(sentences.spans) ?? [];
      const all = findPut(text, sentences, windows, surroundings);
      const put = leaveWeakest(index, all);
      const denials = findDenials(sentences, put, recent);
      const found = [...withdrawAssertions(put, denials), ...denials.map(foundDenial)].toSorted(
        (a, b) => a.first - b.first || a.claim - b.claim,
      );
      return {
        matches: found.map(({ claim, first, last, similarity, wording, stance }) => ({
          claim: index.idOf(claim),
          language: rules.code,
          wording,
          span: {
            start: sentences.spans[first]?.start ?? 0,
            end: sentences.spans[last]?.end ?? 0,
          },
          similarity,
          stance,
        })),
        recent: recentAfter(sentences.spans.length, found, recent),
        parties,
      };
    },
  };
}

function withoutClaims(
  wordings: LikelyWindow['wordings'],
  isTaken: (claim: number) => boolean,
): LikelyWindow['wordings'] {
  return new Map([...wordings].filter(([claim]) => !isTaken(claim)));
}

function lastOf(sentences: Sentences, count: number): readonly Sentence[] {
  const { length } = sentences.spans;
  return sentences.slice(length - count, length);
}

/**
 * Without what alleges more of a matter than another match on the same words: what the words support
 * is the weaker claim. A denial denies whatever it names.
 */
function leaveWeakest(index: ClaimIndex, put: readonly Found[]): readonly Found[] {
  const isWeaker = (other: Found, match: Found) => {
    const [a, b] = [index.strengthOf(other.claim), index.strengthOf(match.claim)];
    return a.family === b.family && a.rank < b.rank;
  };
  const isOnSameWords = (other: Found, { first, last }: Found) =>
    other.first <= last && first <= other.last;
  return put.filter(
    (match) =>
      match.stance === 'denies' ||
      !put.some(
        (other) =>
          other.stance !== 'denies' && isWeaker(other, match) && isOnSameWords(other, match),
      ),
  );
}

function foundDenial({ claim, place }: Denial): Found {
  // As sure as the least that counts: its words are not the claim's.
  const similarity = MIN_COVERAGE as Similarity;
  return { claim, first: place, last: place, similarity, wording: null, stance: 'denies' };
}

/** A page that denies in the next breath what it said does not say it in its own voice. */
function withdrawAssertions(put: readonly Found[], denials: readonly Denial[]): readonly Found[] {
  const denied = new Set(denials.map(({ claim, place }) => keyOf(claim, place)));
  return put.map((match) => {
    if (match.stance !== 'asserts') return match;
    for (let ahead = 1; ahead <= DENIAL_REACH; ahead++) {
      if (denied.has(keyOf(match.claim, match.last + ahead))) {
        return { ...match, stance: 'attributes' };
      }
    }
    return match;
  });
}

const keyOf = (claim: number, place: number) => `${String(claim)} ${String(place)}`;

/** What a block of `sentenceCount` sentences hands on. */
function recentAfter(
  sentenceCount: number,
  found: readonly Found[],
  earlier: RecentClaims,
): RecentClaims {
  const said = new Map([...earlier].map(([claim, ago]) => [claim, ago + sentenceCount]));
  for (const { claim, last } of found) said.set(claim, sentenceCount - last);
  return new Map([...said].filter(([, ago]) => ago <= DENIAL_REACH));
}
