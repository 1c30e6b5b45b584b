import { describe, expect, it, test } from 'vitest';
import { openBm25 } from '../../tools/bench/bm25.ts';
import { cutShort, withoutTrimmings } from '../../tools/bench/clean-tweet.ts';
import { drawScan, thresholdFor } from '../../tools/bench/draw-scan.ts';
import { readDomainTexts } from '../../tools/bench/domain-part.ts';
import { scoreQuery } from '../../tools/bench/score-ranking.ts';
import { PEERS } from '../../tools/bench/search-peers.ts';

const claimOf = (id: string, text: string) => ({ id, text, title: null, lang: 'en' });
const HARBOUR = claimOf('harbour', 'The harbour of Northland was sold to a shipping company');
const BRIDGE = claimOf('bridge', 'A bridge in Eastvale fell into the river');
const AMBER = claimOf('amber', 'Smugglers carried amber across the mountains');

describe('the score of an order', () => {
  const query = (...right: string[]) => ({ id: 'q', text: '', right: new Set(right) });

  test.each([
    [['a'], ['a', 'b'], 1, true, true],
    [['b'], ['a', 'b'], 0.5, false, true],
    [['a', 'c'], ['a', 'b', 'c'], (1 + 2 / 3) / 2, true, true],
    [['f'], ['a', 'b', 'c', 'd', 'e', 'f'], 0, false, false],
    [['a'], [], 0, false, false],
  ])('right %j, ranked %j', (right, ranked, averagePrecision, isFirstRight, isAnyRight) => {
    expect(scoreQuery(query(...right), ranked)).toEqual({
      averagePrecision,
      isFirstRight,
      isAnyRight,
    });
  });
});

test.each(PEERS)('$name finds a claim in its own words', (peer) => {
  const search = peer.open([HARBOUR, BRIDGE, AMBER]);
  expect(search(BRIDGE.text, 5)[0]?.claim).toBe('bridge');
  expect(search(BRIDGE.text, 1)).toHaveLength(1);
});

test('BM25 prefers the rare word, and of equal claims the shorter one', () => {
  const claims = [
    claimOf('long', 'storm storm over town hall and the old town gate'),
    claimOf('rare', 'town comet'),
    claimOf('short', 'town hall'),
  ];
  const search = openBm25(
    claims,
    ({ text }) => text,
    (text) => text.split(' '),
  );
  expect(search('town comet', 3).map(({ claim }) => claim)).toEqual(['rare', 'short', 'long']);
  expect(search('nothing', 3)).toEqual([]);
});

describe('a drawn list', () => {
  const claims = Array.from({ length: 300 }, (_, at) => claimOf(String(at), 'text'));
  const queries = claims.map(({ id }) => ({ id: `q${id}`, text: '', right: new Set([id]) }));

  it('has so many claims, half of them right for some query', () => {
    const drawn = drawScan(claims, queries, 100, 1);
    expect(drawn.claims).toHaveLength(100);
    expect(drawn.queries).toHaveLength(50);
    const ids = new Set(drawn.claims.map(({ id }) => id));
    expect(drawn.queries.every(({ right }) => [...right].every((id) => ids.has(id)))).toBe(true);
  });

  it('is the same for the same seed', () => {
    expect(drawScan(claims, queries, 100, 2)).toEqual(drawScan(claims, queries, 100, 2));
    expect(drawScan(claims, queries, 100, 2)).not.toEqual(drawScan(claims, queries, 100, 3));
  });
});

test('the threshold is what the share of scores reaches', () => {
  expect(thresholdFor([5, 4, 3, 2, 1], 0.8)).toBe(2);
  expect(thresholdFor([], 0.8)).toBe(Infinity);
});

describe('a tweet', () => {
  const TWEET =
    'It fell! @gate is down https://t.example/a pic.twitter.com/xyz — A Person (@person) January 28, 2021';

  it('loses its mentions, links and signature', () => {
    expect(withoutTrimmings(TWEET)).toBe('It fell! is down');
  });

  it('is cut after a word', () => {
    const cut = cutShort('word '.repeat(60));
    expect(cut.length).toBeLessThanOrEqual(160);
    expect(cut.endsWith('word')).toBe(true);
  });
});

test('a domain text may leave out what it has none of', () => {
  const line = { id: 'a', kind: 'written', lang: 'en', text: 'It fell.', labels: [] };
  expect(readDomainTexts(`${JSON.stringify(line)}\n`)).toEqual([
    { id: 'a', lang: 'en', title: '', text: 'It fell.', labels: [], accept: [], note: '' },
  ]);
});
