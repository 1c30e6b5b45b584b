/**
 * `npm run bench:speed`: what an index weighs, how soon it is there, and how fast pages are read with
 * it: with the bundled list, with some 14,000 claims and with some 200,000. Reading is given as a
 * share of the floor, one `charCodeAt` loop over the same blocks in the same run: 1/4 takes four
 * times as long. Nothing is written; the figures are of the machine that it ran on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { PlainClaim } from '../core/claims/plain-list.ts';
import { parsePlainList } from '../core/claims/plain-list.ts';
import { BUNDLED_LIST_ID } from '../core/extension/bundled-list.ts';
import { openIndex, type ClaimIndex } from '../core/matching/claim-index.ts';
import type { BlockText } from '../core/matching/claim-match.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { compilePlainIndex } from '../core/matching/compile-plain-index.ts';
import { findClaims } from '../core/matching/find-claims.ts';
import { inventClaims, inventProse } from './invent-text.ts';
import { readListFolder } from './read-list.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFAULT_BENCH = join(ROOT, '..', 'shared', 'bench');

/** Enough for the machine to be undisturbed in one of them; the best one counts. */
const DEFAULT_ROUND_COUNT = '15';

const BLOCK_SENTENCE_COUNT = 5;
/** Blocks that are read at a time. */
const PORTION_LENGTH = 20;
/** UTF-16 units of invented prose. */
const PROSE_LENGTH = 2_000_000;
const INVENTED_COUNTS = [14_000, 200_000] as const;

type Blocks = readonly BlockText[];

type Measured = {
  readonly name: string;
  readonly index: ClaimIndex;
  readonly byteLength: number;
  readonly compileMs: number;
  readonly loadMs: number;
};

function timeMs<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const started = performance.now();
  const value = run();
  return { value, ms: performance.now() - started };
}

const bestMs = (count: number, run: () => unknown) =>
  Math.min(...Array.from({ length: count }, () => timeMs(run).ms));

const readText = (path: string) =>
  path.endsWith('.gz') ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8');

function readClaims(path: string): readonly PlainClaim[] {
  const parsed = parsePlainList(readText(path).split('\n'), 'passed over');
  if (!parsed.ok) throw new Error(`${path}: line ${String(parsed.errors[0]?.line)} is no claim`);
  return parsed.value;
}

/** The sentences of a file, as blocks; each a text of its own, as a page gives it. */
function readBlocks(path: string): readonly BlockText[] {
  const sentences = readText(path)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
  return Array.from({ length: Math.ceil(sentences.length / BLOCK_SENTENCE_COUNT) }, (_, at) => {
    const own = sentences.slice(at * BLOCK_SENTENCE_COUNT, (at + 1) * BLOCK_SENTENCE_COUNT);
    return blockOf(own.join(' '));
  });
}

/** A flat copy: joined strings would be read at another speed. */
const blockOf = (text: string): BlockText => ({
  text: Buffer.from(text, 'utf16le').toString('utf16le'),
  isHeading: false,
});

