/**
 * What an index weighs, how soon it is there, and how fast pages are read with it. Reading is given
 * as a share of the floor, one `charCodeAt` loop over the same blocks in the same run: 1/4 takes four
 * times as long. The figures are of the machine that it ran on.
 */
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import type { BlockText } from '../../core/matching/claim-match.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { inventClaims, inventProse } from '../invent-text.ts';
import type { BenchmarkData } from './benchmark-data.ts';
import type { MeasuredPart, Row, Table } from './scorecard.ts';

/** Enough for the machine to be undisturbed in one of them; the best one counts. */
const ROUND_COUNT = 7;
const QUICK_ROUND_COUNT = 2;
/** What compiles within this is compiled again in each round. */
const QUICKLY_COMPILED_MS = 1_500;

const BLOCK_SENTENCE_COUNT = 5;
/** UTF-16 units of invented prose. */
const PROSE_LENGTH = 2_000_000;
const INVENTED_COUNTS = [14_000, 200_000] as const;
const CLAIM_FILES = ['clef22-2a/claims.jsonl', 'scale/claims.jsonl.gz'] as const;

const BYTES_A_MB = 1e6;

type MeasuredIndex = {
  readonly name: string;
  readonly index: ClaimIndex;
  readonly byteLength: number;
  readonly compileMs: number;
  readonly loadMs: number;
};

type Prose = { readonly name: string; readonly blocks: readonly BlockText[] };

function timeMs<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = run();
  return { value, ms: performance.now() - started };
}

const bestMs = (count: number, run: () => unknown) =>
  Math.min(...Array.from({ length: count }, () => timeMs(run).ms));

/** A flat copy: joined strings would be read at another speed. */
const blockOf = (text: string): BlockText => ({
  text: Buffer.from(text, 'utf16le').toString('utf16le'),
  isHeading: false,
});

function blocksOf(sentences: readonly string[]): readonly BlockText[] {
  return Array.from({ length: Math.ceil(sentences.length / BLOCK_SENTENCE_COUNT) }, (_, at) =>
    blockOf(sentences.slice(at * BLOCK_SENTENCE_COUNT, (at + 1) * BLOCK_SENTENCE_COUNT).join(' ')),
  );
}

function scan(index: ClaimIndex, blocks: readonly BlockText[]): number {
  const request = { language: 'en', title: '', before: '', blocks };
  return findClaims(index, request).reduce((sum, matches) => sum + matches.length, 0);
}

function readOnce(blocks: readonly BlockText[]): number {
  let sum = 0;
  for (const { text } of blocks) {
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  }
  return sum;
}

/** Compiles as often as its time allows, then opens as an answer to a first page does. */
function measureIndex(name: string, rounds: number, compile: () => ArrayBuffer): MeasuredIndex {
  const first = timeMs(compile);
  const again = first.ms < QUICKLY_COMPILED_MS ? bestMs(rounds, compile) : Infinity;
  const buffer = first.value;
  const answer = () => scan(openIndex(buffer), [{ text: 'A first page.', isHeading: false }]);
  return {
    name,
    index: openIndex(buffer),
    byteLength: buffer.byteLength,
    compileMs: Math.min(first.ms, again),
    loadMs: bestMs(rounds, answer),
  };
}

/** All in turn, round after round, so that whoever disturbs the machine disturbs each of them. */
function scanTable(
  { name, blocks }: Prose,
  lists: readonly MeasuredIndex[],
  rounds: number,
): Table {
  const wordCount = blocks.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  let floorMs = Infinity;
  const best = lists.map((list) => ({ list, ms: Infinity }));
  for (let round = 0; round < rounds; round++) {
    floorMs = Math.min(floorMs, timeMs(() => readOnce(blocks)).ms);
    for (const entry of best) {
      entry.ms = Math.min(entry.ms, timeMs(() => scan(entry.list.index, blocks)).ms);
    }
  }
  const words = wordCount.toLocaleString('en-US');
  const count = blocks.length.toLocaleString('en-US');
  return {
    title: `Reading ${name}: ${count} blocks, ${words} words`,
    columns: ['', 'share of the floor', 'words a second'],
    rows: best.map(({ list, ms }): Row => ({
      name: list.name,
      cells: [
        `1/${(ms / floorMs).toFixed(1)}`,
        Math.round((1_000 * wordCount) / ms).toLocaleString('en-US'),
      ],
    })),
  };
}

/** One wording each. */
const untitled = (claims: readonly PlainClaim[]) =>
  claims.map((claim) => ({ ...claim, title: null }));

/** Without data the claims and the prose are invented, the same each time. */
export function speedPart(
  list: ClaimList,
  data: BenchmarkData | null,
  isQuick: boolean,
  report: (line: string) => void,
): MeasuredPart {
  const rounds = isQuick ? QUICK_ROUND_COUNT : ROUND_COUNT;
  const plainLists =
    data === null
      ? INVENTED_COUNTS.map(inventClaims)
      : CLAIM_FILES.map((path) => untitled(data.claims(path)));
  const proses: readonly Prose[] =
    data === null
      ? [{ name: 'invented prose', blocks: inventProse(PROSE_LENGTH).map(blockOf) }]
      : [
          { name: 'clean news', blocks: blocksOf(data.cleanSentences()) },
          {
            name: 'debate transcripts',
            blocks: blocksOf(data.transcripts().map(({ text }) => text)),
          },
        ];
  const lists = [
    measureIndex('the bundled list', rounds, () => compileIndex(list)),
    ...plainLists.map((claims) =>
      measureIndex(`${claims.length.toLocaleString('en-US')} claims`, rounds, () =>
        compilePlainIndex(claims),
      ),
    ),
  ];
  const rows = lists.map(({ name, byteLength, compileMs, loadMs }): Row => {
    const cells = [(byteLength / BYTES_A_MB).toFixed(2), compileMs.toFixed(0), loadMs.toFixed(1)];
    report(`${name}: ${cells.join(', ')}`);
    return { name, cells };
  });
  return {
    name: 'speed',
    title: 'Size and speed',
    notes: [
      `One core of a shared machine, best of ${String(rounds)} rounds. The floor is one charCodeAt loop over the same blocks in the same run: 1/4 takes four times as long.`,
    ],
    tables: [
      {
        title: 'The compiled index',
        columns: ['', 'MB', 'compiled in, ms', 'first answer after its bytes, ms'],
        rows,
      },
      ...proses.map((prose) => scanTable(prose, lists, rounds)),
    ],
    charts: [],
  };
}
