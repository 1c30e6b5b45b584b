import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findDisplayProgram, provideDisplay } from '../../tools/find-display.ts';
import type { Machine } from '../../tools/machine.ts';

const XVFB = '/usr/bin/Xvfb';
const XDOTOOL = '/usr/bin/xdotool';

function machine(programs: readonly string[], mayUseApt = false): Machine {
  return {
    platform: 'linux',
    env: { PATH: '/usr/bin' },
    home: '/home/someone',
    isProgram: (path) => programs.includes(path),
    mayUseApt,
  };
}

describe('providing a display', () => {
  beforeEach(() => {
    vi.spyOn(console, 'log').mockReturnValue();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const noApt = () => Promise.reject(new Error('apt-get was called'));

  it('installs nothing when both programs are there', async () => {
    const host = machine([XVFB, XDOTOOL], true);
    expect(await provideDisplay(host, noApt)).toBeNull();
    expect(findDisplayProgram('Xvfb', host)).toBe(XVFB);
  });

  it.each([
    ['Xvfb', [XDOTOOL]],
    ['xdotool', [XVFB]],
    ['Xvfb', []],
  ])('names %s where it is missing and apt may not install', async (name, programs) => {
    const reason = await provideDisplay(machine(programs), noApt);
    expect(reason).toContain(`No ${name} was found. Install Xvfb and xdotool`);
  });

  it('has apt install what is missing, and only that', async () => {
    const programs = [XVFB];
    const calls: string[] = [];
    const apt = (parameters: readonly string[]) => {
      calls.push(parameters.join(' '));
      if (parameters.includes('xdotool')) programs.push(XDOTOOL);
      return Promise.resolve({ code: 0, stdout: '', stderr: '' });
    };
    expect(await provideDisplay(machine(programs, true), apt)).toBeNull();
    expect(calls).toEqual(['update', 'install --yes xdotool']);
  });

  it('repeats the last words of apt when it fails', async () => {
    const apt = () => Promise.resolve({ code: 100, stdout: '', stderr: 'E: Unable to fetch\n' });
    const reason = await provideDisplay(machine([], true), apt);
    expect(reason).toBe('apt-get could not install xvfb: E: Unable to fetch');
  });
});
