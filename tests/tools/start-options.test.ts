import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { ROOT } from '../../tools/run-command.ts';
import { readOptions, type StartOptions } from '../../tools/start-options.ts';

const DESKTOP = { platform: 'linux', env: { DISPLAY: ':0', INIT_CWD: ROOT } } as const;

function optionsOf(
  parameters: readonly string[],
  host: Parameters<typeof readOptions>[1] = DESKTOP,
): StartOptions {
  const read = readOptions(parameters, host);
  if (read.kind !== 'start') throw new Error(JSON.stringify(read));
  return read.options;
}

describe('npm start', () => {
  it('opens the sample article in any browser when nothing is asked', () => {
    expect(optionsOf([])).toEqual({
      target: {
        kind: 'file',
        path: join(ROOT, 'tests/fixtures/pages/border-province/source.html'),
      },
      browsers: ['chromium', 'chrome', 'edge', 'firefox'],
      headless: null,
    });
  });

  it('takes an address, a browser and --headless in any order', () => {
    const options = optionsOf(['--browser', 'firefox', 'https://news.example.org/a', '--headless']);
    expect(options.target).toEqual({ kind: 'site', url: new URL('https://news.example.org/a') });
    expect(options.browsers).toEqual(['firefox']);
    expect(options.headless).toBe('asked');
  });

  it('takes a file by its path from where the user stands', () => {
    const host = { ...DESKTOP, env: { INIT_CWD: join(ROOT, 'tests') } };
    expect(optionsOf(['fixtures/pages/unrelated/source.html'], host).target).toEqual({
      kind: 'file',
      path: join(ROOT, 'tests/fixtures/pages/unrelated/source.html'),
    });
  });

  it.each([
    ['linux', {}, 'no-display'],
    ['linux', { DISPLAY: '' }, 'no-display'],
    ['linux', { DISPLAY: ':1' }, null],
    ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, null],
    ['darwin', {}, null],
    ['win32', {}, null],
  ] as const)('on %s with %o is headless because: %s', (platform, env, expected) => {
    expect(optionsOf([], { platform, env }).headless).toBe(expected);
  });

  it.each([
    [['--browser', 'safari'], '--browser takes one of chromium, chrome, edge, firefox.'],
    [['--browser'], 'npm start --'],
    [['--window'], 'npm start --'],
    [['a.html', 'b.html'], 'One page at a time'],
    [['missing.html'], 'missing.html is neither a file nor'],
    [['tests'], 'tests is neither a file nor'],
    [['ftp://news.example.org/a'], 'is neither a file nor'],
    [['https://'], 'is neither a file nor'],
    [['javascript:alert(1)'], 'is neither a file nor'],
  ])('explains what is wrong with %j', (parameters, words) => {
    const read = readOptions(parameters, DESKTOP);
    expect(read.kind === 'problem' ? read.reason : '').toContain(words);
  });

  it.each([[['--help']], [['--headless', '--help', 'missing.html']]])(
    'only explains itself when asked by %j',
    (parameters) => {
      expect(readOptions(parameters, DESKTOP)).toEqual({ kind: 'help' });
    },
  );
});
