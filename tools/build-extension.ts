/** Builds the extension as it is packaged. */
import { join } from 'node:path';
import type { Engine } from './find-browser.ts';
import { ROOT, runCommand, type Ended } from './run-command.ts';

/** WXT's name for each build, and the folder that it writes. */
const BUILDS = {
  chromium: { browser: 'chrome', folder: 'chrome-mv3' },
  firefox: { browser: 'firefox', folder: 'firefox-mv3' },
} as const satisfies Record<Engine, unknown>;

/** Where the build for an engine lies once it is built. */
export function builtExtension(engine: Engine): string {
  return join(ROOT, '.output', BUILDS[engine].folder);
}

/** Builds for one engine; what it writes is WXT's own report. */
export function buildExtension(engine: Engine): Promise<Ended> {
  return runCommand('wxt', ['build', '--browser', BUILDS[engine].browser], 'keep');
}
