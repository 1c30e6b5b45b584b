import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findBrowser, placesOf, provideBrowser } from '../../tools/find-browser.ts';
import type { Machine } from '../../tools/machine.ts';

function machine(parts: Partial<Machine> & { programs?: readonly string[] } = {}): Machine {
  const { programs = [], ...rest } = parts;
  return {
    platform: 'linux',
    env: { PATH: '/home/someone/bin:/usr/bin' },
    home: '/home/someone',
    isProgram: (path) => programs.includes(path),
    mayUseApt: false,
    ...rest,
  };
}

describe('where browsers lie', () => {
  it('is PATH and the usual folders on Linux, each program once', () => {
    expect(placesOf('firefox', machine())).toEqual([
      '/home/someone/bin/firefox-esr',
      '/usr/bin/firefox-esr',
      '/usr/local/bin/firefox-esr',
      '/snap/bin/firefox-esr',
      '/home/someone/bin/firefox',
      '/usr/bin/firefox',
      '/usr/local/bin/firefox',
      '/snap/bin/firefox',
    ]);
  });

  it('leaves out folders of PATH that depend on where one stands', () => {
    const places = placesOf('chromium', machine({ env: { PATH: ':.:bin:/opt/bin' } }));
    expect(places.every((place) => place.startsWith('/'))).toBe(true);
  });

  it('is the applications of the machine and of the user on macOS', () => {
    expect(placesOf('chrome', machine({ platform: 'darwin' }))).toEqual([
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/home/someone/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ]);
    expect(placesOf('firefox', machine({ platform: 'darwin' }))[0]).toBe(
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    );
  });

  it('is the program folders that Windows has', () => {
    const env = { PROGRAMFILES: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\S\\AppData\\Local' };
    expect(placesOf('edge', machine({ platform: 'win32', env }))).toEqual([
      'C:\\Program Files\\Microsoft\\Edge\\Application\\msedge.exe',
      'C:\\Users\\S\\AppData\\Local\\Microsoft\\Edge\\Application\\msedge.exe',
    ]);
  });

  it('is the one place that a variable names, and no other', () => {
    const env = { PATH: '/usr/bin', REJOINDER_CHROMIUM: '/opt/mine', REJOINDER_FIREFOX: '' };
    expect(placesOf('chromium', machine({ env }))).toEqual(['/opt/mine']);
    expect(placesOf('firefox', machine({ env }))).toContain('/usr/bin/firefox');
  });
});

describe('finding a browser', () => {
  it('takes the first that is asked for and there', () => {
    const programs = ['/usr/bin/google-chrome', '/usr/bin/firefox'];
    expect(findBrowser(['chromium', 'chrome', 'firefox'], machine({ programs }))).toEqual({
      name: 'chrome',
      engine: 'chromium',
      path: '/usr/bin/google-chrome',
    });
    expect(findBrowser(['firefox'], machine({ programs }))?.engine).toBe('firefox');
    expect(findBrowser(['edge'], machine({ programs }))).toBeNull();
  });
});

describe('providing a browser', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const noApt = () => Promise.reject(new Error('apt-get was called'));

  it('installs nothing when there is one', async () => {
    const host = machine({ programs: ['/usr/bin/chromium'], mayUseApt: true });
    expect(await provideBrowser(['chromium'], host, noApt)).toMatchObject({ ok: true });
  });

  it.each([
    [['chrome'], 'Install Chrome, or name its program in REJOINDER_CHROMIUM.'],
    [['firefox'], 'Install Firefox, or name its program in REJOINDER_FIREFOX.'],
    [
      ['chromium', 'chrome', 'edge', 'firefox'],
      'Install Chromium, Chrome, Edge, or Firefox, or name its program in REJOINDER_CHROMIUM or REJOINDER_FIREFOX.',
    ],
  ] as const)('says what to install for %j where apt may not', async (names, advice) => {
    const provided = await provideBrowser(names, machine(), noApt);
    expect(provided.ok ? '' : provided.reason).toContain(advice);
  });

  it.each(['chromium', 'chrome', 'edge'] as const)('follows that advice for %s', async (name) => {
    const env = { PATH: '', REJOINDER_CHROMIUM: '/opt/mine' };
    const host = machine({ env, programs: ['/opt/mine'] });
    expect(await provideBrowser([name], host, noApt)).toMatchObject({
      browser: { name, path: '/opt/mine' },
    });
  });

  it('updates and installs the package of the first that Debian has, and says so', async () => {
    const programs: string[] = [];
    const calls: string[] = [];
    const apt = (parameters: readonly string[]) => {
      calls.push(parameters.join(' '));
      if (parameters.includes('firefox-esr')) programs.push('/usr/bin/firefox-esr');
      return Promise.resolve({ code: 0, stdout: '', stderr: '' });
    };
    const host = machine({ programs, mayUseApt: true });
    expect(await provideBrowser(['edge', 'firefox'], host, apt)).toEqual({
      ok: true,
      browser: { name: 'firefox', engine: 'firefox', path: '/usr/bin/firefox-esr' },
    });
    expect(calls).toEqual(['update', 'install --yes firefox-esr']);
    expect(console.log).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('firefox-esr'));
  });

  it('repeats the last words of apt when it fails', async () => {
    const apt = () =>
      Promise.resolve({ code: 100, stdout: '', stderr: 'Reading…\nE: Unable to fetch\n' });
    const provided = await provideBrowser(['chromium'], machine({ mayUseApt: true }), apt);
    expect(provided).toEqual({
      ok: false,
      reason: 'apt-get could not install chromium: E: Unable to fetch',
    });
  });

  it('does not look past a variable that names no program', async () => {
    const env = { PATH: '/usr/bin', REJOINDER_FIREFOX: '/opt/gone' };
    const host = machine({ env, programs: ['/usr/bin/firefox'], mayUseApt: true });
    expect(await provideBrowser(['firefox'], host, noApt)).toEqual({
      ok: false,
      reason: 'REJOINDER_FIREFOX names /opt/gone, which is no program.',
    });
  });
});
