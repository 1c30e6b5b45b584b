import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { findMisfits } from './find-misfits.ts';
import { changesOf, LONG, MARKUP } from './fixtures/hostile-texts.ts';
import { entryOf, find, findAll, mountCard, textsOf } from './mount-card.tsx';

const CODES = '$1 $label$ $$ \ue000 \ue001';

afterEach(() => page.viewport(414, 896));

const withTexts = (text: string) => entryOf(changesOf(text));

const openAll = (card: HTMLElement) => {
  for (const details of findAll(card, 'details')) details.setAttribute('open', '');
};

describe('a hostile record', () => {
  it('shows markup as the text that it is', () => {
    const { card } = mountCard({ entries: [withTexts(MARKUP)], languages: ['az'] });
    expect(findAll(card, 'img, script, b')).toEqual([]);
    expect(find(card, 'h3').textContent).toBe(MARKUP);
    expect(find(card, 'blockquote').textContent).toBe(MARKUP);
    expect(find(card, '.matter li').textContent).toContain(`${MARKUP} `);
  });

  it('cannot fill in for a placeholder of the locale', () => {
    const { card } = mountCard({ entries: [withTexts(CODES)] });
    expect(textsOf(card, '.matter li > :first-child').slice(0, 2)).toEqual([
      `${CODES} denies this.`,
      `${CODES} says it happened.`,
    ]);
  });

  it.each([320, 414, 1_280])(
    'with long words stays within the card at %i pixels',
    async (widthPx) => {
      await page.viewport(widthPx, 700);
      const { card } = mountCard({ entries: [withTexts(LONG), withTexts(MARKUP)] });
      openAll(card);
      const box = card.getBoundingClientRect();
      expect(box.width).toBeLessThanOrEqual(Math.min(400, widthPx - 16));
      expect(findMisfits(card)).toEqual([]);
    },
  );
});

describe('at 400 % zoom', () => {
  it('the card scrolls inside, and the way out stays in sight', async () => {
    await page.viewport(320, 256);
    const { card } = mountCard({}, { availablePx: 240 });
    openAll(card);
    expect(card.getBoundingClientRect().height).toBeLessThanOrEqual(240);
    card.scrollTo(0, card.scrollHeight);
    const box = card.getBoundingClientRect();
    expect(find(card, '.about').getBoundingClientRect().bottom).toBeLessThanOrEqual(box.bottom);
    expect(find(card, '.close').getBoundingClientRect().top).toBeGreaterThanOrEqual(box.top);
  });
});
