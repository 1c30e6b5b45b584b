import axe from 'axe-core';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cdp, page as browserPage, userEvent } from 'vitest/browser';
import css from '../../components/region.css?inline';
import { openCardHost, type CardHost } from '../../core/page/card-host.ts';
import type { Mark } from '../../core/page/choose-marks.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import {
  ANNOUNCE_AFTER_MS,
  createPageRegion,
  QUOTED_LENGTH,
  type RegionTexts,
} from '../../core/page/page-region.ts';
import { FLASH_NAME } from '../../core/page/show-range.ts';
import { checkWithAxe } from '../components/check-with-axe.ts';
import {
  describePage,
  find,
  marksOn,
  noteRoots,
  parseNodes,
  showPage,
  untilTestEnds,
} from './made-page.ts';

const TEXTS: RegionTexts = {
  language: 'en',
  direction: 'ltr',
  label: 'Marked passages',
  hint: 'Enter opens it. Escape goes back.',
  nameOf: (place, count, words) => `${String(place)} of ${String(count)}: ${words}`,
  announcementOf: (count) => `Found: ${String(count)}`,
};

const HIGH = '<div style="height: 2000px"></div>';

/** A region, and what only the code that made it can reach. */
function makeRegion(texts: Partial<RegionTexts> = {}) {
  const roots = noteRoots();
  const life = untilTestEnds();
  const host = createPageHost(life.signal);
  const onOpen = vi.fn<(mark: Mark) => void>();
  const region = createPageRegion({
    host,
    texts: { ...TEXTS, ...texts },
    css,
    onOpen,
    signal: life.signal,
  });
  const root = () => {
    const last = roots.at(-1);
    if (last === undefined) throw new Error('nothing was shown');
    return last;
  };
  const section = () => find('[role=region]', root());
  const buttons = () => [...root().querySelectorAll<HTMLButtonElement>('[role=region] button')];
  return {
    ...region,
    host,
    onOpen,
    life,
    root,
    section,
    buttons,
    names: () => buttons().map(({ textContent }) => textContent),
    status: () => find('[role=status]', root()).textContent,
    isShown: () => roots.at(-1)?.host.isConnected === true,
    isSeen: () => section().matches(':popover-open'),
    /** The name of the button that has the focus. */
    focused: () => host.focused()?.textContent ?? null,
  };
}

/** A region for these passages of the page. */
function regionOn(...passages: readonly string[]) {
  const region = makeRegion();
  region.show(marksOn(...passages));
  return region;
}

/** The words that stand out. */
function flashed(): string | null {
  const [range] = CSS.highlights.get(FLASH_NAME) ?? [];
  return range?.startContainer.nodeValue?.slice(range.startOffset, range.endOffset) ?? null;
}

