import { afterEach, describe, expect, it } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { MAX_LISTED, type NotShownProps } from '../../../components/NotShown.tsx';
import type { Translate } from '../../../components/translate.ts';
import type { ClaimId } from '../../../core/claims/claim.ts';
import type { Correction } from '../../../core/extension/corrections.ts';
import { checkWithAxe } from '../check-with-axe.ts';
import { find, findAll, textsOf } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { NOTHING_CORRECTED } from './fictional-page.ts';
import { everyState, mountPopup } from './mount-popup.tsx';

type Corrected = NotShownProps['corrected'];
type CorrectedPassage = Corrected['corrections'][number];

// A brand: tests may make the values that schemas make.
const BOATS = 'boats-from-ilm' as ClaimId;

const boats = {
  claimId: BOATS,
  claim: 'Boats entered Orlane from Ilm in May 2031.',
  claimLanguage: 'en',
} as const;
const lamps = {
  claimId: 'lamp-oil' as ClaimId,
  claim: 'نفت چراغ از ایلم آمد.',
  claimLanguage: 'fa',
} as const;

const correctedAs = (kind: Correction['kind'], passage: string): CorrectedPassage => ({
  ...boats,
  correction: { claim: BOATS, kind, passage, isCounted: true },
});
const DIFFERENT = correctedAs('different-claim', 'Boats went the other way, in this fiction.');
const NOT_STATED = correctedAs('not-stated', 'A harbour master denied it, in this fiction.');

const BOTH: Corrected = {
  mutedClaims: [boats, lamps],
  corrections: [DIFFERENT, NOT_STATED],
};

/** The popup with its list of corrections open. */
function mountOpen(corrected: Corrected, options: { readonly translate?: Translate } = {}) {
  const mounted = mountPopup({ page: everyState.off, corrected }, options);
  find(mounted.popup, 'details').setAttribute('open', '');
  return { ...mounted, part: find(mounted.popup, '.not-shown') };
}

const many = (count: number): Corrected => ({
  mutedClaims: Array.from({ length: count }, (_, at) => ({
    ...boats,
    claimId: `claim-${String(at)}` as ClaimId,
  })),
  corrections: Array.from({ length: count }, (_, at) =>
    correctedAs('not-stated', `Passage ${String(at)}.`),
  ),
});

afterEach(async () => {
  await page.viewport(414, 896);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: '' }],
  });
});

describe('what is not shown', () => {
  it('is no part of the popup where nothing was corrected', () => {
    const { popup } = mountPopup({ corrected: NOTHING_CORRECTED });
    expect(findAll(popup, 'details, .not-shown')).toEqual([]);
  });

  it.each<[string, Corrected]>([
    ['Corrected by you: 2 hidden claims, 2 passages', BOTH],
    [
      'Corrected by you: 1 hidden claim, 1 passage',
      { mutedClaims: [boats], corrections: [DIFFERENT] },
    ],
    ['Corrected by you: 2 hidden claims', { ...BOTH, corrections: [] }],
    ['Corrected by you: 1 passage', { mutedClaims: [], corrections: [DIFFERENT] }],
    ['Corrected by you: 1,234 hidden claims, 1,234 passages', many(1_234)],
  ])('is said in a line that opens it: %s', (line, corrected) => {
    const { popup } = mountPopup({ corrected });
    expect(find(popup, 'summary').innerText).toBe(line);
    expect(find(popup, 'details').hasAttribute('open')).toBe(false);
  });

  it.each(Object.values(everyState))('is there whatever the page: $kind', (state) => {
    const { popup } = mountPopup({ page: state, corrected: BOTH });
    expect(findAll(popup, 'summary')).toHaveLength(1);
  });

  it('is listed as it was given, each with a way back', () => {
    const { part } = mountOpen(BOTH);
    expect(textsOf(part, 'h2')).toEqual([
      'Claims that are not shown',
      'Passages that you have corrected',
    ]);
    expect(textsOf(part, '.line.corrected > bdi')).toEqual([boats.claim, lamps.claim]);
    expect(textsOf(part, 'blockquote')).toEqual([
      DIFFERENT.correction.passage,
      NOT_STATED.correction.passage,
    ]);
    expect(textsOf(part, '.corrected > p')).toEqual([
      `Claim: ${boats.claim}`,
      `Claim: ${boats.claim}`,
    ]);
    expect(textsOf(part, '.corrected .line p')).toEqual([
      'You said: a different claim',
      'You said: only reported or denied',
    ]);
    expect(textsOf(part, 'button')).toEqual(['Show again', 'Show again', 'Take back', 'Take back']);
  });

  it('stands in its own language and direction', () => {
    const { part } = mountOpen(BOTH);
    const [, claim] = findAll(part, '.line.corrected > bdi');
    expect([claim?.lang, claim?.dir]).toEqual(['fa', 'rtl']);
    expect(find(part, 'blockquote').dir).toBe('auto');
  });

  it('is listed up to a bound, and the rest counted', () => {
    const { part } = mountOpen(many(MAX_LISTED + 3));
    for (const list of findAll(part, 'ul')) {
      expect(list.children).toHaveLength(MAX_LISTED);
      expect(list.nextElementSibling?.textContent).toBe('3 more are not listed.');
    }
    expect(textsOf(mountOpen(many(MAX_LISTED + 1)).part, 'ul + p')).toEqual([
      '1 more is not listed.',
      '1 more is not listed.',
    ]);
    expect(findAll(mountOpen(many(MAX_LISTED)).part, 'ul + p')).toEqual([]);
  });
});

