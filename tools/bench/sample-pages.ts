/** Saved pages that make no claim of any list here: what is marked on them is wrong. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES } from '../../core/matching/languages/index.ts';
import { sentenceSplitter } from '../../core/matching/split-sentences.ts';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { inlineLayout } from '../../core/page/inline-layout.ts';
import { readPageFacts, type PageFacts } from '../../core/page/page-facts.ts';
import { decodePage, parsePage } from '../parse-page.ts';

const SOURCE = 'source.html';
/** What is shorter is a menu's entry, a date, a name. */
const MIN_WORD_COUNT = 4;

export type SamplePage = PageFacts & {
  readonly name: string;
  readonly blocks: readonly { readonly text: string; readonly isHeading: boolean }[];
};

/** Each folder's page; none where there is no such folder. */
export function readSamplePages(folder: string): readonly SamplePage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, SOURCE)))
    .toSorted()
    .map((name) => {
      const document = parsePage(decodePage(readFileSync(join(folder, name, SOURCE))));
      return { name, ...readPageFacts(document), blocks: collectBlocks(document, inlineLayout) };
    });
}

/** The different sentences of pages, each with the space in it collapsed. */
export function sentencesOf(pages: readonly SamplePage[]): readonly string[] {
  const [rules] = LANGUAGES.values();
  if (rules === undefined) return [];
  const split = sentenceSplitter(rules);
  const sentences = pages
    .flatMap(({ blocks }) => blocks)
    .flatMap(({ text }) => split(text).map(({ start, end }) => text.slice(start, end)))
    .map((sentence) => sentence.replaceAll(/\s+/gu, ' '))
    .filter((sentence) => sentence.split(' ').length >= MIN_WORD_COUNT);
  return [...new Set(sentences)];
}
