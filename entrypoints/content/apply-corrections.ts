/** What the reader's corrections leave of a page's anchors. */
import type { Treat } from '../../core/extension/corrections.ts';
import type { ClaimMatch } from '../../core/matching/claim-match.ts';
import type { Anchor } from '../../core/page/anchor.ts';

export type CorrectedAnchors = {
  /** All but those that the reader wants to see no more, in their order. */
  readonly listed: readonly Anchor[];
  /** Of those listed, the matches of which the reader has said that the page does not state them. */
  readonly notStated: ReadonlySet<ClaimMatch>;
};

export function applyCorrections(anchors: readonly Anchor[], treat: Treat): CorrectedAnchors {
  const listed: Anchor[] = [];
  const notStated = new Set<ClaimMatch>();
  for (const anchor of anchors) {
    const { match, quote } = anchor;
    const treatment = treat(match.claim, quote.exact);
    if (treatment === 'not-shown') continue;
    listed.push(anchor);
    if (treatment === 'not-stated') notStated.add(match);
  }
  return { listed, notStated };
}
