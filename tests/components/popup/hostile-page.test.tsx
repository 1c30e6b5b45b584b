import { afterEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findMisfits } from '../find-misfits.ts';
import { LONG, MARKUP } from '../fixtures/hostile-texts.ts';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { propsOf } from './fictional-page.ts';
import { mountPopup } from './mount-popup.tsx';

const CODES = '$1 $claim$ $$ \ue000 \ue001';

afterEach(() => page.viewport(414, 896));

async function mountWith(text: string) {
  const { popup } = mountPopup(propsOf(text));
  await userEvent.type(find(popup, 'input'), 'x');
  return popup;
}

describe('hostile texts', () => {
  it('show markup as the text that it is', async () => {
    const popup = await mountWith(MARKUP);
    expect(findAll(popup, 'img, script, b')).toEqual([]);
    expect(textsOf(popup, 'blockquote')).toEqual([MARKUP, MARKUP]);
    expect(textsOf(popup, '.host')).toEqual([MARKUP]);
    expect(textsOf(popup, '.result > *')).toEqual([MARKUP, MARKUP]);
  });

  it('cannot fill in for a placeholder of the locale', async () => {
    const popup = await mountWith(CODES);
    expect(textsOf(popup, '.switch')).toEqual(['Rejoinder', `On ${CODES}`]);
    expect(textsOf(popup, '.annotation > p')).toEqual([`Claim: ${CODES}`, `Claim: ${CODES}`]);
    expect(textsOf(popup, 'footer p')).toEqual([
      `3,180 ${CODES} words compared with 24 claims. Neither marked nor unmarked text was verified.`,
      `List: “${CODES}”, version ${CODES}, as of May 2031.`,
    ]);
  });

  it.each([
    [320, LONG],
    [414, LONG],
    [320, MARKUP],
  ])('stay within the popup at %i pixels', async (widthPx, text) => {
    await page.viewport(widthPx, 700);
    const popup = await mountWith(text);
    const box = popup.getBoundingClientRect();
    expect(box.width).toBe(Math.min(400, widthPx));
    expect(findMisfits(popup)).toEqual([]);
  });
});
