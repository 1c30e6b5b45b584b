/**
 * A post, a sentence or a claim -> its terms: words by their stems, with what their spelling tells.
 * For texts that nobody wrote rules for: tweets, headlines, speech taken down, whatever language.
 */
import { foldText } from './fold-text.ts';
import type { LanguageRules } from './languages/language.ts';
import { stemWord } from './stem-text.ts';

export type Term = {
  /** What terms are compared by. */
  readonly stem: string;
  /** The folded word. */
  readonly word: string;
  /** A function word: it counts in phrases only. */
  readonly isStopWord: boolean;
  readonly isNumber: boolean;
  /** Spelt with a capital where its sentence does not ask for one. */
  readonly isName: boolean;
  /** A hashtag or an account, or a part of one: what it is made of may be unknown. */
  readonly isTag: boolean;
  /** Of the line that says who posted it. */
  readonly isSignature: boolean;
};

/**
 * Texts are cut at this many UTF-16 units: what says more is not one claim, and all that follows is
 * paid for by the term.
 */
const MAX_TEXT_LENGTH = 20_000;

const ADDRESS = /https?:\/*\S*|pic\.twitter\.com\S*|\bwww\.\S+|\b(?:t\.co|bit\.ly)\/\S*/giu;
/** "— Name (@account) date" at the end, as embedded posts close. */
const SIGNATURE = /\s—\s[^—\n]{1,60}\(@\w{1,20}\)[^—\n]{0,24}$/u;
const ESCAPED_AMPERSAND = /&amp;/gu;
const ESCAPED_ANGLE = /&[lg]t;/gu;
const DOTTED_LETTERS = /\b(?:\p{Lu}\.){2,8}/gu;
const THOUSANDS = /(\d)[,\u00A0\u202F](?=\d{3}(?!\d))/gu;
const PERCENT = /(\d)\s?(?:%|per cent\b)/giu;
const KILO = /(\d)k\b/giu;
const ORDINAL = /(\d)(?:th|st|nd|rd)\b/giu;
const WORD = /[#@]?[\p{L}\p{N}\p{M}_]+(?:['’]\p{L}+)?|\n/gu;
const SENTENCE_START = /[.!?:"“]\s?$/u;
/** "AustralianFires", but not "McConnell". */
const JOINED_WORDS = /\p{Ll}\p{Lu}\p{Ll}|_/u;
const NAME_PREFIX = /^(?:Mc|Mac|De|La|Le|O)\p{Lu}/u;
const ENGLISH_ENDING = /'(?:s|re|ve|ll|d|m)$/u;
const UPPER = /\p{Lu}/gu;
const LOWER = /\p{Ll}/gu;
/** Words of five letters or more: headlines keep short ones small. */
const LOWER_WORD = /(?<![\p{L}\p{M}])\p{Ll}\p{L}{4}/gu;
const UPPER_WORD = /(?<![\p{L}\p{M}])\p{Lu}\p{L}{4}/gu;
/** A sentence of names has as many; then its names are not known as such. */
const MIN_HEADLINE_SHARE = 0.75;
const COUNTRY = 'US';
const DIGIT = /\d/u;
const STARTS_UPPER = /^\p{Lu}/u;

/** Kept stems and words; beyond, they are made anew, so that no text can fill the memory. */
const MAX_STEMS = 300_000;

/** What a term is by its word alone. */
type KnownWord = Pick<Term, 'stem' | 'word' | 'isStopWord' | 'isNumber'>;
type ReadWord = (part: string, isShouted: boolean) => KnownWord;
/** Longer ones are noise. */
const MAX_KNOWN_LENGTH = 40;

export type TermReader = {
  /** The stem of a folded word; numbers and function words stand for themselves. */
  readonly stemOf: (word: string) => string;
  readonly isStopWord: (word: string) => boolean;
  /** The terms of `text` in order. Linear in its length; addresses are left out. */
  readonly readTerms: (text: string) => readonly Term[];
};

const readers = new WeakMap<LanguageRules, TermReader>();

/** Reads texts of which most are in one language. */
export function termReader(rules: LanguageRules): TermReader {
  const reader = readers.get(rules) ?? makeTermReader(rules);
  readers.set(rules, reader);
  return reader;
}

function makeTermReader(rules: LanguageRules): TermReader {
  const stopWords = new Set(rules.stopWords);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    if (stopWords.has(word) || DIGIT.test(word)) return word;
    const known = stems.get(word);
    if (known !== undefined) return known;
    const stem = stemWord(rules, word);
    if (stems.size < MAX_STEMS) stems.set(word, stem);
    return stem;
  };
  const isStopWord = (word: string) => stopWords.has(word);
  // By how they are written: nearly every word was there before, and folding costs more than looking.
  const knownWords = new Map<string, KnownWord>();
  const readWord: ReadWord = (part, isShouted) => {
    const known = knownWords.get(part);
    if (known !== undefined) return known;
    const word = wordOf(part, isShouted);
    const read = {
      stem: stemOf(word),
      word,
      isStopWord: isStopWord(word),
      isNumber: DIGIT.test(word),
    };
    // What depends on its text is not kept.
    const isKept = part !== COUNTRY && part.length <= MAX_KNOWN_LENGTH;
    if (isKept && knownWords.size < MAX_STEMS) knownWords.set(part, read);
    return read;
  };
  return { stemOf, isStopWord, readTerms: (text) => readTermsOf(text, readWord) };
}

function readTermsOf(text: string, readWord: ReadWord): readonly Term[] {
  const plain = spellAlike(text.slice(0, MAX_TEXT_LENGTH));
  const signatureStart = SIGNATURE.exec(plain)?.index ?? plain.length;
  const isShouted = (plain.match(UPPER)?.length ?? 0) > (plain.match(LOWER)?.length ?? 0);
  const hasNames = !isShouted && !isHeadline(plain);
  const terms: Term[] = [];
  let opensSentence = true;
  for (const { 0: written, index } of plain.matchAll(WORD)) {
    if (written === '\n') {
      opensSentence = true;
      continue;
    }
    if (SENTENCE_START.test(plain.slice(Math.max(0, index - 2), index))) opensSentence = true;
    const isTag = written.startsWith('#') || written.startsWith('@');
    const isSignature = index >= signatureStart;
    for (const part of partsOf(isTag ? written.slice(1) : written, isTag)) {
      const { stem, word, isStopWord: isStop, isNumber } = readWord(part, isShouted);
      if (word === '') continue;
      terms.push({
        stem,
        word,
        isStopWord: isStop,
        isNumber,
        isName: hasNames && !opensSentence && !isStop && STARTS_UPPER.test(part),
        isTag,
        isSignature,
      });
      opensSentence = false;
    }
  }
  return terms;
}

/** Whether nearly all longer words have capitals, as in English headlines: then they tell nothing. */
function isHeadline(text: string): boolean {
  const lower = text.match(LOWER_WORD)?.length ?? 0;
  const upper = text.match(UPPER_WORD)?.length ?? 0;
  return upper > MIN_HEADLINE_SHARE * (lower + upper);
}

/** Writes alike what people write in several ways, and takes out what says nothing. */
function spellAlike(text: string): string {
  return text
    .replace(ESCAPED_AMPERSAND, '&')
    .replace(ESCAPED_ANGLE, ' ')
    .replace(ADDRESS, ' ')
    .replace(DOTTED_LETTERS, (letters) => `${letters.replaceAll('.', '')} `)
    .replace(THOUSANDS, '$1')
    .replace(PERCENT, '$1 percent ')
    .replace(KILO, '$1000')
    .replace(ORDINAL, '$1');
}

/** "AustralianFires" -> "Australian", "Fires". */
function partsOf(word: string, isTag: boolean): readonly string[] {
  if (!isTag && (!JOINED_WORDS.test(word) || NAME_PREFIX.test(word))) return [word];
  return word
    .replace(/_/gu, ' ')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ')
    .replace(/(\p{L})(?=\d)/gu, '$1 ')
    .split(' ');
}

function wordOf(part: string, isShouted: boolean): string {
  // The country, which folding would make a pronoun.
  if (part === COUNTRY && !isShouted) return 'usa';
  return foldText(part).text.replace(/_/gu, '').replace(ENGLISH_ENDING, '').replace(/'/gu, '');
}