const isInView = (selector: string) => {
  const { top, bottom } = find(selector).getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

beforeEach(async () => {
  await browserPage.viewport(800, 600);
  scrollTo({ top: 0, behavior: 'instant' });
});

describe('the region', () => {
  test('has a button for each mark, in the order of the page, named by its first words', () => {
    showPage('<p>alpha beta</p><p>gamma</p><p>delta</p>');
    const region = regionOn('beta', 'gamma', 'delta');
    expect(region.section().ariaLabel).toBe('Marked passages');
    expect(region.names()).toEqual(['1 of 3: beta', '2 of 3: gamma', '3 of 3: delta']);
    for (const button of region.buttons()) {
      expect(button.ariaDescribedByElements?.map(({ textContent }) => textContent)).toEqual([
        TEXTS.hint,
      ]);
    }
  });

  test('is not there without marks, and gone with the last of them', () => {
    showPage('<p>alpha</p>');
    const before = describePage();
    const region = makeRegion();
    region.show([]);
    expect(describePage()).toBe(before);
    region.show(marksOn('alpha'));
    expect(region.isShown()).toBe(true);
    region.show([]);
    expect(describePage()).toBe(before);
  });

  test('is gone on abort, with what it would have announced', () => {
    vi.useFakeTimers();
    showPage('<p>alpha</p>');
    const before = describePage();
    const region = regionOn('alpha');
    region.moveToMark('next');
    region.life.abort();
    vi.advanceTimersByTime(2 * ANNOUNCE_AFTER_MS);
    vi.useRealTimers();
    expect(describePage()).toBe(before);
    expect(region.moveToMark('next')).toBe(false);
    region.show(marksOn('alpha'));
    expect(describePage()).toBe(before);
  });

  test.for([
    ['alpha', 'alpha'],
    ['alpha\n   beta', 'alpha beta'],
    ['a'.repeat(QUOTED_LENGTH), 'a'.repeat(QUOTED_LENGTH)],
    ['a'.repeat(QUOTED_LENGTH + 1), `${'a'.repeat(QUOTED_LENGTH)}…`],
    [`${'a'.repeat(QUOTED_LENGTH - 3)} beta`, `${'a'.repeat(QUOTED_LENGTH - 3)}…`],
    ['字'.repeat(QUOTED_LENGTH + 9), `${'字'.repeat(QUOTED_LENGTH)}…`],
    [`a${'𝒂'.repeat(QUOTED_LENGTH)}`, `a${'𝒂'.repeat(QUOTED_LENGTH / 2 - 1)}…`],
  ] as const)('%s is quoted as %s', ([words, quoted]) => {
    showPage(`<p>${words}</p>`);
    expect(regionOn(words).names()).toEqual([`1 of 1: ${quoted}`]);
  });

  test('shows what a page has in its passages as text', () => {
    showPage('<p>&lt;img src=x onerror=alert(1)&gt;</p>');
    const region = regionOn('<img src=x onerror=alert(1)>');
    expect(region.names()).toEqual(['1 of 1: <img src=x onerror=alert(1)>']);
    expect(region.root().querySelector('img')).toBeNull();
  });

  test('is out of sight until a button has the focus, and then has only that one in sight', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    const sizeOf = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      return width * height;
    };
    expect(region.isSeen()).toBe(false);
    expect(sizeOf(region.section())).toBeLessThanOrEqual(1);
    region.moveToMark('next');
    expect(region.isSeen()).toBe(true);
    const [one, two] = region.buttons().map(sizeOf);
    expect(one).toBeGreaterThan(1_000);
    expect(two).toBeLessThanOrEqual(1);
    find('p').tabIndex = -1;
    find('p').focus();
    expect(region.isSeen()).toBe(false);
    expect(sizeOf(region.section())).toBeLessThanOrEqual(1);
  });

  test.for([
    { width: 320, height: 256, direction: 'ltr' },
    { width: 320, height: 256, direction: 'rtl' },
    { width: 1_280, height: 800, direction: 'ltr' },
  ] as const)('fits into $width × $height, $direction', async ({ width, height, direction }) => {
    await browserPage.viewport(width, height);
    showPage(`<p>${'long words '.repeat(20)}</p>`);
    const region = makeRegion({ direction, nameOf: () => 'a name that is long '.repeat(9) });
    region.show(marksOn('long words '.repeat(20).trim()));
    region.moveToMark('next');
    const box = region.section().getBoundingClientRect();
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(width);
    expect(box.bottom).toBeLessThanOrEqual(height);
    expect(region.section().scrollWidth).toBe(region.section().clientWidth);
    const [button] = region.buttons();
    expect(getComputedStyle(button ?? document.body).direction).toBe(direction);
  });

  test('is above everything that the page stacks up, and is not moved by it', () => {
    const page = showPage(`<p>alpha</p><div popover="manual" style="inset: 0; width: auto;
      height: auto">over</div><style>html { filter: blur(0); transform: translate(0) }</style>`);
    const region = regionOn('alpha');
    find('div', page).showPopover();
    region.moveToMark('next');
    const { x, y, width, height } = region.section().getBoundingClientRect();
    expect(y + height).toBeLessThanOrEqual(innerHeight);
    const top = document.elementFromPoint(x + width / 2, y + height / 2);
    expect(top).toBe(region.root().host);
  });
});

