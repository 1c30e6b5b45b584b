/** The measures that `npm run bench:pages` takes of pages. */
import { describe, expect, it } from 'vitest';
import { costOf, type TraceEvent } from '../../tools/bench-pages/page-thread.ts';
import { readPagesOptions } from '../../tools/bench-pages/pages-options.ts';
import { quantile } from '../../tools/bench-pages/pages-scorecard.ts';
import { readShares } from '../../tools/bench-pages/read-shares.ts';
import { redate } from '../../tools/bench-pages/saved-pages.ts';

describe('the shares that were read', () => {
  const article = ['One two three four.', 'Five six seven.'];

  it('are whole where a page parts the same text in another way', () => {
    const shares = readShares(article, 'One two three four. Five six seven.', [
      'one two',
      'three four five six seven',
    ]);
    expect(shares).toEqual({
      articleWordCount: 7,
      readArticleWordCount: 7,
      chromeWordCount: 0,
      readChromeWordCount: 0,
    });
  });

  it('count what stands around the article by itself', () => {
    const shown = 'Menu home about. One two three four. Five six seven. Related: more of it';
    const shares = readShares(article, shown, ['Menu home about', 'One two three four.']);
    expect(shares).toEqual({
      articleWordCount: 7,
      readArticleWordCount: 4,
      chromeWordCount: 7,
      readChromeWordCount: 3,
    });
  });
});

describe('the cost of a page', () => {
  const ours = (address: string) => address.startsWith('ours:');
  const event = (name: string, ts: number, dur: number, more: Partial<TraceEvent> = {}) => ({
    name,
    ph: 'X',
    pid: 1,
    tid: 1,
    ts,
    dur,
    ...more,
  });
  const nodes = [
    node(1, '', [2, 3]),
    node(2, 'ours:content.js', [4]),
    node(3, 'https://page.example/app.js', []),
    node(4, '', []),
  ];

  it('is what our scripts and all that they call took, by the turns of the thread', () => {
    // Sampled each ms: ours, a call of ours, the page's, ours again in a later task.
    const profile = {
      nodes,
      startTime: 10_000,
      endTime: 15_000,
      samples: [2, 4, 3, 2, 1],
      timeDeltas: [0, 1_000, 1_000, 1_000, 1_000],
    };
    const events = [
      event('RunTask', 10_000, 3_000),
      event('RunTask', 13_000, 1_000),
      // Another thread was busy at the same time, for a while.
      event('RunTask', 10_500, 1_000, { tid: 2 }),
    ];
    expect(costOf(profile, events, ours)).toEqual({ totalMs: 3, longestTurnMs: 2 });
  });

  it('counts compilation, which has no stack, and not the time without a processor', () => {
    const profile = { nodes, startTime: 0, endTime: 1, samples: [], timeDeltas: [] };
    const events = [
      event('RunTask', 10_000, 4_000, { tdur: 1_000 }),
      event('ThreadControllerImpl::RunTask', 10_000, 4_000, { tdur: 1_000 }),
      event('EvaluateScript', 10_000, 4_000, { args: { data: { url: 'ours:content.js' } } }),
      event('EvaluateScript', 10_000, 4_000, { args: { data: { url: 'https://page.example' } } }),
    ];
    expect(costOf(profile, events, ours)).toEqual({ totalMs: 1, longestTurnMs: 1 });
  });

  it('counts nothing from before it was measured, which a trace may begin with', () => {
    const profile = { nodes, startTime: 20_000, endTime: 21_000, samples: [], timeDeltas: [] };
    const events = [
      event('RunTask', 10_000, 4_000),
      event('EvaluateScript', 10_000, 4_000, { args: { data: { url: 'ours:content.js' } } }),
    ];
    expect(costOf(profile, events, ours)).toEqual({ totalMs: 0, longestTurnMs: 0 });
  });

  function node(id: number, url: string, children: number[]) {
    const callFrame = { functionName: '', scriptId: '', url, lineNumber: 0, columnNumber: 0 };
    return { id, callFrame, children };
  }
});

describe('a page of another date', () => {
  it('has it wherever it states one to machines', () => {
    const source =
      '<meta content="2016-08-05T10:00:00Z"><time datetime="2016-08-05">5 August</time>' +
      '{"datePublished":"2016/08/05"} 2016-0805 page-2016-08-05-a';
    expect(redate(source, '2026-11-15')).toBe(
      '<meta content="2026-11-15T10:00:00Z"><time datetime="2026-11-15">5 August</time>' +
        '{"datePublished":"2026-11-15"} 2016-0805 page-2016-08-05-a',
    );
  });
});

describe('a quantile', () => {
  it('is one of the values', () => {
    const values = [5, 1, 4, 2, 3];
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile([7], 0.95)]).toEqual([3, 5, 7]);
  });
});

describe('what is asked for', () => {
  it('is everything in both browsers unless it is named', () => {
    const read = readPagesOptions([]);
    expect(read).toMatchObject({
      kind: 'bench',
      options: { engines: ['chromium', 'firefox'], runCount: 3, pages: [] },
    });
  });

  it.each([['--only=nothing'], ['--engine=lynx'], ['--runs=0'], ['--what']])(
    'is refused where it is not understood: %s',
    (parameter) => {
      expect(readPagesOptions([parameter]).kind).toBe('problem');
    },
  );
});
