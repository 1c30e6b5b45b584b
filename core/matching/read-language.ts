/**
 * Which languages a block of a page may be in: by the script of its letters, and by whose function
 * words its first words are. A page's `lang` is often wrong, and pages quote other languages. An
 * ordinary block is known by a handful of words.
 */
import { foldLetter } from './fold-text.ts';
import { LANGUAGES } from './languages/index.ts';
import { undetermined } from './languages/und.ts';
import { primaryLanguage } from './page-language.ts';
import { FNV_BASIS, FNV_PRIME, hashWord } from './tokenize.ts';
import { DROPPED, GAP, LETTERS, unitAt, UNKNOWN, wordUnits } from './word-units.ts';

/**
 * For each script of a text the codes of the languages that what is written in it may be in, the
 * likeliest first. The code of `undetermined` stands for all without rules.
 */
export type PossibleLanguages = readonly (readonly string[])[];

/** Words that are looked at. More tell close languages apart, and are paid for where none is ahead. */
const SAMPLE_WORD_COUNT = 24;
/**
 * By how many function words a language must be ahead of every other to be the only one. One may be
 * a name's or a number's; three are more than many sentences in Turkish have.
 */
const CLEAR_LEAD = 2;
/**
 * The share of words that are function words in any language that is matched. Related languages that
 * have no rules of their own share fewer: a page in Polish is not read as Spanish.
 */
const PROSE_SHARE = 0.2;
/** Every so manieth letter tells what scripts there are: fewer overlook a short quotation. */
const SCRIPT_STRIDE = 16;
/** Letters among those for a script to be there: about four words. Fewer are names and brands. */
const MIN_SCRIPT_LETTERS = 2;

/** Scripts by their ISO 15924 codes, in the order of their numbers from 1; 0 is none of them. */
const SCRIPT_CODES = ['Latn', 'Cyrl', 'Armn', 'Arab'];
/** First and last letters of each. */
const SCRIPT_RANGES: readonly (readonly (readonly [string, string])[])[] = [
  [
    ['A', 'Z'],
    ['a', 'z'],
    ['À', 'ɏ'],
  ],
  [['Ѐ', 'ԯ']],
  [['Ա', 'և']],
  [
    ['ؠ', 'ۿ'],
    ['ݐ', 'ݿ'],
  ],
];
const NO_SCRIPT = 0;
const SCRIPTED_LENGTH = 0x800;
const LAST_BMP = 0xffff;

/** For each unit below SCRIPTED_LENGTH the number of its script. */
const scriptOfUnit = new Uint8Array(SCRIPTED_LENGTH);
SCRIPT_RANGES.forEach((ranges, at) => {
  for (const [first, last] of ranges) {
    scriptOfUnit.fill(at + 1, first.charCodeAt(0), last.charCodeAt(0) + 1);
  }
});

/** Languages go by their place here. */
const CODES = [...LANGUAGES.keys()];
const SCRIPTS = Uint8Array.from(LANGUAGES.values(), ({ stopWords: [word = ''] }) =>
  scriptOf(word.charCodeAt(0)),
);
/** The languages of each script. */
const BY_SCRIPT: readonly (readonly number[])[] = Array.from(
  { length: SCRIPT_RANGES.length + 1 },
  (_, script) => CODES.map((_, at) => at).filter((at) => SCRIPTS[at] === script),
);

/**
 * Open-addressing table from the hash of a function word to the languages that it is one of, one bit
 * each. Two words of one hash would be a vote too many, which decides nothing.
 */
const TABLE_SIZE = 2 ** 14;
const hashes = new Uint32Array(TABLE_SIZE);
const languagesOfHash = new Uint32Array(TABLE_SIZE);
[...LANGUAGES.values()].forEach(({ stopWords }, at) => {
  for (const word of new Set(stopWords)) {
    const slot = slotOf(hashWord(word));
    hashes[slot] = hashWord(word);
    languagesOfHash[slot] = (languagesOfHash[slot] ?? 0) | (1 << at);
  }
});

