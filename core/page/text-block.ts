/** A block of the page's text, and the way from its offsets back to the page's nodes. */
import type { Span } from '../matching/claim-match.ts';
import { closest, isText } from './node-access.ts';

/**
 * One unbroken run of text inside one block element. `text` is the strings of its text nodes as
 * they are, joined, with one `\n` for each `<br>`; white space is not collapsed, so that offsets
 * into `text` are offsets into nodes.
 */
export type TextBlock = {
  readonly element: Element;
  readonly text: string;
  /** In document order, none empty. Each node gave `text.slice(start, end)`, from `offset` in it on. */
  readonly pieces: readonly TextPiece[];
  /** Whether the page shows it as a headline. */
  readonly isHeading: boolean;
};

export type TextPiece = {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly offset: number;
};

/** A place between two UTF-16 units of a text node. */
export type TextPlace = { readonly node: Text; readonly offset: number };

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/** Reads a run of text nodes and line breaks of `element`; null when they hold no words. */
export function readTextBlock(
  element: Element,
  run: readonly (Text | Element)[],
): TextBlock | null {
  const pieces: TextPiece[] = [];
  let text = '';
  for (const node of run) {
    const start = text.length;
    text += isText(node) ? node.data : '\n';
    if (isText(node) && text.length > start)
      pieces.push({ node, start, end: text.length, offset: 0 });
  }
  if (text.trim() === '') return null;
  return { element, text, pieces, isHeading: closest(element, HEADINGS) !== null };
}

const BLANK_LINES = /\n[^\S\n]*\n\s*/gu;

/** The paragraphs of a text without markup, which blank lines part. */
export function* readPlainBlocks(node: Text, element: Element): Generator<TextBlock, void> {
  const { data } = node;
  let offset = 0;
  const blockTo = (end: number): TextBlock => {
    const text = data.slice(offset, end);
    return {
      element,
      text,
      pieces: [{ node, start: 0, end: text.length, offset }],
      isHeading: false,
    };
  };
  for (const { index, 0: lines } of data.matchAll(BLANK_LINES)) {
    if (data.slice(offset, index).trim() !== '') yield blockTo(index);
    offset = index + lines.length;
  }
  if (data.slice(offset).trim() !== '') yield blockTo(data.length);
}

/**
 * The two ends of a span, each inside or at the edge of a text node of the span. A line break at
 * either end has no node and is left out. Null for a span that is empty, not within the text, or
 * nothing but line breaks.
 */
export function locateSpan(
  { text, pieces }: TextBlock,
  span: Span<'page'>,
): { readonly start: TextPlace; readonly end: TextPlace } | null {
  if (!(span.start >= 0 && span.start < span.end && span.end <= text.length)) return null;
  const firstIndex = countWhere(pieces, (piece) => piece.end <= span.start);
  const lastIndex = countWhere(pieces, (piece) => piece.start < span.end) - 1;
  const first = pieces[firstIndex];
  const last = pieces[lastIndex];
  if (first === undefined || last === undefined || lastIndex < firstIndex) return null;
  return {
    start: { node: first.node, offset: first.offset + Math.max(span.start - first.start, 0) },
    end: { node: last.node, offset: last.offset + Math.min(span.end, last.end) - last.start },
  };
}

/** How many leading pieces `holds` is true of; it must be true of none after the first where not. */
function countWhere(pieces: readonly TextPiece[], holds: (piece: TextPiece) => boolean): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const piece = pieces[middle];
    if (piece !== undefined && holds(piece)) low = middle + 1;
    else high = middle;
  }
  return low;
}