describe('moving', () => {
  test('goes round in page order, both ways', () => {
    showPage('<p>alpha</p><p>beta</p><p>gamma</p>');
    const region = regionOn('alpha', 'beta', 'gamma');
    const walk = (direction: 'next' | 'previous') => {
      region.moveToMark(direction);
      return region.focused();
    };
    const [one, two, three] = region.names();
    expect([walk('next'), walk('next'), walk('next'), walk('next')]).toEqual([
      one,
      two,
      three,
      one,
    ]);
    expect([walk('previous'), walk('previous')]).toEqual([three, two]);
  });

  test('says when there is nowhere to go', () => {
    const region = makeRegion();
    expect(region.moveToMark('next')).toBe(false);
  });

  test('scrolls to the passage and lets it stand out', () => {
    showPage(`<p id="one">alpha</p>${HIGH}<p id="two">beta</p>${HIGH}`);
    const region = regionOn('alpha', 'beta');
    region.moveToMark('next');
    expect(flashed()).toBe('alpha');
    region.moveToMark('next');
    expect(flashed()).toBe('beta');
    expect(isInView('#two')).toBe(true);
  });

  test.for([
    { scrolled: 0, direction: 'next', to: 'alpha' },
    { scrolled: 1_000, direction: 'next', to: 'beta' },
    { scrolled: 4_000, direction: 'next', to: 'alpha' },
    { scrolled: 0, direction: 'previous', to: 'alpha' },
    { scrolled: 1_000, direction: 'previous', to: 'alpha' },
    { scrolled: 2_000, direction: 'previous', to: 'beta' },
  ] as const)(
    'from nowhere, $scrolled down the page, $direction is $to',
    ({ scrolled, direction, to }) => {
      showPage(`<p>alpha</p>${HIGH}<p>beta</p>${HIGH}${HIGH}`);
      const region = regionOn('alpha', 'beta');
      scrollTo({ top: scrolled, behavior: 'instant' });
      region.moveToMark(direction);
      expect(region.focused()).toMatch(to);
    },
  );

  test('before the first mark, previous is the last', () => {
    showPage(`${HIGH}<p>alpha</p><p>beta</p>`);
    const region = regionOn('alpha', 'beta');
    region.moveToMark('previous');
    expect(region.focused()).toMatch('beta');
  });

  test('goes on from the last mark while that is in view, and starts anew when it is not', async () => {
    showPage(`<p>alpha</p><p>beta</p><p>gamma</p>${HIGH}${HIGH}<p>delta</p>`);
    const region = regionOn('alpha', 'beta', 'gamma', 'delta');
    region.moveToMark('next');
    await userEvent.keyboard('{Escape}');
    region.moveToMark('next');
    expect(region.focused()).toMatch('beta');
    await userEvent.keyboard('{Escape}');
    scrollTo({ top: 2_500, behavior: 'instant' });
    region.moveToMark('next');
    expect(region.focused()).toMatch('delta');
  });

  test('goes on from a mark that was opened by another door', () => {
    showPage('<p>alpha</p><p>beta</p><p>gamma</p>');
    const region = makeRegion();
    const marks = marksOn('alpha', 'beta', 'gamma');
    region.show(marks);
    if (marks[1] !== undefined) region.startFrom(marks[1]);
    region.moveToMark('next');
    expect(region.focused()).toMatch('gamma');
  });

  test('passes over a passage that is not rendered, and goes to it in its turn', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    find('p').style.display = 'none';
    region.moveToMark('next');
    expect(region.focused()).toMatch('beta');
    region.moveToMark('next');
    expect(region.focused()).toMatch('alpha');
  });

  test('by Tab, after the reader has left for elsewhere, shows the same passage again', async () => {
    showPage(`<p>alpha</p>${HIGH}<p id="words">words</p>${HIGH}`);
    const region = regionOn('alpha');
    region.moveToMark('next');
    find('#words').scrollIntoView();
    await userEvent.click(find('#words'));
    await userEvent.tab();
    expect(region.focused()).toMatch('alpha');
    expect(isInView('p')).toBe(true);
  });

  test('to words that have changed shows nothing and opens nothing', async () => {
    showPage('<p>alpha</p>');
    const region = regionOn('alpha');
    find('p').firstChild?.replaceWith('al');
    expect(region.moveToMark('next')).toBe(true);
    await userEvent.keyboard('{Enter}');
    expect(region.onOpen).not.toHaveBeenCalled();
  });

  test('is possible without us, by Tab, and shows the passage as well', async () => {
    showPage(`<button>page</button>${HIGH}<p id="one">alpha</p>${HIGH}<p id="two">beta</p>`);
    const region = regionOn('alpha', 'beta');
    find('button').focus();
    await userEvent.tab();
    expect(region.focused()).toMatch('alpha');
    expect(isInView('#one')).toBe(true);
    await userEvent.tab();
    expect(region.focused()).toMatch('beta');
    expect(isInView('#two')).toBe(true);
    await userEvent.tab({ shift: true });
    await userEvent.tab({ shift: true });
    expect(document.activeElement).toBe(find('button'));
    expect(region.isSeen()).toBe(false);
  });
});