describe('a way back', () => {
  it('is taken by pointer, for that claim or passage alone', async () => {
    const { part, callbacks } = mountOpen(BOTH);
    const [, showLamps, , takeBack] = findAll(part, 'button');
    if (showLamps === undefined || takeBack === undefined) throw new Error('no buttons');
    await userEvent.click(showLamps);
    await userEvent.click(takeBack);
    expect(callbacks.onShowAgain.mock.calls).toEqual([[lamps.claimId]]);
    expect(callbacks.onTakeBack.mock.calls).toEqual([[NOT_STATED.correction]]);
  });

  it('is taken by keyboard, and the focus stays by what is left', async () => {
    const { popup, part, callbacks, show } = mountOpen(BOTH);
    find(part, 'summary').focus();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    expect(callbacks.onShowAgain.mock.calls).toEqual([[boats.claimId]]);
    show({ page: everyState.off, corrected: { ...BOTH, mutedClaims: [lamps] } });
    expect(document.activeElement).toBe(find(popup, 'summary'));
    expect(find(popup, 'summary').innerText).toBe('Corrected by you: 1 hidden claim, 2 passages');
    expect(find(popup, 'details').hasAttribute('open')).toBe(true);
  });

  it('that was the last says so, and has the focus', async () => {
    const { popup, part, show } = mountOpen({ mutedClaims: [boats], corrections: [] });
    await userEvent.click(find(part, 'button'));
    show({ page: everyState.off, corrected: NOTHING_CORRECTED });
    expect(document.activeElement).toBe(find(popup, '.not-shown p'));
    expect(find(popup, '.not-shown').innerText).toBe('Nothing is corrected any more.');
  });

  it('is described by what it is about', () => {
    const { container, part } = mountOpen(BOTH);
    const described = findAll(part, 'button').map(
      (button) =>
        container.querySelector(`[id="${button.getAttribute('aria-describedby') ?? ''}"]`)
          ?.textContent,
    );
    expect(described).toEqual([
      boats.claim,
      lamps.claim,
      DIFFERENT.correction.passage,
      NOT_STATED.correction.passage,
    ]);
  });
});

describe('hostile texts', () => {
  const MARKUP = '<img src=x onerror="alert(1)"></p><script>alert(2)</script><b>&amp;';
  const LONG = 'W'.repeat(300);
  const withText = (text: string): Corrected => ({
    mutedClaims: [{ ...boats, claim: text }],
    corrections: [{ ...correctedAs('not-stated', text), claim: text }],
  });

  it('show markup as the text that it is', () => {
    const { part } = mountOpen(withText(MARKUP));
    expect(findAll(part, 'img, script, b')).toEqual([]);
    expect(find(part, 'blockquote').textContent).toBe(MARKUP);
    expect(find(part, '.line.corrected > bdi').textContent).toBe(MARKUP);
  });

  it.each([
    [320, 'en-GB'],
    [320, 'fa'],
    [414, 'en-GB'],
  ])('stay within the popup at %i pixels, in %s', async (widthPx, tag) => {
    await page.viewport(widthPx, 700);
    const { popup } = mountOpen(withText(LONG), {
      translate: (key, ...rest) => (key === 'language_tag' ? tag : translateFromFile(key, ...rest)),
    });
    const box = popup.getBoundingClientRect();
    expect(popup.scrollWidth).toBe(popup.clientWidth);
    const wide = findAll(popup, '*').filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return left < box.left || right > box.right;
    });
    expect(wide).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in %s colours', (value) => {
  it('axe finds nothing, having looked', async () => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
    const { container } = mountOpen(BOTH);
    await checkWithAxe(container, ['color-contrast', 'button-name', 'summary-name', 'list'], 20);
  });
});