/** Compiles, again where that takes little, then opens as an answer to a first page does. */
function measure(name: string, rounds: number, compile: () => ArrayBuffer): Measured {
  const first = timeMs(compile);
  const compileMs = Math.min(first.ms, first.ms < 5_000 ? bestMs(3, compile) : Infinity);
  const buffer = first.value;
  const answer = () => scan(openIndex(buffer), [{ text: 'A first page.', isHeading: false }]);
  const loadMs = bestMs(rounds, answer);
  return { name, index: openIndex(buffer), byteLength: buffer.byteLength, compileMs, loadMs };
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

/**
 * The blocks in portions, each read once in turn for the floor and for every list, round after round;
 * of each portion the best time counts. Whoever disturbs the machine disturbs a few portions of some
 * rounds, and a portion takes less than a process is let run at a time.
 */
function printScan(
  name: string,
  blocks: readonly BlockText[],
  lists: readonly Measured[],
  rounds: number,
): void {
  const portions = Array.from({ length: Math.ceil(blocks.length / PORTION_LENGTH) }, (_, at) =>
    blocks.slice(at * PORTION_LENGTH, (at + 1) * PORTION_LENGTH),
  );
  const unitCount = blocks.reduce((sum, { text }) => sum + text.length, 0);
  const wordCount = blocks.reduce((sum, { text }) => sum + text.split(/\s+/u).length, 0);
  const readers = [readOnce, ...lists.map(({ index }) => (own: Blocks) => scan(index, own))];
  const bests = readers.map(() => new Float64Array(portions.length).fill(Infinity));
  const counts = readers.map(() => new Float64Array(portions.length));
  for (let round = 0; round < rounds; round++) {
    portions.forEach((portion, at) => {
      readers.forEach((read, reader) => {
        const { value, ms } = timeMs(() => read(portion));
        const best = bests[reader];
        const count = counts[reader];
        if (best === undefined || count === undefined) return;
        best[at] = Math.min(best[at] ?? 0, ms);
        count[at] = value;
      });
    });
  }
  const sumOf = (values: Float64Array | undefined) => values?.reduce((a, b) => a + b, 0) ?? 0;
  const floorMs = sumOf(bests[0]);
  console.log(
    `\n${name}: ${String(blocks.length)} blocks, ${String(wordCount)} words; ` +
      `floor ${((floorMs * 1e6) / unitCount).toFixed(2)} ns a unit`,
  );
  lists.forEach((list, at) => {
    const ms = sumOf(bests[at + 1]);
    const millions = wordCount / ms / 1_000;
    console.log(
      `  ${list.name}: 1/${(ms / floorMs).toFixed(1)} of the floor, ` +
        `${millions.toFixed(2)} million words a second, ${String(sumOf(counts[at + 1]))} matches`,
    );
  });
}

const { values } = parseArgs({
  options: {
    bench: { type: 'string', default: DEFAULT_BENCH },
    rounds: { type: 'string', default: DEFAULT_ROUND_COUNT },
  },
});
const rounds = Number(values.rounds);
const parsed = await readListFolder(join(ROOT, 'data', 'lists', BUNDLED_LIST_ID));
if (!parsed.ok) throw new Error('The bundled list is not valid: npm run data:check says why.');
const bundled = parsed.value;
const hasBench = existsSync(values.bench);
if (!hasBench) console.log('no benchmark data are at hand (--bench FOLDER): invented ones, seeded');

const plainLists = hasBench
  ? ['clef22-2a/claims.jsonl', 'scale/claims.jsonl.gz'].map((path) =>
      // One wording each.
      readClaims(join(values.bench, path)).map((claim) => ({ ...claim, title: null })),
    )
  : INVENTED_COUNTS.map(inventClaims);
const lists = [
  measure(`bundled list, ${String(bundled.claims.length)} claims`, rounds, () =>
    compileIndex(bundled),
  ),
  ...plainLists.map((claims) =>
    measure(`plain list, ${String(claims.length)} claims`, rounds, () => compilePlainIndex(claims)),
  ),
];
for (const { name, byteLength, compileMs, loadMs } of lists) {
  console.log(
    `${name}: ${(byteLength / 1e6).toFixed(2)} MB, compiled in ${compileMs.toFixed(0)} ms, ` +
      `first answer ${loadMs.toFixed(1)} ms after its bytes`,
  );
}
const texts = hasBench
  ? ['clean-news', 'transcripts'].map((name) => ({
      name,
      blocks: readBlocks(join(values.bench, 'scan', `${name}.sentences.jsonl`)),
    }))
  : [{ name: 'invented prose', blocks: inventProse(PROSE_LENGTH).map(blockOf) }];
for (const { name, blocks } of texts) printScan(name, blocks, lists, rounds);
