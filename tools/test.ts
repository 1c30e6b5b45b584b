/**
 * `npm test`: every check, cheap ones first. A step that fails does not keep the others from
 * running. The last line counts over all of them.
 *
 * `--fast` leaves out the builds and what needs them; `--long` sets REJOINDER_LONG for tests that
 * take their time.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, builtExtension } from './build-extension.ts';
import { provideBrowser, type BrowserName, type Engine } from './find-browser.ts';
import { DISPLAY_PROGRAMS, provideDisplay } from './find-display.ts';
import { lintBuild } from './lint-build.ts';
import { runCommand, runScript, type Command, type Ended } from './run-command.ts';
import {
  addCounts,
  countVitest,
  failuresOf,
  isSuccess,
  NONE,
  ONE_FAILED,
  ONE_PASSED,
  summaryLine,
  type Counts,
} from './test-counts.ts';

type Step = { readonly title: string; readonly run: () => Promise<Counts> };

function countOf({ code }: Pick<Ended, 'code'>): Counts {
  return code === 0 ? ONE_PASSED : ONE_FAILED;
}

function command(title: string, name: Command, parameters: readonly string[]): Step {
  return { title, run: async () => countOf(await runCommand(name, parameters, 'show')) };
}

function script(title: string, path: string, parameters: readonly string[] = []): Step {
  return { title, run: async () => countOf(await runScript(path, parameters, 'show')) };
}

/** Finds a browser that the tests drive, and tells them where it is. */
function browser(title: string, names: readonly BrowserName[], variable: string): Step {
  return {
    title,
    run: async () => {
      const provided = await provideBrowser(names);
      console.log(provided.ok ? provided.browser.path : provided.reason);
      if (!provided.ok) return ONE_FAILED;
      process.env[variable] = provided.browser.path;
      return ONE_PASSED;
    },
  };
}

/** What failed in the runs of Vitest, said again at the end: before it stand thousands of lines. */
const failures: string[] = [];

function vitest(title: string, projects: readonly string[]): Step {
  return {
    title,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
      const report = join(folder, 'report.json');
      const { code } = await runCommand(
        'vitest',
        [
          'run',
          ...projects.map((project) => `--project=${project}`),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${report}`,
        ],
        'show',
      );
      const written = await readFile(report, 'utf8').catch(() => 'null');
      await rm(folder, { recursive: true });
      const parsed: unknown = JSON.parse(written);
      failures.push(...failuresOf(parsed));
      return countVitest(parsed, code);
    },
  };
}

const built = new Set<Engine>();

function build(title: string, engine: Engine): Step {
  return {
    title,
    run: async () => {
      const ended = await buildExtension(engine);
      console.log(ended.stdout.trim(), ended.stderr.trim());
      if (ended.code === 0) built.add(engine);
      return countOf(ended);
    },
  };
}

/** A step that fails unrun when a build that it needs did not succeed. */
function onBuilds(engines: readonly Engine[], step: Step): Step {
  return {
    title: step.title,
    run: () => {
      if (engines.every((engine) => built.has(engine))) return step.run();
      console.log('Not run: the build failed.');
      return Promise.resolve(ONE_FAILED);
    },
  };
}

const CHROMIUM = browser('Chromium', ['chromium', 'chrome', 'edge'], 'REJOINDER_CHROMIUM');
const FIREFOX = browser('Firefox', ['firefox'], 'REJOINDER_FIREFOX');
/** Where keys are pressed that no browser's protocol presses. */
const DISPLAY: Step = {
  title: 'Display',
  run: async () => {
    const reason = await provideDisplay();
    console.log(reason ?? DISPLAY_PROGRAMS.join(', '));
    return reason === null ? ONE_PASSED : ONE_FAILED;
  },
};

const WITHOUT_BUILDS: readonly Step[] = [
  command('Format', 'prettier', ['--check', '.']),
  command('Types', 'tsc', ['--noEmit', '-p', 'tsconfig.json']),
  command('Types of core/claims', 'tsc', ['-p', 'core/claims']),
  command('Types of core/matching', 'tsc', ['-p', 'core/matching']),
  script('Data', 'tools/check-data.ts'),
  script('Schemas', 'tools/generate-schema.ts', ['--check']),
  command('Lint', 'eslint', ['.']),
  vitest('Tests', ['text', 'page', 'extension']),
];

const WITH_BUILDS: readonly Step[] = [
  build('Build for Chromium', 'chromium'),
  build('Build for Firefox', 'firefox'),
  onBuilds(['firefox'], {
    title: 'Lint of the Firefox build',
    run: async () => countOf(await lintBuild(builtExtension('firefox'))),
  }),
  onBuilds(['chromium', 'firefox'], vitest('End to end', ['e2e', 'e2e-alone'])),
];

async function runSteps(steps: readonly Step[]): Promise<void> {
  let counts = NONE;
  const failedSteps: string[] = [];
  for (const { title, run } of steps) {
    console.log(`\n== ${title}`);
    const startedAt = performance.now();
    const count = await run().catch((error: unknown) => {
      console.error(error);
      return ONE_FAILED;
    });
    const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
    console.log(`== ${title}: ${summaryLine(count)} (${seconds} s)`);
    if (count.failed > 0) failedSteps.push(title);
    counts = addCounts(counts, count);
  }
  console.log(failedSteps.length === 0 ? '' : `\nFailed: ${failedSteps.join(', ')}`);
  for (const failure of failures) console.log(`  ${failure}`);
  console.log(summaryLine(counts));
  process.exitCode = isSuccess(counts) ? 0 : 1;
}

const { values } = parseArgs({
  options: { fast: { type: 'boolean' }, long: { type: 'boolean' } },
});
if (values.long === true) process.env['REJOINDER_LONG'] = '1';
await runSteps(
  values.fast === true
    ? [CHROMIUM, ...WITHOUT_BUILDS]
    : [CHROMIUM, FIREFOX, DISPLAY, ...WITHOUT_BUILDS, ...WITH_BUILDS],
);
