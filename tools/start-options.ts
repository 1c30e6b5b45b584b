/** What `npm start` was asked for. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from './find-browser.ts';
import { ROOT } from './run-command.ts';

export const USAGE = `npm start -- [URL-or-file] [--browser ${BROWSER_NAMES.join('|')}] [--headless]`;

/** An article of ours that resembles claims in every stance. */
export const SAMPLE = join(ROOT, 'tests/fixtures/pages/border-province/source.html');

export type Target =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'site'; readonly url: URL };

export type StartOptions = {
  readonly target: Target;
  /** The browsers that will do; the first one that is there opens. */
  readonly browsers: readonly BrowserName[];
  readonly headless: boolean;
};

export type ReadOptions =
  | { readonly ok: true; readonly options: StartOptions }
  | { readonly ok: false; readonly reason: string };

/** Reads what follows `npm start --`. Without a display a browser can only run headless. */
export function readOptions(
  parameters: readonly string[],
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'> = process,
): ReadOptions {
  const parsed = parse([...parameters]);
  if (parsed === null) return { ok: false, reason: `This is understood: ${USAGE}` };
  const { values, positionals } = parsed;
  const [page = SAMPLE, ...others] = positionals;
  if (others.length > 0) return { ok: false, reason: `One page at a time: ${USAGE}` };
  const asked = BROWSER_NAMES.find((name) => name === values.browser);
  if (values.browser !== undefined && asked === undefined) {
    return { ok: false, reason: `--browser takes one of ${BROWSER_NAMES.join(', ')}.` };
  }
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const target = readTarget(page, env['INIT_CWD'] ?? '.');
  if (target === null) {
    return { ok: false, reason: `${page} is neither a file nor an http: or https: address.` };
  }
  const hasDisplay = platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean);
  return {
    ok: true,
    options: {
      target,
      browsers: asked === undefined ? BROWSER_NAMES : [asked],
      headless: values.headless === true || !hasDisplay,
    },
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: { browser: { type: 'string' }, headless: { type: 'boolean' } },
      allowPositionals: true,
    });
  } catch {
    return null;
  }
}

function readTarget(text: string, folder: string): Target | null {
  if (/^https?:/iu.test(text)) {
    return URL.canParse(text) ? { kind: 'site', url: new URL(text) } : null;
  }
  const path = resolve(folder, text);
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  return isFile ? { kind: 'file', path } : null;
}
