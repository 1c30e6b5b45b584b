/**
 * What the page does with a claim that a sentence resembles: asserts, attributes, denies, questions.
 * The costly error is to show a passage as the page's own statement that only reports or denies, so
 * every sign of a report makes it one, and 'asserts' is what is left.
 */
import type { Span, Stance } from './claim-match.ts';
import { cueFinder, wordsOf, type CueFinder, type CuePlace } from './find-cues.ts';
import type { LanguageRules } from './languages/language.ts';
import type { Sentence } from './read-passage.ts';

/** How many words a negation reaches: "no *Israeli drone*", "did not *ever enter*". */
const NEGATION_REACH = 3;
/** How far before a denial its own negation may stand: "did *not deny*", "*never* really *denied*". */
const DOUBLE_NEGATION_REACH = 2;
/** How many words may stand between "had" and its verb: "had all come". */
const VERB_REACH = 2;
/** The share of a sentence that must lie in quotation marks for it to be somebody's words. */
const QUOTED_SHARE = 0.5;

export type StanceReader = {
  /** The stance of a window towards the claim whose concepts it holds. */
  readStance(window: StanceWindow): Stance;
  /** Whether a sentence denies what the sentence before it says: "Baku rejects the accusation." */
  deniesWhatCameBefore(sentence: Sentence): boolean;
};

export type StanceWindow = {
  readonly sentences: readonly Sentence[];
  /** Concepts of the claim's wording. */
  readonly concepts: ReadonlySet<number>;
  /** Quotations of the block, as spans of its text. */
  readonly quotations: readonly Span<'page'>[];
  /** The sentences of the block around the window. */
  readonly before: Sentence | undefined;
  readonly after: Sentence | undefined;
};

/** Costliest to overlook first: the stance of a window is the first that one of its sentences has. */
const PRECEDENCE: readonly Stance[] = ['denies', 'questions', 'attributes', 'asserts'];

