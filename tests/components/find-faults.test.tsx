import { describe, expect, it, onTestFinished } from 'vitest';
import { page } from 'vitest/browser';
import { findFocusFaults } from './find-focus-faults.ts';
import { findMisfits } from './find-misfits.ts';
import { findMotion } from './find-motion.ts';
import { LONG } from './fixtures/hostile-texts.ts';
import { find, mountCard } from './mount-card.tsx';

/** A card in a narrow window, with a style of one of its parts. */
async function spoilt(selector: string, style: string, text?: string): Promise<HTMLElement> {
  onTestFinished(() => page.viewport(414, 896));
  await page.viewport(320, 256);
  const { card } = mountCard({}, { availablePx: 240 });
  const part = find(card, selector);
  part.style.cssText += style;
  if (text !== undefined) part.textContent = text;
  return card;
}

describe('in a card', () => {
  it('that is not spoilt nothing is found', async () => {
    const card = await spoilt('.bar', '');
    expect([findMisfits(card), findFocusFaults(card), findMotion(card)]).toEqual([[], [], []]);
  });

  it.each([
    ['a part that is too wide', '.bar', 'width: 500px', /^sticks out of the view: div\.bar /mu],
    [
      'a control beside it',
      '.close',
      'position: relative; left: 40px',
      /^sticks out of the view: button\.close /mu,
    ],
    [
      'words that do not break',
      'blockquote',
      'overflow-wrap: normal',
      /^has words out of the view: blockquote/mu,
    ],
    [
      'words that end unseen',
      'blockquote',
      'overflow: hidden; white-space: nowrap',
      /^is narrower than what is in it: blockquote/mu,
    ],
    [
      'lines that are cut off',
      'blockquote',
      'overflow: hidden; height: 1em',
      /^is cut off below, with nothing to open it: blockquote/mu,
    ],
  ])('%s is found', async (_, selector, style, fault) => {
    const card = await spoilt(selector, style, selector === 'blockquote' ? LONG : undefined);
    expect(findMisfits(card).join('\n')).toMatch(fault);
  });

  it.each([
    ['a control without a ring', '.close', 'outline: none', /^has no ring/mu],
    ['a ring like its paper', '.close', 'outline-color: var(--wash)', /^has a ring of rgb/mu],
    ['a ring that is cut off', '.close', 'outline-offset: 20px', /^has a ring that is cut off/mu],
    ['a control behind the bar', '.bar', 'height: 200px', /^is behind something/mu],
    ['a control that stays away', 'a', 'position: fixed; top: -200px', /^is out of sight/mu],
  ])('%s is found', async (_, selector, style, fault) => {
    const card = await spoilt(selector, style);
    expect(findFocusFaults(card).join('\n')).toMatch(fault);
  });

  it.each(['transition: color 100ms', 'animation: pulse 1s', 'scroll-behavior: smooth'])(
    '%s is found',
    async (style) => {
      const card = await spoilt('.bar', style);
      expect(findMotion(card)).toContain('div.bar');
    },
  );
});
