import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

// Debian's Chromium; Playwright's own download is not used. REJOINDER_CHROMIUM names another one.
const executablePath = process.env['REJOINDER_CHROMIUM'] ?? '/usr/bin/chromium';

/** One project for each kind of room: which globals its code may touch decides where it is tested. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'text',
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
        test: { name: 'extension', include: ['tests/extension/**/*.test.ts'] },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          // Two browsers, a display and a background that is killed on purpose, on a machine that
          // may be busy: one more try, which the report names. What fails twice fails.
          retry: 1,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
