/** Which parts of a text are somebody's words. */
import type { Span } from './claim-match.ts';

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '„': '“', '«': '»', '"': '"' };
const QUOTATION_MARK = /[“”„«»"]/gu;

/**
 * The quotations in a block's text, in order. One that is opened and not closed runs to the block's
 * end, as in a quotation of several paragraphs. Single marks are apostrophes too often to count.
 */
export function readQuotations(text: string): readonly Span<'page'>[] {
  const spans: Span<'page'>[] = [];
  let open: { readonly start: number; readonly closing: string } | null = null;
  for (const { 0: mark, index } of text.matchAll(QUOTATION_MARK)) {
    if (open === null) {
      const closing = CLOSING[mark];
      if (closing !== undefined) open = { start: index, closing };
    } else if (mark === open.closing) {
      spans.push({ start: open.start, end: index + mark.length });
      open = null;
    }
  }
  if (open !== null) spans.push({ start: open.start, end: text.length });
  return spans;
}

/** The share of `span`, which is not empty, that lies in `quotations`, which are in order. */
export function quotedShare(
  quotations: readonly Span<'page'>[],
  { start, end }: Span<'page'>,
): number {
  let quoted = 0;
  for (let at = firstEndingAfter(quotations, start); at < quotations.length; at++) {
    const quotation = quotations[at];
    if (quotation === undefined || quotation.start >= end) break;
    quoted += Math.min(quotation.end, end) - Math.max(quotation.start, start);
  }
  return quoted / (end - start);
}

/** The place of the first span, of spans in order, that ends after `offset`. */
export function firstEndingAfter(spans: readonly Span<'page'>[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
