import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { markAtPoint, watchMarkClicks } from '../../core/page/hit-test.ts';
import { createPainter, type Painter } from '../../core/page/painter.ts';
import { find, marksOn, showPage, textIn, untilTestEnds } from './made-page.ts';

/** Paints a mark on each of `passages`; ready in the next frame. */
async function paint(...passages: string[]): Promise<Painter> {
  const painter = createPainter({ onUnsound: () => undefined, signal: untilTestEnds().signal });
  painter.show(marksOn(...passages));
  await new Promise(requestAnimationFrame);
  return painter;
}

/** The middle of the first line of `words` in `element`, in viewport coordinates. */
function pointAt(element: Element, words: string): { x: number; y: number } {
  const node = textIn(element);
  const start = node.data.indexOf(words);
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, start + words.length);
  const [box] = range.getClientRects();
  if (box === undefined) throw new Error(`not shown: ${words}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Clicks, as a person does, on `words`. */
async function clickOn(
  element: Element,
  words: string,
  options: Parameters<typeof userEvent.click>[1] = {},
): Promise<void> {
  const { x, y } = pointAt(element, words);
  const { left, top } = element.getBoundingClientRect();
  await userEvent.click(element, { position: { x: x - left, y: y - top }, ...options });
}

/** Presses on `from` and releases on `to`. */
async function dragAcross(element: Element, from: string, to: string): Promise<void> {
  const { left, top } = element.getBoundingClientRect();
  const [source, target] = [pointAt(element, from), pointAt(element, to)];
  await userEvent.dragAndDrop(element, element, {
    sourcePosition: { x: source.x - left, y: source.y - top },
    targetPosition: { x: target.x - left, y: target.y - top },
  });
}

async function watchClicks(...passages: string[]): Promise<string[]> {
  const opened: string[] = [];
  watchMarkClicks(
    await paint(...passages),
    ({ quote }) => {
      opened.push(quote.exact);
    },
    untilTestEnds().signal,
  );
  return opened;
}

test('a point on painted words leads to their mark, any other to none', async () => {
  showPage('<p>alpha beta gamma</p>');
  const painter = await paint('beta');
  const at = (words: string): string | undefined => {
    const { x, y } = pointAt(find('p'), words);
    return markAtPoint(x, y, painter)?.quote.exact;
  };
  expect(at('beta')).toBe('beta');
  expect(at('gamma')).toBeUndefined();
  expect(markAtPoint(-1, -1, painter)).toBeNull();
});

test('of overlapping marks the shortest is meant', async () => {
  showPage('<p>alpha beta gamma</p>');
  for (const passages of [
    ['alpha beta gamma', 'beta', 'beta gamma'],
    ['beta', 'beta gamma', 'alpha beta gamma'],
  ]) {
    const painter = await paint(...passages);
    const { x, y } = pointAt(find('p'), 'beta');
    expect(markAtPoint(x, y, painter)?.quote.exact).toBe('beta');
  }
});

test('words that have changed since they were painted do not open', async () => {
  showPage('<p>alpha beta</p>');
  const painter = await paint('alpha');
  textIn(find('p')).data = 'delta beta';
  const { x, y } = pointAt(find('p'), 'delta');
  expect(CSS.highlights.highlightsFromPoint?.(x, y)).not.toEqual([]);
  expect(markAtPoint(x, y, painter)).toBeNull();
});

test('highlights of the page are not ours', async () => {
  showPage('<p>alpha beta</p>');
  const painter = await paint('alpha');
  const [theirs] = marksOn('beta');
  CSS.highlights.set('theirs', new Highlight(...(theirs ? [theirs.range] : [])));
  const { x, y } = pointAt(find('p'), 'beta');
  expect(markAtPoint(x, y, painter)).toBeNull();
  CSS.highlights.delete('theirs');
});

test('a browser that cannot tell has no mark at any point', async () => {
  showPage('<p>alpha</p>');
  const painter = await paint('alpha');
  const { x, y } = pointAt(find('p'), 'alpha');
  expect(markAtPoint(x, y, painter)).not.toBeNull();
  Object.defineProperty(CSS.highlights, 'highlightsFromPoint', {
    value: undefined,
    configurable: true,
  });
  expect(markAtPoint(x, y, painter)).toBeNull();
  delete CSS.highlights.highlightsFromPoint;
});

test('a plain click on a mark opens it', async () => {
  showPage('<p>alpha beta</p>');
  const opened = await watchClicks('alpha');
  await clickOn(find('p'), 'beta');
  expect(opened).toEqual([]);
  await clickOn(find('p'), 'alpha');
  expect(opened).toEqual(['alpha']);
});

const WITH_MEANING: Record<string, string> = {
  'a link': '<p><a id="target" href="#nowhere">alpha</a></p>',
  'something inside a link': '<p><a href="#nowhere"><em id="target">alpha</em></a></p>',
  'a label': '<label id="target">alpha <input></label>',
  'a summary': '<details><summary id="target">alpha</summary></details>',
  'a tab': '<p role="tab" id="target">alpha</p>',
  'something with a click of its own': '<p onclick="" id="target">alpha</p>',
};

test.for(Object.entries(WITH_MEANING))('a click on %s stays the page’s', async ([, html]) => {
  showPage(html);
  const opened = await watchClicks('alpha');
  await clickOn(find('#target'), 'alpha');
  expect(opened).toEqual([]);
});

test.for(['Shift', 'Control', 'Alt'] as const)(
  'a click with %s does not open',
  async (modifier) => {
    showPage('<p>alpha</p>');
    const opened = await watchClicks('alpha');
    await clickOn(find('p'), 'alpha', { modifiers: [modifier] });
    expect(opened).toEqual([]);
    getSelection()?.removeAllRanges();
  },
);

test.for(['right', 'middle'] as const)('the %s button does not open', async (button) => {
  showPage('<p>alpha</p>');
  const opened = await watchClicks('alpha');
  await clickOn(find('p'), 'alpha', { button });
  expect(opened).toEqual([]);
});

test('of a double click only the first opens', async () => {
  showPage('<p>alpha</p>');
  const opened = await watchClicks('alpha');
  const { x, y } = pointAt(find('p'), 'alpha');
  const { left, top } = find('p').getBoundingClientRect();
  await userEvent.dblClick(find('p'), { position: { x: x - left, y: y - top } });
  expect(opened).toEqual(['alpha']);
  getSelection()?.removeAllRanges();
});

test('selecting words does not open', async () => {
  showPage('<p>alpha beta gamma delta</p>');
  const opened = await watchClicks('alpha beta gamma delta');
  await dragAcross(find('p'), 'alpha', 'gamma');
  expect(getSelection()?.toString()).not.toBe('');
  expect(opened).toEqual([]);
  getSelection()?.removeAllRanges();
});

test('a drag that selects nothing does not open either', async () => {
  showPage('<p style="user-select: none">alpha beta gamma delta</p>');
  const opened = await watchClicks('alpha beta gamma delta');
  await dragAcross(find('p'), 'alpha', 'gamma');
  expect(opened).toEqual([]);
});

test('a click that the page took for itself does not open', async () => {
  const page = showPage('<p id="taken">alpha</p><p id="stopped">beta</p>');
  const opened = await watchClicks('alpha', 'beta');
  document.addEventListener(
    'click',
    (event) => {
      if (event.target === find('#taken')) event.preventDefault();
    },
    { signal: untilTestEnds().signal },
  );
  find('#stopped', page).addEventListener('click', (event) => {
    event.stopPropagation();
  });
  await clickOn(find('#taken'), 'alpha');
  await clickOn(find('#stopped'), 'beta');
  expect(opened).toEqual([]);
});

test('a click made by a script does not open', async () => {
  showPage('<p>alpha</p>');
  const opened = await watchClicks('alpha');
  const { x, y } = pointAt(find('p'), 'alpha');
  find('p').dispatchEvent(
    new MouseEvent('click', { bubbles: true, detail: 1, clientX: x, clientY: y }),
  );
  expect(opened).toEqual([]);
});

test('nothing is listened to while nothing is painted', async () => {
  showPage('<p>alpha</p>');
  const painter = createPainter({ onUnsound: () => undefined, signal: untilTestEnds().signal });
  const listeners = new Set<string>();
  const add = vi.spyOn(window, 'addEventListener').mockImplementation((type) => {
    listeners.add(type);
  });
  watchMarkClicks(painter, () => undefined, untilTestEnds().signal);
  expect(listeners).toEqual(new Set());
  painter.show(marksOn('alpha'));
  await new Promise(requestAnimationFrame);
  expect([...listeners]).toEqual(expect.arrayContaining(['pointerdown', 'click']));
  add.mockRestore();
});

test('when the last mark is gone, or the watch is over, a click opens nothing', async () => {
  showPage('<p>alpha</p>');
  const painter = await paint('alpha');
  const life = untilTestEnds();
  const opened: string[] = [];
  watchMarkClicks(painter, ({ quote }) => opened.push(quote.exact), life.signal);
  painter.show([]);
  await new Promise(requestAnimationFrame);
  await clickOn(find('p'), 'alpha');
  painter.show(marksOn('alpha'));
  await new Promise(requestAnimationFrame);
  life.abort();
  await clickOn(find('p'), 'alpha');
  expect(opened).toEqual([]);
});