const ENDS_AS_QUESTION = /\?["'”’»)\]]*$/u;
/** "Lawmaker: drones came from the north", as headlines and captions put it. */
const SPEAKER = /^\p{L}[^\s,:.?!]*(?:\s[^\s,:.?!]+){0,5}:\s/u;

export function createStanceReader({ stem, stance }: LanguageRules): StanceReader {
  const finder = (cues: readonly string[]) => cueFinder(stem, cues);
  const find = {
    denialVerbs: finder(stance.denialVerbs),
    denialWords: finder(stance.denialWords),
    denyingOpenings: finder(stance.denyingOpenings),
    negations: finder(stance.negations),
    personal: finder(stance.personal),
    contentClauses: finder(stance.contentClauses),
    pastOfPast: finder(stance.pastOfPast),
    afterthoughts: finder(stance.afterthoughts),
    notNegations: finder(stance.notNegations),
    undenied: finder(stance.undeniedPhrases),
    attributions: finder(stance.attributions),
    hedges: finder(stance.hedges),
    questions: finder(stance.questions),
    claimNouns: finder(stance.claimNouns),
  } satisfies Record<string, CueFinder>;

  /** Denials of a sentence that no negation undoes, and negations that are ones. */
  const readDenials = (words: readonly string[]) => {
    const undenied = find.undenied(words);
    const stands = (place: CuePlace) => !undenied.some((other) => overlaps(other, place));
    const notNegations = find.notNegations(words);
    const negations = find
      .negations(words)
      .filter((place) => stands(place) && !notNegations.some((other) => overlaps(other, place)));
    const isNegated = ({ start }: CuePlace) =>
      negations.some(({ end }) => end <= start && start - end < DOUBLE_NEGATION_REACH);
    const denials = [...find.denialVerbs(words), ...find.denialWords(words)];
    const standing = denials.filter((place) => stands(place) && !isNegated(place));
    return {
      negations,
      denials: standing,
      isUndone: undenied.length > 0 || standing.length < denials.length,
    };
  };

  const readSentence = (sentence: Sentence, window: StanceWindow): Stance => {
    const words = wordsOf(sentence.folded);
    if (ENDS_AS_QUESTION.test(sentence.text)) return 'questions';
    const { negations, denials, isUndone } = readDenials(words);
    if (denials.length > 0) return 'denies';
    const claimWords = new Set(
      sentence.terms
        .filter(({ concept }) => window.concepts.has(concept))
        .flatMap(({ word }) => wordsOf(word)),
    );
    if (find.questions(words).length > 0) return 'questions';
    const opensDenying =
      find.denyingOpenings(words)[0]?.start === 0 && negations.some(({ start }) => start <= 2);
    const negatesClaim = negations.some(({ end }) =>
      words.slice(end, end + NEGATION_REACH).some((word) => claimWords.has(word)),
    );
    if (opensDenying || negatesClaim) return 'denies';
    const places = words.flatMap((word, at) => (claimWords.has(word) ? [at] : []));
    const claimBegins = places[0] ?? 0;
    // The claim is all inside the clause: "the talk is that …", not "the drones that …".
    const isInContentClause = find
      .contentClauses(words)
      .some(({ start }) => start > 0 && start < claimBegins);
    const isReported =
      isUndone ||
      isInContentClause ||
      find.attributions(words).length > 0 ||
      find.hedges(words).length > 0 ||
      find.personal(words).length > 0 ||
      isQuoted(sentence, window.quotations) ||
      SPEAKER.test(sentence.text) ||
      isToldBefore(words, places, window.before) ||
      isCreditedAfter(window.after);
    return isReported ? 'attributes' : 'asserts';
  };

  const wordsIfAny = (sentence: Sentence | undefined) =>
    sentence === undefined ? [] : wordsOf(sentence.folded);

  /** Free indirect speech: somebody speaks, and then "the drones had come from there". */
  const isToldBefore = (
    words: readonly string[],
    claimPlaces: readonly number[],
    before: Sentence | undefined,
  ) => {
    const tellsOfBefore = find
      .pastOfPast(words)
      .some(({ end }) => claimPlaces.some((at) => at >= end && at - end < VERB_REACH));
    if (!tellsOfBefore) return false;
    const earlier = wordsIfAny(before);
    return find.attributions(earlier).length > 0 || find.personal(earlier).length > 0;
  };

  /** "That, at any rate, is how the committee sees it." */
  const isCreditedAfter = (after: Sentence | undefined) => {
    const later = wordsIfAny(after);
    return find.afterthoughts(later)[0]?.start === 0 && find.attributions(later).length > 0;
  };

  return {
    readStance(window) {
      const stances = new Set(window.sentences.map((sentence) => readSentence(sentence, window)));
      return PRECEDENCE.find((candidate) => stances.has(candidate)) ?? 'attributes';
    },
    deniesWhatCameBefore(sentence) {
      const words = wordsOf(sentence.folded);
      return (
        !ENDS_AS_QUESTION.test(sentence.text) &&
        readDenials(words).denials.length > 0 &&
        find.claimNouns(words).length > 0
      );
    },
  };
}

function overlaps(a: CuePlace, b: CuePlace): boolean {
  return a.start < b.end && b.start < a.end;
}

function isQuoted({ span }: Sentence, quotations: readonly Span<'page'>[]): boolean {
  const quoted = quotations.reduce(
    (sum, { start, end }) =>
      sum + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)),
    0,
  );
  return quoted >= QUOTED_SHARE * (span.end - span.start);
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };

/**
 * The quotations in a block's text. One that is opened and not closed runs to the block's end, as
 * in a quotation of several paragraphs.
 */
export function readQuotations(text: string): readonly Span<'page'>[] {
  const spans: Span<'page'>[] = [];
  let start = -1;
  let closing = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    if (start >= 0) {
      if (unit !== closing) continue;
      spans.push({ start, end: at + 1 });
      start = -1;
    } else {
      const expected = CLOSING[unit];
      if (expected === undefined) continue;
      closing = expected;
      start = at;
    }
  }
  if (start >= 0) spans.push({ start, end: text.length });
  return spans;
}
