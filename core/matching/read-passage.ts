/** A text with its sentences and the terms in each: what scoring, guards and stance read. */
import type { Span } from './claim-match.ts';
import { foldSpan, foldText, unfoldSpan, type FoldedText } from './fold-text.ts';
import type { Lexicon, Term } from './lexicon.ts';
import { splitSentences } from './split-sentences.ts';

export type Sentence = {
  /** As the page has it, without the space around it. */
  readonly span: Span<'page'>;
  readonly text: string;
  readonly folded: string;
  /** Offsets count in `folded`. */
  readonly terms: readonly Term[];
  /** Where each term stands in the page's text of the block. */
  pageSpanOf(term: Term): Span<'page'>;
};

export type Passage = { readonly text: string; readonly sentences: readonly Sentence[] };

/** Reads `text`; each sentence is folded and read for itself, so that no phrase spans two. */
export function readPassage(lexicon: Lexicon, text: string): Passage {
  const sentences = splitSentences(text, lexicon.rules.code).map((span): Sentence => {
    const own = text.slice(span.start, span.end);
    const folded = foldText(own);
    return {
      span,
      text: own,
      folded: folded.text,
      terms: lexicon.readTerms(folded.text),
      pageSpanOf: ({ start, end }) => shift(unfoldSpan(folded, { start, end }), span.start),
    };
  });
  return { text, sentences };
}

function shift({ start, end }: Span<'page'>, by: number): Span<'page'> {
  return { start: start + by, end: end + by };
}

/** The sentence that holds the offset of the block's folded text, by its place in `sentences`. */
export function sentenceAt(
  sentences: readonly Sentence[],
  block: FoldedText,
  foldedOffset: number,
): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const sentence = sentences[middle];
    if (sentence !== undefined && foldSpan(block, sentence.span).end <= foldedOffset)
      low = middle + 1;
    else high = middle;
  }
  return low;
}
