/** Ours beside the peers on ranked retrieval: the claims that a tweet or a sentence makes. */
import type { BenchmarkData, RankingSet } from './benchmark-data.ts';
import { meanFigure, shareFigure, type Figure } from './figure.ts';
import { DEPTH, scoreQuery } from './score-ranking.ts';
import { cellOf, type MeasuredPart, type Row, type Table } from './scorecard.ts';
import { BM25, MINISEARCH_STEMS, OURS, PEERS, type Peer } from './search-peers.ts';
import { sampleOf } from './seeded-random.ts';

/** So long a peer may take for one set; what it does not get done by then it is not asked. */
const SECONDS_FOR_SET = 30;
const SECONDS_FOR_QUICK_SET = 2;
const QUICK_QUERY_COUNT = 60;
/** Fewer queries tell nothing. */
const MIN_QUERY_COUNT = 4;
const SAMPLE_SEED = 5;

/** The sets on which all peers are asked, and those on which the quick ones are. */
const MAIN_SET = 'CLEF-2022 2A, devtest';
const QUICK_PEERS = [OURS, BM25, MINISEARCH_STEMS];

const LEAD_LANGUAGES = [
  ['de', 'German'],
  ['fr', 'French'],
  ['pt', 'Portuguese'],
  ['pl', 'Polish'],
] as const;

const ROBUST_SETS = [
  ['orig-clean', 'clean'],
  ['typos-worst', 'typos'],
  ['rewrite-worst', 'rewrites'],
  ['dialect-pidgin', 'dialect'],
  ['casing-worst', 'change of case'],
] as const;

/** Each read when it is asked for: the largest take a while. */
function setsOf(data: BenchmarkData): readonly (() => RankingSet)[] {
  const tweets = () => data.claims('clef22-2a/claims.jsonl');
  return [
    () => ({ name: MAIN_SET, claims: tweets(), queries: data.queries('clef22-2a', 'devtest') }),
    () => ({
      name: 'CLEF-2022 2A, train',
      claims: tweets(),
      queries: data.queries('clef22-2a', 'train'),
    }),
    () => ({
      name: 'CLEF-2022 2B, train',
      claims: data.claims('clef22-2b/claims.jsonl'),
      queries: data.queries('clef22-2b', 'train'),
    }),
    () => ({
      name: 'FCT English, dev',
      claims: data.claims('fct-en/claims.jsonl'),
      queries: data.queries('fct-en', 'dev'),
    }),
    ...LEAD_LANGUAGES.map(([code, language]) => () => ({
      name: `standfirst to headline, ${language}`,
      claims: data.claims(`other/fct-lead-${code}.claims.jsonl`),
      queries: data.queries('other', `fct-lead-${code}`),
    })),
    ...ROBUST_SETS.map(([file, what]) => () => ({
      name: `2A devtest, ${what}`,
      claims: tweets(),
      queries: data.queries('robust', file),
    })),
  ];
}

type Measured = {
  readonly peer: string;
  readonly map: Figure | null;
  readonly first: Figure | null;
  readonly any: Figure | null;
  readonly queriesASecond: number;
};

function measure(peer: Peer, { claims, queries }: RankingSet, isQuick: boolean): Measured | null {
  const seconds = isQuick ? SECONDS_FOR_QUICK_SET : SECONDS_FOR_SET;
  const affordable = Math.floor((seconds * peer.claimsASecond) / claims.length);
  const asked = sampleOf(
    queries,
    Math.min(affordable, isQuick ? QUICK_QUERY_COUNT : Infinity),
    SAMPLE_SEED,
  );
  if (asked.length < Math.min(MIN_QUERY_COUNT, queries.length)) return null;
  const search = peer.open(claims);
  const started = performance.now();
  const scores = asked.map((query) =>
    scoreQuery(
      query,
      search(query.text, DEPTH).map(({ claim }) => claim),
    ),
  );
  const shareOf = (key: 'isFirstRight' | 'isAnyRight') =>
    shareFigure(scores.filter((score) => score[key]).length, scores.length);
  return {
    peer: peer.name,
    map: meanFigure(scores.map(({ averagePrecision }) => averagePrecision)),
    first: shareOf('isFirstRight'),
    any: shareOf('isAnyRight'),
    queriesASecond: (1_000 * scores.length) / (performance.now() - started),
  };
}

export function rankingPart(
  data: BenchmarkData,
  isQuick: boolean,
  report: (line: string) => void,
): MeasuredPart {
  const tables: Table[] = [];
  const bars: { readonly name: string; readonly figure: Figure }[] = [];
  for (const read of setsOf(data)) {
    const set = read();
    const isMain = set.name === MAIN_SET;
    const rows = (isMain ? PEERS : QUICK_PEERS).flatMap((peer): readonly Row[] => {
      const measured = measure(peer, set, isQuick);
      if (measured === null) return [];
      const { map, first, any, queriesASecond } = measured;
      report(`${set.name}: ${peer.name}: MAP@5 ${map?.value.toFixed(3) ?? ''}`);
      if (isMain && map !== null) bars.push({ name: peer.name, figure: map });
      const speed = queriesASecond.toPrecision(2);
      return [{ name: peer.name, cells: [cellOf(map, 3), cellOf(first), cellOf(any), speed] }];
    });
    tables.push({
      title: `${set.name}: ${set.claims.length.toLocaleString('en-US')} claims`,
      columns: ['', 'MAP@5', 'Success@1', 'Success@5', 'queries a second'],
      rows,
    });
  }
  return {
    name: 'ranking',
    title: 'Ranking',
    notes: [
      'The claims of a list in the order in which a text resembles them. MAP@5 with the interval of a seeded bootstrap over the queries, Success with that of Wilson. Slow peers are asked a seeded sample; n says how many queries.',
      'The sets with standfirsts are a proxy that nobody has judged.',
    ],
    tables,
    charts: [{ name: 'ranking', title: `MAP@5 on ${MAIN_SET}`, max: 1, bars }],
  };
}