describe('a button', () => {
  test('opens its mark on Enter, Space and click', async () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = makeRegion();
    const marks = marksOn('alpha', 'beta');
    region.show(marks);
    region.moveToMark('next');
    region.moveToMark('next');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    region.buttons()[0]?.click();
    expect(region.onOpen.mock.calls).toEqual([[marks[1]], [marks[1]], [marks[0]]]);
  });

  test('opens a mark in what the page means to be clicked', async () => {
    showPage('<p><a href="#there">alpha</a></p><p role="button" tabindex="0">beta</p>');
    const region = makeRegion();
    const marks = marksOn('alpha', 'beta');
    region.show(marks);
    for (const mark of marks) {
      region.moveToMark('next');
      await userEvent.keyboard('{Enter}');
      expect(region.onOpen).toHaveBeenLastCalledWith(mark);
    }
    expect(location.hash).toBe('');
  });

  test('does nothing for the page', async () => {
    showPage('<p>alpha</p>');
    const region = regionOn('alpha');
    const heard: string[] = [];
    for (const type of ['keydown', 'keyup', 'click', 'focusin', 'pointerdown']) {
      const listen = () => heard.push(type);
      document.addEventListener(type, listen, { signal: untilTestEnds().signal });
    }
    region.moveToMark('next');
    await userEvent.keyboard('{Enter}');
    expect(region.onOpen).toHaveBeenCalledOnce();
    expect(heard).toEqual([]);
  });
});

describe('Escape', () => {
  test('gives the focus back to where it was, and the page hears nothing of it', async () => {
    showPage('<input><p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    find('input').focus();
    region.moveToMark('next');
    region.moveToMark('next');
    const heard = vi.fn();
    const { signal } = untilTestEnds();
    for (const type of ['keydown', 'keyup']) document.addEventListener(type, heard, { signal });
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(find('input'));
    expect(region.isSeen()).toBe(false);
    expect(heard).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalled();
  });

  test('gives it back to where it was when the region was entered by Tab', async () => {
    showPage('<input><button>page</button><p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    find('button').focus();
    await userEvent.tab();
    await userEvent.tab();
    expect(region.focused()).toMatch('beta');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(find('button'));
  });

  test('gives it back in a shadow tree of the page', async () => {
    const page = showPage('<div></div><p>alpha</p>');
    const root = find('div', page).attachShadow({ mode: 'open' });
    root.append(...parseNodes('<input>'));
    const region = regionOn('alpha');
    find('input', root).focus();
    region.moveToMark('next');
    await userEvent.keyboard('{Escape}');
    expect(root.activeElement).toBe(find('input', root));
  });

  test('gives it to nothing that the reader has left before', async () => {
    showPage('<input><p id="words">words</p><p>alpha</p>');
    const region = regionOn('alpha');
    find('input').focus();
    region.moveToMark('next');
    await userEvent.click(find('#words'));
    expect(region.focused()).toBeNull();
    await userEvent.tab();
    expect(region.focused()).toMatch('alpha');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(document.body);
  });

  test.for(['nowhere', 'on something that is gone'])(
    'leaves it nowhere when it was %s',
    async (where) => {
      showPage('<input><p>alpha</p>');
      const region = regionOn('alpha');
      if (where !== 'nowhere') find('input').focus();
      region.moveToMark('next');
      if (where !== 'nowhere') find('input').remove();
      await userEvent.keyboard('{Escape}');
      expect(document.activeElement).toBe(document.body);
      expect(region.isSeen()).toBe(false);
    },
  );

  test('closes no dialog of the page', async () => {
    showPage('<dialog><p>alpha</p></dialog>');
    const dialog = find('dialog');
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
    const region = regionOn('alpha');
    region.moveToMark('next');
    expect(region.focused()).toMatch('alpha');
    await userEvent.keyboard('{Escape}');
    expect(dialog.matches(':modal')).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(dialog.matches(':modal')).toBe(false);
  });
});

describe('the card of a button', () => {
  function openCard(region: ReturnType<typeof makeRegion>, mark: Mark): CardHost {
    return openCardHost({
      host: region.host,
      range: mark.range,
      css: '',
      render: (frame) => {
        const card = document.createElement('div');
        card.tabIndex = -1;
        frame.append(card);
        return () => undefined;
      },
      onFocusLost: () => {
        region.takeFocus();
      },
      onClose: () => undefined,
      signal: region.life.signal,
    });
  }

  test('takes the focus and gives it back on Escape; a second Escape goes back to the page', async () => {
    showPage('<input><p>alpha</p>');
    const region = regionOn('alpha');
    region.onOpen.mockImplementation((mark) => {
      openCard(region, mark);
    });
    find('input').focus();
    region.moveToMark('next');
    scrollTo({ top: 10, behavior: 'instant' });
    await userEvent.keyboard('{Enter}');
    expect(region.isSeen()).toBe(false);
    expect(region.focused()).toBe('');
    await userEvent.keyboard('{Escape}');
    expect(region.focused()).toMatch('alpha');
    expect(region.isSeen()).toBe(true);
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement).toBe(find('input'));
  });

  test.for([
    [['beta', 'gamma'], 'beta'],
    [['gamma'], 'gamma'],
    [[], null],
  ] as const)('gives it, with %s left of the marks, to %s', async ([left, focused]) => {
    showPage('<input><p>alpha</p><p>beta</p><p>gamma</p>');
    const region = regionOn('alpha', 'beta', 'gamma');
    region.onOpen.mockImplementation((mark) => {
      openCard(region, mark);
    });
    find('input').focus();
    region.moveToMark('next');
    await userEvent.keyboard('{Enter}');
    region.show(marksOn(...left));
    await userEvent.keyboard('{Escape}');
    if (focused !== null) {
      expect(region.focused()).toMatch(focused);
      await userEvent.keyboard('{Escape}');
    }
    expect(document.activeElement).toBe(find('input'));
  });

  test('gives it to the nearest button when its words go', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    region.moveToMark('next');
    const [mark] = marksOn('alpha');
    const card = mark && openCard(region, mark);
    card?.close();
    region.show(marksOn('beta'));
    expect(region.focused()).toMatch('beta');
  });
});

