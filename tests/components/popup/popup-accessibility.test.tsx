import axe from 'axe-core';
import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkWithAxe } from '../check-with-axe.ts';
import { COLOURS, emulateColours } from '../emulate-media.ts';
import { find, findAll } from '../mount-card.tsx';
import { found, foundClaims } from './fictional-page.ts';
import { everyState, mountPopup } from './mount-popup.tsx';

/** Fewer rules than this that found something to check mean that axe did not see the popup. */
const MIN_RULES_RUN = 20;

/** What a popup must have been checked for, whatever else was. */
const RULES = [
  'color-contrast',
  'button-name',
  'aria-allowed-role',
  'label',
  'valid-lang',
  'target-size',
];

afterEach(() => page.viewport(414, 896));

/** The popup with all that it can show at once. */
async function everything() {
  const mounted = mountPopup({ page: found() });
  mounted.search.mockReturnValue(foundClaims);
  await userEvent.type(find(mounted.popup, 'input'), 'boat');
  await expect.poll(() => findAll(mounted.popup, '[aria-expanded]').length).toBe(1);
  return mounted;
}

describe.each(COLOURS)('in %s colours', (colours) => {
  async function setColours() {
    await emulateColours(colours);
    // So low that the document scrolls: axe passes over what the popup itself has scrolled away.
    await page.viewport(414, 560);
  }

  it('axe finds nothing, having looked', async () => {
    await setColours();
    const { container } = await everything();
    await checkWithAxe(container, RULES, MIN_RULES_RUN);
  });

  it.each(Object.values(everyState))('axe finds nothing in $kind', async (state) => {
    await setColours();
    const { container } = mountPopup({ page: state });
    const { violations, passes } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(expect.arrayContaining(['color-contrast', 'label']));
  });

  it.each([
    [
      'a switch without a name',
      'button-name',
      (popup: HTMLElement) => {
        find(popup, '.switch > span').remove();
      },
    ],
    [
      'a field without a label',
      'label',
      (popup: HTMLElement) => {
        find(popup, 'label').remove();
      },
    ],
    [
      'text in the colour of a line',
      'color-contrast',
      (popup: HTMLElement) => {
        find(popup, '.status').style.cssText = 'forced-color-adjust: none; color: var(--line)';
      },
    ],
  ])('axe finds %s', async (_, rule, spoil) => {
    await setColours();
    const { container, popup } = await everything();
    spoil(popup);
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toContain(rule);
  });
});

describe('by keyboard', () => {
  it('every control is reached, in the order in which it is read, and shows it', async () => {
    const { popup } = await everything();
    const controls = findAll(popup, 'button, input');
    expect(controls.length).toBeGreaterThan(10);
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    find(popup, 'button').focus();
    for (const control of controls) {
      expect(document.activeElement).toBe(control);
      expect(getComputedStyle(control).outlineStyle).toBe('solid');
      await userEvent.tab();
    }
  });

  it.each(['{Enter}', ' '])('%s turns a switch', async (key) => {
    const { popup, callbacks } = mountPopup();
    find(popup, '[role=switch]').focus();
    await userEvent.keyboard(key);
    expect(callbacks.onSwitch.mock.calls).toEqual([[false]]);
  });
});

describe('a switch', () => {
  const look = (popup: HTMLElement) => {
    const [track, thumb] = [find(popup, '.track'), find(popup, '.thumb')];
    return {
      offset: thumb.getBoundingClientRect().left - track.getBoundingClientRect().left,
      hasTick: thumb.querySelector('path') !== null,
    };
  };

  it('tells on from off without colour', () => {
    const { popup, show } = mountPopup({ page: everyState.off });
    const off = look(popup);
    show({ page: everyState.reading });
    const on = look(popup);
    expect([off.hasTick, on.hasTick]).toEqual([false, true]);
    expect(on.offset).toBeGreaterThan(off.offset);
  });

  it('is seen where the reader’s system chooses the colours', async () => {
    await emulateColours('forced light');
    const { popup } = mountPopup();
    const [track, thumb] = [find(popup, '.track'), find(popup, '.thumb')];
    expect(getComputedStyle(track).forcedColorAdjust).toBe('none');
    expect(getComputedStyle(track).backgroundColor).not.toBe(
      getComputedStyle(thumb).backgroundColor,
    );
    expect(getComputedStyle(find(thumb, 'path')).stroke).not.toBe(
      getComputedStyle(thumb).backgroundColor,
    );
  });
});

it('the first of two offers stands out where the reader’s system chooses the colours', async () => {
  await emulateColours('forced dark');
  const { popup } = mountPopup({ page: everyState['no-access'] });
  const [first, second] = findAll(popup, '.offers button').map((button) =>
    getComputedStyle(button),
  );
  expect(first?.backgroundColor).not.toBe(second?.backgroundColor);
  expect(first?.color).not.toBe(first?.backgroundColor);
});

describe('by pointer', () => {
  it('controls are at least 24 pixels high', async () => {
    const { popup } = await everything();
    for (const control of findAll(popup, 'button, input')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    }
  });
});

describe('headings', () => {
  it('go down one level at a time', () => {
    const { popup } = mountPopup();
    const levels = findAll(popup, 'h1, h2, h3, h4').map(({ tagName }) => tagName);
    expect(levels).toEqual(['H1', 'H2', 'H2', 'H2', 'H2']);
  });
});

describe('the size', () => {
  it.each([
    ['a popup', 800, 700, 400, 600],
    ['a narrow window', 320, 700, 320, 600],
  ])('in %s keeps to its bounds and scrolls inside', async (_, ...[width, height, wide, high]) => {
    await page.viewport(width, height);
    const { popup } = await everything();
    const box = popup.getBoundingClientRect();
    expect([box.width, box.height]).toEqual([wide, high]);
    expect(popup.scrollHeight).toBeGreaterThan(popup.clientHeight);
  });

  it('at 400 % zoom scrolls with its document, in one direction', async () => {
    await page.viewport(320, 256);
    const { popup } = await everything();
    expect(popup.scrollHeight).toBe(popup.clientHeight);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  });

  it('is as low as its content', () => {
    const { popup } = mountPopup({ page: everyState.off });
    expect(popup.getBoundingClientRect().height).toBeLessThan(350);
  });
});
