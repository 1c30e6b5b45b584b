import { foldText } from '../fold-text.ts';
import { tokenize } from '../tokenize.ts';
import type { LanguageRules } from './language.ts';
import { NO_AGENCY, NO_MOVEMENT, NO_OWNERSHIP, NO_STANCE } from './no-cues.ts';

/** What there is of a language; lists are words as pages print them, parted by spaces. */
export type KnownOf = {
  readonly code: string;
  /** Of a folded word. */
  readonly stem: (word: string) => string;
  readonly stopWords: readonly string[];
  readonly ownLetters?: string;
  /** What the names of other fields of LanguageRules say. */
  readonly determiners?: string;
  readonly sources?: string;
  readonly pathVerbs?: string;
  readonly goals?: string;
};

/**
 * The rules of a language of which only stems, function words and what tells directions are known:
 * claims are found in it, and every page is taken to report what it says.
 */
export function matchedOnly(known: KnownOf): LanguageRules {
  const { code, stem, stopWords, ownLetters = '', determiners, sources, pathVerbs, goals } = known;
  return {
    code,
    stem,
    ownLetters,
    abbreviations: [],
    stopWords: [...new Set(stopWords.flatMap(words))],
    lightWords: [],
    synonyms: [],
    acts: [],
    determiners: words(determiners),
    anaphors: [],
    notAnaphors: [],
    agency: NO_AGENCY,
    movement: {
      ...NO_MOVEMENT,
      sources: words(sources),
      pathVerbs: words(pathVerbs),
      goals: words(goals),
    },
    ownership: NO_OWNERSHIP,
    stance: NO_STANCE,
  };
}

/** "jusqu'à" is two words of a folded text. */
function words(text = ''): readonly string[] {
  const { text: folded } = foldText(text);
  return tokenize(folded).map(({ start, end }) => folded.slice(start, end));
}
