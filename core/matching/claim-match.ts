/** What the matching room takes and gives. Plain data: it crosses process borders. */
import type { ClaimId } from '../claims/claim.ts';
import type { IsoDate } from '../claims/date.ts';
import type { Stance } from '../claims/stance.ts';
import type { Brand } from '../claims/text.ts';

/**
 * A half-open span of UTF-16 offsets. `Space` says which text they count in, so that offsets into
 * a page's text and into its folded form cannot be mixed up.
 */
export type Span<Space extends 'page' | 'folded'> = {
  readonly start: number;
  readonly end: number;
  readonly in?: Space;
};

/** 0 to 1; 1 means that the passage says all that the wording says. */
export type Similarity = Brand<number, 'Similarity'>;

/** One passage that resembles one claim. Two claims on the same words give two matches. */
export type ClaimMatch = {
  readonly claim: ClaimId;
  /** The language of the wording that it resembles, as a primary subtag of BCP 47. */
  readonly language: string;
  /**
   * The place of that wording among the claim's in that language; null where it is none of them: the
   * words of a response, or a denial of what was said before.
   */
  readonly wording: number | null;
  /** Into the text of the block, as the page has it. */
  readonly span: Span<'page'>;
  readonly similarity: Similarity;
  /** What the page does with the claim. */
  readonly stance: Stance;
};

/** A block of page text as the matching room sees it. */
export type BlockText = {
  readonly text: string;
  /** Whether the page shows it as a headline. */
  readonly isHeading: boolean;
  /** When it was written, where its page says so of its parts; that of the page otherwise. */
  readonly date?: IsoDate;
};

/** Consecutive blocks of one page, in their order, with what the page says of itself. */
export type FindClaimsRequest = {
  /** BCP 47, as the page declares it; null when nobody knows it. A block may be in another. */
  readonly language: string | null;
  readonly title: string;
  /** When it was published; left out where that is not known. */
  readonly date?: IsoDate;
  /** The text just before the first block, or its end; empty when there is none. */
  readonly before: string;
  readonly blocks: readonly BlockText[];
};
