/** The words of a sentence that deny, and what undoes them: "did not deny" denies nothing. */
import {
  apartFrom,
  cueFinder,
  findNegatedForms,
  placesIn,
  polarCueFinder,
  type WordRange,
} from './find-cues.ts';
import type { LanguageRules } from './languages/language.ts';
import type { StemmedText } from './stem-text.ts';

/**
 * How far before a denial its own negation may stand: "did *not deny*", "*never* really *denied*".
 * Further takes "no, it denied this" for no denial.
 */
const DOUBLE_NEGATION_REACH = 2;

export type Denials = {
  /** Words that deny, and that no negation undoes: "rejected", "baseless". */
  readonly denials: readonly WordRange[];
  /** Words that negate what is near them, those that undo a denial among them: "not". */
  readonly negations: readonly WordRange[];
  /** Whether a denial was undone: then it denies nothing, and the page does not assert it either. */
  readonly isUndone: boolean;
};

export type DenialReader = (text: StemmedText) => Denials;

export function denialReader(rules: LanguageRules): DenialReader {
  const findDenials = polarCueFinder(rules, rules.stance.denials);
  const findNegations = cueFinder(rules, rules.stance.negations);
  const findNotNegations = cueFinder(rules, rules.stance.notNegations);
  const findUndenied = polarCueFinder(rules, rules.stance.undeniedPhrases);

  const { negationFollows } = rules.stance;

  return (text) => {
    const { stems } = text;
    const undenied = findUndenied(text).found;
    const negatingNothing = placesIn([...undenied, ...findNotNegations(stems)]);
    const { found: all, undone } = findDenials(text);
    const found = [...findNegations(stems), ...findNegatedForms(rules, text)];
    const negations = apartFrom(negatingNothing, found);
    const isNegated = (denial: WordRange) =>
      negations.some((negation) => {
        const between =
          negationFollows === true ? negation.start - denial.end : denial.start - negation.end;
        return between >= 0 && between < DOUBLE_NEGATION_REACH;
      });
    const denials = apartFrom(placesIn(undenied), all).filter((cue) => !isNegated(cue));
    const isUndone = undone > 0 || undenied.length > 0 || denials.length < all.length;
    return { denials, negations, isUndone };
  };
}
