/** A text with its sentences and what their words stand for: what scoring, guards and stance read. */
import type { Span } from './claim-match.ts';
import { apartFrom, cueFinder, placesIn } from './find-cues.ts';
import { foldText } from './fold-text.ts';
import { NO_PARTY, NO_TERM, type Lexicon, type Term } from './lexicon.ts';
import { sentenceSplitter } from './split-sentences.ts';
import { stemText, type StemmedText } from './stem-text.ts';

/**
 * Among how many first words of a sentence a pronoun is taken for its subject: "All nine of them".
 * Further lets an object stand for what acted before.
 */
const SUBJECT_REACH = 3;

/**
 * A question mark, and what closes a quotation or a bracket behind it; the Armenian one stands in
 * the word that is asked about.
 */
const QUESTION_END = /(?:[?؟]["'”’»)\]]*$)|՞/u;

export type Sentence = StemmedText & {
  /** In the text that it is of, without the space around it. */
  readonly span: Span<'page'>;
  /** As the page has it. */
  readonly text: string;
  /** Offsets count in `folded`. */
  readonly terms: readonly Term[];
  /** What its words stand for. */
  readonly concepts: ReadonlySet<number>;
  /** Parties that it names, one bit each. */
  readonly parties: number;
  /** Whether a word of it stands for what was named before: "it", "these", "the latter". */
  readonly pointsBack: boolean;
  /** Whether its subject does. */
  readonly opensPointingBack: boolean;
  /** Whether it ends with a question mark. */
  readonly isQuestion: boolean;
};

/** The sentences of one text, in order; each is read once, and only if somebody asks for it. */
export type Sentences = {
  readonly spans: readonly Span<'page'>[];
  at(place: number): Sentence | undefined;
  /** Those of `[start, end)` that there are. */
  slice(start: number, end: number): readonly Sentence[];
};

export type SentenceReader = (text: string) => Sentences;

/** Each sentence is folded and read for itself, so that no phrase spans two. */
export function sentenceReader(lexicon: Lexicon): SentenceReader {
  const { rules } = lexicon;
  const split = sentenceSplitter(rules);
  const findAnaphors = cueFinder(rules, rules.anaphors);
  const findNotAnaphors = cueFinder(rules, rules.notAnaphors);

  const readSentence = (text: string, span: Span<'page'>): Sentence => {
    const own = text.slice(span.start, span.end);
    const stemmed = stemText(rules, foldText(own).text);
    const terms = lexicon.readTerms(stemmed);
    const concepts = new Set(terms.map(({ concept }) => concept));
    concepts.delete(NO_TERM);
    const { stems } = stemmed;
    const anaphors = apartFrom(placesIn(findNotAnaphors(stems)), findAnaphors(stems));
    return {
      ...stemmed,
      span,
      text: own,
      terms,
      concepts,
      parties: terms.reduce(
        (parties, { party }) => (party === NO_PARTY ? parties : parties | (1 << party)),
        0,
      ),
      pointsBack: anaphors.length > 0,
      opensPointingBack: anaphors.some(({ start }) => start < SUBJECT_REACH),
      isQuestion: QUESTION_END.test(own),
    };
  };

  return (text) => {
    const spans = split(text);
    const read: (Sentence | undefined)[] = [];
    const at = (place: number) => {
      const span = spans[place];
      return span === undefined ? undefined : (read[place] ??= readSentence(text, span));
    };
    return {
      spans,
      at,
      slice: (start, end) =>
        Array.from({ length: end - start }, (_, i) => at(start + i)).filter(
          (sentence) => sentence !== undefined,
        ),
    };
  };
}
