/**
 * Whole texts of sources, read with the list: a text that asserts a claim about the side whose text
 * it is answers that claim, and a record that quotes words as making its claim wants them marked.
 */
import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { ClaimIndex } from '../../core/matching/claim-index.ts';
import { OMISSION, type SourceTexts } from '../check-quotations.ts';
import { annotateText, publishedClaims } from '../measure-list.ts';

/** What `claims` quote from the source `id`, in its own words, as making the claim; in parts where words are left out. */
function assertedIn(claims: readonly Claim[], id: string) {
  return claims.flatMap(({ id: claim, appearances }) =>
    appearances.flatMap(({ firmness, words }) => {
      if (firmness !== 'asserts' || words.form !== 'quoted') return [];
      if (words.original?.source !== id) return [];
      const parts = words.original.text.split(OMISSION).filter((part) => part !== '');
      return parts.map((quote) => ({ claim, quote }));
    }),
  );
}

/**
 * Tells what is marked in each text; whether one asserts a claim about its own side, or makes one
 * that is not marked.
 */
export function readWholeTexts(
  list: ClaimList,
  index: ClaimIndex,
  texts: SourceTexts,
  report: (line: string) => void,
): boolean {
  let isFaulty = false;
  for (const [id, text] of texts) {
    const source = list.sources[id];
    if (source === undefined) {
      report(`${id}: no source of the list`);
      continue;
    }
    const page = { title: source.title ?? '', lang: source.language, text };
    const annotations = annotateText(index, page);
    for (const { claim, stance, start, end } of annotations) {
      const about = list.claims.find((candidate) => candidate.id === claim)?.about ?? [];
      const isOwn = stance === 'asserts' && about.some((side) => side === source.side);
      isFaulty ||= isOwn;
      const words = text.slice(start, end).replaceAll(/\s+/gu, ' ');
      report(`${id}: ${claim}, ${stance}${isOwn ? ' ITS OWN SIDE’S' : ''}: ${words}`);
    }
    for (const { claim, quote } of assertedIn(publishedClaims(list), id)) {
      const at = text.indexOf(quote);
      const isMarked = annotations.some(
        (mark) =>
          mark.claim === claim &&
          mark.stance === 'asserts' &&
          mark.start <= at &&
          at + quote.length <= mark.end,
      );
      isFaulty ||= !isMarked;
      if (!isMarked) report(`${id}: ${claim}, NOT MARKED: ${quote}`);
    }
  }
  return isFaulty;
}
