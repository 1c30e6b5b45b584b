import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { translateRightToLeft } from '../translate-right-to-left.ts';
import { annotation, found, foundClaims } from './fictional-page.ts';
import { everyState, mountPopup } from './mount-popup.tsx';

const status = (popup: HTMLElement) => find(popup, 'search [role=status]').innerText;

describe('the search over all claims', () => {
  it('asks as the reader types, and shows what suits, best first', async () => {
    const { popup, search } = mountPopup();
    search.mockImplementation((query) => foundClaims.slice(0, 'boat'.startsWith(query) ? 2 : 1));
    expect(search).not.toHaveBeenCalled();

    await userEvent.type(find(popup, 'input'), 'boat');
    expect([...new Set(search.mock.calls.map(([query]) => query))]).toEqual([
      'b',
      'bo',
      'boa',
      'boat',
    ]);
    expect(textsOf(popup, '.result > :first-child')).toEqual([
      'Boats entered Orlane from Ilm in May 2031.',
      'نفت چراغ از ایلم آمد.',
    ]);
    expect(textsOf(popup, '.result > :last-child')).toEqual([
      'Vesmark’s foreign ministry denies this.',
      'Vesmark’s foreign ministry does not confirm this.',
    ]);
    expect(findAll(popup, '.result bdi').map(({ lang, dir }) => [lang, dir])).toEqual([
      ['en', 'ltr'],
      ['fa', 'rtl'],
    ]);
    expect(status(popup)).toBe('2 claims');

    await userEvent.keyboard('s');
    expect(findAll(popup, '.result')).toHaveLength(1);
    expect(status(popup)).toBe('1 claim');
  });

  it('sets how a matter stands in the direction of its words', async () => {
    const { popup, search } = mountPopup({}, { translate: translateRightToLeft });
    search.mockReturnValue(foundClaims);
    await userEvent.type(find(popup, 'input'), 'boat');
    const [state] = findAll(popup, '.result > .small');
    expect(state && getComputedStyle(state).direction).toBe('ltr');
  });

  it('says when nothing suits, and offers to report what was typed', async () => {
    const { popup, search, callbacks } = mountPopup();
    await userEvent.type(find(popup, 'input'), ' zzz ');
    expect(status(popup)).toBe('No claim on the list resembles these words.');
    expect(findAll(popup, '.result')).toEqual([]);
    expect(textsOf(popup, 'search button')).toEqual(['Report this claim']);
    find(popup, 'search button').click();
    expect(callbacks.onReport.mock.calls).toEqual([['zzz']]);

    search.mockReturnValue(foundClaims);
    await userEvent.keyboard('z');
    expect(textsOf(popup, 'search button')).not.toContain('Report this claim');
  });

  it('says nothing of an empty field, nor of spaces', async () => {
    const { popup, search } = mountPopup();
    search.mockReturnValue(foundClaims);
    const field = find(popup, 'input');
    await userEvent.type(field, '   ');
    expect([status(popup), findAll(popup, '.result').length]).toEqual(['', 0]);
    expect(search).not.toHaveBeenCalled();

    await userEvent.type(field, 'b');
    expect(findAll(popup, '.result')).toHaveLength(2);
    await userEvent.clear(field);
    expect([status(popup), findAll(popup, '.result').length]).toEqual(['', 0]);
  });

  it('opens the claim that is pressed', async () => {
    const { popup, search, callbacks } = mountPopup();
    search.mockReturnValue(foundClaims);
    await userEvent.type(find(popup, 'input'), 'oil');
    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(callbacks.onOpenClaim.mock.calls).toEqual([['lamp-oil']]);
  });

  it.each(Object.values(everyState))('is there whatever the page: $kind', (state) => {
    const { popup } = mountPopup({ page: state });
    const label = find(popup, 'label');
    expect(label.innerText).toBe('Search all claims');
    expect(label.getAttribute('for')).toBe(find(popup, 'input').id);
  });

  it('brings its results into sight', async () => {
    await page.viewport(400, 600);
    const many = Array.from({ length: 12 }, (_, at) => ({ ...annotation, id: String(at) }));
    const { popup, search } = mountPopup({ page: found({ annotations: many }) });
    search.mockReturnValue(foundClaims);
    popup.scrollTo(0, 0);
    const field = find(popup, 'input');
    field.focus({ preventScroll: true });
    await userEvent.keyboard('b');
    const box = popup.getBoundingClientRect();
    for (const result of findAll(popup, 'input, .result')) {
      const { top, bottom } = result.getBoundingClientRect();
      expect(top).toBeGreaterThanOrEqual(box.top);
      expect(bottom).toBeLessThanOrEqual(box.bottom);
    }
  });
});
