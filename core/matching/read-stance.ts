/**
 * What the page does with a claim that a window resembles: asserts, attributes, denies, questions.
 * The costly error is to show a passage as the page's own statement that only reports or denies, so
 * every sign of a report makes it one, and 'asserts' is what is left.
 */
import type { Stance } from '../claims/stance.ts';
import type { Span } from './claim-match.ts';
import { cueFinder, placesIn, polarCueFinder, type WordRange } from './find-cues.ts';
import { NO_TERM, type Lexicon, type Term } from './lexicon.ts';
import { denialReader } from './read-denials.ts';
import { quotedShare } from './read-quotations.ts';
import type { Sentence } from './read-sentences.ts';

/**
 * How many words a negation reaches: "no *Israeli drone*", "did not *ever enter*". Further takes
 * statements for denials, and a page with a denial is not marked for what it reports.
 */
const NEGATION_REACH = 3;
/**
 * Among how many first words of a sentence that opens with a denial its negation stands: "At no
 * time". Further takes any negation for one of the whole sentence.
 */
const OPENING_NEGATION_REACH = 3;
/** How far on from "had" its verb may stand: "had *all come*". Further takes "had" for a possession's. */
const VERB_REACH = 2;
/** How far on from a modal its verb may stand: "could *one day use*". Further reads another verb's. */
const MODAL_REACH = 3;
/**
 * The share of a sentence that must lie in quotation marks for it to be somebody's words. Less takes
 * a sentence for theirs that quotes but a word of them.
 */
const QUOTED_SHARE = 0.5;

/** Costliest to overlook first: the stance of a window is the first that one of its sentences has. */
const PRECEDENCE: readonly Stance[] = ['denies', 'questions', 'attributes', 'asserts'];

/** "Lawmaker: drones came from the north", as headlines and captions put it. */
const SPEAKER = /^\p{L}[^\s,:.?!]*(?:\s[^\s,:.?!]+){0,5}:\s/u;

const SPACE = /\s/u;

export type StanceWindow = {
  readonly sentences: readonly Sentence[];
  /** Concepts of the claim's wording. */
  readonly concepts: ReadonlySet<number>;
  /** Quotations of the block, as spans of its text, in order. */
  readonly quotations: readonly Span<'page'>[];
  /** The sentences of the block around the window. */
  readonly before: Sentence | undefined;
  readonly after: Sentence | undefined;
};

/** The stance of a window towards the claim whose concepts it holds. */
export type StanceReader = (window: StanceWindow) => Stance;

