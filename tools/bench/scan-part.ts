/** False marks on clean prose: at the threshold that finds most of what is there, and as shipped. */
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import type { BenchmarkData, Query } from './benchmark-data.ts';
import { cutShort, withoutTrimmings } from './clean-tweet.ts';
import { drawScan, thresholdFor, type DrawnScan } from './draw-scan.ts';
import { scaled, shareFigure, type Figure } from './figure.ts';
import { cellOf, type MeasuredPart, type Row, type Table } from './scorecard.ts';
import { BM25, MINISEARCH_STEMS, OURS, UFUZZY, type Peer, type Search } from './search-peers.ts';
import { readSamplePages, sentencesOf, type SamplePage } from './sample-pages.ts';
import { sampleOf } from './seeded-random.ts';

const RECALL = 0.8;
const PER = 1_000;

const SIZES = [
  { count: 100, seeds: [1, 2, 3, 4, 5] },
  { count: 1_000, seeds: [1, 2, 3] },
  { count: 10_000, seeds: [1] },
] as const;
const QUICK_SIZES = [
  { count: 100, seeds: [1] },
  { count: 1_000, seeds: [1] },
] as const;

const VARIANTS = [
  { name: 'tweets as they are', read: (text: string) => text },
  { name: 'without mentions, links and signatures', read: withoutTrimmings },
  { name: 'cut to 160 characters', read: cutShort },
] as const;

/** How far down a right claim is looked for; one that is further down has no score. */
const DEPTH = 100;
/** Sentences of the pages that all peers are asked about; a sample, since there are many. */
const PAGE_SENTENCE_COUNT = 1_500;
const QUICK_SENTENCE_COUNT = 200;
/** uFuzzy is asked about so many sentences, and only about tweets as they are. */
const SLOW_SENTENCE_COUNT = 150;
const SAMPLE_SEED = 7;

/**
 * Scores of peers grow with the query, which flatters long ones. The square root of its number of
 * words takes most of that out; the better of both is reported.
 */
const LENGTH_NORMS = [() => 1, (text: string) => Math.sqrt(text.split(/\s+/u).length)] as const;

type CleanText = { readonly name: string; readonly sentences: readonly string[] };

/** How many of the sentences get a mark, for each clean text. */
function countFalseMarks(
  search: Search,
  normOf: (text: string) => number,
  queries: readonly Query[],
  clean: readonly CleanText[],
): readonly number[] {
  const rightScores = queries.flatMap(({ text, right }) => {
    const ranked = new Map(search(text, DEPTH).map(({ claim, score }) => [claim, score]));
    return [...right].map((claim) => (ranked.get(claim) ?? 0) / normOf(text));
  });
  const threshold = thresholdFor(rightScores, RECALL);
  return clean.map(({ sentences }) => {
    const marked = sentences.filter((sentence) => {
      const best = search(sentence, 1)[0]?.score ?? 0;
      return best > 0 && best / normOf(sentence) >= threshold;
    });
    return marked.length;
  });
}

type Variant = (typeof VARIANTS)[number];

/** For each variant false marks per 1,000 sentences over several draws; n is the number of sentences. */
function falseMarks(
  peer: Peer,
  draws: readonly DrawnScan[],
  variants: readonly Variant[],
  clean: readonly CleanText[],
): ReadonlyMap<Variant, readonly (Figure | null)[]> {
  const norms = peer === OURS ? LENGTH_NORMS.slice(0, 1) : LENGTH_NORMS;
  const counts = draws.map(({ claims, queries }) => {
    const search = remembering(peer.open(claims));
    return variants.map(({ read }) => {
      const asked = queries.map((query) => ({ ...query, text: read(query.text) }));
      return norms.map((normOf) => countFalseMarks(search, normOf, asked, clean));
    });
  });
  return new Map(
    variants.map((variant, at) => [
      variant,
      clean.map(({ sentences }, text) => {
        const sums = norms.map((_, norm) =>
          counts.reduce((sum, own) => sum + (own[at]?.[norm]?.[text] ?? 0), 0),
        );
        const figure = shareFigure(Math.min(...sums) / draws.length, sentences.length);
        return figure && scaled(figure, PER);
      }),
    ]),
  );
}

/** Asks once for each text. */
function remembering(search: Search): Search {
  const known = new Map<string, ReturnType<Search>>();
  return (text, top) => {
    const key = `${String(top)} ${text}`;
    const found = known.get(key) ?? search(text, top);
    known.set(key, found);
    return found;
  };
}

/** Whether anything is marked in a sentence that stands alone. */
function isMarked(index: ClaimIndex, text: string): boolean {
  const blocks = [{ text, isHeading: false }];
  const found = findClaims(index, { language: 'en', title: '', before: '', blocks });
  return (found[0]?.length ?? 0) > 0;
}

/** The marks on the pages, each read as a whole page. */
function countPageMarks(index: ClaimIndex, pages: readonly SamplePage[]): number {
  return pages
    .flatMap(({ language, title, blocks }) =>
      findClaims(index, { language, title, before: '', blocks }),
    )
    .reduce((sum, matches) => sum + matches.length, 0);
}

