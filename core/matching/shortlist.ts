/** Page text -> the few windows and wordings worth scoring, by looking each word up once. */
import type { ClaimBounds } from './bound-claims.ts';
import { SHARE_BITS, SHARE_MASK, type LanguagePack } from './claim-index.ts';
import type { Span } from './claim-match.ts';
import { foldLetter, foldText } from './fold-text.ts';
import {
  CONTEXT_SENTENCE_COUNT,
  MAX_WINDOW_SENTENCES,
  ownShareNeeded,
  saysShare,
} from './score-match.ts';
import { DROPPED, GAP, TORN, unitAt, UNKNOWN, wordUnits } from './word-units.ts';

/** Sentences in a row, by their places, and the wordings, by claim, that they may say enough of. */
export type LikelyWindow = {
  readonly first: number;
  readonly last: number;
  readonly wordings: ReadonlyMap<number, readonly number[]>;
};

/**
 * What a text may say of the list: given its sentences, every window that may say enough of a
 * wording, shorter ones first.
 */
export type Shortlist = (sentences: readonly Span<'page'>[]) => Iterable<LikelyWindow>;

export type Shortlisted = {
  /** The parties that the text may name, one bit each. */
  readonly parties: number;
  /** Null for a text that cannot match, and most are such. */
  readonly windowsOf: Shortlist | null;
};

/** `near` are the parties that may be named around the text, one bit each. */
export type Shortlister = (text: string, near: number) => Shortlisted;

/** As bits. */
export const NO_PARTIES = 0;

/**
 * How many places there are to remember words in, as a power of two; a page has some thousand words.
 * Fewer forget more words, which then are stemmed again; 16 bytes each.
 */
const MEMORY_BITS = 16;
/** In a place are two words, so that two that are frequent do not oust one another. */
const ENTRY_LENGTH = 2;
const PLACE_LENGTH = 2 * ENTRY_LENGTH;
/** What a word leads to, below a few bits more of its hash. */
const LEAD_BITS = 24;
const LEAD_MASK = 2 ** LEAD_BITS - 1;
/**
 * Longer words are looked up each time: of long ones anybody can make two that agree in both
 * hashes, whatever the numbers.
 */
const MAX_REMEMBERED_LENGTH = 64;

/** 2 ** 32 by the golden ratio: what is multiplied by it differs in its highest bits (Knuth 6.4). */
const SPREAD = 0x9e3779b1 | 0;

/** What 16 bits hold beside a sum of shares. */
const MAX_ROUND = 2 ** (16 - SHARE_BITS) - 1;

/** How much of a text is hashed before its words are looked up, in UTF-16 units. */
const STRETCH_LENGTH = 512;

const LAST_BMP = 0xffff;

const randomOdd = () => Math.floor(Math.random() * 2 ** 32) | 1;
/**
 * A word has two hashes, polynomials in numbers that no page knows: a page could otherwise make a
 * word that is taken for another, and hide that one where it stands.
 */
const FIRST_BASE = randomOdd();
const SECOND_BASE = randomOdd();

/**
 * A shortlister for `pack`: all that the ordinary page costs. Linear in the text; what it keeps does
 * not grow with it. Without `bounds` words alone decide.
 */
