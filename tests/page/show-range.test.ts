import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FLASH_MS, FLASH_NAME, SHOWN_AT, showRange } from '../../core/page/show-range.ts';
import { anchoredWords, describePage, find, showPage, untilTestEnds } from './made-page.ts';

const TALL = '<div style="block-size: 3000px"></div>';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  expect(CSS.highlights.size).toBe(0);
  scrollTo({ top: 0, behavior: 'instant' });
});

const isFlashing = () => CSS.highlights.has(FLASH_NAME);

/** Where the top of the range stands, in pixels below where it is shown. */
function offPlace({ startContainer, startOffset, endContainer, endOffset }: StaticRange): number {
  const passage = document.createRange();
  passage.setStart(startContainer, startOffset);
  passage.setEnd(endContainer, endOffset);
  return passage.getBoundingClientRect().top - innerHeight * SHOWN_AT;
}

test.each([
  ['a short paragraph', `${TALL}<p>alpha beta</p>${TALL}`],
  ['one line of a long one', `<p>${'x<br>'.repeat(300)}beta${'<br>x'.repeat(300)}</p>`],
  ['a box that scrolls', `${TALL}<div class="box">${TALL}<p>beta</p>${TALL}</div>${TALL}`],
  [
    'a long text in a box that scrolls',
    `${TALL}<div class="box"><p>${'x<br>'.repeat(300)}beta${'<br>x'.repeat(300)}</p></div>${TALL}`,
  ],
  ['an element without a box', `${TALL}<p style="display: contents">beta</p>${TALL}`],
  [
    'a page that scrolls slowly',
    `<style>html { scroll-behavior: smooth }</style>${TALL}<p>beta</p>${TALL}`,
  ],
])('the passage comes to the upper part of the viewport: %s', (_, html) => {
  showPage(`<style>.box { block-size: 300px; overflow: auto }</style>${html}`);
  const { range } = anchoredWords('beta');
  expect(showRange(range, untilTestEnds().signal)).toBe(true);
  expect(Math.abs(offPlace(range))).toBeLessThanOrEqual(2);
  vi.runAllTimers();
});

test('the words flash, and nothing of the page is changed', () => {
  showPage('<p>alpha <b>beta</b> gamma</p>');
  const before = describePage();
  const { range } = anchoredWords('beta gamma');
  showRange(range, untilTestEnds().signal);
  expect([...(CSS.highlights.get(FLASH_NAME) ?? [])]).toEqual([range]);
  expect(describePage()).toBe(before);
  vi.advanceTimersByTime(FLASH_MS - 1);
  expect(isFlashing()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isFlashing()).toBe(false);
});

test('the passage shown last flashes alone, for its full time', () => {
  showPage('<p>alpha beta</p>');
  const { signal } = untilTestEnds();
  showRange(anchoredWords('alpha').range, signal);
  vi.advanceTimersByTime(FLASH_MS / 2);
  const { range } = anchoredWords('beta');
  showRange(range, signal);
  expect([...(CSS.highlights.get(FLASH_NAME) ?? [])]).toEqual([range]);
  vi.advanceTimersByTime(FLASH_MS - 1);
  expect(isFlashing()).toBe(true);
  vi.advanceTimersByTime(1);
  expect(isFlashing()).toBe(false);
});

test('abort ends the flash at once, and leaves no timer', () => {
  showPage('<p>alpha</p>');
  const life = untilTestEnds();
  showRange(anchoredWords('alpha').range, life.signal);
  life.abort();
  expect(isFlashing()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});

test('a highlight of the page under our name is left to it', () => {
  showPage('<p>alpha</p>');
  showRange(anchoredWords('alpha').range, untilTestEnds().signal);
  const theirs = new Highlight();
  CSS.highlights.set(FLASH_NAME, theirs);
  vi.runAllTimers();
  expect(CSS.highlights.get(FLASH_NAME)).toBe(theirs);
  CSS.highlights.delete(FLASH_NAME);
});

test.each<[string, (life: AbortController) => void]>([
  [
    'its paragraph was removed',
    () => {
      find('main p').remove();
    },
  ],
  [
    'its paragraph keeps its place and is not shown',
    () => {
      find('main p').style.visibility = 'hidden';
    },
  ],
  [
    'it is in details that were closed',
    () => {
      find('main details').removeAttribute('open');
    },
  ],
  [
    'its paragraph is not displayed',
    () => {
      find('main p').style.display = 'none';
    },
  ],
  [
    'what is around it is not displayed',
    () => {
      find('main').style.display = 'none';
    },
  ],
  [
    'we have left the page',
    (life) => {
      life.abort();
    },
  ],
])('nothing happens when %s', (_, happen) => {
  showPage(`${TALL}<details open><p>beta</p></details>${TALL}`);
  const { range } = anchoredWords('beta');
  const life = untilTestEnds();
  happen(life);
  expect(showRange(range, life.signal)).toBe(false);
  expect(scrollY).toBe(0);
  expect(isFlashing()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
