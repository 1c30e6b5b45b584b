import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reportTarget } from '../../core/claims/report.ts';
import { READ_SELECTION, readTarget } from '../../core/extension/read-target.ts';
import { STATED_PAGE } from '../claims/fictional-report.ts';

const TAB = { id: 7, address: 'https://sample-news.example/tab#a', title: 'A tab (fiction)' };
const FRAME = {
  id: 3,
  address: 'https://frame.example/',
  selection: 'Boats as the browser has them',
};

const inject = vi.fn<(injection: unknown) => Promise<readonly { readonly result?: unknown }[]>>();

beforeEach(() => {
  fakeBrowser.reset();
  inject.mockReset().mockResolvedValue([{ result: STATED_PAGE }]);
  Object.assign(fakeBrowser.scripting, { executeScript: inject });
});

describe('a page that can be read', () => {
  it('says all of it, in the frame in which the reader asked', async () => {
    expect(await readTarget(TAB, FRAME)).toEqual(reportTarget(STATED_PAGE));
    expect(inject).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7, frameIds: [3] },
      files: [READ_SELECTION],
    });
  });

  it('is that of the tab where no frame is named', async () => {
    await readTarget(TAB);
    expect(inject.mock.calls).toMatchObject([[{ target: { tabId: 7, frameIds: [0] } }]]);
  });

  it('has the words that the browser says, where it cannot find them itself', async () => {
    inject.mockResolvedValue([{ result: { ...STATED_PAGE, quote: null } }]);
    const exact = FRAME.selection;
    const quote = { exact, prefix: '', suffix: '' };
    expect(await readTarget(TAB, FRAME)).toEqual(reportTarget({ ...STATED_PAGE, quote }));
    expect((await readTarget(TAB))?.selector).toBeNull();
  });
});

describe('a page that cannot be read', () => {
  const known = {
    source: 'https://sample-news.example/tab',
    title: TAB.title,
    language: null,
    datePublished: null,
    selector: null,
  };

  test.each<[string, () => void]>([
    ['is refused', () => inject.mockRejectedValue(new Error('Cannot access contents'))],
    ['is gone', () => inject.mockResolvedValue([])],
    ['says nothing', () => inject.mockResolvedValue([{}])],
    ['says something else', () => inject.mockResolvedValue([{ result: 'all' }])],
    ['lacks a part', () => inject.mockResolvedValue([{ result: { title: 'a' } }])],
    [
      'has a part of another kind',
      () => inject.mockResolvedValue([{ result: { ...STATED_PAGE, title: ['a'] } }]),
    ],
  ])('is what the browser says of its tab where it %s', async (_, fail) => {
    fail();
    expect(await readTarget(TAB)).toEqual(known);
    expect(await readTarget(TAB, { ...FRAME, id: 0, address: undefined })).toEqual({
      ...known,
      selector: { type: 'TextQuoteSelector', exact: FRAME.selection, prefix: '', suffix: '' },
    });
    // The title is not that of the frame.
    expect(await readTarget(TAB, FRAME)).toMatchObject({ source: FRAME.address, title: '' });
  });

  test.each([
    [{ id: 7, address: undefined, title: undefined }],
    [{ id: 7, address: 'about:blank', title: '' }],
  ])('is nothing where the browser says nothing: %j', async (tab) => {
    inject.mockRejectedValue(new Error('Cannot access contents'));
    expect(await readTarget(tab)).toBeNull();
  });
});

it('takes nothing from a page as it is', async () => {
  const hostile = {
    ...STATED_PAGE,
    address: 'https://reader:word@sample-news.example/?fbclid=1#a',
    title: '\u202e'.repeat(9_000),
    quote: { exact: 'a'.repeat(1_000_000), prefix: 'b'.repeat(1_000), suffix: '\ud800' },
    more: 'than was asked for',
  };
  inject.mockResolvedValue([{ result: hostile }]);
  expect(await readTarget(TAB)).toEqual(reportTarget(hostile));
});