function perThousand(count: number, whole: number): Figure | null {
  const figure = shareFigure(Math.min(count, whole), whole);
  return figure && scaled(figure, PER);
}

/** Ours as it is shipped, with the bundled list and with the claims of 2A. */
function shippedTable(
  data: BenchmarkData,
  bundled: ClaimIndex,
  clean: readonly CleanText[],
  pages: readonly SamplePage[],
): Table {
  const claims = data.claims('clef22-2a/claims.jsonl');
  const plain = openIndex(compilePlainIndex(claims));
  const queries = data.queries('clef22-2a', 'devtest');
  const found = queries.filter(({ text, right }) => {
    const blocks = [{ text, isHeading: false }];
    const request = { language: 'en', title: '', before: '', blocks };
    return findClaims(plain, request)
      .flat()
      .some(({ claim }) => right.has(claim));
  });
  const pageSentenceCount = sentencesOf(pages).length;
  const rowOf = (name: string, index: ClaimIndex, recall: Figure | null): Row => ({
    name,
    cells: [
      cellOf(recall),
      ...clean.map(({ sentences }) =>
        cellOf(
          perThousand(sentences.filter((text) => isMarked(index, text)).length, sentences.length),
        ),
      ),
      cellOf(perThousand(countPageMarks(index, pages), pageSentenceCount)),
    ],
  });
  const size = claims.length.toLocaleString('en-US');
  return {
    title: 'At the shipped threshold: marks per 1,000 clean sentences',
    columns: [
      '',
      '2A devtest queries whose claim is marked',
      ...clean.map(({ name }) => name),
      `all ${String(pages.length)} pages, each as a whole`,
    ],
    rows: [
      rowOf('the bundled list', bundled, null),
      rowOf(`${size} claims of 2A`, plain, shareFigure(found.length, queries.length)),
    ],
  };
}

export function scanPart(
  data: BenchmarkData,
  pagesFolder: string,
  bundled: ClaimIndex,
  isQuick: boolean,
  report: (line: string) => void,
): MeasuredPart {
  const pages = readSamplePages(pagesFolder);
  const limit = isQuick ? QUICK_SENTENCE_COUNT : Infinity;
  const pageLimit = isQuick ? QUICK_SENTENCE_COUNT : PAGE_SENTENCE_COUNT;
  const clean = [
    { name: 'clean news', sentences: sampleOf(data.cleanSentences(), limit, SAMPLE_SEED) },
    {
      name: 'sentences of the sample pages',
      sentences: sampleOf(sentencesOf(pages), pageLimit, SAMPLE_SEED),
    },
  ].filter(({ sentences }) => sentences.length > 0);
  const few = clean.map(({ name, sentences }) => ({
    name,
    sentences: sampleOf(sentences, SLOW_SENTENCE_COUNT, SAMPLE_SEED),
  }));
  const all = data.claims('clef22-2a/claims.jsonl');
  const queries = [...data.queries('clef22-2a', 'devtest'), ...data.queries('clef22-2a', 'train')];

  const tables: Table[] = [];
  const bars: { readonly name: string; readonly figure: Figure }[] = [];
  for (const { count, seeds } of isQuick ? QUICK_SIZES : SIZES) {
    const draws = seeds.map((seed) => drawScan(all, queries, count, seed));
    const measured = [OURS, BM25, MINISEARCH_STEMS, UFUZZY].map((peer) => {
      const isSlow = peer === UFUZZY;
      const figures = isSlow
        ? falseMarks(peer, draws.slice(0, 1), VARIANTS.slice(0, 1), few)
        : falseMarks(peer, draws, VARIANTS, clean);
      const first = figures.get(VARIANTS[0])?.[0];
      report(`${String(count)} claims: ${peer.name}: ${first?.value.toFixed(1) ?? ''}`);
      if (!isSlow && first)
        bars.push({ name: `${peer.name}, N = ${String(count)}`, figure: first });
      return { peer, figures };
    });
    const rows = VARIANTS.flatMap((variant) =>
      measured.flatMap(({ peer, figures }): readonly Row[] => {
        const own = figures.get(variant);
        if (own === undefined) return [];
        const cells = own.map((figure) => cellOf(figure, 1));
        return [{ name: `${variant.name}: ${peer.name}`, cells }];
      }),
    );
    tables.push({
      title: `${count.toLocaleString('en-US')} claims, ${String(seeds.length)} drawn ${seeds.length === 1 ? 'list' : 'lists'}: false marks per 1,000 clean sentences`,
      columns: ['', ...clean.map(({ name }) => name)],
      rows,
    });
  }
  return {
    name: 'scan',
    title: 'Page scan',
    notes: [
      'Tweets of CLEF-2022 2A, drawn until their claims are half of a list of N, filled up with other claims. The threshold is the score that 80 % of the right claims reach; counted is every clean sentence whose best score reaches it. n is the number of sentences; the intervals are for the mean over the drawn lists, as if it came from one.',
      'Peers are given the better of their score and their score divided by the square root of the number of words.',
    ],
    tables: [shippedTable(data, bundled, clean, pages), ...tables],
    charts: [
      {
        name: 'scan',
        title: 'False marks per 1,000 clean news sentences, at 80 % recall',
        max: null,
        bars,
      },
    ],
  };
}
