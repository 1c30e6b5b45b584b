/**
 * Which passages of a page are marked. A page that carries the response is not marked for reporting
 * the claim; a page that asserts the claim in its own voice is.
 */
import type { ClaimId } from '../claims/claim.ts';
import type { ClaimMatch } from '../matching/claim-match.ts';
import type { Anchor, TextQuoteSelector } from './anchor.ts';
import type { TextBlock } from './text-block.ts';

export type MarkEntry = {
  readonly match: ClaimMatch;
  /** Whether the page also has a passage that denies the claim or reports a denial of it. */
  readonly pageCarriesResponse: boolean;
};

/** Words to be marked, and every claim that is marked on just these words. */
export type Mark = {
  readonly quote: TextQuoteSelector;
  readonly range: StaticRange;
  readonly block: TextBlock;
  /** `solid`: at least one of the claims is asserted here. `dotted`: reported or asked about. */
  readonly style: MarkStyle;
  readonly entries: readonly [MarkEntry, ...MarkEntry[]];
};

export type MarkStyle = 'solid' | 'dotted';

/**
 * The marks of one page, from all its anchors, block by block, in the order in which each first
 * comes. A denial counts wherever it stands and even where it could not be anchored; an orphan is never
 * marked. `asserts` is always marked; `attributes` and `questions` only where the page carries no
 * denial of that claim; `denies` never.
 */
export function chooseMarks(anchors: readonly Anchor[]): Mark[] {
  const answered = new Set<ClaimId>();
  for (const { match } of anchors) if (match.stance === 'denies') answered.add(match.claim);

  const marks = new Map<TextBlock, Map<string, Mark>>();
  for (const anchor of anchors) {
    const { match, quote } = anchor;
    const pageCarriesResponse = answered.has(match.claim);
    // True of no denial: each answers its own claim.
    const isMarked = match.stance === 'asserts' || !pageCarriesResponse;
    if (anchor.state === 'orphaned' || !isMarked) continue;
    const { block, range } = anchor;
    const inBlock = marks.get(block) ?? new Map<string, Mark>();
    marks.set(block, inBlock);
    const words = `${String(match.span.start)}-${String(match.span.end)}`;
    const entry = { match, pageCarriesResponse };
    const same = inBlock.get(words);
    inBlock.set(words, {
      quote,
      range,
      block,
      ...same,
      style: match.stance === 'asserts' ? 'solid' : (same?.style ?? 'dotted'),
      entries: same === undefined ? [entry] : [...same.entries, entry],
    });
  }
  return [...marks.values()].flatMap((inBlock) => [...inBlock.values()]);
}
