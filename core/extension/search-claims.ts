/** Finds claims of a list by what a reader types. */
import Fuse from 'fuse.js';
import type { Claim } from '../claims/claim.ts';
import { pickLanguage } from '../claims/text.ts';

/** What Fuse calls the threshold: 0 wants the very letters, 1 takes anything. Finds one typo in a word. */
const SEARCH_THRESHOLD = 0.35;
/** Results that a popup can show. */
const MAX_RESULTS = 20;
/** More of a query than this, in UTF-16 units, is a text that slipped in; searching it takes seconds. */
const MAX_QUERY_LENGTH = 200;

/**
 * A search over the claims' own sentences, and over who made them and who responded, by name, office
 * and label. Finds what has every word of the query, in any order; best first, none for no words.
 */
export function createClaimSearch(
  claims: readonly Claim[],
  languages: readonly string[],
): (query: string) => readonly Claim[] {
  const fuse = new Fuse(
    claims.map((claim) => ({
      claim,
      sentence: pickLanguage(claim.claimReviewed, languages).text,
      people: [...claim.appearances, ...claim.responses].map(({ label, author }) =>
        [
          author.name,
          author.office && pickLanguage(author.office, languages).text,
          pickLanguage(label, languages).text,
        ].join(' '),
      ),
    })),
    {
      keys: [
        { name: 'sentence', weight: 3 },
        { name: 'people', weight: 1 },
      ],
      threshold: SEARCH_THRESHOLD,
      // A word counts wherever it stands in a sentence.
      ignoreLocation: true,
      ignoreDiacritics: true,
      useTokenSearch: true,
      tokenMatch: 'all',
    },
  );
  return (query) =>
    query.trim() === ''
      ? []
      : fuse
          .search(query.slice(0, MAX_QUERY_LENGTH), { limit: MAX_RESULTS })
          .map(({ item }) => item.claim);
}
