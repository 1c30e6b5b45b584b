import axe from 'axe-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkWithAxe } from '../check-with-axe.ts';
import { COLOURS, emulateColours } from '../emulate-media.ts';
import { findMisfits } from '../find-misfits.ts';
import { find, findAll } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { translateRightToLeft } from '../translate-right-to-left.ts';
import { mountWelcome, WIDE } from './mount-welcome.tsx';

/** Fewer rules than this that found something to check mean that axe did not see the page. */
const MIN_RULES_RUN = 20;

/** What the page must have been checked for, whatever else was. */
const RULES = [
  'color-contrast',
  'button-name',
  'list',
  'aria-allowed-attr',
  'valid-lang',
  'target-size',
];

/** Every part that there is, the list of news sites open. */
async function everything(options: Parameters<typeof mountWelcome>[1] = {}) {
  const mounted = await mountWelcome({ choice: 'news', outcome: 'refused' }, options);
  find(mounted.main, 'details').setAttribute('open', '');
  return mounted;
}

describe.each(COLOURS)('in %s colours', (colours) => {
  it('axe finds nothing, having looked', async () => {
    await emulateColours(colours);
    const { main } = await everything();
    await checkWithAxe(main, RULES, MIN_RULES_RUN);
  });

  it.each([
    [
      'a button without a name',
      'button-name',
      (main: HTMLElement) => {
        find(main, '.choices button').textContent = '';
      },
    ],
    [
      'text in the colour of a line',
      'color-contrast',
      (main: HTMLElement) => {
        find(main, '.small').style.cssText = 'forced-color-adjust: none; color: var(--line)';
      },
    ],
    [
      'a picture without an alternative',
      'image-alt',
      (main: HTMLElement) => {
        find(main, 'img').removeAttribute('alt');
      },
    ],
  ])('axe finds %s', async (_, rule, spoil) => {
    await emulateColours(colours);
    const { main } = await everything();
    spoil(main);
    const { violations } = await axe.run(main);
    expect(violations.map(({ id }) => id)).toEqual([rule]);
  });
});

it.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(27, 31, 36)'],
] as const)('the paper is %s', async (colours, paper) => {
  await emulateColours(colours);
  const { main } = await mountWelcome();
  expect(getComputedStyle(main).backgroundColor).toBe(paper);
});

describe('in forced colours', () => {
  it('the choice in use differs by more than its colour', async () => {
    await emulateColours('forced light');
    expect(matchMedia('(forced-colors: active)').matches).toBe(true);
    const { main } = await everything();
    const [all, news] = findAll(main, '.choices button').map((button) => ({
      border: getComputedStyle(button).borderTopWidth,
      tick: getComputedStyle(find(button, 'svg')).visibility,
    }));
    expect(all).toEqual({ border: '1px', tick: 'hidden' });
    expect(news).toEqual({ border: '3px', tick: 'visible' });
  });
});

describe('by keyboard', () => {
  it('every control is reached, in the order in which it is read', async () => {
    const { main } = await everything();
    const controls = findAll(main, 'button, summary');
    const reached: (Element | null)[] = [];
    while (reached.length < controls.length) {
      await userEvent.tab();
      reached.push(document.activeElement);
    }
    expect(controls).toHaveLength(4);
    expect(reached).toEqual(controls);
  });

  it.each(['{Enter}', ' '])('%s on a choice makes it', async (key) => {
    const { main, onChoose } = await mountWelcome();
    findAll(main, '.choices button')[1]?.focus();
    await userEvent.keyboard(key);
    expect(onChoose.mock.calls).toEqual([['news']]);
  });

  it('focus shows on every control', async () => {
    const { main } = await everything();
    const count = findAll(main, 'button, summary').length;
    for (let at = 0; at < count; at += 1) {
      await userEvent.tab();
      const focused = document.activeElement;
      if (focused === null) throw new Error('expected a focused control, but found none');
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
    }
  });
});

describe('what assistive technology reads', () => {
  it('names a choice by its title and its sentence, and says which is in use', async () => {
    await mountWelcome({ choice: 'all' });
    const choice = (name: string, pressed: boolean) =>
      page.getByRole('button', { name, exact: true, pressed }).elements();
    expect(
      choice('All sites Rejoinder reads along on every site that you visit.', true),
    ).toHaveLength(1);
    expect(
      choice(
        'News sites Rejoinder reads along on 3 news sites, and on sites that you switch on one by one.',
        false,
      ),
    ).toHaveLength(1);
  });

  it('has the choices under their heading', async () => {
    await mountWelcome();
    const region = page.getByRole('region', {
      name: 'Where may Rejoinder read along?',
      exact: true,
    });
    expect(region.getByRole('button').elements()).toHaveLength(3);
  });

  it('has headings that go down one level at a time', async () => {
    const { main } = await everything();
    expect(findAll(main, 'h1, h2, h3').map(({ tagName }) => tagName)).toEqual(['H1', 'H2', 'H2']);
  });
});

describe('in little room', () => {
  it.each([
    ['with text at twice its size, at 320 pixels', [320, 568] as const, '200%'],
    ['with text at four times its size', WIDE, '400%'],
    ['with much room', WIDE, ''],
  ])('nothing is out of reach sideways: %s', async (_, viewport, fontSize) => {
    document.documentElement.style.fontSize = fontSize;
    onTestFinished(() => {
      document.documentElement.style.fontSize = '';
    });
    const { main } = await everything({ viewport });
    expect(document.documentElement.clientWidth).toBeLessThanOrEqual(viewport[0]);
    expect(findMisfits(main)).toEqual([]);
  });

  it('the tick stands at the end of the line, on either side', async () => {
    for (const [translate, atEnd] of [
      [translateFromFile, true],
      [translateRightToLeft, false],
    ] as const) {
      const { main } = await mountWelcome({ choice: 'all' }, { translate });
      const button = find(main, '.choices button').getBoundingClientRect();
      const tick = find(main, '.choices svg').getBoundingClientRect();
      expect(tick.left > (button.left + button.right) / 2).toBe(atEnd);
    }
  });

  it('controls are at least 24 pixels high', async () => {
    const { main } = await everything({ viewport: [320, 568] });
    for (const control of findAll(main, 'button, summary')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    }
  });
});
