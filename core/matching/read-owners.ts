/** Which party a thing or an act belongs to: "Israeli drones", "Azerbaijan's skies", "the airspace of Iran". */
import { NO_PARTY, NO_TERM, type Lexicon, type Term } from './lexicon.ts';
import { endingReader } from './name-endings.ts';
import { stemsOf } from './stem-text.ts';

/** A concept and the party that the text gives it to. */
export type Ownership = { readonly concept: number; readonly party: number };

/**
 * Reads the ownerships that `terms` of the folded text `folded` state of the things in them. A
 * party owns the word after its adjective or its possessive, also with one describing word between;
 * it owns the word before it when one such as "of", for a place also "over", or its ending joins them.
 */
export type OwnerReader = (folded: string, terms: readonly Term[]) => readonly Ownership[];

/** What may stand between two words of one phrase; a dash between spaces, a comma or a bracket ends it. */
const WITHIN_PHRASE = /^(?:[\s']+|-)$/u;

export function ownerReader(lexicon: Lexicon): OwnerReader {
  const { rules, conceptOf } = lexicon;
  const { ownership: cues } = rules;
  const stopWords = new Set(rules.stopWords);
  const possessives = new Set(cues.possessives);
  const determiners = new Set(rules.determiners);
  const places = new Set(cues.places.map(conceptOf));
  const acts = new Set(rules.acts.map(conceptOf));
  const shared = stemsOf(rules, cues.sharedPlaces);
  const joiners = cues.joiners.map((cue) => cue.split(' '));
  const placeJoiners = cues.placeJoiners.map((cue) => cue.split(' '));

  const endsAsPossessive = endingReader(lexicon, cues.possessiveEndings);
  const endsAsFollowingOwner = endingReader(lexicon, cues.followingOwnerEndings);
  const endsOblique = endingReader(lexicon, rules.agency.oblique.endings);
  // "Azərbaycandan dron" is no drone of Azerbaijan's.
  const owns = (term: Term) =>
    term.isAdjective || endsAsPossessive(term) || (cues.bareNamesOwn && !endsOblique(term));
  const followsAsOwner = (term: Term) =>
    cues.followingOwnerEndings.length > 0 && (term.isAdjective || endsAsFollowingOwner(term));

  return (folded, terms) => {
    const isJoined = (left: Term | undefined, right: Term | undefined) =>
      left !== undefined &&
      right !== undefined &&
      WITHIN_PHRASE.test(folded.slice(left.end, right.start));

    const ownerBefore = (at: number): number => {
      let isPossessive = false;
      let isDescribed = false;
      for (let i = at - 1; isJoined(terms[i], terms[i + 1]); i--) {
        const term = terms[i];
        if (term === undefined) break;
        if (term.party !== NO_PARTY) return owns(term) || isPossessive ? term.party : NO_PARTY;
        if (possessives.has(term.word)) isPossessive = true;
        else if (isDescribed || stopWords.has(term.word)) break;
        else isDescribed = true;
      }
      return NO_PARTY;
    };

    const ownerAfter = (at: number): number => {
      const term = terms[at];
      if (!isJoined(term, terms[at + 1])) return NO_PARTY;
      const isPlace = term !== undefined && places.has(term.concept);
      const cue = [...joiners, ...(isPlace ? placeJoiners : [])].find((words) =>
        words.every((word, i) => terms[at + 1 + i]?.word === word),
      );
      let isDescribed = false;
      for (let i = at + 1 + (cue?.length ?? 0); i < terms.length; i++) {
        const next = terms[i];
        if (next === undefined) break;
        if (next.party !== NO_PARTY) {
          return cue !== undefined || followsAsOwner(next) ? next.party : NO_PARTY;
        }
        if (cue === undefined && !isJoined(next, terms[i + 1])) break;
        if (determiners.has(next.word)) continue;
        if (isDescribed || stopWords.has(next.word)) break;
        isDescribed = true;
      }
      return NO_PARTY;
    };

    return terms.flatMap(({ concept, party, stem }, at) => {
      const isThing = concept !== NO_TERM && party === NO_PARTY && !acts.has(concept);
      if (!isThing || shared.has(stem)) return [];
      return [ownerBefore(at), ownerAfter(at)]
        .filter((owner) => owner !== NO_PARTY)
        .map((owner) => ({ concept, party: owner }));
    });
  };
}
