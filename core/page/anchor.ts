/**
 * From a match in a block's text to the page's nodes. Nothing is painted or opened on trust: the
 * words under a range are read again from the page, by the rules by which blocks are read, and where
 * they are not the quoted ones the match is an orphan. An orphan is an outcome, not an error.
 */
import type { ClaimMatch } from '../matching/claim-match.ts';
import { readRole } from './element-role.ts';
import { flatFirstChildOf, flatNextSiblingOf, flatParentOf } from './flat-tree.ts';
import { isConnected, isElement, isText } from './node-access.ts';
import { locateSpan, type TextBlock } from './text-block.ts';

/** https://www.w3.org/TR/annotation-model/#text-quote-selector (section 4.2.4). */
export type TextQuoteSelector = {
  readonly type: 'TextQuoteSelector';
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
};

/**
 * Text kept on either side of a quote, in UTF-16 units: enough to tell two passages with the same
 * words apart, too little to carry much of a page out of it.
 */
export const QUOTE_CONTEXT_LENGTH = 32;

export type AnchoredMatch = {
  readonly state: 'anchored';
  readonly match: ClaimMatch;
  readonly quote: TextQuoteSelector;
  /**
   * Static: a live range would collapse when a framework assigns a text node's data, and would cost
   * every change of the page. A static one may come to cover other words: see `isSound`.
   */
  readonly range: StaticRange;
  readonly block: TextBlock;
};

export type Anchor =
  | AnchoredMatch
  | {
      readonly state: 'orphaned';
      readonly match: ClaimMatch;
      readonly quote: TextQuoteSelector;
      readonly block: TextBlock;
    };

/**
 * Anchors a match to the page as it is; orphaned when the page has changed since the block was read,
 * or when the span is not one of whole words of the block (it begins or ends on a line break).
 */
export function anchorMatch(block: TextBlock, match: ClaimMatch): Anchor {
  const { start, end } = match.span;
  const quote: TextQuoteSelector = {
    type: 'TextQuoteSelector',
    exact: block.text.slice(start, end),
    prefix: block.text.slice(Math.max(start - QUOTE_CONTEXT_LENGTH, 0), start),
    suffix: block.text.slice(end, end + QUOTE_CONTEXT_LENGTH),
  };
  const place = locateSpan(block, match.span);
  if (place !== null) {
    const range = new StaticRange({
      startContainer: place.start.node,
      startOffset: place.start.offset,
      endContainer: place.end.node,
      endOffset: place.end.offset,
    });
    if (isSound({ quote, range })) return { state: 'anchored', match, quote, range, block };
  }
  return { state: 'orphaned', match, quote, block };
}

/** What a quotation on the page is made of. */
export type QuotedRange = Pick<AnchoredMatch, 'quote' | 'range'>;

/**
 * The words under the range as the page has them, line breaks as `\n`. Stops short where the range
 * has come apart (its ends removed, out of order or in different blocks) and as soon as the words
 * are longer than the quote: then they are other words in any case.
 */
export function readQuote({ quote, range }: QuotedRange): string {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (!isText(startContainer) || !isConnected(startContainer)) return '';
  let words = '';
  let node: Node | null = startContainer;
  while (node !== null && words.length <= quote.exact.length) {
    let isEntered = false;
    if (isText(node)) {
      const from = node === startContainer ? startOffset : 0;
      if (node === endContainer) return words + node.data.slice(from, endOffset);
      words += node.data.slice(from);
    } else if (isElement(node)) {
      const role = readRole(node);
      if (role === 'block' || role === 'unread') return words;
      if (role === 'line-break') words += '\n';
      isEntered = role === 'inline';
    }
    node = (isEntered && isElement(node) ? flatFirstChildOf(node) : null) ?? nextInLine(node);
  }
  return words;
}

/** Whether the range is in the document and the words under it are still the quoted ones. */
export function isSound(quoted: QuotedRange): boolean {
  return readQuote(quoted) === quoted.quote.exact;
}

/** The node after `node` and all that is in it; null where the block around it ends. */
function nextInLine(node: Node): Node | null {
  let last = node;
  for (;;) {
    const next = flatNextSiblingOf(last);
    if (next !== null) return next;
    const parent: Element | null = flatParentOf(last);
    if (parent === null || readRole(parent) !== 'inline') return null;
    last = parent;
  }
}
