/** Who does what a passage says: "Israeli jets", "Israel had used", "by Israel", "used by airlines". */
import { NO_PARTY, NO_TERM, type Lexicon, type Term } from './lexicon.ts';
import { endingReader } from './name-endings.ts';
import type { Sentence } from './read-sentences.ts';
import { stemsOf } from './stem-text.ts';

/**
 * Among how many words after "by" the one that does it stands: "by three small Israeli". Fewer takes
 * it for somebody else, more takes somebody else for it.
 */
const DOER_REACH = 4;
/** How far before a participle its "was" may stand: "was reportedly used". Further is another verb's. */
const PASSIVE_REACH = 2;

export type AgencyReader = {
  /** Whether cases and adpositions tell who does what, so that a doer may stand in any of them. */
  readonly readsCases: boolean;
  /**
   * Whether one of `parties`, given as bits, does something: something follows that it has or does
   * ("Israeli jets", "Israel used"), or a cue before it makes it the doer ("by Israel").
   */
  readonly isDoer: (sentence: Sentence, parties: number) => boolean;
  /** Whether one of `parties` itself lets, gives or agrees to something: "İran dəhliz açıb". */
  readonly enables: (sentence: Sentence, parties: number) => boolean;
  /** Whether something is done by none of `doers`, given as concepts: "was used by airlines". */
  readonly isDoneByAnother: (sentence: Sentence, doers: ReadonlySet<number>) => boolean;
};

export function agencyReader(lexicon: Lexicon): AgencyReader {
  const { rules } = lexicon;
  const { agency } = rules;
  const stopWords = new Set(rules.stopWords);
  const determiners = new Set(rules.determiners);
  const doerCues = stemsOf(rules, agency.doerCues);
  const auxiliaries = new Set([...agency.auxiliaries, ...rules.ownership.possessives]);
  const beForms = new Set(agency.beForms);
  const passiveJoiners = new Set(agency.passiveJoiners);
  const verbJoiners = new Set(agency.verbJoiners);
  const anaphors = stemsOf(rules, rules.anaphors);
  // "Israel said" is no part in what it says.
  const reports = stemsOf(rules, rules.stance.attributions);

  const { oblique } = agency;
  const doerCuesAfter = new Set(agency.doerCuesAfter);
  const obliqueBefore = new Set(oblique.before);
  const obliqueAfter = new Set(oblique.after);
  const endsOblique = endingReader(lexicon, oblique.endings);
  const hasOblique = Object.values(oblique).some(({ length }) => length > 0);

  const wordAt = (terms: readonly Term[], at: number) => terms[at]?.word ?? '';
  const isAdverb = (word: string) => agency.adverbEndings.some((ending) => word.endsWith(ending));

  const actsAt = (terms: readonly Term[], at: number): boolean => {
    let next = at + 1;
    let hasBe = false;
    for (; next < terms.length; next++) {
      const word = wordAt(terms, next);
      if (beForms.has(word)) hasBe = true;
      else if (!auxiliaries.has(word) && !isAdverb(word)) break;
    }
    const after = terms[next];
    if (after === undefined || after.party !== NO_PARTY || stopWords.has(after.word)) return false;
    // Not "was hit", but "was hitting", "was able to hit", "is accused of hitting".
    if (hasBe) {
      return (
        agency.progressiveEndings.some((ending) => after.word.endsWith(ending)) ||
        verbJoiners.has(wordAt(terms, next + 1))
      );
    }
    return !reports.has(after.stem);
  };

  /** The place of the word before the one at `at`, determiners left out. */
  const beforeAt = (terms: readonly Term[], at: number): number => {
    let before = at - 1;
    while (determiners.has(wordAt(terms, before))) before--;
    return before;
  };

  const isMadeDoerAt = (terms: readonly Term[], at: number): boolean =>
    doerCues.has(terms[beforeAt(terms, at)]?.stem ?? '') ||
    doerCuesAfter.has(wordAt(terms, auxiliaries.has(wordAt(terms, at + 1)) ? at + 2 : at + 1));

  /** Where cases and adpositions tell the doer, it is any party that they do not speak against. */
  const isDirectAt = (terms: readonly Term[], at: number): boolean => {
    const term = terms[at];
    return (
      term !== undefined &&
      !obliqueBefore.has(wordAt(terms, beforeAt(terms, at))) &&
      !obliqueAfter.has(wordAt(terms, at + 1)) &&
      !endsOblique(term)
    );
  };
  const actsThere = hasOblique ? isDirectAt : actsAt;
  const enablers = stemsOf(rules, agency.enablers ?? []);

  return {
    readsCases: hasOblique,

    isDoer: ({ terms }, parties) => {
      const isEnabled = terms.some(({ stem }) => enablers.has(stem));
      return terms.some(
        ({ party }, at) =>
          party !== NO_PARTY &&
          (parties & (1 << party)) !== 0 &&
          (isEnabled || actsThere(terms, at) || isMadeDoerAt(terms, at)),
      );
    },

    enables: ({ terms }, parties) =>
      terms.some(({ stem }) => enablers.has(stem)) &&
      terms.some(
        ({ party }, at) =>
          party !== NO_PARTY && (parties & (1 << party)) !== 0 && isDirectAt(terms, at),
      ),

    isDoneByAnother: ({ terms }, doers) =>
      terms.some(({ word }, at) => {
        const verb = terms[at - 1];
        if (!passiveJoiners.has(word) || (verb?.concept ?? NO_TERM) === NO_TERM) return false;
        const isPassive = terms
          .slice(Math.max(0, at - 1 - PASSIVE_REACH), at - 1)
          .some((before) => beForms.has(before.word));
        const named = terms.slice(at + 1, at + 1 + DOER_REACH);
        return (
          isPassive &&
          named.every(({ concept, stem }) => !doers.has(concept) && !anaphors.has(stem))
        );
      }),
  };
}
