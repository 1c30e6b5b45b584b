import { expect, test, vi } from 'vitest';
import { MIN_FRAME_HEIGHT, MIN_FRAME_WIDTH, watchFrames } from '../../core/page/watch-frames.ts';
import { showPage, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

const frame = (width: number, height: number) =>
  `<iframe style="border: 0; width: ${String(width)}px; height: ${String(height)}px"></iframe>`;
const LARGE = frame(MIN_FRAME_WIDTH, MIN_FRAME_HEIGHT);

function watch() {
  const life = untilTestEnds();
  const onLarge = vi.fn();
  watchFrames(document, life.signal, onLarge);
  return { life, onLarge };
}
/** Puts a frame at the end of a page. */
function append(page: Element, width: number, height: number): HTMLIFrameElement {
  const added = document.createElement('iframe');
  added.style = `border: 0; width: ${String(width)}px; height: ${String(height)}px`;
  page.append(added);
  return added;
}
const drawn = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

test('one large frame is told of, once', async () => {
  showPage(`${frame(300, 250)}${LARGE}${LARGE}`);
  const { onLarge } = watch();
  await vi.waitFor(() => {
    expect(onLarge).toHaveBeenCalledOnce();
  }, PATIENCE);
  window.dispatchEvent(new Event('scrollend'));
  await drawn();
  expect(onLarge).toHaveBeenCalledOnce();
});

test.each([
  ['too low', frame(728, 90)],
  ['too narrow', frame(160, 600)],
  ['hidden', LARGE.replace('style="', 'style="display: none;')],
  ['not there', '<p>words</p>'],
])('a frame that is %s is not', async (_, html) => {
  showPage(html);
  const { onLarge } = watch();
  await drawn();
  expect(onLarge).not.toHaveBeenCalled();
});

test('a frame that comes later or grows is told of, and what a large one loads anew', async () => {
  const page = showPage('<p>words</p>');
  const { onLarge } = watch();
  await drawn();
  append(page, MIN_FRAME_WIDTH, MIN_FRAME_HEIGHT);
  await vi.waitFor(() => {
    expect(onLarge).toHaveBeenCalledTimes(1);
  }, PATIENCE);

  const late = append(page, 300, 0);
  await drawn();
  late.style.height = '900px';
  window.dispatchEvent(new Event('scrollend'));
  await vi.waitFor(() => {
    expect(onLarge).toHaveBeenCalledTimes(2);
  }, PATIENCE);

  late.src = 'about:blank?other';
  await vi.waitFor(() => {
    expect(onLarge).toHaveBeenCalledTimes(3);
  }, PATIENCE);
});

test('nothing is told of when it is over', async () => {
  const page = showPage('<p>words</p>');
  const { life, onLarge } = watch();
  life.abort();
  append(page, MIN_FRAME_WIDTH, MIN_FRAME_HEIGHT);
  window.dispatchEvent(new Event('scrollend'));
  await drawn();
  expect(onLarge).not.toHaveBeenCalled();
});