describe('when the marks change, the focus', () => {
  test('stays on its mark, whatever comes and goes around it', () => {
    showPage('<p>alpha</p><p>beta</p><p>gamma</p>');
    const region = regionOn('beta');
    region.moveToMark('next');
    const focused = region.host.focused();
    const onBlur = vi.fn();
    focused?.addEventListener('blur', onBlur);
    region.show(marksOn('alpha', 'beta', 'gamma'));
    expect(region.focused()).toBe('2 of 3: beta');
    region.show(marksOn('beta', 'gamma'));
    expect(region.names()).toEqual(['1 of 2: beta', '2 of 2: gamma']);
    expect(region.host.focused()).toBe(focused);
    expect(onBlur).not.toHaveBeenCalled();
  });

  test('stays on its words where the page has drawn them anew', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    region.moveToMark('next');
    const focused = region.host.focused();
    find('p').replaceWith(find('p').cloneNode(true));
    region.show(marksOn('alpha', 'beta'));
    expect(region.host.focused()).toBe(focused);
    region.moveToMark('next');
    region.moveToMark('previous');
    expect(flashed()).toBe('alpha');
  });

  test.for([
    [['beta', 'gamma'], 'beta'],
    [['gamma'], 'gamma'],
    [['alpha', 'gamma'], 'gamma'],
    [['alpha'], 'alpha'],
    [['delta'], 'delta'],
  ] as const)('is, with %s left of three, on %s', ([left, focused]) => {
    showPage('<p>alpha</p><p>beta</p><p>gamma</p><p>delta</p>');
    const region = regionOn('alpha', 'beta', 'gamma');
    region.moveToMark('next');
    region.moveToMark('next');
    const y = scrollY;
    region.show(marksOn(...left));
    expect(region.focused()).toMatch(focused);
    expect(region.names()).toHaveLength(left.length);
    expect(scrollY).toBe(y);
  });

  test('goes back to the page when none is left', () => {
    showPage('<input><p>alpha</p>');
    const region = regionOn('alpha');
    find('input').focus();
    region.moveToMark('next');
    region.show([]);
    expect(document.activeElement).toBe(find('input'));
    expect(region.isShown()).toBe(false);
  });

  test('is as it would be in a region made anew, after any changes', () => {
    const words = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'];
    const order = fc.shuffledSubarray(words, { minLength: 1 });
    fc.assert(
      fc.property(fc.array(order, { minLength: 2, maxLength: 5 }), fc.nat(5), (steps, moves) => {
        const page = showPage(words.map((word) => `<p>${word}</p>`).join(''));
        const region = makeRegion();
        try {
          for (const [at, step] of steps.entries()) {
            const before = region.host.focused();
            const kept = step.some((word) => before?.textContent.endsWith(word));
            region.show(marksOn(...step));
            expect(region.names()).toEqual(
              step.map((word, place) => `${String(place + 1)} of ${String(step.length)}: ${word}`),
            );
            if (kept) expect(region.host.focused()).toBe(before);
            if (before !== null) expect(region.host.focused()).not.toBeNull();
            if (at === 0) for (let count = 0; count <= moves; count++) region.moveToMark('next');
          }
        } finally {
          region.life.abort();
          page.remove();
        }
      }),
      { numRuns: 60 },
    );
  });

  test('five hundred marks are no burden', () => {
    const words = Array.from({ length: 500 }, (_, at) => `passage ${String(at)}.`);
    showPage(words.map((passage) => `<p>${passage}</p>`).join(''));
    const [{ block }] = marksOn('passage 0.') as [Mark];
    const marks = words.map((exact, at): Mark => {
      const text = document.querySelectorAll('p')[at]?.firstChild ?? document.body;
      const range = new StaticRange({
        startContainer: text,
        startOffset: 0,
        endContainer: text,
        endOffset: exact.length,
      });
      const quote = { type: 'TextQuoteSelector', exact, prefix: '', suffix: '' } as const;
      const [mark] = marksOn('passage 0.') as [Mark];
      return { ...mark, block, range, quote };
    });
    const region = makeRegion();
    const time = (work: () => void) => {
      const start = performance.now();
      work();
      return performance.now() - start;
    };
    const first = time(() => {
      region.show(marks);
    });
    region.moveToMark('previous');
    const again = time(() => {
      region.show([...marks]);
    });
    const fewer = time(() => {
      region.show(marks.slice(1));
    });
    expect(region.names().at(-1)).toBe('499 of 499: passage 499.');
    expect(region.focused()).not.toBeNull();
    console.log(
      `500 marks: ${first.toFixed(1)} ms, again ${again.toFixed(1)} ms, one fewer ${fewer.toFixed(1)} ms.`,
    );
    expect(again).toBeLessThan(100);
  });
});

