import { beforeEach, expect, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Browser } from '../../core/extension/browser.ts';
import {
  addReportMenu,
  REPORT_MENU_ID,
  watchReportMenu,
} from '../../core/extension/report-menu.ts';

type Listener = (info: Partial<Browser.contextMenus.OnClickData>, tab?: object) => void;

const entries = new Map<string, unknown>();
const listeners: Listener[] = [];

beforeEach(() => {
  entries.clear();
  listeners.length = 0;
  // As browsers do it: an id that is there already is refused.
  Object.assign(fakeBrowser, {
    contextMenus: {
      removeAll: () => {
        entries.clear();
        return Promise.resolve();
      },
      create: (entry: { readonly id: string }) => {
        if (entries.has(entry.id)) throw new Error('Cannot create item with duplicate id');
        entries.set(entry.id, entry);
      },
      onClicked: { addListener: (listener: Listener) => listeners.push(listener) },
    },
  });
});

it('is there once, for selected words', async () => {
  await addReportMenu('Report');
  await addReportMenu('Report again');
  expect([...entries.values()]).toEqual([
    { id: REPORT_MENU_ID, title: 'Report again', contexts: ['selection'] },
  ]);
});

const TAB = { id: 7, url: 'https://sample-news.example/', title: 'A tab (fiction)' };

test.each([
  [
    'in the page',
    { selectionText: 'Boats', pageUrl: TAB.url, frameId: 0 },
    TAB,
    { id: 7, address: TAB.url, title: TAB.title },
    { id: 0, address: undefined, selection: 'Boats' },
  ],
  [
    'in a frame',
    { selectionText: 'Boats', pageUrl: TAB.url, frameId: 3, frameUrl: 'https://frame.example/' },
    TAB,
    { id: 7, address: TAB.url, title: TAB.title },
    { id: 3, address: 'https://frame.example/', selection: 'Boats' },
  ],
  [
    'in a tab of which nothing else is known',
    { pageUrl: TAB.url },
    { id: 7 },
    { id: 7, address: TAB.url, title: undefined },
    { id: 0, address: undefined, selection: undefined },
  ],
])('tells where it was chosen: %s', (_, info, tab, expectedTab, expectedFrame) => {
  const onReport = vi.fn();
  watchReportMenu(onReport);
  for (const listener of listeners) listener({ menuItemId: REPORT_MENU_ID, ...info }, tab);
  expect(onReport.mock.calls).toEqual([[expectedTab, expectedFrame]]);
});

test.each([
  ['another entry', { menuItemId: 'another' }, TAB],
  ['no tab', { menuItemId: REPORT_MENU_ID }, undefined],
  ['a tab without a number', { menuItemId: REPORT_MENU_ID }, {}],
])('tells nothing of %s', (_, info, tab) => {
  const onReport = vi.fn();
  watchReportMenu(onReport);
  for (const listener of listeners) listener(info, tab);
  expect(onReport).not.toHaveBeenCalled();
});