/** For each unit below SCRIPTED_LENGTH the languages that it tells, one bit each. */
const languagesOfUnit = new Uint32Array(SCRIPTED_LENGTH);
[...LANGUAGES.values()].forEach(({ ownLetters = '' }, at) => {
  for (const letter of ownLetters) languagesOfUnit[letter.charCodeAt(0)] = 1 << at;
});

/** The languages that have letters of their own, one bit each. */
const LETTERED = languagesOfUnit.reduce((all, languages) => all | languages, 0);

/** What was counted in the text that was read last: function words, and words with own letters. */
const votes = new Uint8Array(CODES.length);
const letterCounts = new Uint32Array(SCRIPT_RANGES.length + 1);

const ONLY: readonly PossibleLanguages[] = CODES.map((code) => [[code]]);

/**
 * Reads the languages of the blocks of a page that declares `language`, as BCP 47; null for a page
 * that declares none. What a page declares counts until the words of a block say otherwise.
 */
export function languageReader(language: string | null): (text: string) => PossibleLanguages {
  const primary = primaryLanguage(language);
  const isDeclared = primary !== null;
  const own = isDeclared ? CODES.indexOf(primary) : -1;
  const ownScript = primary === null ? NO_SCRIPT : scriptOfLanguage(primary);
  /** Whether the page is in a language of which only its name is known. */
  const isUnknown = isDeclared && own < 0;

  /** Those of `script`, by the votes of its first words. */
  const languagesOf = (script: number, wordCount: number): readonly string[] => {
    const ofScript = BY_SCRIPT[script] ?? [];
    const most = Math.max(0, ...ofScript.map(votesOf));
    const isProse = most >= PROSE_SHARE * wordCount;
    // A page is right about its language until another is ahead.
    if (ofScript.includes(own) && most > 0 && votesOf(own) === most) return codesOf([own]);
    const byVotes = ofScript.toSorted(
      (a, b) => Number(b === own) - Number(a === own) || votesOf(b) - votesOf(a),
    );
    const leader = byVotes.find((at) => votesOf(at) === most);
    const isAhead = ofScript.every((at) => at === leader || votesOf(at) + CLEAR_LEAD <= most);
    if (leader !== undefined && isAhead && (own >= 0 || isProse)) return codesOf([leader]);
    if (isUnknown && script === ownScript) return [];
    const near = codesOf(
      most === 0 ? byVotes : byVotes.filter((at) => at === own || isNear(at, most)),
    );
    return isDeclared ? near : [...near, undetermined.code];
  };

  return (text) => {
    const wordCount = countVotes(text, own);
    const isClear = own >= 0 && leadOf(own) >= CLEAR_LEAD;
    const scripts = readScripts(text);
    // Nearly every block is such a one.
    if (isClear && scripts === 1 << ownScript) return ONLY[own] ?? [];
    const found = SCRIPT_CODES.map((_, at) => at + 1)
      .filter((script) => (scripts & (1 << script)) !== 0)
      .map((script) =>
        isClear && script === ownScript ? codesOf([own]) : languagesOf(script, wordCount),
      )
      .filter(({ length }) => length > 0);
    return isUnknown ? [[undetermined.code], ...found] : found;
  };
}

const votesOf = (at: number) => votes[at] ?? 0;
const isNear = (at: number, most: number) => votesOf(at) > 0 && votesOf(at) + CLEAR_LEAD > most;
const codesOf = (all: readonly number[]) => all.map((at) => CODES[at] ?? '');

/** By how much a language is ahead of all others of its script. */
function leadOf(own: number): number {
  const script = SCRIPTS[own];
  let best = 0;
  for (let at = 0; at < votes.length; at++) {
    if (at !== own && SCRIPTS[at] === script) best = Math.max(best, votesOf(at));
  }
  return votesOf(own) - best;
}

