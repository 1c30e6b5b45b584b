import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from './tests/patience.ts';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Debian's Chromium; Playwright's own download is not used. REJOINDER_CHROMIUM names another one.
const executablePath = process.env['REJOINDER_CHROMIUM'] ?? '/usr/bin/chromium';

/** What is sure to come is waited for as long on a busy machine; see `tests/patience.ts`. */
const patient = { poll: { timeout: PATIENCE.timeout } } as const;

/** Browsers with the built extension share nothing with one another, but these want the machine. */
const BROWSER_TESTS = 'tests/e2e/**/*.test.ts';
/** They build the extension anew, or measure how soon something is there. */
const ALONE = ['background', 'first-mark', 'start'].map((name) => `tests/e2e/${name}.test.ts`);
const browserTests = {
  environment: 'node',
  expect: patient,
  testTimeout: 60_000,
  // Two browsers, a display and a background that is killed on purpose, on a machine that
  // may be busy: one more try, which the report names. What fails twice fails.
  retry: 1,
  hookTimeout: 120_000,
} as const;

/** One project for each kind of room: which globals its code may touch decides where it is tested. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'text',
          expect: patient,
          environment: 'node',
          setupFiles: ['tests/property-runs.ts'],
          // Only ends what hangs: a property or a whole list may take seconds on a busy machine.
          testTimeout: 60_000,
          include: ['tests/{claims,matching,tools}/**/*.test.ts', 'tests/conventions.test.ts'],
        },
      },
      {
        oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
        // Named, so that none is met in the middle of a run and the page reloaded for it.
        optimizeDeps: {
          include: [
            '@floating-ui/dom',
            'axe-core',
            'fast-check',
            'preact',
            'preact/hooks',
            'valibot',
          ],
        },
        test: {
          name: 'page',
          expect: patient,
          include: ['tests/{page,components}/**/*.test.{ts,tsx}'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath,
                args: ['--no-sandbox', '--disable-background-networking'],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        plugins: [WxtVitest()],
        test: { name: 'extension', expect: patient, include: ['tests/extension/**/*.test.ts'] },
      },
      {
        test: {
          ...browserTests,
          name: 'e2e',
          include: [BROWSER_TESTS],
          exclude: ALONE,
          // They wait for a browser most of their time; more at once than this, and it waits for them.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          ...browserTests,
          name: 'e2e-alone',
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
