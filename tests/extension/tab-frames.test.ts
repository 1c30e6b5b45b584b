import { fakeBrowser } from 'wxt/testing/fake-browser';
import { beforeEach, expect, it, vi } from 'vitest';
import type { PageState } from '../../core/extension/messages.ts';
import { askTabState, MAX_FRAMES, moveInTab, showInTab } from '../../core/extension/tab-frames.ts';

const QUIET: PageState = {
  isReading: false,
  language: 'en',
  wordCount: 10,
  keptOut: null,
  markCount: 0,
  hiddenCount: 1,
  annotations: [],
};
const stateWith = (id: string): PageState => ({
  ...QUIET,
  markCount: 1,
  annotations: [
    {
      id,
      claim: 'a-claim' as PageState['annotations'][number]['claim'],
      stance: 'asserts',
      quote: 'Words of the page.',
      isMarked: true,
      response: id,
    },
  ],
});

/** What each frame of a tab answers to each message, by its number; undefined where nothing of ours is. */
type Frames = Readonly<Record<number, ((type: string, id?: string) => unknown) | undefined>>;

function openTab(frames: Frames) {
  const asked: string[] = [];
  Object.assign(fakeBrowser.scripting, {
    executeScript: vi.fn(() =>
      Promise.resolve(
        Object.entries(frames).map(([frameId, answer]) => ({
          frameId: Number(frameId),
          result: answer !== undefined,
        })),
      ),
    ),
  });
  Object.assign(fakeBrowser.tabs, {
    sendMessage: (
      _: number,
      message: { readonly type: string; readonly id?: string },
      { frameId }: { readonly frameId: number },
    ) => {
      asked.push(
        [frameId, message.type, message.id].filter((part) => part !== undefined).join(' '),
      );
      const answer = frames[frameId];
      if (answer === undefined) return Promise.reject(new Error('Receiving end does not exist.'));
      return Promise.resolve({ ok: true, value: answer(message.type, message.id) });
    },
  });
  return asked;
}

beforeEach(() => {
  fakeBrowser.reset();
});

it('puts the page and its frames together, and names their passages apart', async () => {
  openTab({ 0: () => stateWith('1'), 4: () => stateWith('1'), 5: undefined });
  const state = await askTabState(7);
  expect(state).toMatchObject({ ok: true, value: { wordCount: 20, markCount: 2, hiddenCount: 2 } });
  const ids = state.ok ? state.value.annotations.map(({ id, response }) => [id, response]) : [];
  expect(ids).toEqual([
    ['1', '1'],
    ['4:1', '4:1'],
  ]);
});

it('says of a page that is kept out what its frames hold, if they hold anything', async () => {
  const keptOut = 'not-reading-matter' as const;
  openTab({ 0: () => ({ ...QUIET, keptOut }), 4: () => QUIET });
  expect(await askTabState(7)).toMatchObject({ value: { keptOut } });
  openTab({ 0: () => ({ ...QUIET, keptOut }), 4: () => stateWith('1') });
  expect(await askTabState(7)).toMatchObject({ value: { keptOut: null, markCount: 1 } });
});

it('asks no frame where nothing of ours is, not more than it may, and none that it cannot look for', async () => {
  const many = Object.fromEntries(
    Array.from({ length: MAX_FRAMES + 10 }, (_, at) => [at, () => QUIET] as const),
  );
  const asked = openTab({ ...many, 900: undefined });
  await askTabState(7);
  expect(asked).toHaveLength(1 + MAX_FRAMES);
  openTab({ 0: () => QUIET, 4: () => QUIET });
  Object.assign(fakeBrowser.scripting, {
    executeScript: () => Promise.reject(new Error('Cannot access contents of the page.')),
  });
  expect(await askTabState(7)).toMatchObject({ ok: true, value: { wordCount: 10 } });
});

it('is without an answer where the page has none', async () => {
  openTab({ 0: undefined, 4: () => QUIET });
  expect(await askTabState(7)).toEqual({ ok: false, error: 'no-receiver' });
});

it('shows a passage in the frame that it is of', async () => {
  const asked = openTab({ 0: (_, id) => id === '2', 4: (_, id) => id === '1' });
  expect(await showInTab(7, '2')).toBe(true);
  expect(await showInTab(7, '4:1')).toBe(true);
  expect(await showInTab(7, '4:2')).toBe(false);
  expect(asked).toEqual(['0 showAnnotation 2', '4 showAnnotation 1', '4 showAnnotation 2']);
});

it('moves to a mark of the page first, else of a frame', async () => {
  openTab({ 0: () => false, 4: () => false, 5: () => true });
  expect(await moveInTab(7, 'next')).toBe(true);
  const asked = openTab({ 0: () => true, 4: () => true });
  expect(await moveInTab(7, 'next')).toBe(true);
  expect(asked).toEqual(['0 moveToMark']);
  openTab({ 0: () => false });
  expect(await moveInTab(7, 'next')).toBe(false);
});
