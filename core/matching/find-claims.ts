/** Page text -> claim matches; the matching room's only door. */
import { actorsOf, passesGuards, type Window } from './check-guards.ts';
import { WORDING_KINDS, type ClaimIndex, type LanguagePack } from './claim-index.ts';
import type { BlockText, ClaimMatch, FindClaimsRequest, Similarity, Span } from './claim-match.ts';
import { cueFinder, wordsOf, type CueFinder } from './find-cues.ts';
import { foldText } from './fold-text.ts';
import { NO_PARTY } from './lexicon.ts';
import { readPassage, sentenceAt, type Sentence } from './read-passage.ts';
import { createStanceReader, readQuotations, type StanceReader } from './read-stance.ts';
import { MIN_COVERAGE, scoreMatch, type WordingScore } from './score-match.ts';
import { shortlist } from './shortlist.ts';

/** A claim is put in three sentences at most; further ones only share its subject. */
const MAX_WINDOW_SENTENCES = 3;
/** How many sentences before a window its pronouns may point back to. */
const CONTEXT_SENTENCE_COUNT = 2;
/** Among how many first words of a sentence a pronoun is taken for its subject: "All nine of them". */
const SUBJECT_REACH = 3;
/** How many sentences after a claim may still deny it without naming it. */
const DENIAL_REACH = 2;
/** How much of the words of a response a page must carry to be one that carries the response. */
const MIN_RESPONSE_COVERAGE = 0.75;

/**
 * For each block of the request, in order, the claims that it resembles: best match of each claim
 * first come, none of one claim overlapping another of the same. Every stance is included; what a
 * reader is shown is decided elsewhere. Languages without a pack give no match.
 */
export function findClaims(
  index: ClaimIndex,
  request: FindClaimsRequest,
): readonly (readonly ClaimMatch[])[] {
  const matches = packsFor(index, request.language).map((pack) => findInPack(index, pack, request));
  return request.blocks.map((_, at) => matches.flatMap((blocks) => blocks[at] ?? []));
}

function packsFor(index: ClaimIndex, language: string | null): readonly LanguagePack[] {
  const primary = language?.split('-')[0]?.toLowerCase() ?? null;
  if (primary === null) return [...index.packs.values()];
  const pack = index.packs.get(primary);
  return pack === undefined ? [] : [pack];
}

type PackReader = {
  readonly stance: StanceReader;
  readonly findAnaphors: CueFinder;
};

const readers = new WeakMap<LanguagePack, PackReader>();

function readerOf(pack: LanguagePack): PackReader {
  const known = readers.get(pack);
  if (known !== undefined) return known;
  const { rules } = pack.lexicon;
  const reader = {
    stance: createStanceReader(rules),
    findAnaphors: cueFinder(rules.stem, rules.anaphors),
  };
  readers.set(pack, reader);
  return reader;
}

/** What one block hands on to the next: a denial or a name may reach across the border. */
type Carried = {
  readonly sentences: readonly Sentence[];
  /** Claims matched near the end, and how many sentences ago. */
  readonly recent: ReadonlyMap<number, number>;
};

