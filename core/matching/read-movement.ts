/** From where to where a passage says that something moved: "from Azerbaijan", "into Iran". */
import { cueFinder } from './find-cues.ts';
import { NO_PARTY, type Lexicon, type Term } from './lexicon.ts';
import { endingReader } from './name-endings.ts';
import { ownerReader } from './read-owners.ts';
import type { Sentence } from './read-sentences.ts';
import { stemsOf } from './stem-text.ts';

/**
 * How far before a place its "from" may stand, determiners not counted: "from the territory of
 * Azerbaijan". Further takes the "from" of another word.
 */
const CUE_REACH = 4;

/** Parties that a passage makes a source or a goal, one bit each. */
export type Movement = { readonly from: number; readonly to: number };

type Role = keyof Movement;

export type MovementReader = {
  /** What the words before each party's name, its ending and the words after it make of it. */
  readMovement(sentences: readonly Sentence[]): Movement;
  /** Whether "from there" or "from its soil" makes a party a source that was named before. */
  pointsBackAsSource(sentences: readonly Sentence[], party: number): boolean;
  /** Whether the party or its ground is used: "used Azerbaijani soil", "Azerbaijan was a springboard". */
  servesAsSource(sentences: readonly Sentence[], party: number): boolean;
  /** Whether something is called what others set out from: "a springboard", "the origin". */
  namesSource(sentences: readonly Sentence[]): boolean;
};

export function movementReader(lexicon: Lexicon): MovementReader {
  const { rules, conceptOf } = lexicon;
  const { movement: cues } = rules;
  const sourceCues = new Set(cues.sources);
  const goalCues = new Set(cues.goals);
  const goalVerbs = stemsOf(rules, cues.goalVerbs);
  const determiners = new Set(rules.determiners);
  const pathVerbs = stemsOf(rules, cues.pathVerbs);
  const namedBefore = stemsOf(rules, [...rules.anaphors, ...cues.placeNouns]);
  const places = new Set(rules.ownership.places.map(conceptOf));
  const findSourceNouns = cueFinder(rules, cues.sourceNouns);
  const readOwners = ownerReader(lexicon);
  const endsAsSource = endingReader(lexicon, cues.sourceEndings);
  const endsAsGoal = endingReader(lexicon, cues.goalEndings);
  const sourcesAfter = new Set(cues.sourcesAfter);
  const goalsAfter = new Set(cues.goalsAfter);
  const placeNouns = stemsOf(rules, cues.placeNouns);
  const isPlace = ({ concept, stem }: Term) => places.has(concept) || placeNouns.has(stem);

  /** What the words before a name make of it. */
  const readBefore = (terms: readonly Term[], at: number): Role | null => {
    let counted = 0;
    for (let i = at - 1; i >= 0 && counted < CUE_REACH; i--) {
      const before = terms[i];
      if (before === undefined || before.party !== NO_PARTY) return null;
      if (sourceCues.has(before.word) || pathVerbs.has(before.stem)) return 'from';
      if (goalCues.has(before.word) || goalVerbs.has(before.stem)) return 'to';
      if (!determiners.has(before.word)) counted++;
    }
    return null;
  };
  /** What its ending, that of a place of it or the words after them make of it. */
  const readAfter = (terms: readonly Term[], at: number): Role | null => {
    for (let i = at; i <= at + CUE_REACH; i++) {
      const after = terms[i];
      if (after === undefined || (i > at && after.party !== NO_PARTY)) return null;
      if (sourcesAfter.has(after.word)) return 'from';
      if (goalsAfter.has(after.word)) return 'to';
      if (i > at && !isPlace(after)) continue;
      if (endsAsSource(after)) return 'from';
      if (endsAsGoal(after)) return 'to';
    }
    return null;
  };

  /** "oradan", "komşu ülke üzerinden": by its ending, or by the word after it. */
  const endsAsSourceAt = (terms: readonly Term[], at: number) => {
    const term = terms[at];
    return (
      term !== undefined && (endsAsSource(term) || sourcesAfter.has(terms[at + 1]?.word ?? ''))
    );
  };

  /** Whether a word makes the place after it one that was named before: "*öz* ərazisindən". */
  const pointsBackAt = (before: Term | undefined) =>
    before !== undefined && (determiners.has(before.word) || namedBefore.has(before.stem));

  return {
    readMovement(sentences) {
      const movement = { from: 0, to: 0 };
      for (const { terms } of sentences) {
        terms.forEach(({ party }, at) => {
          if (party === NO_PARTY) return;
          const role = readBefore(terms, at) ?? readAfter(terms, at);
          if (role !== null) movement[role] |= 1 << party;
        });
      }
      return movement;
    },

    pointsBackAsSource(sentences, party) {
      const terms = sentences.flatMap((sentence) => sentence.terms);
      // A party that only the context names was named before all of them.
      const named = terms.findIndex((term) => term.party === party);
      return terms.some(
        (term, at) =>
          at > named &&
          ((sourceCues.has(term.word) &&
            terms.slice(at + 1, at + 1 + CUE_REACH).some((after) => namedBefore.has(after.stem))) ||
            (namedBefore.has(term.stem) && endsAsSourceAt(terms, at)) ||
            (isPlace(term) && endsAsSource(term) && pointsBackAt(terms[at - 1]))),
      );
    },

    namesSource: (sentences) => sentences.some(({ stems }) => findSourceNouns(stems).length > 0),

    servesAsSource(sentences, party) {
      return sentences.some(({ folded, stems, terms }) => {
        const isNamed = terms.some((term) => term.party === party);
        return (
          (isNamed && findSourceNouns(stems).length > 0) ||
          readOwners(folded, terms).some(
            (owner) => owner.party === party && places.has(owner.concept),
          )
        );
      });
    },
  };
}
