import { h, render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Mark } from '../../core/page/choose-marks.ts';
import {
  createPainter,
  HIGHLIGHT_NAMES,
  RESTORATION_LIMIT,
  RESTORATION_WINDOW_MS,
  type Painter,
} from '../../core/page/painter.ts';
import { describePage, find, marksOn, showPage, textIn, untilTestEnds } from './made-page.ts';

/** A painter that lives until the test ends, and the words of the marks it found unsound. */
function paintHere(life = untilTestEnds()): { painter: Painter; unsound: string[] } {
  const unsound: string[] = [];
  const painter = createPainter({
    onUnsound: (marks) => {
      unsound.push(...marks.map(({ quote }) => quote.exact));
    },
    signal: life.signal,
  });
  return { painter, unsound };
}

/** The words that are painted in one style, by the browser's own reading. */
function paintedWords(name: string = HIGHLIGHT_NAMES.solid): string[] {
  return [...(CSS.highlights.get(name) ?? [])].map((painted) => {
    const range = document.createRange();
    range.setStart(painted.startContainer, painted.startOffset);
    range.setEnd(painted.endContainer, painted.endOffset);
    return range.toString();
  });
}

async function nextFrame(): Promise<void> {
  await new Promise(requestAnimationFrame);
}

/** The registry in the hands of the page, which may do with it what we may not. */
const registryOfPage = CSS.highlights;

beforeEach(() => {
  expect(CSS.highlights.size).toBe(0);
});

test('marks are painted in their style in the next frame', async () => {
  showPage('<p>alpha beta gamma</p>');
  const { painter } = paintHere();
  const [alpha, beta] = marksOn('alpha', 'beta');
  painter.show(
    [alpha, beta]
      .filter((mark) => mark !== undefined)
      .map((mark, at) => (at === 0 ? mark : { ...mark, style: 'dotted' })),
  );
  expect(CSS.highlights.size).toBe(0);
  await nextFrame();
  expect(paintedWords()).toEqual(['alpha']);
  expect(paintedWords(HIGHLIGHT_NAMES.dotted)).toEqual(['beta']);
});

test('several changes within a frame paint once', async () => {
  showPage('<p>alpha beta</p>');
  const { painter } = paintHere();
  const set = vi.spyOn(HighlightRegistry.prototype, 'set');
  painter.show(marksOn('alpha'));
  painter.show(marksOn('beta'));
  await nextFrame();
  expect(paintedWords()).toEqual(['beta']);
  expect(set).toHaveBeenCalledTimes(1);
  set.mockRestore();
});

test('without marks there is nothing of ours in the registry', async () => {
  showPage('<p>alpha</p>');
  const { painter } = paintHere();
  painter.show(marksOn('alpha'));
  await nextFrame();
  painter.show([]);
  await nextFrame();
  expect(CSS.highlights.size).toBe(0);
});

test('a hit range leads back to its mark, as long as it is painted', async () => {
  showPage('<p>alpha</p>');
  const { painter } = paintHere();
  const marks = marksOn('alpha');
  const range =
    marks[0]?.range ??
    new StaticRange({
      startContainer: document,
      startOffset: 0,
      endContainer: document,
      endOffset: 0,
    });
  painter.show(marks);
  expect(painter.markOf(range)).toBeUndefined();
  await nextFrame();
  expect(painter.markOf(range)).toBe(marks[0]);
  painter.show([]);
  await nextFrame();
  expect(painter.markOf(range)).toBeUndefined();
});

test('words that have changed since are reported and not painted', async () => {
  showPage('<p id="a">alpha</p><p id="b">beta</p>');
  const { painter, unsound } = paintHere();
  painter.show(marksOn('alpha', 'beta'));
  textIn(find('#a')).data = 'delta';
  await nextFrame();
  expect(paintedWords()).toEqual(['beta']);
  expect(unsound).toEqual(['alpha']);
});

test('the page does not change by being painted', async () => {
  showPage('<p>alpha <b>beta</b></p>');
  const before = describePage();
  const { painter } = paintHere();
  painter.show(marksOn('alpha beta'));
  await nextFrame();
  expect(describePage()).toBe(before);
});

