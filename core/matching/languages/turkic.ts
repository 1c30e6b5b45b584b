/** What Azerbaijani and Turkish share: endings that follow one another, and one table of them for both. */
import { foldText } from '../fold-text.ts';
import type { MovementCues, OwnershipCues } from './language.ts';
import { NO_MOVEMENT, NO_OWNERSHIP } from './no-cues.ts';

// Written as pages print them; folding leaves three classes of vowels: a, e and ə; i and u; o.
const fold = (text: string): string => foldText(text).text.trim();

/** The words of a list, each once. */
export const words = (text: string): readonly string[] => [
  ...new Set(fold(text).split(/\s+/u).filter(Boolean)),
];

/** The phrases of a list, parted by commas, each once. */
export const phrases = (text: string): readonly string[] => [
  ...new Set(
    fold(text)
      .split(',')
      .map((part) => part.trim().replaceAll(/\s+/gu, ' '))
      .filter(Boolean),
  ),
];

/** Every spelling of a pattern: A is a, e or ə; I is i or u; D is d or t; K is k, q, g or y. */
const CLASSES: Readonly<Record<string, readonly string[]>> = {
  A: ['a', 'e', 'ə'],
  I: ['i', 'u'],
  D: ['d', 't'],
  K: ['k', 'q', 'g', 'y'],
};
const spell = (pattern: string): readonly string[] => {
  const letters = Array.from(pattern).map((letter) => CLASSES[letter] ?? [letter]);
  return letters.reduce<readonly string[]>(
    (spelled, choices) => spelled.flatMap((start) => choices.map((letter) => start + letter)),
    [''],
  );
};
const spellAll = (patterns: string) => patterns.trim().split(/\s+/u).flatMap(spell);

/** What follows a noun: number, owner, case. */
const NOUN_ENDINGS = spellAll(`
  lAr I sI ImIz InIz mIz nI yI A yA nA DA nDA DAn nDAn In nIn sIn lA ylA lIK sIz cA ncA
  ki DAki nDAki DIr lI cI ydI DI ymIs ysA
`);

/** What follows a verb's root: voice, negation, tense, what makes a noun of it. */
const VERB_ENDINGS = spellAll(`
  Il In Is Ir t DIr DIrIl mA Abil yAbil
  DI DIK mIs Ib yIb Ip yIp Ar yIr Iyor yIyor Uyor An yAn ArAK yArAK mAK mAsI
  IncA DIKcA sA mAlI mAKDA mIr mAz mIyor Is yIs IsI mAdAn ydI ysA rkAn
`).filter((ending) => !ending.includes('U'));

/** What a name is followed by after an apostrophe or a hyphen: words of their own there. */
export const NAME_ENDINGS: readonly string[] = [
  ...new Set(
    spellAll(`
      A I yA yI nA nI DA DAn nDA nDAn In nIn nIn lA ylA lAr lArI lArIn lArInI lArInA lArInIn lArInDA
      lArInDAn lArDA lArDAn lArA lArlA lArIylA sI sInI sInA sInIn sInDA sInDAn sIylA DAki DAkilAr
      nDAki DAkinin lI lIlAr lIlArIn DIr cA cAsI n m yDI
    `),
  ),
];

/** Endings, and words after a name, that keep it from being the doer, or make it source or goal. */
export const CASES = {
  sources: spellAll('DAn nDAn'),
  goals: spellAll('A yA nA'),
  oblique: spellAll('A yA nA DA nDA DAn nDAn lA ylA DAki nDAki I yI nI'),
  possessive: spellAll('In nIn'),
};

/** What the cases of names tell of direction; each language adds its words. */
export const TURKIC_MOVEMENT: MovementCues = {
  ...NO_MOVEMENT,
  sourceEndings: CASES.sources,
  goalEndings: CASES.goals,
};

/** "İsrail dronları", "İsrail'in dronları"; each language adds its words. */
export const TURKIC_OWNERSHIP: OwnershipCues = {
  ...NO_OWNERSHIP,
  possessives: CASES.possessive,
  possessiveEndings: CASES.possessive,
  bareNamesOwn: true,
};

/** "edecek", "kullanabilir", "olarsa": that something may yet be, whatever it is. */
const UNREAL = /^.{2,}(?:[aeə]c[aeə][kqgy]|[ae]bil(?:ir|ec)|[aeəiu]rs[aeə](?:l[aeə]r)?$)/u;
/** Nouns that look like one of them, and past ability. */
const NOT_UNREAL =
  /^(?:gelecek|gələcək|gelecegi|gələcəyi|oyuncak|oyuncaq|salincak|icecek|giyecek|yanaca[kqgy])/u;
/** What all such forms are as a stem. */
export const UNREAL_STEM = 'olacak';

/** Roots end in other letters before a vowel: "uçak", "uçağı"; "çörək", "çörəyi"; "et", "ediyor". */
const SOFTENED: Readonly<Record<string, readonly string[]>> = {
  k: ['g', 'y'],
  q: ['g'],
  t: ['d'],
  p: ['b'],
  ç: ['c'],
};
const HARDENED: Readonly<Record<string, string>> = { g: 'k', q: 'k', d: 't', b: 'p' };

/** The shortest stem that is made without knowing the word. */
const MIN_STEM_LENGTH = 4;
/** A verb's root of this length at most counts only before an ending that no noun has. */
const MAX_SHORT_ROOT_LENGTH = 3;

