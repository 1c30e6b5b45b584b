import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Browser } from '../../core/extension/browser.ts';
import { readMarkKeys, watchMarkCommands } from '../../core/extension/mark-commands.ts';

type Listener = (command: string, tab?: Browser.tabs.Tab) => void;

/** The part of the browser that keeps shortcuts, which the test double has not. */
function keepCommands(commands: readonly Browser.commands.Command[] = []) {
  const listeners = new Set<Listener>();
  const own = { ...fakeBrowser.commands };
  Object.assign(fakeBrowser.commands, {
    getAll: () => Promise.resolve(commands),
    onCommand: {
      addListener: (listener: Listener) => listeners.add(listener),
      removeListener: (listener: Listener) => listeners.delete(listener),
    },
  });
  onTestFinished(() => {
    Object.assign(fakeBrowser.commands, own);
  });
  return {
    press: (command: string, tab?: { readonly id?: number }) => {
      // Of all that browsers say of a tab, what is read.
      for (const listener of listeners) listener(command, tab as Browser.tabs.Tab | undefined);
    },
  };
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the keys', () => {
  it.each<[string, readonly Browser.commands.Command[], unknown]>([
    [
      'both',
      [
        { name: '_execute_action', shortcut: 'Alt+Shift+R' },
        { name: 'next-mark', shortcut: 'Alt+Shift+J' },
        { name: 'previous-mark', shortcut: 'Alt+Shift+Y' },
      ],
      { next: 'Alt+Shift+J', previous: 'Alt+Shift+Y' },
    ],
    [
      'one, the other being taken',
      [
        { name: 'next-mark', shortcut: '' },
        { name: 'previous-mark', shortcut: 'F2' },
      ],
      { next: null, previous: 'F2' },
    ],
    ['none that the browser names', [{ name: 'next-mark' }], { next: null, previous: null }],
    ['none', [], { next: null, previous: null }],
  ])('are %s', async (_, commands, keys) => {
    keepCommands(commands);
    expect(await readMarkKeys()).toEqual(keys);
  });
});

describe('a command', () => {
  it('moves in the tab that the reader is on', () => {
    const browser = keepCommands();
    const onMove = vi.fn();
    watchMarkCommands(onMove, new AbortController().signal);
    browser.press('next-mark', { id: 7 });
    browser.press('previous-mark', { id: 8 });
    expect(onMove.mock.calls).toEqual([
      ['next', 7],
      ['previous', 8],
    ]);
  });

  it('of another kind, in no tab, or after the end moves nothing', () => {
    const browser = keepCommands();
    const onMove = vi.fn();
    const life = new AbortController();
    watchMarkCommands(onMove, life.signal);
    browser.press('another', { id: 7 });
    browser.press('next-mark');
    browser.press('next-mark', {});
    life.abort();
    browser.press('next-mark', { id: 7 });
    expect(onMove).not.toHaveBeenCalled();
  });
});