test('a list drawn again by a framework keeps its content, and lost words are reported', async () => {
  const page = showPage('');
  const draw = (items: readonly string[]): void => {
    render(
      h(
        'ul',
        null,
        items.map((item) => h('li', { key: item }, item)),
      ),
      page,
    );
  };
  draw(['alpha', 'beta', 'gamma']);
  const { painter, unsound } = paintHere();
  const marks = marksOn('alpha', 'gamma');
  painter.show(marks);
  await nextFrame();
  draw(['gamma', 'delta']);
  expect(page.textContent).toBe('gammadelta');
  painter.show(marks);
  await nextFrame();
  expect(paintedWords()).toEqual(['gamma']);
  expect(unsound).toEqual(['alpha']);
  render(null, page);
});

describe('a page that uses the registry too', () => {
  test('keeps its own highlights', async () => {
    showPage('<p>alpha</p>');
    const theirs = new Highlight();
    CSS.highlights.set('theirs', theirs);
    const life = untilTestEnds();
    const { painter } = paintHere(life);
    painter.show(marksOn('alpha'));
    await nextFrame();
    life.abort();
    expect([...CSS.highlights]).toEqual([['theirs', theirs]]);
    registryOfPage.clear();
  });

  const removals: Record<string, () => void> = {
    'clears it': () => {
      registryOfPage.clear();
    },
    'takes our name': () => {
      CSS.highlights.set(HIGHLIGHT_NAMES.solid, new Highlight());
    },
    'empties our highlight': () => {
      CSS.highlights.get(HIGHLIGHT_NAMES.solid)?.clear();
    },
  };

  test.for(Object.entries(removals))(
    'and %s: our marks are back after the next scroll',
    async ([, remove]) => {
      showPage('<p>alpha</p>');
      const { painter } = paintHere();
      painter.show(marksOn('alpha'));
      await nextFrame();
      remove();
      expect(paintedWords()).toEqual([]);
      document.dispatchEvent(new Event('scrollend'));
      await nextFrame();
      expect(paintedWords()).toEqual(['alpha']);
    },
  );

  test('and clears it again and again: it is left alone for a while, then not', async () => {
    showPage('<p>alpha</p>');
    const { painter } = paintHere();
    const now = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    painter.show(marksOn('alpha'));
    await nextFrame();
    let returnCount = 0;
    const clearAndScroll = async (): Promise<void> => {
      registryOfPage.clear();
      document.dispatchEvent(new Event('scrollend'));
      await nextFrame();
      returnCount += paintedWords().length;
    };
    for (let round = 0; round < 2 * RESTORATION_LIMIT; round += 1) await clearAndScroll();
    expect(returnCount).toBe(RESTORATION_LIMIT);
    now.mockReturnValue(1_000 + RESTORATION_WINDOW_MS);
    await clearAndScroll();
    expect(returnCount).toBe(RESTORATION_LIMIT + 1);
    now.mockRestore();
  });

  test('and takes our name: after the end it keeps it', async () => {
    showPage('<p>alpha</p>');
    const life = untilTestEnds();
    const { painter } = paintHere(life);
    painter.show(marksOn('alpha'));
    await nextFrame();
    const theirs = new Highlight();
    CSS.highlights.set(HIGHLIGHT_NAMES.solid, theirs);
    life.abort();
    expect(CSS.highlights.get(HIGHLIGHT_NAMES.solid)).toBe(theirs);
    registryOfPage.clear();
  });
});

test('what lives while marks are painted begins with the first and ends with the last', async () => {
  showPage('<p>alpha beta</p>');
  const { painter } = paintHere();
  const log: string[] = [];
  painter.whilePainted((painted) => {
    log.push('begins');
    painted.addEventListener('abort', () => log.push('ends'));
  });
  painter.show([]);
  await nextFrame();
  expect(log).toEqual([]);
  painter.show(marksOn('alpha'));
  await nextFrame();
  painter.show(marksOn('alpha', 'beta'));
  await nextFrame();
  expect(log).toEqual(['begins']);
  painter.show([]);
  await nextFrame();
  expect(log).toEqual(['begins', 'ends']);
});

test('abort takes all marks away at once and paints no more', async () => {
  showPage('<p>alpha</p>');
  const life = untilTestEnds();
  const { painter } = paintHere(life);
  const marks: Mark[] = marksOn('alpha');
  painter.show(marks);
  await nextFrame();
  painter.show(marks);
  life.abort();
  expect(CSS.highlights.size).toBe(0);
  painter.show(marks);
  await nextFrame();
  expect(CSS.highlights.size).toBe(0);
});