export function stanceReader({ rules, conceptOf }: Lexicon): StanceReader {
  const finder = (cues: readonly string[]) => cueFinder(rules, cues);
  const { stance } = rules;
  const acts = new Set(rules.acts.map(conceptOf));
  const narrations = new Set(stance.narrations);
  const readDenials = denialReader(rules);
  const findQuestions = polarCueFinder(rules, stance.questions);
  const findDenyingOpenings = finder(stance.denyingOpenings);
  const findContentClauses = finder(stance.contentClauses);
  const findPastOfPast = finder(stance.pastOfPast);
  const findModals = finder(stance.modals);
  const findAfterthoughts = finder(stance.afterthoughts);
  const findAttributions = finder(stance.attributions);
  const findVoices = finder([...stance.attributions, ...stance.personal]);
  const findReports = finder([...stance.attributions, ...stance.personal, ...stance.hedges]);

  /** Free indirect speech: somebody speaks, and then "the drones had come from there". */
  const isToldBefore = (
    { stems }: Sentence,
    claimPlaces: ReadonlySet<number>,
    before: Sentence | undefined,
  ) =>
    before !== undefined &&
    findPastOfPast(stems).some(({ end }) => hasOneOf(claimPlaces, end, VERB_REACH)) &&
    findVoices(before.stems).length > 0;

  /** "One paper had drones pouring in", "her book has them crossing". */
  const isNarrated = ({ terms }: Sentence, concepts: ReadonlySet<number>) =>
    terms.some(({ word }, at) => {
      const { concept } = terms[at + 1] ?? { concept: NO_TERM };
      // "had drones", not "had crossed".
      const hasThing = narrations.has(word) && concepts.has(concept) && !acts.has(concept);
      const isGoingOn = (after: Term) =>
        rules.agency.progressiveEndings.some((ending) => after.word.endsWith(ending));
      return hasThing && terms.slice(at + 2).some(isGoingOn);
    });

  /** "Israel could use the airspace" says nothing of what it did. */
  const isYetToBe = ({ stems }: Sentence, claimPlaces: ReadonlySet<number>) =>
    findModals(stems).some(({ end }) => hasOneOf(claimPlaces, end, MODAL_REACH));

  /** "Had drones come from there, somebody would have seen them." */
  const isCounterfactual = ({ stems }: Sentence) =>
    findPastOfPast(stems)[0]?.start === 0 && findModals(stems).length > 0;

  /** "That, at any rate, is how the committee sees it." */
  const isCreditedAfter = (after: Sentence | undefined) =>
    after !== undefined &&
    findAfterthoughts(after.stems)[0]?.start === 0 &&
    findAttributions(after.stems).length > 0;

  /** The claim is all inside the clause: "the talk is that …", not "the drones that …". */
  const isInContentClause = ({ stems }: Sentence, claimBegins: number) =>
    findContentClauses(stems).some(({ start }) => start > 0 && start < claimBegins);

  /** "keçdiyini", "girdiğini": what somebody says, whichever verb of saying follows. */
  const hasReportedForm = ({ folded, words }: Sentence) =>
    words.some(({ start, end }) =>
      stance.reportedForms?.some((form) => form.test(folded.slice(start, end))),
    );

  const readSentence = (sentence: Sentence, window: StanceWindow): Stance => {
    const { stems, text, span } = sentence;
    if (sentence.isQuestion) return 'questions';
    const { negations, denials, isUndone } = readDenials(sentence);
    if (denials.length > 0) return 'denies';
    if (findQuestions(sentence).found.length > 0) return 'questions';

    const claimPlaces = placesIn(
      sentence.terms
        .filter(({ concept }) => window.concepts.has(concept))
        .map(({ words }) => words),
    );
    const opensDenying =
      findDenyingOpenings(stems)[0]?.start === 0 &&
      negations.some(({ start }) => start < OPENING_NEGATION_REACH);
    const negatesClaim = negations.some((negation) => {
      const { start, end } = negation;
      return stance.negationFollows === true ||
        (stance.negationFollows === 'at-clause-end' && endsClause(sentence, negation))
        ? hasOneOf(claimPlaces, start - NEGATION_REACH, NEGATION_REACH + end - start)
        : hasOneOf(claimPlaces, end, NEGATION_REACH);
    });
    if (opensDenying || negatesClaim || isCounterfactual(sentence)) return 'denies';

    const [claimBegins = 0] = claimPlaces;
    const isReported =
      isUndone ||
      findReports(stems).length > 0 ||
      hasReportedForm(sentence) ||
      (SPEAKER.test(text) && !sentence.opensPointingBack) ||
      quotedShare(window.quotations, span) >= QUOTED_SHARE ||
      isInContentClause(sentence, claimBegins) ||
      isToldBefore(sentence, claimPlaces, window.before) ||
      isNarrated(sentence, window.concepts) ||
      isYetToBe(sentence, claimPlaces) ||
      isCreditedAfter(window.after);
    return isReported ? 'attributes' : 'asserts';
  };

  return (window) => {
    const stances = new Set(window.sentences.map((sentence) => readSentence(sentence, window)));
    return PRECEDENCE.find((candidate) => stances.has(candidate)) ?? 'attributes';
  };
}

/** Whether punctuation, or nothing, follows the words of a range. */
function endsClause({ folded, words }: Sentence, { end }: WordRange): boolean {
  const last = words[end - 1];
  return last !== undefined && !SPACE.test(folded.charAt(last.end));
}

/** Whether one of the `count` places from `first` on is in `places`. */
function hasOneOf(places: ReadonlySet<number>, first: number, count: number): boolean {
  for (let at = first; at < first + count; at++) if (places.has(at)) return true;
  return false;
}
