/** One block of a page -> its matches, and what it hands on to the next block. */
import type { Stance } from '../claims/stance.ts';
import type { ClaimIndex, LanguagePack } from './claim-index.ts';
import type { ClaimMatch, Similarity, Span } from './claim-match.ts';
import { DENIAL_REACH, denialFinder, type Denial, type RecentClaims } from './find-denials.ts';
import { foldText, unfoldSpan, type FoldedText } from './fold-text.ts';
import { readQuotations } from './read-quotations.ts';
import {
  sentenceReader,
  type Sentence,
  type SentenceReader,
  type Sentences,
} from './read-sentences.ts';
import { stanceReader } from './read-stance.ts';
import { MIN_COVERAGE } from './score-match.ts';
import { windowScorer, type BestWording } from './score-window.ts';
import { shortlister, type Shortlist } from './shortlist.ts';

/** A claim is put in three sentences at most; further ones only share its subject. */
const MAX_WINDOW_SENTENCES = 3;
/** How many sentences before a window its pronouns may point back to. Further ones point elsewhere. */
const CONTEXT_SENTENCE_COUNT = 2;

/** The similarity from which sentences put a claim though one of them puts another of the matter. */
const SURE = 0.9;

/** What stands around a block. The functions are called only when the block asks for it. */
export type Surroundings = {
  /** Parties that the page's title names, one bit each. */
  readonly titleParties: () => number;
  /** The sentences before the block, those of its page that are nearest. */
  readonly before: () => Sentences;
  readonly recent: RecentClaims;
};

export type BlockReading = {
  /** In the order of the text. */
  readonly matches: readonly ClaimMatch[];
  readonly recent: RecentClaims;
};

export type BlockReader = {
  readonly readSentences: SentenceReader;
  readonly readBlock: (text: string, surroundings: Surroundings) => BlockReading;
};

/** A match by the places of its first and its last sentence. */
type Found = {
  readonly claim: number;
  readonly first: number;
  readonly last: number;
  readonly similarity: Similarity;
  readonly stance: Stance;
};

const NOTHING_READ: BlockReading = { matches: [], recent: new Map() };

/** Reads the blocks of one language. Made once for each pack: it holds all that its rules say. */
export function blockReader(index: ClaimIndex, pack: LanguagePack): BlockReader {
  const { rules } = pack.lexicon;
  const readSentences = sentenceReader(pack.lexicon);
  const shortlist = shortlister(pack);
  const scoreWindow = windowScorer(index, pack);
  const readStance = stanceReader(pack.lexicon);
  const findDenials = denialFinder(rules);

  /** The sentences before `first`, of which the block itself may have too few. */
  const contextOf = (sentences: Sentences, first: number, before: () => Sentences) => {
    const own = sentences.slice(first - CONTEXT_SENTENCE_COUNT, first);
    const missing = CONTEXT_SENTENCE_COUNT - own.length;
    return missing === 0 ? own : [...lastOf(before(), missing), ...own];
  };

  const isStronger = (claim: number, than: number) => {
    const [a, b] = [index.strengthOf(claim), index.strengthOf(than)];
    return a.family === b.family && a.rank > b.rank;
  };
  /** What denies the weaker claim of a matter denies the stronger, where the words may be its. */
  const isDeniedWithWeaker = (claim: number, best: readonly BestWording[]) =>
    best.some((it) => !it.isDoubtful && isStronger(claim, it.claim));

  /** Claims that a window of the block puts: a sentence alone goes before several together. */
  const findPut = (
    text: string,
    sentences: Sentences,
    wordings: Shortlist['wordings'],
    hits: ReadonlySet<number>,
    { titleParties, before }: Surroundings,
  ): readonly Found[] => {
    const quotations = readQuotations(text);
    const found: Found[] = [];
    const taken = new Map<number, Set<number>>();
    /** The claims that a sentence puts by itself. */
    const alone = new Map<number, readonly number[]>();
    for (const { first, last } of windowsOver(sentences.spans.length, hits)) {
      const [head, ...rest] = sentences.slice(first, last + 1);
      if (head === undefined) continue;
      const own = [head, ...rest] as const;
      const context = { titleParties, sentences: () => contextOf(sentences, first, before) };
      const best = scoreWindow(own, context, wordings);
      for (const { claim, similarity, isResponse, concepts, isDoubtful } of best) {
        const places = taken.get(claim) ?? new Set();
        if (own.some((_, i) => places.has(first + i))) continue;
        const { family } = index.strengthOf(claim);
        const isNextToSibling = own.some((_, i) =>
          alone
            .get(first + i)
            ?.some((it) => it !== claim && index.strengthOf(it).family === family),
        );
        if (own.length > 1 && similarity < SURE && isNextToSibling) continue;
        const stance = isResponse
          ? 'denies'
          : readStance({
              sentences: own,
              concepts,
              quotations,
              before: contextOf(sentences, first, before).at(-1),
              after: sentences.at(last + 1),
            });
        if (isDoubtful && !(stance === 'denies' && isDeniedWithWeaker(claim, best))) continue;
        own.forEach((_, i) => places.add(first + i));
        taken.set(claim, places);
        if (own.length === 1) alone.set(first, [...(alone.get(first) ?? []), claim]);
        found.push({ claim, first, last, similarity, stance });
      }
    }
    return found;
  };

  return {
    readSentences,
    readBlock(text, surroundings) {
      const { recent } = surroundings;
      const folded = foldText(text);
      const { wordings, places } = shortlist(folded.text);
      if (places.length === 0 && recent.size === 0) return NOTHING_READ;

      const sentences = readSentences(text);
      const hits = sentencesAt(sentences.spans, folded, places);
      const all = findPut(text, sentences, wordings, hits, surroundings);
      const put = leaveWeakest(index, all);
      const denials = findDenials(sentences, put, recent);
      const found = [...withdrawAssertions(put, denials), ...denials.map(foundDenial)].toSorted(
        (a, b) => a.first - b.first || a.claim - b.claim,
      );
      return {
        matches: found.map(({ claim, first, last, similarity, stance }) => ({
          claim: index.idOf(claim),
          language: rules.code,
          span: {
            start: sentences.spans[first]?.start ?? 0,
            end: sentences.spans[last]?.end ?? 0,
          },
          similarity,
          stance,
        })),
        recent: recentAfter(sentences.spans.length, found, recent),
      };
    },
  };
}

function lastOf(sentences: Sentences, count: number): readonly Sentence[] {
  const { length } = sentences.spans;
  return sentences.slice(length - count, length);
}

/** The places of the sentences that hold the words of a folded text at `words`, which are in order. */
function sentencesAt(
  spans: readonly Span<'page'>[],
  folded: FoldedText,
  words: readonly Span<'folded'>[],
): ReadonlySet<number> {
  const places = new Set<number>();
  let place = 0;
  for (const word of words) {
    const { start } = unfoldSpan(folded, word);
    while ((spans[place]?.end ?? Infinity) <= start) place++;
    places.add(place);
  }
  return places;
}

/** Every window over at least one of `hits`, shorter ones first. */
function* windowsOver(
  sentenceCount: number,
  hits: ReadonlySet<number>,
): Generator<{ readonly first: number; readonly last: number }> {
  for (let size = 1; size <= MAX_WINDOW_SENTENCES; size++) {
    for (let first = 0; first + size <= sentenceCount; first++) {
      for (let at = first; at < first + size; at++) {
        if (!hits.has(at)) continue;
        yield { first, last: first + size - 1 };
        break;
      }
    }
  }
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
  return { claim, first: place, last: place, similarity, stance: 'denies' };
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
