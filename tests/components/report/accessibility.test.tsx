import axe from 'axe-core';
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { ShownReport } from '../../../components/ReportView.tsx';
import type { Translate } from '../../../components/translate.ts';
import { fictionalReport } from '../../claims/fictional-report.ts';
import { checkWithAxe } from '../check-with-axe.ts';
import { find, findAll } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { mountReport, OTHER, shownReport, WIDE } from './mount-report.tsx';

/** Fewer rules than this that found something to check mean that axe did not see the page. */
const MIN_RULES_RUN = 22;

/** What the page must have been checked for, whatever else was. */
const RULES = ['color-contrast', 'button-name', 'label', 'list', 'definition-list', 'link-name'];

/** Every part that there is, the file open. */
async function everything(options: Parameters<typeof mountReport>[1] = {}) {
  const mounted = await mountReport(
    {
      shown: { ...shownReport({ response: 'http' }), unsaved: 'full' },
      others: [OTHER],
      unreadableCount: 1,
      outcome: 'opened-cut',
    },
    options,
  );
  for (const part of findAll(mounted.main, 'details')) part.setAttribute('open', '');
  return mounted;
}

async function emulate(features: readonly { name: string; value: string }[]) {
  await cdp().send('Emulation.setEmulatedMedia', { features: [...features] });
}

afterEach(() => emulate([]));

const ABSENT: readonly ShownReport[] = [
  { kind: 'deleted', report: fictionalReport() },
  { kind: 'none' },
  { kind: 'unreadable' },
  { kind: 'unavailable' },
];

describe.each(['light', 'dark'] as const)('in %s colours', (scheme) => {
  it('axe finds nothing, having looked', async () => {
    await emulate([{ name: 'prefers-color-scheme', value: scheme }]);
    const { main } = await everything();
    await checkWithAxe(main, RULES, MIN_RULES_RUN);
  });

  it.each(ABSENT)('axe finds nothing where a report is $kind', async (shown) => {
    await emulate([{ name: 'prefers-color-scheme', value: scheme }]);
    const { main } = await mountReport({ shown, others: [OTHER] });
    await checkWithAxe(main, ['color-contrast', 'button-name'], 10);
  });

  it.each([
    [
      'a field without a label',
      'label',
      (main: HTMLElement) => {
        find(main, '.field label').remove();
      },
    ],
    [
      'a button without a name',
      'button-name',
      (main: HTMLElement) => {
        find(main, '.offers button').textContent = '';
      },
    ],
    [
      'text in the colour of a line',
      'color-contrast',
      (main: HTMLElement) => {
        find(main, '.field .small').style.color = 'var(--line)';
      },
    ],
  ])('axe finds %s', async (_, rule, spoil) => {
    await emulate([{ name: 'prefers-color-scheme', value: scheme }]);
    const { main } = await everything();
    spoil(main);
    const { violations } = await axe.run(main);
    expect(violations.map(({ id }) => id)).toContain(rule);
  });

  it('the paper takes the scheme', async () => {
    await emulate([{ name: 'prefers-color-scheme', value: scheme }]);
    const { main } = await mountReport();
    const paper = scheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(27, 31, 36)';
    expect(getComputedStyle(main).backgroundColor).toBe(paper);
    expect(getComputedStyle(document.body).backgroundColor).toBe(paper);
  });
});

it('in forced colours what is not saved has its mark', async () => {
  await emulate([{ name: 'forced-colors', value: 'active' }]);
  const { main } = await everything();
  expect(getComputedStyle(find(main, '.unsaved')).borderInlineStartWidth).toBe('3px');
  await checkWithAxe(main, ['button-name', 'label'], 15);
});

/** The control that chooses a file has a button of ours in its place. */
const CONTROLS = 'button, input:not([hidden]), textarea, summary, pre, a[href]';

describe('by keyboard', () => {
  it('every control is reached, in the order in which it is read, and shows it', async () => {
    const { main } = await everything();
    const controls = findAll(main, CONTROLS);
    expect(controls).toHaveLength(23);
    for (const control of controls) {
      await userEvent.tab();
      expect(document.activeElement).toBe(control);
      const { outlineStyle, outlineWidth } = getComputedStyle(control);
      expect([outlineStyle, outlineWidth]).toEqual(['solid', '2px']);
    }
  });
});

describe('what assistive technology reads', () => {
  it('has each part under its heading', async () => {
    await everything();
    const regions = page.getByRole('region').elements();
    expect(regions.map((region) => region.querySelector('h2')?.textContent)).toEqual([
      'The passage',
      'In your words',
      'Known claims like it',
      'What you pass on',
      'Pass it on',
      'Reports on this device',
    ]);
  });

  it('has headings that go down one level at a time', async () => {
    const { main } = await everything();
    const levels = findAll(main, 'h1, h2, h3').map(({ tagName }) => tagName);
    expect(levels).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H3', 'H2', 'H2']);
  });
});

describe('in little room', () => {
  const rightToLeft: Translate = (key, ...rest) =>
    key === 'language_tag' ? 'fa' : translateFromFile(key, ...rest);
  /** 1280 by 1024 pixels at 400 % are this many (WCAG 2.2, 1.4.10). */
  const ZOOMED = [320, 256] as const;

  it.each([
    ['at 320 pixels', [320, 568] as const, '', translateFromFile],
    ['at 400 % zoom', ZOOMED, '', translateFromFile],
    ['at 400 % zoom, from right to left', ZOOMED, '', rightToLeft],
    ['with text at twice its size, at 320 pixels', [320, 568] as const, '200%', translateFromFile],
    ['with text at four times its size', WIDE, '400%', translateFromFile],
    ['with much room', WIDE, '', translateFromFile],
    ['with much room, from right to left', WIDE, '', rightToLeft],
  ])('nothing is out of reach sideways: %s', async (_, viewport, fontSize, translate) => {
    document.documentElement.style.fontSize = fontSize;
    onTestFinished(() => {
      document.documentElement.style.fontSize = '';
    });
    const { main } = await everything({ viewport, translate });
    const { clientWidth, scrollWidth } = document.documentElement;
    expect(clientWidth).toBeLessThanOrEqual(viewport[0]);
    expect(scrollWidth).toBe(clientWidth);
    for (const element of findAll(main, '*').filter((part) => part.checkVisibility())) {
      const { left, right } = element.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(clientWidth);
    }
  });

  it('what is like the report stands beside it where there is room, on either side', async () => {
    for (const [translate, isAfter] of [
      [translateFromFile, true],
      [rightToLeft, false],
    ] as const) {
      const { main } = await mountReport({}, { translate });
      const [passage, , known] = findAll(main, 'section').map((part) =>
        part.getBoundingClientRect(),
      );
      expect(known?.top).toBe(passage?.top);
      expect((known?.left ?? 0) > (passage?.left ?? 0)).toBe(isAfter);
    }
  });

  it('controls are at least 24 pixels high', async () => {
    const { main } = await everything({ viewport: [320, 568] });
    for (const control of findAll(main, 'button, input:not([hidden]), textarea, summary')) {
      expect(control.getBoundingClientRect().height).toBeGreaterThanOrEqual(24);
    }
  });
});