describe('the announcement', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const pass = () => vi.advanceTimersByTime(ANNOUNCE_AFTER_MS);

  test('comes once the marks have come to rest, and once only', () => {
    showPage('<p>alpha</p><p>beta</p><p>gamma</p>');
    const region = regionOn('alpha');
    expect(region.status()).toBe('');
    vi.advanceTimersByTime(ANNOUNCE_AFTER_MS - 1);
    region.show(marksOn('alpha', 'beta'));
    vi.advanceTimersByTime(ANNOUNCE_AFTER_MS - 1);
    expect(region.status()).toBe('');
    pass();
    expect(region.status()).toBe('Found: 2');
    region.show(marksOn('alpha', 'beta', 'gamma'));
    pass();
    expect(region.status()).toBe('');
    region.show([]);
    region.show(marksOn('alpha'));
    pass();
    expect(region.status()).toBe('');
  });

  test('does not come for marks that are gone by then', () => {
    showPage('<p>alpha</p>');
    const region = regionOn('alpha');
    region.show([]);
    pass();
    region.show(marksOn('alpha'));
    expect(region.status()).toBe('');
    pass();
    expect(region.status()).toBe('Found: 1');
  });
});

describe('on the page, key listeners', () => {
  test('are there only while a button has the focus', () => {
    const listeners = new Set<string>();
    const add = vi.spyOn(window, 'addEventListener');
    add.mockImplementation((type: string, _: unknown, options?: unknown) => {
      if (!type.startsWith('key')) return;
      listeners.add(type);
      const { signal } = options as { readonly signal: AbortSignal };
      signal.addEventListener('abort', () => listeners.delete(type));
    });
    const addToDocument = vi.spyOn(document, 'addEventListener');
    showPage('<input><p>alpha</p>');
    const region = regionOn('alpha');
    expect([...listeners]).toEqual([]);
    region.moveToMark('next');
    expect([...listeners]).toContain('keydown');
    find('input').focus();
    expect([...listeners]).toEqual([]);
    expect(addToDocument.mock.calls.filter(([type]) => type.startsWith('key'))).toEqual([]);
    add.mockRestore();
    addToDocument.mockRestore();
  });
});

