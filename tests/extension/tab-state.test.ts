import { beforeEach, expect, it, onTestFinished, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answerPageMessages, type PageState } from '../../core/extension/messages.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../core/extension/settings.ts';
import { readTabState, type TabState } from '../../core/extension/tab-state.ts';
import { carryMessagesFrom, SENDERS } from './browser-process.ts';

const NOW = 1_000;
const HOST = 'news.example';
const ADDRESS = `https://${HOST}/article`;
const PAGE: PageState = {
  isReading: true,
  language: 'en',
  wordCount: 7,
  annotations: [],
  markCount: 0,
  hiddenCount: 0,
  keptOut: null,
};

/** Until the test ends, a browser in which the reader has granted `origins`. */
function grant(...origins: readonly string[]) {
  const own = { ...fakeBrowser.permissions };
  Object.assign(fakeBrowser.permissions, {
    contains: (asked: { origins: readonly string[] }) =>
      Promise.resolve(asked.origins.every((origin) => origins.includes(origin))),
  });
  onTestFinished(() => {
    Object.assign(fakeBrowser.permissions, own);
  });
}

/** A page whose script answers with `state`. */
function startPage(state: () => Promise<PageState>) {
  const getPageState = vi.fn(state);
  const life = new AbortController();
  answerPageMessages(
    {
      getPageState,
      showAnnotation: () => Promise.resolve(false),
      moveToMark: () => Promise.resolve(false),
      readAnyway: () => Promise.resolve(true),
      termsChanged: () => Promise.resolve(true),
    },
    vi.fn(),
    life.signal,
  );
  onTestFinished(() => {
    life.abort();
  });
  return getPageState;
}

const stateOf = (address: string | undefined, settings: Partial<Settings> = {}) =>
  readTabState({ id: 7, address }, { ...DEFAULT_SETTINGS, ...settings }, NOW);

beforeEach(() => {
  fakeBrowser.reset();
  carryMessagesFrom(SENDERS.popup);
});

// prettier-ignore
test.each<[TabState, string | undefined, Partial<Settings>]>([
  [{ kind: 'browser-page' }, 'chrome://extensions/', {}],
  [{ kind: 'browser-page' }, 'file:///home/page.html', {}],
  [{ kind: 'browser-page' }, undefined, {}],
  [{ kind: 'browser-page' }, 'chrome://extensions/', { offSites: [HOST] }],
  [{ kind: 'off', host: HOST }, ADDRESS, { isOn: false }],
  [{ kind: 'off', host: null }, 'chrome://extensions/', { isOn: false }],
  [{ kind: 'off', host: HOST }, ADDRESS, { isOn: false, pausedUntilMs: NOW + 1, offSites: [HOST] }],
  [{ kind: 'paused', host: HOST, untilMs: NOW + 1 }, ADDRESS, { pausedUntilMs: NOW + 1 }],
  [{ kind: 'paused', host: HOST, untilMs: NOW + 1 }, ADDRESS, { pausedUntilMs: NOW + 1, offSites: [HOST] }],
  [{ kind: 'paused', host: null, untilMs: NOW + 1 }, undefined, { pausedUntilMs: NOW + 1 }],
  [{ kind: 'off-here', host: HOST }, ADDRESS, { offSites: [HOST] }],
  [{ kind: 'off-here', host: HOST }, ADDRESS, { offSites: [HOST], pausedUntilMs: NOW }],
])('says %j of %s with %j, and does not trouble the page', async (expected, address, settings) => {
  const asked = startPage(() => Promise.resolve(PAGE));
  expect(await stateOf(address, settings)).toEqual(expected);
  expect(asked).not.toHaveBeenCalled();
});

it('says what the page says of itself', async () => {
  grant(`https://${HOST}/*`);
  startPage(() => Promise.resolve(PAGE));
  const expected = { kind: 'read', host: HOST, isLasting: true, page: PAGE };
  expect(await stateOf(ADDRESS)).toEqual(expected);
  expect(fakeBrowser.tabs.sendMessage).toHaveBeenCalledExactlyOnceWith(
    7,
    { type: 'getPageState' },
    { frameId: 0 },
  );
});

it('says so when a page is read for this once, without access to its site', async () => {
  grant();
  startPage(() => Promise.resolve(PAGE));
  expect(await stateOf(ADDRESS)).toMatchObject({ kind: 'read', isLasting: false });
});

it('reads again when a pause is over', async () => {
  grant();
  startPage(() => Promise.resolve(PAGE));
  expect(await stateOf(ADDRESS, { pausedUntilMs: NOW })).toMatchObject({ kind: 'read' });
});

test.each<[TabState['kind'], string, readonly string[]]>([
  ['no-access', ADDRESS, []],
  ['no-access', ADDRESS, ['https://courier.example/*']],
  ['no-access', ADDRESS, [`http://${HOST}/*`]],
  ['not-started', ADDRESS, [`https://${HOST}/*`]],
  ['not-started', ADDRESS, [`https://${HOST}/*`, `http://${HOST}/*`]],
  ['not-started', `http://${HOST}:8080/`, [`http://${HOST}/*`]],
])('says %s where no script of ours is in %s and %j is granted', async (kind, address, origins) => {
  grant(...origins);
  expect(await stateOf(address)).toEqual({ kind, host: HOST });
});

it('says so where the reader wants pages read only when they ask', async () => {
  grant(`https://${HOST}/*`);
  const state = await stateOf(ADDRESS, { isOnlyWhenAsked: true });
  expect(state).toEqual({ kind: 'only-asked', host: HOST });
});

test.each<[string, () => Promise<PageState>]>([
  ['fails', () => Promise.reject(new Error('no body'))],
  ['says something else', () => Promise.resolve({ ...PAGE, wordCount: -1 })],
])('tells of an error when the page’s script %s', async (_, state) => {
  grant(`https://${HOST}/*`);
  startPage(state);
  expect(await stateOf(ADDRESS)).toEqual({ kind: 'error' });
});

it('is busy where the page does not come to the question', async () => {
  grant('https://*/*');
  startPage(() => new Promise(() => undefined));
  expect(await stateOf(ADDRESS)).toEqual({ kind: 'busy', host: HOST });
});
