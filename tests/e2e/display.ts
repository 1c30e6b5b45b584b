/** A display that nobody looks at, with the keyboard and the pointer of a reader. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { vi } from 'vitest';
import { findDisplayProgram, type DisplayProgram } from '../../tools/find-display.ts';
import { runProgram } from '../../tools/run-command.ts';

/** In pixels from the top left corner. */
export type Point = { readonly x: number; readonly y: number };

export type Display = {
  /** What makes a browser open its windows here. */
  readonly env: Readonly<Record<string, string>>;
  /** Presses keys, one right after the other, each as X names it: `alt+shift+j`, `Tab`, `Return`. */
  readonly press: (...keys: readonly string[]) => Promise<void>;
  readonly click: (at: Point, button?: 'left' | 'right') => Promise<void>;
  /** Gives the keyboard to the window with a title, once there is one. */
  readonly focusWindow: () => Promise<void>;
  /** The titles of the windows that are shown. */
  readonly readTitles: () => Promise<readonly string[]>;
  /** How many windows are shown; a menu is one, and so is a tooltip. */
  readonly countWindows: () => Promise<number>;
  readonly close: () => Promise<void>;
};

const SCREEN = '1366x900x24';
const POLL = { timeout: 15_000, interval: 50 };

/** Opens a display; the caller closes it. Throws when a program for it is missing or does not start. */
export async function openDisplay(): Promise<Display> {
  const server = spawn(
    programPath('Xvfb'),
    // It takes the first number that is free, and writes it once it is ready.
    ['-displayfd', '1', '-screen', '0', SCREEN, '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const ended = once(server, 'exit');
  const number = await readLine(server.stdout);
  if (number === null) throw new Error('Xvfb did not start.');
  // Without the others a desktop's browser may prefer Wayland.
  const env = { DISPLAY: `:${number}`, GDK_BACKEND: 'x11', XDG_SESSION_TYPE: 'x11' };

  async function xdotool(...parameters: readonly string[]): Promise<readonly string[]> {
    const path = programPath('xdotool');
    const { code, stdout, stderr } = await runProgram(path, parameters, 'keep', {
      ...process.env,
      ...env,
    });
    // A search that finds nothing fails without a word.
    if (code !== 0 && stderr !== '') throw new Error(`xdotool ${parameters.join(' ')}: ${stderr}`);
    return stdout.split('\n').filter((line) => line !== '');
  }
  const findWindows = (title: string) => xdotool('search', '--onlyvisible', '--name', title);

  return {
    env,
    press: async (...keys) => {
      await xdotool('key', '--delay', '0', ...keys);
    },
    click: async ({ x, y }, button = 'left') => {
      const place = [x, y].map((pixels) => String(Math.round(pixels)));
      await xdotool('mousemove', ...place, 'click', button === 'left' ? '1' : '3');
    },
    focusWindow: async () => {
      const window = await vi.waitFor(async () => {
        const [found] = await findWindows('.');
        if (found === undefined) throw new Error('No window has a title.');
        return found;
      }, POLL);
      await xdotool('windowfocus', '--sync', window);
    },
    readTitles: () => xdotool('search', '--onlyvisible', '--name', '.', 'getwindowname', '%@'),
    countWindows: async () => (await findWindows('')).length,
    close: async () => {
      server.kill();
      await ended;
    },
  };
}

function programPath(program: DisplayProgram): string {
  const path = findDisplayProgram(program);
  if (path === null) throw new Error(`No ${program} was found on this machine.`);
  return path;
}

/** The first line that a stream brings; null when it ends without one. */
async function readLine(input: Readable): Promise<string | null> {
  for await (const line of createInterface({ input })) return line;
  return null;
}
