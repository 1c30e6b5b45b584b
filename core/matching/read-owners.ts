/** Which party a thing or an act belongs to: "Israeli drones", "Azerbaijan's skies", "the airspace of Iran". */
import { NO_PARTY, NO_TERM, type Lexicon, type Term } from './lexicon.ts';

/** A concept and the party that the text gives it to. */
export type Ownership = { readonly concept: number; readonly party: number };

/** The possessive's "s", which tokens leave as a word of its own. */
const POSSESSIVE = 's';
const ARTICLES = new Set(['the', 'a', 'an', 'its', 'their', 'to']);

/** Anything but space, hyphen or apostrophe between two words ends the phrase they could make. */
const PHRASE_BREAK = /[^\s'-]/u;

/**
 * The ownerships that `terms` of the folded text `folded` state of the things in them. A party
 * owns the word after its adjective or its possessive, also with one describing word between; it
 * owns the word before it when one such as "of", for a place also "over", joins them.
 */
export function readOwners(
  lexicon: Lexicon,
  folded: string,
  terms: readonly Term[],
): readonly Ownership[] {
  const { rules } = lexicon;
  const stopWords = new Set(rules.stopWords);
  const ownerCues = new Set(rules.ownerCues);
  const overCues = new Set(rules.overCues);
  const places = new Set(rules.places.map((place) => lexicon.conceptOf(place)));
  const acts = new Set(rules.acts.map((act) => lexicon.conceptOf(act)));
  const shared = new Set(rules.sharedPlaces);
  const touches = (left: Term, right: Term) =>
    !PHRASE_BREAK.test(folded.slice(left.end, right.start));

  const ownerBefore = (at: number): number => {
    let isPossessive = false;
    let isDescribed = false;
    for (let i = at - 1; i >= 0; i--) {
      const term = terms[i];
      const next = terms[i + 1];
      if (term === undefined || next === undefined || !touches(term, next)) return NO_PARTY;
      if (term.party !== NO_PARTY) return term.isAdjective || isPossessive ? term.party : NO_PARTY;
      if (term.word === POSSESSIVE) isPossessive = true;
      else if (isDescribed || stopWords.has(term.word)) return NO_PARTY;
      else isDescribed = true;
    }
    return NO_PARTY;
  };
  const ownerAfter = (at: number): number => {
    const term = terms[at];
    const cue = terms[at + 1];
    if (term === undefined || cue === undefined || !touches(term, cue)) return NO_PARTY;
    const joins = ownerCues.has(cue.word) || (places.has(term.concept) && overCues.has(cue.word));
    if (!joins) return NO_PARTY;
    for (let i = at + 2; i < terms.length; i++) {
      const next = terms[i];
      if (next === undefined) break;
      if (next.party !== NO_PARTY) return next.party;
      if (!ARTICLES.has(next.word)) break;
    }
    return NO_PARTY;
  };

  const owners: Ownership[] = [];
  terms.forEach(({ concept, party, word }, at) => {
    if (concept === NO_TERM || party !== NO_PARTY || acts.has(concept) || shared.has(word)) return;
    for (const owner of [ownerBefore(at), ownerAfter(at)]) {
      if (owner !== NO_PARTY) owners.push({ concept, party: owner });
    }
  });
  return owners;
}
