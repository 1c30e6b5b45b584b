/**
 * Which passages of a page are marked. A page, or a teaser on it, that carries the response is not marked for reporting
 * the claim; a page that asserts the claim in its own voice is, unless the reader has said that it
 * does not.
 */
import type { ClaimId } from '../claims/claim.ts';
import type { ClaimMatch } from '../matching/claim-match.ts';
import type { Anchor, AnchoredMatch, TextQuoteSelector } from './anchor.ts';
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

/** The part of a page that stands for itself and has the block in it; null where the page does. */
export type PartOf = (block: TextBlock) => unknown;

const WHOLE_PAGE: PartOf = () => null;

/**
 * For each claim that a page denies, by the part of the page that does so, the first passage in which
 * it does, whether or not that could be anchored.
 */
export function findResponses(
  anchors: readonly Anchor[],
  partOf: PartOf = WHOLE_PAGE,
): (anchor: Anchor) => Anchor | null {
  const denials = new Map<ClaimId, Map<unknown, Anchor>>();
  for (const anchor of anchors) {
    const { match, block } = anchor;
    if (match.stance !== 'denies') continue;
    const parts = denials.get(match.claim) ?? new Map<unknown, Anchor>();
    denials.set(match.claim, parts);
    const part = partOf(block);
    if (!parts.has(part)) parts.set(part, anchor);
  }
  return ({ match, block }) => denials.get(match.claim)?.get(partOf(block)) ?? null;
}

/**
 * The marks of one page, from all its anchors, in the order in which their words first come. A
 * denial counts wherever it stands in its part and even where it could not be anchored; an orphan is never
 * marked, nor is one of `notStated`: matches of which the reader has said that the page does not
 * state the claim. Of the others `asserts` is always marked; `attributes` and `questions` only where
 * that part of the page carries no denial of the claim; `denies` never.
 */
export function chooseMarks(
  anchors: readonly Anchor[],
  notStated: ReadonlySet<ClaimMatch> = new Set(),
  partOf: PartOf = WHOLE_PAGE,
): Mark[] {
  const responseTo = findResponses(anchors, partOf);

  const groups: Group[] = [];
  const groupsByStart = new Map<Node, Group[]>();
  for (const anchor of anchors) {
    const { match } = anchor;
    // A denial answers its own claim, and so is never marked.
    const isMarked = match.stance === 'asserts' || responseTo(anchor) === null;
    if (anchor.state === 'orphaned' || !isMarked || notStated.has(match)) continue;
    const nearby = groupsByStart.get(anchor.range.startContainer) ?? [];
    groupsByStart.set(anchor.range.startContainer, nearby);
    const group = nearby.find(([first]) => hasSameWords(first.range, anchor.range));
    if (group === undefined) {
      const alone: Group = [anchor];
      groups.push(alone);
      nearby.push(alone);
    } else {
      group.push(anchor);
    }
  }
  return groups.map((group) => toMark(group, responseTo));
}

/** Anchors on the same words. */
type Group = [AnchoredMatch, ...AnchoredMatch[]];

/** Whether two ranges have the same ends: equal words in other nodes are other words. */
export function hasSameWords(one: StaticRange, other: StaticRange): boolean {
  return (
    one.startContainer === other.startContainer &&
    one.startOffset === other.startOffset &&
    one.endContainer === other.endContainer &&
    one.endOffset === other.endOffset
  );
}

/** Whether two marks, on whatever nodes, are of the same claims on the same words in the same place. */
export function saysTheSame(one: Mark, other: Mark): boolean {
  return (
    one.quote.exact === other.quote.exact &&
    one.quote.prefix === other.quote.prefix &&
    one.quote.suffix === other.quote.suffix &&
    one.entries.length === other.entries.length &&
    one.entries.every(({ match }, at) => match.claim === other.entries[at]?.match.claim)
  );
}

function toMark([first, ...others]: Group, responseTo: ReturnType<typeof findResponses>): Mark {
  const toEntry = (anchor: AnchoredMatch): MarkEntry => ({
    match: anchor.match,
    pageCarriesResponse: responseTo(anchor) !== null,
  });
  const isAsserted = [first, ...others].some(({ match }) => match.stance === 'asserts');
  return {
    quote: first.quote,
    range: first.range,
    block: first.block,
    style: isAsserted ? 'solid' : 'dotted',
    entries: [toEntry(first), ...others.map(toEntry)],
  };
}
