import { expect, test, vi } from 'vitest';
import { MIN_FRAME_TEXT, whenTextIsThere } from '../../core/page/frame-text.ts';
import { showPage } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

// The test's own page stands for the frame: it has no words but these.
const words = (length: number) => 'words '.repeat(Math.ceil(length / 6)).slice(0, length);
const ENOUGH = `<p>${words(2 * MIN_FRAME_TEXT)}</p>`;

function watch() {
  const begin = vi.fn();
  whenTextIsThere(document, begin);
  return begin;
}

test('where there is text enough it begins at once', () => {
  showPage(ENOUGH);
  expect(watch()).toHaveBeenCalledOnce();
});

test.each([
  ['few words', '<p>A few words.</p>'],
  ['white space', `<p>A few${' '.repeat(5 * MIN_FRAME_TEXT)}words.</p>`],
  ['what is not shown', `<style>/* ${words(5 * MIN_FRAME_TEXT)} */</style><p>A few words.</p>`],
])('%s are not enough, until it is used and has more', (_, html) => {
  const page = showPage(html);
  const begin = watch();
  window.dispatchEvent(new Event('scroll'));
  expect(begin).not.toHaveBeenCalled();
  page.append(words(2 * MIN_FRAME_TEXT));
  window.dispatchEvent(new Event('keydown'));
  expect(begin).toHaveBeenCalledOnce();
  window.dispatchEvent(new Event('pointermove'));
  expect(begin).toHaveBeenCalledOnce();
});

test('text that comes by itself is found after a while', async () => {
  const page = showPage('<p>A few words.</p>');
  const begin = watch();
  page.append(words(2 * MIN_FRAME_TEXT));
  await vi.waitFor(() => {
    expect(begin).toHaveBeenCalledOnce();
  }, PATIENCE);
});