describe('against a page', () => {
  test('that removes it, the next command brings it back', () => {
    showPage('<p>alpha</p>');
    const region = regionOn('alpha');
    region.root().host.remove();
    expect(region.moveToMark('next')).toBe(true);
    expect(region.focused()).toMatch('alpha');
    expect(region.isSeen()).toBe(true);
  });

  test.for(['removes', 'moves'])(
    'that %s it with the focus in it, the next command shows it',
    (what) => {
      showPage('<p>alpha</p><p>beta</p>');
      const region = regionOn('alpha', 'beta');
      region.moveToMark('next');
      const { host } = region.root();
      if (what === 'removes') host.remove();
      else document.documentElement.append(host);
      expect(region.moveToMark('next')).toBe(true);
      expect(region.focused()).not.toBeNull();
      expect(region.isSeen()).toBe(true);
    },
  );

  test('that removes it, the next change of the marks brings it back', () => {
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha');
    region.moveToMark('next');
    region.root().host.remove();
    region.show(marksOn('alpha', 'beta'));
    expect(region.isShown()).toBe(true);
    expect(region.names()).toEqual(['1 of 2: alpha', '2 of 2: beta']);
    region.moveToMark('next');
    expect(region.focused()).not.toBeNull();
    expect(region.isSeen()).toBe(true);
  });

  test('that has removed it, Escape is the page’s again', async () => {
    showPage('<p>alpha</p>');
    const region = regionOn('alpha');
    region.moveToMark('next');
    region.root().host.remove();
    const heard = vi.fn();
    document.addEventListener('keydown', heard, { signal: untilTestEnds().signal });
    await userEvent.keyboard('{Escape}');
    expect(heard).toHaveBeenCalledOnce();
  });

  test('that moves the focus away, there is no fight over it', () => {
    showPage('<input><p>alpha</p>');
    const region = regionOn('alpha');
    region.moveToMark('next');
    find('input').focus();
    expect(document.activeElement).toBe(find('input'));
    expect(region.isSeen()).toBe(false);
    region.show(marksOn('alpha'));
    expect(document.activeElement).toBe(find('input'));
  });

  test('that opens a modal dialog, the region is usable again by the next command', () => {
    showPage('<p>alpha</p><dialog><p>beta</p></dialog>');
    const dialog = find('dialog');
    if (!(dialog instanceof HTMLDialogElement)) throw new Error('no dialog');
    dialog.showModal();
    const marks = marksOn('alpha', 'beta');
    dialog.close();
    const region = makeRegion();
    region.show(marks);
    region.moveToMark('next');
    dialog.showModal();
    expect(region.focused()).toBeNull();
    region.show(marks);
    region.moveToMark('next');
    expect(region.focused()).toMatch('beta');
    expect(region.isSeen()).toBe(true);
  });
});

describe('in the eyes of axe', () => {
  const RULES = ['aria-allowed-role', 'button-name', 'color-contrast', 'landmark-unique'];
  /** Fewer rules than this that found something to check mean that axe did not see the region. */
  const MIN_RULES_RUN = 14;

  async function preferColorScheme(value: 'light' | 'dark' | '') {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
  }
  afterEach(() => preferColorScheme(''));

  /** A region with a button in focus, its closed root lent to axe. */
  async function lendToAxe(scheme: 'light' | 'dark') {
    await preferColorScheme(scheme);
    showPage('<p>alpha</p><p>beta</p>');
    const region = regionOn('alpha', 'beta');
    region.moveToMark('next');
    const { host } = region.root();
    Object.defineProperty(host, 'shadowRoot', { value: region.root() });
    if (!(host instanceof HTMLElement)) throw new Error('no host');
    // Outside of the body axe cannot tell what colour is behind a text.
    document.body.moveBefore(host, null);
    return { region, host };
  }

  test.for(['light', 'dark'] as const)('nothing is wrong with it, %s', async (scheme) => {
    const { host } = await lendToAxe(scheme);
    await checkWithAxe(host, RULES, MIN_RULES_RUN);
  });

  test.for(['light', 'dark'] as const)('faults are found, %s', async (scheme) => {
    const { region, host } = await lendToAxe(scheme);
    region.buttons()[0]?.replaceChildren();
    find('p', region.root()).style.color = 'var(--line)';
    const { violations } = await axe.run(host);
    expect(violations.map(({ id }) => id).toSorted()).toEqual(['button-name', 'color-contrast']);
  });
});