function findInPack(
  index: ClaimIndex,
  pack: LanguagePack,
  { title, before, blocks }: FindClaimsRequest,
): readonly (readonly ClaimMatch[])[] {
  const titleParties = lazily(() => partiesOf(readPassage(pack.lexicon, title).sentences));
  const read = (text: string) => readPassage(pack.lexicon, text).sentences;
  let previous = before;
  let recent: ReadonlyMap<number, number> = new Map();
  if (before !== '') {
    recent = readBlock(index, pack, { text: before, isHeading: false }, titleParties, {
      sentences: [],
      recent,
    }).recent;
  }
  return blocks.map((block) => {
    const earlier = previous;
    const carried: Carried = {
      // Only a block that the index hits asks for it.
      get sentences() {
        return read(earlier).slice(-CONTEXT_SENTENCE_COUNT);
      },
      recent,
    };
    const result = readBlock(index, pack, block, titleParties, carried);
    previous = block.text;
    recent = result.recent;
    return result.matches;
  });
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

type Found = {
  readonly claim: number;
  readonly first: number;
  readonly last: number;
  readonly similarity: Similarity;
  readonly stance: ClaimMatch['stance'];
};

function readBlock(
  index: ClaimIndex,
  pack: LanguagePack,
  block: BlockText,
  titleParties: () => number,
  carried: Carried,
): { readonly matches: readonly ClaimMatch[]; readonly recent: ReadonlyMap<number, number> } {
  const folded = foldText(block.text);
  const hits = shortlist(pack, folded.text);
  if (hits.length === 0 && carried.recent.size === 0) return { matches: [], recent: new Map() };

  const { sentences } = readPassage(pack.lexicon, block.text);
  const wordingsBySentence = new Map<number, Set<number>>();
  for (const { start, wordings } of hits) {
    const at = sentenceAt(sentences, folded, start);
    const own = wordingsBySentence.get(at) ?? new Set();
    for (const wording of wordings) own.add(wording);
    wordingsBySentence.set(at, own);
  }
  const reader = readerOf(pack);
  const quotations = lazily(() => readQuotations(block.text));
  const found: Found[] = [];
  for (let size = 1; size <= MAX_WINDOW_SENTENCES; size++) {
    for (let first = 0; first + size <= sentences.length; first++) {
      const last = first + size - 1;
      const wordings = new Set<number>();
      for (let at = first; at <= last; at++) {
        for (const wording of wordingsBySentence.get(at) ?? []) wordings.add(wording);
      }
      if (wordings.size === 0) continue;
      const context = [...carried.sentences, ...sentences.slice(0, first)].slice(
        -CONTEXT_SENTENCE_COUNT,
      );
      const own = sentences.slice(first, last + 1);
      for (const best of scoreWindow(index, pack, own, context, wordings, titleParties)) {
        const isTaken = found.some(
          (other) => other.claim === best.claim && other.first <= last && first <= other.last,
        );
        if (isTaken) continue;
        const stance = best.isResponse
          ? 'denies'
          : reader.stance.readStance({
              sentences: own,
              concepts: best.concepts,
              quotations: quotations(),
              before: sentences[first - 1],
              after: sentences[last + 1],
            });
        found.push({ claim: best.claim, first, last, similarity: best.similarity, stance });
      }
    }
  }
  const denials = findDenials(reader.stance, sentences, found, carried.recent);
  const all = [...found.map((match) => withdrawAssertion(match, denials)), ...denials].toSorted(
    (a, b) => a.first - b.first || a.claim - b.claim,
  );
  return {
    matches: all.map(({ claim, first, last, similarity, stance }) => ({
      claim: index.idOf(claim),
      span: spanOf(sentences, first, last),
      similarity,
      stance,
    })),
    recent: recentOf(sentences.length, all, carried.recent),
  };
}

function spanOf(sentences: readonly Sentence[], first: number, last: number): Span<'page'> {
  return { start: sentences[first]?.span.start ?? 0, end: sentences[last]?.span.end ?? 0 };
}

function partiesOf(sentences: readonly Sentence[]): number {
  let parties = 0;
  for (const { terms } of sentences) {
    for (const { party } of terms) if (party !== NO_PARTY) parties |= 1 << party;
  }
  return parties;
}

function conceptsOf(sentences: readonly Sentence[]): ReadonlySet<number> {
  return new Set(sentences.flatMap(({ terms }) => terms.map(({ concept }) => concept)));
}

/** Of two wordings that are there alike, the one that accounts for more of the passage. */
function isBetter(a: WordingScore, b: WordingScore): boolean {
  return a.similarity === b.similarity ? a.weight > b.weight : a.similarity > b.similarity;
}

type Best = {
  readonly claim: number;
  readonly similarity: Similarity;
  readonly weight: number;
  readonly isResponse: boolean;
  readonly concepts: ReadonlySet<number>;
};

/** The best wording of each claim that the window reaches and whose guards it passes. */
function scoreWindow(
  index: ClaimIndex,
  pack: LanguagePack,
  own: readonly Sentence[],
  context: readonly Sentence[],
  wordings: ReadonlySet<number>,
  titleParties: () => number,
): readonly Best[] {
  const { findAnaphors } = readerOf(pack);
  const pointsBack = (sentence: Sentence) => findAnaphors(wordsOf(sentence.folded)).length > 0;
  // Sentences that stand together by chance make no statement: each must point back to the last.
  if (!own.slice(1).every(pointsBack)) return [];
  const parties = partiesOf(own);
  const [firstSentence] = own;
  const borrows = firstSentence !== undefined && pointsBack(firstSentence);
  const lentParties = borrows ? (partiesOf(context) | titleParties()) & ~parties : 0;
  const concepts = conceptsOf(own);
  const opensWithAnaphor =
    firstSentence !== undefined &&
    findAnaphors(wordsOf(firstSentence.folded)).some(({ start }) => start < SUBJECT_REACH);
  const contextConcepts = conceptsOf(opensWithAnaphor ? context : []);

  const best = new Map<number, Best>();
  const nearMisses = new Map<number, number>();
  for (const wording of wordings) {
    const claim = pack.wordingClaims[wording] ?? 0;
    const kind = pack.wordingKinds[wording];
    const isResponse = kind === WORDING_KINDS.response;
    const guards = index.guardsOf(claim);
    const lent = new Set(actorsOf(pack, claim, guards).filter((it) => contextConcepts.has(it)));
    for (const [party, concept] of pack.lexicon.partyConcepts) {
      if ((lentParties & (1 << party)) !== 0) lent.add(concept);
    }
    const { similarity, weight } = scoreMatch(pack, wording, {
      concepts,
      lent,
      sentenceCount: own.length,
    });
    if (kind === WORDING_KINDS.nearMiss) {
      if (similarity >= MIN_COVERAGE) {
        nearMisses.set(claim, Math.max(weight, nearMisses.get(claim) ?? 0));
      }
      continue;
    }
    if (similarity < (isResponse ? MIN_RESPONSE_COVERAGE : MIN_COVERAGE)) continue;
    const known = best.get(claim);
    if (known !== undefined && !isBetter({ similarity, weight }, known)) continue;
    const window: Window = { sentences: own, similarity, concepts, lent, parties, lentParties };
    if (!isResponse && !passesGuards(pack, wording, guards, window)) continue;
    const { wordingStarts, wordingConcepts } = pack;
    const ownConcepts = wordingConcepts.subarray(
      wordingStarts[wording],
      wordingStarts[wording + 1],
    );
    best.set(claim, { claim, similarity, weight, isResponse, concepts: new Set(ownConcepts) });
  }
  // What accounts for more of the passage is what the passage says.
  return [...best.values()].filter(
    ({ claim, weight, isResponse }) => isResponse || weight >= (nearMisses.get(claim) ?? 0),
  );
}

/** Sentences that deny a claim made shortly before them without naming it. */
function findDenials(
  reader: StanceReader,
  sentences: readonly Sentence[],
  found: readonly Found[],
  recent: ReadonlyMap<number, number>,
): readonly Found[] {
  const claimed = new Map<number, number>([...recent].map(([claim, ago]) => [claim, -ago]));
  const denials: Found[] = [];
  sentences.forEach((sentence, at) => {
    const own = found.filter(({ first, last }) => first <= at && at <= last);
    for (const { claim, last } of own) claimed.set(claim, last);
    const open = [...claimed].filter(([, said]) => at > said && at - said <= DENIAL_REACH);
    // A sentence that puts a claim itself denies that one, not the one before.
    if (own.length > 0 || open.length === 0 || !reader.deniesWhatCameBefore(sentence)) return;
    for (const [claim] of open) {
      denials.push({
        claim,
        first: at,
        last: at,
        // It is as sure as the least that counts: its words are not the claim's.
        similarity: MIN_COVERAGE as Similarity,
        stance: 'denies',
      });
    }
  });
  return denials;
}

/** A page that denies in the next breath what it said does not say it in its own voice. */
function withdrawAssertion(match: Found, denials: readonly Found[]): Found {
  const isDenied = denials.some(
    ({ claim, first }) =>
      claim === match.claim && first > match.last && first - match.last <= DENIAL_REACH,
  );
  return isDenied && match.stance === 'asserts' ? { ...match, stance: 'attributes' } : match;
}

function recentOf(
  sentenceCount: number,
  found: readonly Found[],
  carried: ReadonlyMap<number, number>,
): ReadonlyMap<number, number> {
  const recent = new Map<number, number>();
  for (const [claim, ago] of carried) {
    if (ago + sentenceCount <= DENIAL_REACH) recent.set(claim, ago + sentenceCount);
  }
  for (const { claim, last } of found) {
    // A sentence count from the border: the last sentence of the block is one before the next.
    const ago = sentenceCount - last;
    if (ago <= DENIAL_REACH) recent.set(claim, ago);
  }
  return recent;
}
