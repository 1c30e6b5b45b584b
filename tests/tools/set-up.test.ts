import { describe, expect, it } from 'vitest';
import {
  needsInstall,
  npmCommand,
  pinnedNodePath,
  pinnedNodeProblem,
} from '../../tools/set-up.mjs';

describe('installing', () => {
  it.each([
    ['npm never finished an install', { lockfileMs: 1_000, installedMs: null }, true],
    ['the lockfile changed since', { lockfileMs: 2_000, installedMs: 1_999 }, true],
    ['both were written at once', { lockfileMs: 2_000, installedMs: 2_000 }, false],
    ['the lockfile is older', { lockfileMs: 2_000, installedMs: 2_001 }, false],
  ])('when %s', (_, times, expected) => {
    expect(needsInstall(times)).toBe(expected);
  });
});

describe('the npm that installs', () => {
  it('is the one that started us, on the Node that it runs on', () => {
    const env = { npm_execpath: '/opt/npm/bin/npm-cli.js', npm_node_execpath: '/opt/node' };
    expect(npmCommand(env, '/usr/bin/node')).toEqual(['/opt/node', '/opt/npm/bin/npm-cli.js']);
  });

  it('runs on our Node when npm does not tell its own', () => {
    const env = { npm_execpath: '/opt/npm/bin/npm-cli.js' };
    expect(npmCommand(env, '/usr/bin/node')).toEqual(['/usr/bin/node', '/opt/npm/bin/npm-cli.js']);
  });

  it.each([{}, { npm_execpath: '/opt/yarn/bin/yarn.js' }, { npm_execpath: '/opt/pnpm.cjs' }])(
    'is the one in PATH when %o did not come from npm',
    (env) => {
      expect(npmCommand(env, '/usr/bin/node')).toEqual(['npm']);
    },
  );
});

describe('the pinned Node', () => {
  it('has the platform’s file name', () => {
    expect(pinnedNodePath('modules/node', 'linux')).toBe('modules/node/bin/node');
    expect(pinnedNodePath('modules/node', 'win32')).toBe('modules/node/bin/node.exe');
  });

  it('is the one of the lockfile', () => {
    expect(pinnedNodeProblem('24.21.0', 'v24.21.0')).toBeNull();
  });

  it.each([
    ['v24.21.1', 'it is v24.21.1'],
    ['v20.20.2', 'it is v20.20.2'],
    [null, 'it does not run'],
  ])('is refused when it prints %s, with what to do', (printed, why) => {
    const problem = pinnedNodeProblem('24.21.0', printed);
    expect(problem).toContain(why);
    expect(problem).toContain('npm rebuild node');
  });
});
