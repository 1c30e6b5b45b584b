/** What holds for every view: in little room, in either direction, in whatever colours, without motion. */
import { describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PopupProps } from '../../components/PopupView.tsx';
import type { Translate } from '../../components/translate.ts';
import type { ClaimId } from '../../core/claims/claim.ts';
import { COLOURS, emulateColours } from './emulate-media.ts';
import { expectHoldsNarrow } from './expect-holds-narrow.ts';
import { findFocusFaults } from './find-focus-faults.ts';
import { findMotion } from './find-motion.ts';
import { appearance, finding, reply, response, withdrawn } from './fixtures/fictional-record.ts';
import { changesOf, LONG } from './fixtures/hostile-texts.ts';
import { entryOf, find, findAll, mountCard } from './mount-card.tsx';
import { mountClaim } from './mount-claim.tsx';
import { mountRegion } from './mount-region.ts';
import { found, foundClaims, propsOf } from './popup/fictional-page.ts';
import { everyState, mountPopup } from './popup/mount-popup.tsx';
import { translateFromFile } from './translate-from-file.ts';
import { translateRightToLeft } from './translate-right-to-left.ts';
import { mountWelcome, NEWS } from './welcome/mount-welcome.tsx';

const DIRECTIONS = { ltr: translateFromFile, rtl: translateRightToLeft } as const;

/** Words of the usual length, or one word that no line holds. */
type Texts = 'usual' | 'long';

/** A view, and what gives it its height where the view does not see to that itself. */
type Mounted = { readonly view: HTMLElement; readonly fit?: (heightPx: number) => void };

/** Each with all its parts, and all of them open. */
const VIEWS: Readonly<
  Record<string, (texts: Texts, translate: Translate) => Mounted | Promise<Mounted>>
> = {
  card: (texts, translate) => {
    const entry = entryOf(changesIn(texts));
    const entries = [entry, entryOf({ id: 'another' })] as const;
    const { card, host } = mountCard({ entries, languages: ['en', 'fa'] }, { translate });
    openAll(card);
    return {
      view: card,
      fit: (heightPx) => {
        host.style.setProperty('--rejoinder-available-block-size', `${String(heightPx - 16)}px`);
      },
    };
  },
  'card with its choices': (texts, translate) => {
    const { card, host } = mountCard({ entries: [entryOf(changesIn(texts))] }, { translate });
    find(card, '.disclosure').click();
    return {
      view: card,
      fit: (heightPx) => {
        host.style.setProperty('--rejoinder-available-block-size', `${String(heightPx - 16)}px`);
      },
    };
  },
  region: (texts, translate) => {
    const passages = texts === 'long' ? [LONG, 'Short.'] : ['Boats crossed.', 'Lamps were lit.'];
    return { view: mountRegion(translate, ...passages) };
  },
  'claim for itself': (texts, translate) => {
    const { record } = entryOf(changesIn(texts));
    const { main } = mountClaim({ record, languages: ['en', 'fa'] }, { translate });
    openAll(main);
    return { view: main };
  },
  popup: async (texts, translate) => {
    const props = texts === 'long' ? propsOf(LONG) : { page: found(), search: () => foundClaims };
    const { popup } = mountPopup({ ...props, corrected: correctedIn(texts) }, { translate });
    openAll(popup);
    await userEvent.type(find(popup, 'input'), 'boat');
    await expect.poll(() => findAll(popup, '[aria-expanded]').length).toBeGreaterThan(0);
    return { view: popup };
  },
  'popup without access': (texts, translate) => {
    const host = texts === 'long' ? LONG : everyState['no-access'].host;
    return { view: mountPopup({ page: { kind: 'no-access', host } }, { translate }).popup };
  },
  'first page': async (texts, translate) => {
    const news = texts === 'long' ? [{ host: `${LONG}.example`, name: LONG }] : NEWS;
    const { main } = await mountWelcome(
      { choice: 'news', outcome: 'refused', news },
      { translate },
    );
    openAll(main);
    return { view: main };
  },
};

/** What a reader has corrected, of each kind. */
function correctedIn(texts: Texts): PopupProps['corrected'] {
  const words = texts === 'long' ? LONG : 'Boats crossed, in this fiction.';
  // A brand: tests may make the values that schemas make.
  const claim = { claimId: 'boats' as ClaimId, claim: words, claimLanguage: 'en' };
  return {
    mutedClaims: [claim],
    corrections: [
      {
        ...claim,
        correction: {
          kind: 'not-stated',
          claim: claim.claimId,
          passage: words,
          isCounted: true,
        },
      },
    ],
  };
}

function changesIn(texts: Texts) {
  return texts === 'long'
    ? changesOf(LONG)
    : {
        findings: [finding],
        responses: [
          response,
          { ...response, kind: 'declines' },
          { ...response, standing: 'third-party' },
        ],
        appearances: [appearance, { ...appearance, firmness: 'asks', withdrawn }],
        replies: [reply],
      };
}

function openAll(view: HTMLElement) {
  for (const details of findAll(view, 'details')) details.setAttribute('open', '');
}

describe.each(Object.entries(VIEWS))('the %s', (_, mount) => {
  it.each(
    (['ltr', 'rtl'] as const).flatMap((direction) =>
      (['usual', 'long'] as const).map((texts) => [direction, texts] as const),
    ),
  )(
    'holds in a narrow window and at four times the size: %s, %s words',
    async (direction, texts) => {
      const { view, fit } = await mount(texts, DIRECTIONS[direction]);
      await expectHoldsNarrow(view, fit);
    },
  );

  it.each(COLOURS)('shows where the focus is in %s colours', async (colours) => {
    await emulateColours(colours);
    const { view } = await mount('usual', translateFromFile);
    expect(findFocusFaults(view)).toEqual([]);
  });

  it('does not move', async () => {
    const { view } = await mount('usual', translateFromFile);
    expect(findMotion(view)).toEqual([]);
  });
});

describe('in a locale that is written from right to left', () => {
  const left = (element: HTMLElement) => element.getBoundingClientRect().left;
  const right = (element: HTMLElement) => element.getBoundingClientRect().right;

  it('a card closes at the left, and has its days there', () => {
    const { card } = mountCard({}, { translate: translateRightToLeft });
    expect(right(find(card, '.close'))).toBeLessThan(left(find(card, '.bar > div')));
    for (const line of findAll(card, '.dated')) {
      expect(right(find(line, '.date'))).toBeLessThan(left(find(line, 'span')));
    }
  });

  it.each([
    ['fa', 'rtl', '0px', '3px'],
    ['en', 'ltr', '3px', '0px'],
  ] as const)('a quotation in %s runs %s, with its line where it begins', (...row) => {
    const [language, direction, lineLeft, lineRight] = row;
    const { card } = mountCard({ languages: [language] }, { translate: translateRightToLeft });
    const quote = getComputedStyle(find(card, 'blockquote'));
    expect(quote.direction).toBe(direction);
    expect([quote.borderLeftWidth, quote.borderRightWidth]).toEqual([lineLeft, lineRight]);
    expect([quote.paddingLeft, quote.paddingRight]).toEqual(
      direction === 'ltr' ? ['12px', '0px'] : ['0px', '12px'],
    );
  });

  it('names of another script keep their own direction, and do not turn what is beside them', () => {
    const { card } = mountCard({}, { translate: translateRightToLeft });
    for (const name of findAll(card, '.matter bdi, .byline bdi, .sources bdi bdi[dir]')) {
      const { direction, unicodeBidi } = getComputedStyle(name);
      expect([direction, unicodeBidi]).toEqual(['ltr', 'isolate']);
    }
  });
});
