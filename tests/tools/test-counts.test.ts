import { describe, expect, it } from 'vitest';
import { countVitest, failuresOf, isSuccess, NONE, summaryLine } from '../../tools/test-counts.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'tests/some.test.ts',
  status,
  message: status === 'failed' ? 'It did not load.\nat line 1' : '',
  assertionResults: tests.map((test, at) => ({
    status: test,
    fullName: `test ${String(at)}`,
    failureMessages: test === 'failed' ? ['expected 1 to be 2\n    at here'] : [],
  })),
});
const report = (...testResults: ReturnType<typeof file>[]) => ({ testResults });

describe('counting a run of Vitest', () => {
  it.each([
    [
      'passed tests of every file',
      report(file('passed', 'passed', 'passed'), file('passed', 'passed')),
      0,
      [3, 0, 0],
    ],
    [
      'failed tests, and their file not besides',
      report(file('failed', 'passed', 'failed', 'failed')),
      1,
      [1, 2, 0],
    ],
    [
      'skipped, pending and planned tests',
      report(file('passed', 'passed', 'skipped', 'pending', 'todo')),
      0,
      [1, 0, 3],
    ],
    ['a file that did not load', report(file('failed'), file('passed', 'passed')), 1, [1, 1, 0]],
    [
      'a hook that failed and left its tests out',
      report(file('failed', 'skipped', 'skipped')),
      1,
      [0, 1, 2],
    ],
    ['a run that failed beside its tests', report(file('passed', 'passed')), 1, [1, 1, 0]],
    ['a run without a test', report(), 0, [0, 1, 0]],
    ['a run in which all was skipped', report(file('passed', 'skipped')), 0, [0, 1, 1]],
    ['a runner that wrote no report', null, 0, [0, 1, 0]],
    ['a runner that wrote something else', { testResults: 'none' }, 0, [0, 1, 0]],
  ] as const)('counts %s', (_, written, exitCode, [passed, failed, skipped]) => {
    expect(countVitest(written, exitCode)).toEqual({ passed, failed, skipped });
  });
});

describe('what failed', () => {
  it('is told with its file and the first line of the reason', () => {
    expect(
      failuresOf(report(file('failed', 'passed', 'failed'), file('passed', 'passed'))),
    ).toEqual(['tests/some.test.ts: test 1: expected 1 to be 2']);
  });

  it('is a file where that did not load', () => {
    expect(failuresOf(report(file('failed', 'skipped')))).toEqual([
      'tests/some.test.ts: It did not load.',
    ]);
  });

  it('is nothing where all passed, and the report where there is none', () => {
    expect(failuresOf(report(file('passed', 'passed')))).toEqual([]);
    expect(failuresOf(null)).toEqual(['The run wrote no report.']);
  });
});

describe('the last line', () => {
  it.each([
    [{ passed: 12, failed: 0, skipped: 0 }, '12 passed, 0 failed'],
    [{ passed: 0, failed: 1, skipped: 0 }, '0 passed, 1 failed'],
    [{ passed: 3, failed: 2, skipped: 1 }, '3 passed, 2 failed, 1 skipped'],
  ])('of %o', (counts, line) => {
    expect(summaryLine(counts)).toBe(line);
  });

  it.each([
    [NONE, false],
    [{ passed: 0, failed: 0, skipped: 9 }, false],
    [{ passed: 9, failed: 1, skipped: 0 }, false],
    [{ passed: 1, failed: 0, skipped: 2 }, true],
  ])('%o is a success: %s', (counts, expected) => {
    expect(isSuccess(counts)).toBe(expected);
  });
});
