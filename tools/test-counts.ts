/** Counts over all runners, and the line that `npm test` ends with. */
import * as v from 'valibot';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
/** A step that is no test runner counts as one test. */
export const ONE_PASSED: Counts = { ...NONE, passed: 1 };
export const ONE_FAILED: Counts = { ...NONE, failed: 1 };

export function addCounts(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** `N passed, N failed`, and `, N skipped` when any were. */
export function summaryLine({ passed, failed, skipped }: Counts): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** Whether the run as a whole passed. A run in which nothing passed proves nothing. */
export function isSuccess({ passed, failed }: Counts): boolean {
  return failed === 0 && passed > 0;
}

/** The parts that are counted of what Vitest's JSON reporter writes (the shape of Jest's). */
const VitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      /** What kept the file from being run, or ended it. */
      message: v.optional(v.string(), ''),
      assertionResults: v.array(
        v.object({
          status: v.string(),
          fullName: v.string(),
          failureMessages: v.optional(v.nullable(v.array(v.string())), []),
        }),
      ),
    }),
  ),
});

/**
 * Counts a run of Vitest. `report` is what it wrote, of any shape when it crashed. A file that
 * failed without a failed test (it did not load, or a hook failed) counts as one failure, and so
 * does a run that failed, or ran no test, without a failure to show for it.
 */
export function countVitest(report: unknown, exitCode: number): Counts {
  const parsed = v.safeParse(VitestReport, report);
  if (!parsed.success) return ONE_FAILED;
  let counts = NONE;
  for (const file of parsed.output.testResults) {
    const count = (...statuses: string[]) =>
      file.assertionResults.filter(({ status }) => statuses.includes(status)).length;
    const failed = count('failed');
    counts = addCounts(counts, {
      passed: count('passed'),
      failed: file.status === 'failed' ? Math.max(failed, 1) : failed,
      skipped: file.assertionResults.length - count('passed', 'failed'),
    });
  }
  const unexplained = counts.failed === 0 && (exitCode !== 0 || counts.passed === 0);
  return unexplained ? addCounts(counts, ONE_FAILED) : counts;
}

/** Each failure of a run of Vitest with the first line of its reason, for the end of a long output. */
export function failuresOf(report: unknown): readonly string[] {
  const parsed = v.safeParse(VitestReport, report);
  if (!parsed.success) return ['The run wrote no report.'];
  return parsed.output.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((it) => it.status === 'failed');
    if (failed.length === 0) {
      return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
    }
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${name}: ${fullName}: ${firstLine(failureMessages?.[0] ?? '')}`,
    );
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? '';
}
