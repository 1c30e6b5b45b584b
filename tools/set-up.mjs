/**
 * What `npm start` and `npm test` need before anything else: the dependencies, and the Node that
 * they pin. Plain JavaScript without imports from `node_modules`, because it runs before they are
 * there, on any Node from 20.20 on; everything after it runs on the pinned Node.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

const MODULES = join(ROOT, 'node_modules');
const LOCKFILE = join(ROOT, 'package-lock.json');
/** npm writes it last, so an install that was interrupted has none. */
const INSTALLED = join(MODULES, '.package-lock.json');
const NODE_PACKAGE = join(MODULES, 'node');

/**
 * Whether the dependencies must be installed, from the times of last change of the lockfile and of
 * what npm wrote when it last finished; null when it never did.
 * @param {{ lockfileMs: number, installedMs: number | null }} times
 */
export function needsInstall({ lockfileMs, installedMs }) {
  return installedMs === null || installedMs < lockfileMs;
}

/**
 * The program that runs npm and its first arguments: the npm that started us when it was npm, so
 * that a machine with several uses the one that was asked.
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} execPath the Node that runs this
 * @returns {readonly [string, ...string[]]}
 */
export function npmCommand(env, execPath) {
  const cli = env['npm_execpath'];
  if (cli === undefined || basename(cli) !== 'npm-cli.js') return ['npm'];
  return [env['npm_node_execpath'] ?? execPath, cli];
}

/**
 * Where the pinned Node lies below the folder of its package.
 * @param {string} folder
 * @param {string} platform as `process.platform` says it
 */
export function pinnedNodePath(folder, platform) {
  return join(folder, 'bin', platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * A sentence when the pinned Node is not the one that the lockfile names, else null.
 * @param {string} expected the version in the lockfile: `24.1.0`
 * @param {string | null} printed what it printed for `--version`: `v24.1.0`; null when it did not run
 */
export function pinnedNodeProblem(expected, printed) {
  if (printed === `v${expected}`) return null;
  const found = printed === null ? 'it does not run' : `it is ${printed}`;
  return (
    `The Node that this project pins should be v${expected}, but ${found}. ` +
    'Its install script may be blocked: run "npm rebuild node", or delete node_modules and start again.'
  );
}

/**
 * Installs what is missing. Says what it does; returns a sentence when something stands in the way,
 * else null.
 * @returns {string | null}
 */
export function setUp() {
  const lockfileMs = statSync(LOCKFILE).mtimeMs;
  const installedMs = statSync(INSTALLED, { throwIfNoEntry: false })?.mtimeMs ?? null;
  if (needsInstall({ lockfileMs, installedMs })) {
    if (process.platform === 'win32' && process.execPath.startsWith(MODULES + sep)) {
      // Windows does not delete a program that runs, and this one runs from node_modules.
      return 'The dependencies are older than package-lock.json. Run "npm ci", then this again.';
    }
    console.log('Installing the dependencies (npm ci).');
    const [npm, ...first] = npmCommand(process.env, process.execPath);
    if (!succeeds(npm, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], ROOT)) {
      return 'The dependencies could not be installed: "npm ci" failed, for the reason it gives above.';
    }
  }

  const node = pinnedNodePath(NODE_PACKAGE, process.platform);
  if (!existsSync(node)) {
    console.log('Fetching the pinned Node, as npm was not allowed to.');
    succeeds(process.execPath, ['installArchSpecificPackage.js'], NODE_PACKAGE);
  }
  const { packages } = JSON.parse(readFileSync(LOCKFILE, 'utf8'));
  const printed = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const problem = pinnedNodeProblem(
    packages['node_modules/node'].version,
    printed.status === 0 ? printed.stdout.trim() : null,
  );
  if (problem !== null) return problem;

  process.env['PATH'] = [
    dirname(node),
    join(MODULES, '.bin'),
    ...(process.env['PATH'] ?? '').split(delimiter),
  ].join(delimiter);
  // npm leaves out `postinstall` when it may not run scripts.
  if (!existsSync(join(ROOT, '.wxt', 'tsconfig.json'))) {
    if (!succeeds(node, [join(MODULES, 'wxt', 'bin', 'wxt.mjs'), 'prepare'], ROOT)) {
      return 'WXT could not write the types that it generates, for the reason it gives above.';
    }
  }
  return null;
}

/**
 * Runs a program to its end, showing what it complains of and not what it reports.
 * @param {string} program
 * @param {readonly string[]} parameters
 * @param {string} cwd
 */
function succeeds(program, parameters, cwd) {
  const { status } = spawnSync(program, parameters, {
    cwd,
    stdio: ['inherit', 'ignore', 'inherit'],
    // npm is a command file on Windows, which only a shell can start.
    shell: process.platform === 'win32' && program === 'npm',
  });
  return status === 0;
}

/**
 * Runs a TypeScript tool on the pinned Node with the arguments of this process.
 * @param {string} file its name in `tools/`
 * @returns {Promise<number>} the exit code
 */
export function runTool(file) {
  const node = pinnedNodePath(NODE_PACKAGE, process.platform);
  const tool = spawn(node, [join(ROOT, 'tools', file), ...process.argv.slice(2)], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  // The terminal sends Ctrl+C to both; the tool tidies up, and this process ends after it.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => tool.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    tool.on('error', reject);
    tool.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}
