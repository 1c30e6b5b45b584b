import { describe, expect, it, test } from 'vitest';
import { readRankOptions } from '../../tools/rank-options.ts';

const FILES = ['--claims', 'claims.jsonl', '--queries', 'queries.jsonl'];

describe('readRankOptions', () => {
  it('takes twenty claims for each query if not said otherwise', () => {
    const options = { claims: 'claims.jsonl', queries: 'queries.jsonl', top: 20 };
    expect(readRankOptions(FILES)).toEqual({ kind: 'rank', options });
    expect(readRankOptions([...FILES, '--top', '5'])).toEqual({
      kind: 'rank',
      options: { ...options, top: 5 },
    });
  });

  it('asks for help without files', () => {
    expect(readRankOptions(['--help'])).toEqual({ kind: 'help' });
  });

  test.each([
    [[]],
    [['--claims', 'claims.jsonl']],
    [[...FILES, '--top', '0']],
    [[...FILES, '--top', 'few']],
    [[...FILES, 'more']],
    [[...FILES, '--unknown']],
  ])('says what is wrong with %j', (parameters) => {
    expect(readRankOptions(parameters).kind).toBe('problem');
  });
});