const NOUN_SET = new Set(NOUN_ENDINGS);
const VERB_SET = new Set(VERB_ENDINGS);
const ALL_ENDINGS = new Set([...NOUN_ENDINGS, ...VERB_ENDINGS, 'n', 'l']);
const MAX_ENDING_LENGTH = Math.max(...[...ALL_ENDINGS].map(({ length }) => length));
const LONGEST_FIRST = NOUN_ENDINGS.toSorted((a, b) => b.length - a.length);

/** Whether `rest` is nothing but endings of `endings`, the first one of `first`. */
function isEndings(
  rest: string,
  endings: ReadonlySet<string>,
  first: ReadonlySet<string> = endings,
): boolean {
  const isReached = [true];
  for (let end = 1; end <= rest.length; end++) {
    for (let length = 1; length <= Math.min(end, MAX_ENDING_LENGTH); length++) {
      const start = end - length;
      if (isReached[start] !== true) continue;
      if ((start === 0 ? first : endings).has(rest.slice(start, end))) isReached[end] = true;
    }
  }
  return isReached[rest.length] === true;
}

/** What a language tells the stemmer; written as pages print it. */
export type Roots = {
  /** Roots of nouns and names; those that end in an ending are cut there unless listed. */
  readonly nouns: readonly string[];
  /** Roots of verbs: "kullan", "gir". */
  readonly verbs: readonly string[];
  /** Words that are their own stem, whatever they end in. */
  readonly fixed: readonly string[];
};

/**
 * A stemmer for folded words: the longest root that leaves nothing but endings, or, where none
 * does, the word without the endings of nouns.
 */
export function turkicStemmer({ nouns, verbs, fixed }: Roots): (word: string) => string {
  const known = new Set(fixed);
  const roots = new Map<string, { readonly root: string; readonly isVerb: boolean }>();
  const add = (root: string, isVerb: boolean) => {
    const last = root.at(-1) ?? '';
    const start = root.slice(0, -1);
    for (const form of [root, ...(SOFTENED[last] ?? []).map((letter) => start + letter)]) {
      if (!roots.has(form)) roots.set(form, { root, isVerb });
    }
    // "söyle", "söylüyor"
    if (isVerb && /[aeə]/u.test(last)) roots.set(`${start}iyor`, { root, isVerb: false });
    if (isVerb && /[aeə]/u.test(last)) roots.set(`${start}uyor`, { root, isVerb: false });
  };
  for (const root of nouns) add(root, false);
  for (const root of verbs) add(root, true);

  const cut = (word: string): string => {
    const ending = LONGEST_FIRST.find(
      (it) => word.length - it.length >= MIN_STEM_LENGTH && word.endsWith(it),
    );
    return ending === undefined ? word : cut(word.slice(0, -ending.length));
  };

  return (word) => {
    if (known.has(word)) return word;
    if (UNREAL.test(word) && !NOT_UNREAL.test(word)) return UNREAL_STEM;
    for (let length = word.length; length >= 2; length--) {
      const found = roots.get(word.slice(0, length));
      if (found === undefined) continue;
      const { root, isVerb } = found;
      const rest = word.slice(length);
      const isShort = isVerb && root.length <= MAX_SHORT_ROOT_LENGTH;
      const fits = isVerb
        ? isEndings(rest, ALL_ENDINGS, isShort ? VERB_SET : ALL_ENDINGS)
        : isEndings(rest, NOUN_SET);
      if (rest === '' || fits) return root;
    }
    const stem = cut(word);
    const last = stem.at(-1) ?? '';
    return stem.slice(0, -1) + (HARDENED[last] ?? last);
  };
}

/** Forms of verbs, for lists of words that are compared as they are. */
export const formsOf = (roots: string, endings: string): readonly string[] => [
  ...new Set(
    words(roots).flatMap((root) => spellAll(endings).map((ending) => (root + ending).trim())),
  ),
];

/** Forms of the verb "to say", whose root is also a particle: "dedi", "deyib", "dediyini". */
export const SAYING: readonly string[] = [
  ...formsOf(
    'de',
    `DI DIlAr DIm DIK DIyI DIyInI DIgI DIgInI DIkləri mIs mIsDI mIsDIr yIb yIblər yIbdIr yIr yIrlər yIrdI
     yAn yAnlər yAnlArA yArAK yIlIr yIlirdI yIlib yIldI yIlAn yIlənlər yIldIyI yIldIyInə yIp nIldI nIliyor
     nIyor nIlen nIldIgI nIldIgInA nmekte nilmekte mAKdA mAKDAdIr mEsi`.replaceAll('mEsi', ''),
  ),
  ...words('diyor diyorlar diyen diyenler diyerek diyordu'),
];

/** A list without those of its words and phrases that are the same by stem as an earlier one. */
export function onceByStem(
  stem: (word: string) => string,
  list: readonly string[],
): readonly string[] {
  const keyOf = (entry: string) => entry.split(' ').map(stem).join(' ');
  return [...Map.groupBy(list, keyOf).values()].flatMap(([first]) => first ?? []);
}

/** Groups of synonyms without what is the same by stem as an earlier one, also of another group. */
export function groupsByStem(
  stem: (word: string) => string,
  groups: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const kept = new Set(onceByStem(stem, groups.flat()));
  return groups.map((group) => [...new Set(group)].filter((entry) => kept.delete(entry)));
}
