import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readReportKeys, watchReportCommand } from '../../core/extension/report-command.ts';

type Listener = (command: string, tab?: object) => void;

/** The part of the browser that keeps shortcuts, which the test double has not. */
function keepCommands(commands: readonly { readonly name: string; readonly shortcut?: string }[]) {
  const listeners = new Set<Listener>();
  const own = { ...fakeBrowser.commands };
  Object.assign(fakeBrowser.commands, {
    getAll: () => Promise.resolve(commands),
    onCommand: { addListener: (listener: Listener) => listeners.add(listener) },
  });
  onTestFinished(() => {
    Object.assign(fakeBrowser.commands, own);
  });
  return (command: string, tab?: object) => {
    for (const listener of listeners) listener(command, tab);
  };
}

beforeEach(() => {
  fakeBrowser.reset();
});

it.each([
  ['as the browser writes them', [{ name: 'report-passage', shortcut: 'F2' }], 'F2'],
  ['none where they are taken', [{ name: 'report-passage', shortcut: '' }], null],
  ['none of another command', [{ name: 'next-mark', shortcut: 'F2' }], null],
])('the keys are %s', async (_, commands, keys) => {
  keepCommands(commands);
  expect(await readReportKeys()).toBe(keys);
});

describe('the command', () => {
  it('begins a report in the tab that the reader is on', () => {
    const press = keepCommands([]);
    const onReport = vi.fn();
    watchReportCommand(onReport);
    press('report-passage', { id: 7, url: 'https://sample-news.example/', title: 'A tab' });
    press('report-passage', { id: 8 });
    expect(onReport.mock.calls).toEqual([
      [{ id: 7, address: 'https://sample-news.example/', title: 'A tab' }],
      [{ id: 8, address: undefined, title: undefined }],
    ]);
  });

  it('of another kind, or in no tab, begins none', () => {
    const press = keepCommands([]);
    const onReport = vi.fn();
    watchReportCommand(onReport);
    press('next-mark', { id: 7 });
    press('report-passage');
    press('report-passage', {});
    expect(onReport).not.toHaveBeenCalled();
  });
});