export function shortlister(pack: LanguagePack, bounds: ClaimBounds | null): Shortlister {
  const { conceptCount } = pack.lexicon;
  const { lexicon, postings, postingStarts, wordingNeeds, wordingClaims } = pack;
  const wordingCount = wordingClaims.length;

  /** Two entries a word: its first hash, and LEAD_BITS of its lead below bits of the second. */
  const memory = new Int32Array(PLACE_LENGTH << MEMORY_BITS);
  /** The hashes of the words of a stretch, two entries a word. */
  const hashes = new Int32Array(STRETCH_LENGTH + 4);
  /** What they lead to, those left out that lead nowhere. */
  const leads = new Int32Array(hashes.length / 2);
  /** What words lead to that lead to several concepts: as many as the language has phrases. */
  const groups: (readonly number[])[] = [];
  const groupNumbers = new Map<string, number>();

  /** The different concepts of the text that was read last, in order. */
  const found = new Uint32Array(conceptCount + 1);
  let foundCount = 0;
  /** Marks them. */
  const isFound = new Uint8Array(conceptCount);

  /** For each wording the sum of the shares found of it, below the round that they were found in. */
  const shareCounts = new Uint16Array(wordingCount);
  let lastRound = 0;
  /** Numbers the rounds from 1: only where there are no more numbers, all counts are cleared. */
  const nextRound = () => {
    if (lastRound === MAX_ROUND) {
      shareCounts.fill(0);
      lastRound = 0;
    }
    return ++lastRound;
  };
  const isLikely = new Uint8Array(wordingCount);

  const find = (concept: number) => {
    if (isFound[concept] !== 0) return;
    isFound[concept] = 1;
    found[foundCount++] = concept;
  };
  const forget = () => {
    for (let i = 0; i < foundCount; i++) isFound[found[i] ?? 0] = 0;
    foundCount = 0;
  };

  /** 0 for a word that leads nowhere, a concept plus one, or what is more for a group. */
  const leadOf = (word: string): number => {
    const concepts = lexicon.conceptsThrough(word);
    const [first] = concepts;
    if (first === undefined) return 0;
    if (concepts.length === 1) return first + 1;
    const key = concepts.join(' ');
    const known = groupNumbers.get(key) ?? groups.push(concepts);
    groupNumbers.set(key, known);
    return conceptCount + known;
  };

  /** Looks a word up that is not remembered, and remembers it. */
  const learn = (word: string, first: number, second: number): number => {
    const lead = leadOf(word);
    if (word.length > MAX_REMEMBERED_LENGTH) return lead;
    const place = placeOf(second);
    memory.copyWithin(place + ENTRY_LENGTH, place, place + ENTRY_LENGTH);
    memory[place] = first;
    memory[place + 1] = (second & ~LEAD_MASK) | lead;
    return lead;
  };

  /** What a word leads to that is not in the first half of its place. */
  const slowLead = (text: string, start: number, at: number): number => {
    const first = hashes[at] ?? 0;
    const second = hashes[at + 1] ?? 0;
    const place = placeOf(second) + ENTRY_LENGTH;
    const entry = memory[place + 1] ?? 0;
    if (memory[place] === first && ((entry ^ second) & ~LEAD_MASK) === 0) return entry & LEAD_MASK;
    return learn(wordAt(text, start, at / 2), first, second);
  };

  /** Finds what the words of `text` from `start` on lead to, whose hashes are the first ones. */
  const followWords = (text: string, start: number, hashCount: number) => {
    const memoryOf = memory;
    const ahead = hashes;
    const reached = leads;
    let leadCount = 0;
    for (let at = 0; at < hashCount; at += 2) {
      for (; at < hashCount; at += 2) {
        const second = ahead[at + 1] ?? 0;
        const place = placeOf(second);
        const entry = memoryOf[place + 1] ?? 0;
        if (memoryOf[place] !== ahead[at] || ((entry ^ second) & ~LEAD_MASK) !== 0) break;
        // A word that leads nowhere is written down and overwritten: no branch is cheaper.
        const lead = entry & LEAD_MASK;
        reached[leadCount] = lead;
        leadCount += -lead >>> 31;
      }
      if (at >= hashCount) break;
      const lead = slowLead(text, start, at);
      reached[leadCount] = lead;
      leadCount += -lead >>> 31;
    }
    let count = foundCount;
    for (let at = 0; at < leadCount; at++) {
      const concept = (reached[at] ?? 0) - 1;
      if (concept < conceptCount) {
        found[count] = concept;
        count += 1 - (isFound[concept] ?? 0);
        isFound[concept] = 1;
      } else {
        foundCount = count;
        groups[concept - conceptCount]?.forEach(find);
        count = foundCount;
      }
    }
    foundCount = count;
  };

  /** Finds the concepts of `text[start, end)`; false when a letter of it is torn. */
  const readWords = (text: string, start: number, end: number): boolean => {
    // Read once: a loop over all of a text reads what stands outside it again each time.
    const units = wordUnits;
    const ahead = hashes;
    const firstBase = FIRST_BASE | 0;
    const secondBase = SECOND_BASE | 0;
    let at = start;
    while (at < end) {
      const stretchStart = at;
      const stretchEnd = nextGap(text, at + STRETCH_LENGTH, end);
      let first = GAP;
      let second = GAP;
      /** All ones within a word, and no bit between words: choosing by it is no branch. */
      let inWord = 0;
      let next = 0;
      for (; at < stretchEnd; at++) {
        // What is rare stands in a loop of its own: in this one it would cost each letter.
        for (; at < stretchEnd; at++) {
          const unit = units[text.charCodeAt(at)] ?? UNKNOWN;
          if (unit < GAP) break;
          ahead[next] = first;
          ahead[next + 1] = second;
          const isLetter = (GAP - unit) >> 31;
          next += inWord & ~isLetter & 2;
          inWord = isLetter;
          first = (Math.imul(first, firstBase & isLetter) + unit) | 0;
          second = (Math.imul(second, secondBase & isLetter) + unit) | 0;
        }
        if (at >= stretchEnd) break;
        const unit = unitAt(text, at);
        const code = text.codePointAt(at) ?? 0;
        if (code > LAST_BMP) at++;
        if (unit === TORN) return false;
        if (unit === DROPPED) continue;
        if (unit === GAP) {
          ahead[next] = first;
          ahead[next + 1] = second;
          next += inWord & 2;
          inWord = 0;
          first = GAP;
          second = GAP;
          continue;
        }
        const letters = foldLetter(code);
        for (let i = 0; i < letters.length; i++) {
          first = (Math.imul(first, firstBase) + letters.charCodeAt(i)) | 0;
          second = (Math.imul(second, secondBase) + letters.charCodeAt(i)) | 0;
        }
        inWord = -1;
      }
      if (inWord !== 0) {
        ahead[next++] = first;
        ahead[next++] = second;
      }
      followWords(text, stretchStart, next);
    }
    return true;
  };

  /** Finds the concepts of `text[start, end)`, which replace those found before. */
  const read = (text: string, start: number, end: number) => {
    forget();
    if (readWords(text, start, end)) return;
    // Folded text has no torn letter.
    const { text: folded } = foldText(text.slice(start, end));
    readWords(folded, 0, folded.length);
  };

  /** The wordings that what was found may say enough of, whatever window says it. */
  const likelyWordings = (): readonly number[] => {
    const counts = shareCounts;
    const listed = postings;
    const needs = wordingNeeds;
    const round = nextRound();
    const none = round << SHARE_BITS;
    const maybe: number[] = [];
    for (let i = 0; i < foundCount; i++) {
      const concept = found[i] ?? 0;
      const end = postingStarts[concept + 1] ?? 0;
      for (let at = postingStarts[concept] ?? 0; at < end; at++) {
        for (; at < end; at++) {
          const posting = listed[at] ?? 0;
          const wording = posting >>> SHARE_BITS;
          const before = counts[wording] ?? 0;
          /** All ones for a count of this round, no bit for one of another. */
          const isOfRound = (((before >>> SHARE_BITS) ^ round) - 1) >> 31;
          const count = ((before & isOfRound) | (none & ~isOfRound)) + (posting & SHARE_MASK);
          counts[wording] = count;
          if ((count & SHARE_MASK) >= (needs[wording] ?? 0)) break;
        }
        if (at < end) maybe.push((listed[at] ?? 0) >>> SHARE_BITS);
      }
    }
    const share = ownShareNeeded(lexicon, 1);
    const likely = maybe.filter((wording) => {
      // One comes again with each further share.
      if (isLikely[wording] !== 0 || !saysShare(pack, wording, isFound, share)) return false;
      isLikely[wording] = 1;
      return true;
    });
    for (const wording of likely) isLikely[wording] = 0;
    return likely;
  };

  /** What was found last, as it is asked about. */
  const held = () => ({ concepts: found, count: foundCount, isHeld: isFound });

  /** What each sentence holds: its concepts, its parties, and those of `likely` listed under them. */
  const readSentences = (
    text: string,
    sentences: readonly Span<'page'>[],
    likely: readonly number[],
  ) => {
    for (const wording of likely) isLikely[wording] = 1;
    const inSentences = sentences.map(({ start, end }) => {
      read(text, start, end);
      const wordings: number[] = [];
      for (let i = 0; i < foundCount; i++) {
        const concept = found[i] ?? 0;
        const last = postingStarts[concept + 1] ?? 0;
        for (let at = postingStarts[concept] ?? 0; at < last; at++) {
          const wording = (postings[at] ?? 0) >>> SHARE_BITS;
          if (isLikely[wording] !== 1) continue;
          isLikely[wording] = 2;
          wordings.push(wording);
        }
      }
      for (const wording of wordings) isLikely[wording] = 1;
      const parties = bounds?.partiesOf(held()) ?? NO_PARTIES;
      return { concepts: found.slice(0, foundCount), parties, wordings };
    });
    for (const wording of likely) isLikely[wording] = 0;
    forget();
    return inSentences;
  };

  /** Those of `wordings`, each once, of which what was found is a share. */
  const wordingsSaid = (wordings: readonly (readonly number[])[], share: number) => {
    const said: number[] = [];
    for (const some of wordings) {
      for (const wording of some) {
        if (isLikely[wording] !== 0) continue;
        isLikely[wording] = 1;
        if (saysShare(pack, wording, isFound, share)) said.push(wording);
      }
    }
    for (const some of wordings) for (const wording of some) isLikely[wording] = 0;
    return said;
  };

  function* windowsOf(
    text: string,
    sentences: readonly Span<'page'>[],
    likely: readonly number[],
    near: number,
  ): Generator<LikelyWindow> {
    const inSentences = readSentences(text, sentences, likely);
    /** The parties that are named before a window, in the text or around it. */
    const lentTo = (first: number) => {
      let parties = near;
      for (let at = Math.max(0, first - CONTEXT_SENTENCE_COUNT); at < first; at++) {
        parties |= inSentences[at]?.parties ?? NO_PARTIES;
      }
      return parties;
    };
    for (let size = 1; size <= MAX_WINDOW_SENTENCES; size++) {
      const share = ownShareNeeded(lexicon, size);
      for (let first = 0; first + size <= inSentences.length; first++) {
        const own = inSentences.slice(first, first + size);
        if (own.every(({ wordings }) => wordings.length === 0)) continue;
        for (const { concepts } of own) for (const concept of concepts) find(concept);
        const wordings = wordingsSaid(
          own.map((sentence) => sentence.wordings),
          share,
        );
        const isHopeless =
          wordings.length === 0 || bounds?.mayPut(held(), lentTo(first), wordings, size) === false;
        forget();
        if (isHopeless) continue;
        const byClaim = Map.groupBy(
          wordings.sort((a, b) => a - b),
          (wording) => wordingClaims[wording] ?? 0,
        );
        yield { first, last: first + size - 1, wordings: byClaim };
      }
    }
  }

  return (text, near) => {
    read(text, 0, text.length);
    const parties = bounds?.partiesOf(held()) ?? NO_PARTIES;
    const mayPutAny = bounds === null || bounds.mayPutAny(held(), parties | near);
    const likely = mayPutAny ? likelyWordings() : [];
    const isLikelyAtAll =
      likely.length > 0 && (bounds === null || bounds.mayPut(held(), parties | near, likely, 1));
    forget();
    return {
      parties,
      windowsOf: isLikelyAtAll ? (sentences) => windowsOf(text, sentences, likely, near) : null,
    };
  };
}

