import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAsker } from '../../entrypoints/content/ask.ts';
import { carryMessages, loseExtension } from './browser-process.ts';

const QUESTION = { type: 'countChanged', count: 1 } as const;
const ANSWER = { ok: true, value: null };

/** Asks a background that does one thing after the other; gives what came of it. */
async function askOf(
  background: readonly (() => Promise<unknown>)[],
  life = new AbortController(),
) {
  const pending = [...background];
  const carry = vi.fn(() => pending.shift()?.() ?? Promise.resolve(ANSWER));
  carryMessages(carry);
  const onGone = vi.fn();
  const value = await createAsker(onGone, life.signal)(QUESTION);
  return { value, askedCount: carry.mock.calls.length, goneCount: onGone.mock.calls.length };
}

const dies = () => Promise.reject(new Error('The message port closed before a response.'));
const refuses = () => Promise.resolve({ ok: false });

beforeEach(() => {
  fakeBrowser.reset();
});

it('asks once when there is an answer', async () => {
  expect(await askOf([])).toMatchObject({ askedCount: 1, goneCount: 0 });
});

it('asks again when the background was killed while it thought', async () => {
  expect(await askOf([dies])).toMatchObject({ value: null, askedCount: 2, goneCount: 0 });
});

it('gives up on a background that dies each time', async () => {
  expect(await askOf([dies, dies, dies])).toMatchObject({ askedCount: 3, goneCount: 0 });
});

it('does not press when it is refused', async () => {
  expect(await askOf([refuses])).toMatchObject({ value: null, askedCount: 1, goneCount: 0 });
});

it('asks no more, and says so, when the extension is gone', async () => {
  const isGone = () => {
    loseExtension();
    return dies();
  };
  expect(await askOf([dies, isGone])).toMatchObject({ askedCount: 2, goneCount: 1 });
});

it('asks no more for a page that is left', async () => {
  const life = new AbortController();
  const isLeft = () => {
    life.abort();
    return dies();
  };
  expect(await askOf([isLeft], life)).toMatchObject({ value: null, askedCount: 1, goneCount: 0 });
});
