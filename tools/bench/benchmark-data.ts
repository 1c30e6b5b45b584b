/** The benchmark data outside the repository, as their README describes them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import * as v from 'valibot';
import { parsePlainList, type PlainClaim } from '../../core/claims/plain-list.ts';

export type Query = {
  readonly id: string;
  readonly text: string;
  /** The claims that are right, by their ids. */
  readonly right: ReadonlySet<string>;
};

export type RankingSet = {
  readonly name: string;
  readonly claims: readonly PlainClaim[];
  readonly queries: readonly Query[];
};

const CleanSentence = v.object({ text: v.string() });
const TranscriptSentence = v.object({
  doc: v.string(),
  line: v.string(),
  text: v.string(),
  gold: v.array(v.string()),
});
export type TranscriptSentence = v.InferOutput<typeof TranscriptSentence>;

/** A folder of benchmark data. What is read is kept: several parts measure on the same claims. */
export type BenchmarkData = {
  claims(path: string): readonly PlainClaim[];
  /** The queries with their right claims; of queries with one id the first. */
  queries(folder: string, name: string): readonly Query[];
  cleanSentences(): readonly string[];
  transcripts(): readonly TranscriptSentence[];
  /** The whole text of a file. */
  text(path: string): string;
};

/** Null where there is no such folder. */
export function openBenchmarkData(folder: string): BenchmarkData | null {
  if (!existsSync(folder)) return null;
  const text = (path: string) => {
    const bytes = readFileSync(join(folder, path));
    return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString();
  };
  const known = new Map<string, readonly PlainClaim[]>();
  const readClaims = (path: string) => {
    const claims = known.get(path) ?? parseClaims(path, text(path));
    known.set(path, claims);
    return claims;
  };
  return {
    text,
    claims: readClaims,
    queries(name, part) {
      const right = new Map<string, Set<string>>();
      for (const line of linesOf(text(`${name}/${part}.qrels.tsv`))) {
        const [query = '', claim = ''] = line.split('\t');
        right.set(query, (right.get(query) ?? new Set()).add(claim));
      }
      const parsed = parsePlainList(
        text(`${name}/${part}.queries.jsonl`).split('\n'),
        'passed over',
      );
      if (!parsed.ok) throw new Error(`${name}/${part}.queries.jsonl holds what is no query`);
      return parsed.value.flatMap((query) => {
        const claims = right.get(query.id);
        return claims === undefined ? [] : [{ id: query.id, text: query.text, right: claims }];
      });
    },
    cleanSentences: () =>
      readLines(CleanSentence, text('scan/clean-news.sentences.jsonl')).map((line) => line.text),
    transcripts: () => readLines(TranscriptSentence, text('scan/transcripts.sentences.jsonl')),
  };
}

/** A claim that is there twice counts once. */
function parseClaims(path: string, text: string): readonly PlainClaim[] {
  const parsed = parsePlainList(text.split('\n'), 'passed over');
  if (!parsed.ok) throw new Error(`${path}: line ${String(parsed.errors[0]?.line)} is no claim`);
  return parsed.value;
}

const linesOf = (text: string) => text.split(/\r?\n/u).filter((line) => line !== '');

function readLines<T>(schema: v.GenericSchema<unknown, T>, text: string): readonly T[] {
  return linesOf(text).map((line) => v.parse(schema, JSON.parse(line)));
}