/** Where a word is remembered, by its second hash, of which the last letter changes the lowest bits only. */
function placeOf(second: number): number {
  return (Math.imul(second, SPREAD) >>> (32 - MEMORY_BITS)) * PLACE_LENGTH;
}

/** The place behind the first gap of `text` from `at` on, or `end`. */
function nextGap(text: string, at: number, end: number): number {
  for (let next = at; next < end; next++) {
    if (wordUnits[text.charCodeAt(next)] === GAP) return next + 1;
  }
  return end;
}

/** A word of `text`, folded, by its place among those from `start` on, where no word goes on. */
function wordAt(text: string, start: number, place: number): string {
  let wordStart = -1;
  let count = 0;
  let at = start;
  for (; at < text.length; at++) {
    let unit = wordUnits[text.charCodeAt(at)] ?? UNKNOWN;
    const from = at;
    if (unit < GAP) {
      unit = unitAt(text, at);
      if ((text.codePointAt(at) ?? 0) > LAST_BMP) at++;
    }
    if (unit === GAP) {
      if (wordStart >= 0 && count++ === place) return foldText(text.slice(wordStart, from)).text;
      wordStart = -1;
    } else if (wordStart < 0 && unit !== DROPPED) wordStart = from;
  }
  return foldText(text.slice(wordStart)).text;
}
