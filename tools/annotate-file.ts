/** A page or a text -> what is found in it, each with the quote by which it is found again. */
import type { IsoDate } from '../core/claims/date.ts';
import type { ClaimIndex } from '../core/matching/claim-index.ts';
import type { ClaimMatch } from '../core/matching/claim-match.ts';
import type { WordPair } from '../core/matching/explain-match.ts';
import { findClaims } from '../core/matching/find-claims.ts';
import { QUOTE_CONTEXT_LENGTH, type TextQuoteSelector } from '../core/page/anchor.ts';
import { collectBlocks } from '../core/page/collect-blocks.ts';
import { inlineLayout } from '../core/page/inline-layout.ts';
import { readLastDate, readPageFacts } from '../core/page/page-facts.ts';
import { pageLanguage } from '../core/matching/page-language.ts';
import { detectLanguage } from './detect-language.ts';
import { splitParagraphs } from './measure-list.ts';
import { decodePage, parsePage } from './parse-page.ts';

export type FileAnnotation = Pick<ClaimMatch, 'claim' | 'stance' | 'similarity'> & {
  readonly quote: TextQuoteSelector;
  /** Why, where that was asked for: words of the page and words of the claim that stand for the same. */
  readonly because?: readonly WordPair[];
};

/** Why a match of an index stands on the words that it does. */
export type Explain = (
  index: ClaimIndex,
  match: ClaimMatch,
  passage: string,
) => readonly WordPair[];

/** In the order of the text. */
export type AnnotatedFile = {
  readonly blockCount: number;
  readonly annotations: readonly FileAnnotation[];
};

type FileText = {
  readonly title: string;
  readonly language: string | null;
  readonly date: IsoDate | null;
  readonly blocks: readonly { readonly text: string; readonly isHeading: boolean }[];
};

const PAGE_NAME = /\.x?html?$/iu;

/** Whether a file is read as a page, by its name. */
export const isPageName = (file: string): boolean => PAGE_NAME.test(file);

/**
 * Reads a page by the same blocks as the extension does; `language` is for one that states none,
 * and without it the language is detected. What
 * only a layout knows is taken from names, `hidden`, `aria-hidden` and inline styles.
 */
export function annotatePage(
  indexes: readonly ClaimIndex[],
  source: Uint8Array,
  language: string | null,
  explain: Explain | null = null,
): Promise<AnnotatedFile> {
  const document = parsePage(decodePage(source));
  const { title, language: stated } = readPageFacts(document);
  const blocks = collectBlocks(document, inlineLayout);
  const date = readLastDate(document);
  return annotateBlocks(indexes, { title, language: stated ?? language, date, blocks }, explain);
}

/** Reads a text by its paragraphs, which are parted by an empty line. */
export function annotatePlainText(
  indexes: readonly ClaimIndex[],
  text: string,
  language: string | null,
  explain: Explain | null = null,
): Promise<AnnotatedFile> {
  const blocks = splitParagraphs(text).map((paragraph) => ({
    text: paragraph.text,
    isHeading: false,
  }));
  return annotateBlocks(indexes, { title: '', language, date: null, blocks }, explain);
}

async function annotateBlocks(
  indexes: readonly ClaimIndex[],
  { title, language: stated, date, blocks }: FileText,
  explain: Explain | null,
): Promise<AnnotatedFile> {
  const texts = blocks.map(({ text }) => text);
  const language = await pageLanguage(stated, texts, detectLanguage);
  const request = { language, title, ...(date !== null && { date }), before: '', blocks };
  const found = indexes.map((index) => ({ index, matches: findClaims(index, request) }));
  const annotations = blocks.flatMap(({ text }, at) =>
    found
      .flatMap(({ index, matches }) => (matches[at] ?? []).map((match) => ({ index, match })))
      .toSorted(
        ({ match: { span: a } }, { match: { span: b } }) => a.start - b.start || a.end - b.end,
      )
      .map(({ index, match }): FileAnnotation => {
        const { claim, stance, similarity, span } = match;
        const prefix = text.slice(Math.max(0, span.start - QUOTE_CONTEXT_LENGTH), span.start);
        const suffix = text.slice(span.end, span.end + QUOTE_CONTEXT_LENGTH);
        const exact = text.slice(span.start, span.end);
        return {
          claim,
          stance,
          similarity,
          quote: { type: 'TextQuoteSelector', exact, prefix, suffix },
          ...(explain === null ? {} : { because: explain(index, match, exact) }),
        };
      }),
  );
  return { blockCount: blocks.length, annotations };
}
