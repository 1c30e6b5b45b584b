import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { appearance, finding, response } from './fixtures/fictional-record.ts';
import { AXE_OPTIONS, checkWithAxe } from './check-with-axe.ts';
import { COLOURS, emulateColours } from './emulate-media.ts';
import { entryOf, find, findAll, mountCard } from './mount-card.tsx';

/** Fewer rules than this that found something to check mean that axe did not see the card. */
const MIN_RULES_RUN = 25;

/** What a card must have been checked for, whatever else was. */
const RULES = [
  'color-contrast',
  'button-name',
  'link-name',
  'valid-lang',
  'aria-dialog-name',
  'target-size',
];

const everything = () =>
  mountCard({
    entries: [
      entryOf({
        findings: [finding],
        responses: [
          response,
          { ...response, kind: 'declines' },
          { ...response, standing: 'third-party' },
        ],
        appearances: [appearance, { ...appearance, firmness: 'asks' }],
      }),
      entryOf({ id: 'another' }),
    ],
  });

const openAll = (card: HTMLElement) => {
  for (const details of findAll(card, 'details')) details.setAttribute('open', '');
};

describe.each(COLOURS)('in %s colours', (colours) => {
  it('axe finds nothing, having looked', async () => {
    await emulateColours(colours);
    const { host, card } = everything();
    openAll(card);
    await checkWithAxe(host, RULES, MIN_RULES_RUN);
  });

  it.each([
    [
      'a button without a name',
      'button-name',
      (card: HTMLElement) => {
        find(card, '.close').removeAttribute('aria-label');
      },
    ],
    [
      'text in the colour of a line',
      'color-contrast',
      (card: HTMLElement) => {
        find(card, '.small').style.cssText = 'forced-color-adjust: none; color: var(--line)';
      },
    ],
    [
      'a button that is small and near another',
      'target-size',
      (card: HTMLElement) => {
        find(card, '.close').style.cssText =
          'inline-size: 16px; min-block-size: 16px; margin-inline-start: -8px';
      },
    ],
    [
      'a language that does not exist',
      'valid-lang',
      (card: HTMLElement) => {
        find(card, 'blockquote').lang = 'zzzz';
      },
    ],
  ])('axe finds %s', async (_, rule, spoil) => {
    await emulateColours(colours);
    const { host, card } = everything();
    spoil(card);
    const { violations } = await axe.run(host, AXE_OPTIONS);
    expect(violations.map(({ id }) => id)).toEqual([rule]);
  });
});

describe('by keyboard', () => {
  it('every control is reached, in the order in which it is read', async () => {
    const { root, card } = everything();
    openAll(card);
    const controls = findAll(card, 'button, a, summary');
    const reached: (Element | null)[] = [];
    while (reached.length < controls.length) {
      await userEvent.tab();
      reached.push(root.activeElement);
    }
    expect(controls.length).toBeGreaterThan(20);
    expect(reached).toEqual(controls);
  });

  it('what takes focus is not behind the bar', async () => {
    const { root, card } = mountCard({}, { availablePx: 300 });
    openAll(card);
    const bar = find(card, '.bar');
    find(card, '.about summary').focus();
    for (const stop of findAll(card, 'a, summary').slice(0, -1).toReversed()) {
      await userEvent.tab({ shift: true });
      expect(root.activeElement).toBe(stop);
      expect(stop.getBoundingClientRect().top).toBeGreaterThanOrEqual(
        bar.getBoundingClientRect().bottom,
      );
    }
  });

  it('Enter on the first control closes', async () => {
    const { onClose } = mountCard();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('focus shows', async () => {
    const { root } = mountCard();
    await userEvent.tab();
    const focused = root.activeElement;
    if (focused === null) throw new Error('expected a focused control, but found none');
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
  });
});

describe('by pointer', () => {
  it('the close button calls back', async () => {
    const { card, onClose } = mountCard();
    await userEvent.click(find(card, '.close'));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('controls are at least 24 pixels high, and the links of a list as far apart', () => {
    const { card } = everything();
    const controls = findAll(card, 'button, summary').filter((control) =>
      control.checkVisibility(),
    );
    for (const control of controls) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    }
    const tops = findAll(card, '.sources li').map((row) => row.getBoundingClientRect().top);
    tops.slice(1).forEach((top, at) => {
      expect(top - (tops[at] ?? top)).toBeGreaterThanOrEqual(24);
    });
  });
});

describe('headings', () => {
  it('go down one level at a time', () => {
    const { card } = everything();
    const levels = findAll(card, 'h1, h2, h3, h4, h5').map(({ tagName }) => Number(tagName[1]));
    expect(levels[0]).toBe(2);
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? level)).toBeLessThanOrEqual(1);
    });
  });
});