/**
 * Counts for each language the function words among the first words of `text`, until `own` is ahead;
 * gives how many words were looked at.
 */
function countVotes(text: string, own: number): number {
  // Read once: a loop over a text reads what stands outside it again each time.
  const units = wordUnits;
  const tellingUnits = languagesOfUnit;
  votes.fill(0);
  let wordCount = 0;
  let hash = FNV_BASIS;
  let isInWord = false;
  /** The languages that letters of the word, and of all words, tell. */
  let told = 0;
  let allTold = 0;
  for (let at = 0; at <= text.length; at++) {
    let unit = at < text.length ? (units[text.charCodeAt(at)] ?? UNKNOWN) : GAP;
    if (unit < GAP) {
      unit = unitAt(text, at);
      const code = text.codePointAt(at) ?? 0;
      if (code > LAST_BMP) at++;
      if (unit === DROPPED) continue;
      if (unit === LETTERS) {
        for (const letter of foldLetter(code)) hash = hashNext(hash, letter.charCodeAt(0));
        isInWord = true;
        continue;
      }
    }
    if (unit > GAP) {
      hash = Math.imul(hash ^ unit, FNV_PRIME);
      told |= tellingUnits[unit] ?? 0;
      isInWord = true;
      continue;
    }
    if (!isInWord) continue;
    const languages = told | (languagesOfHash[slotOf(hash >>> 0)] ?? 0);
    if (languages !== 0) {
      vote(languages);
      if (own >= 0 && (languages & (1 << own)) !== 0 && leadOf(own) >= CLEAR_LEAD) break;
    }
    hash = FNV_BASIS;
    allTold |= told;
    told = 0;
    isInWord = false;
    if (++wordCount === SAMPLE_WORD_COUNT) break;
  }
  // What has letters of its own is hardly written without them.
  for (let at = 0; at < votes.length; at++) {
    if ((LETTERED & ~allTold & (1 << at)) !== 0) votes[at] = Math.max(0, votesOf(at) - 1);
  }
  return wordCount;
}

const hashNext = (hash: number, unit: number) => Math.imul(hash ^ unit, FNV_PRIME);

function vote(languages: number): void {
  for (let left = languages; left !== 0; left &= left - 1) {
    const at = 31 - Math.clz32(left & -left);
    votes[at] = votesOf(at) + 1;
  }
}

/** The scripts in which enough of a text is written, or more than in any other, one bit each. */
function readScripts(text: string): number {
  const counts = letterCounts;
  const ofUnit = scriptOfUnit;
  counts.fill(0);
  for (let at = 0; at < text.length; at += SCRIPT_STRIDE) {
    const script = ofUnit[text.charCodeAt(at)] ?? NO_SCRIPT;
    counts[script] = (counts[script] ?? 0) + 1;
  }
  let scripts = 0;
  let most = 1;
  for (let script = 1; script < counts.length; script++) {
    const count = counts[script] ?? 0;
    if (count >= MIN_SCRIPT_LETTERS) scripts |= 1 << script;
    most = Math.max(most, count);
  }
  if (scripts !== 0) return scripts;
  for (let script = 1; script < counts.length; script++) {
    if (counts[script] === most) scripts |= 1 << script;
  }
  return scripts;
}

function scriptOf(unit: number): number {
  return scriptOfUnit[unit] ?? NO_SCRIPT;
}

/** What a language is written in, most of all. */
function scriptOfLanguage(code: string): number {
  return SCRIPT_CODES.indexOf(new Intl.Locale(code).maximize().script ?? '') + 1;
}

/** Where a hash is, or would be: an empty slot has no languages. */
function slotOf(hash: number): number {
  let slot = hash & (TABLE_SIZE - 1);
  while (languagesOfHash[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & (TABLE_SIZE - 1);
  return slot;
}
