/** What `npm start` was asked for. */
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BROWSER_NAMES, type BrowserName } from './find-browser.ts';
import { ROOT } from './run-command.ts';

const FORM = `npm start -- [URL-or-file] [--browser ${BROWSER_NAMES.join('|')}] [--headless]`;

/** What `--help` prints. */
export const USAGE = `${FORM}

Builds the extension and opens a browser with it, on a sample article unless a page is named.

  URL-or-file   an http: or https: address, or a file, which is served on this machine
  --browser     which browser; the first of them that is there unless one is named
  --headless    opens no window: prints what is annotated, and saves a picture of the first card;
                this is also done where there is no display
  --help        prints this

It ends with 0 when all went well, and with 1 when something stood in the way or, without a window,
when nothing was marked; the last line says what.`;

/** An article of ours that resembles claims in every stance. */
export const SAMPLE = join(ROOT, 'tests/fixtures/pages/border-province/source.html');

export type Target =
  { readonly kind: 'file'; readonly path: string } | { readonly kind: 'site'; readonly url: URL };

export type StartOptions = {
  readonly target: Target;
  /** The browsers that will do; the first one that is there opens. */
  readonly browsers: readonly BrowserName[];
  /** Why no window opens; null when one does. */
  readonly headless: 'asked' | 'no-display' | null;
};

export type ReadOptions =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'problem'; readonly reason: string };

/** Reads what follows `npm start --`. Without a display a browser can only run headless. */
export function readOptions(
  parameters: readonly string[],
  { env, platform }: Pick<NodeJS.Process, 'env' | 'platform'> = process,
): ReadOptions {
  const parsed = parse([...parameters]);
  if (parsed === null) return problem(`This is understood: ${FORM}`);
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'help' };
  const [page = SAMPLE, ...others] = positionals;
  if (others.length > 0) return problem(`One page at a time: ${FORM}`);
  const asked = BROWSER_NAMES.find((name) => name === values.browser);
  if (values.browser !== undefined && asked === undefined) {
    return problem(`--browser takes one of ${BROWSER_NAMES.join(', ')}.`);
  }
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const target = readTarget(page, env['INIT_CWD'] ?? '.');
  if (target === null) {
    return problem(`${page} is neither a file nor an http: or https: address.`);
  }
  const hasDisplay = platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean);
  return {
    kind: 'start',
    options: {
      target,
      browsers: asked === undefined ? BROWSER_NAMES : [asked],
      headless: values.headless === true ? 'asked' : hasDisplay ? null : 'no-display',
    },
  };
}

function problem(reason: string): ReadOptions {
  return { kind: 'problem', reason };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        browser: { type: 'string' },
        headless: { type: 'boolean' },
        help: { type: 'boolean' },
      },
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
