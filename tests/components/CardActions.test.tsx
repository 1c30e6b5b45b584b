import { afterEach, describe, expect, it, vi } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import type { ResponseCardProps } from '../../components/ResponseCard.tsx';
import type { AfterCorrection } from '../../core/extension/messages.ts';
import { checkWithAxe } from './check-with-axe.ts';
import { entryOf, find, findAll, mountCard, textsOf } from './mount-card.tsx';
import { translateFromFile } from './translate-from-file.ts';

const DIFFERENT = 'It is a different claim';
const NOT_STATED = 'Only reported or denied here';
const MUTED = 'Do not show this claim again';
const ROW = ['Wrong mark?', 'Report a problem', 'Report a new claim'];
const TWICE = 'You have marked this claim as wrong twice; it is not shown any more.';
const UNDONE = 'Taken back: all is as it was before.';
const FAILED = 'This could not be saved. Please try again.';

const CLAIM = 'boats-from-ilm';
const OTHER = 'boats-returned';

/** What a reader can say of the claim, and the report that it begins. */
const PROBLEMS: Readonly<Record<string, object>> = {
  'The mark is wrong: the passage does not make this claim': {
    kind: 'problem',
    claim: CLAIM,
    problem: 'wrong-mark',
  },
  'The record is outdated': { kind: 'problem', claim: CLAIM, problem: 'outdated' },
  'There is a better source': { kind: 'problem', claim: CLAIM, problem: 'better-source' },
  'The claim is worded differently here': { kind: 'new-wording', claim: CLAIM },
  'Something else': { kind: 'problem', claim: CLAIM, problem: 'other' },
};

/** Controls by the first words that are seen on them. */
function button(card: HTMLElement, name: string): HTMLElement {
  const named = findAll(card, 'button').find(({ textContent }) => textContent.startsWith(name));
  if (named === undefined) throw new Error(`expected a button ${name}, but found none`);
  return named;
}
const buttons = (card: HTMLElement) => textsOf(card, '.actions button');
const status = (card: HTMLElement) => find(card, '.actions [role=status]');

async function press(card: HTMLElement, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await expect
      .poll(() => findAll(card, 'button').map((each) => each.textContent))
      .toContainEqual(expect.stringContaining(name));
    await userEvent.click(button(card, name));
  }
}

const told = (card: HTMLElement) => expect.poll(() => status(card).textContent);

const twoClaims = {
  entries: [entryOf(), entryOf({ id: OTHER, claimReviewed: { en: 'The boats came back' } })],
} satisfies Partial<ResponseCardProps>;

afterEach(async () => {
  await page.viewport(414, 896);
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-color-scheme', value: '' }],
  });
});

describe('the row', () => {
  it('stands below the claim, with nothing open', () => {
    const { card } = mountCard();
    expect(buttons(card)).toEqual(ROW);
    expect(button(card, 'Wrong mark?').ariaExpanded).toBe('false');
  });

  it('opens and closes three choices that say what follows', async () => {
    const { card } = mountCard();
    await press(card, 'Wrong mark?');
    expect(button(card, 'Wrong mark?').ariaExpanded).toBe('true');
    expect(textsOf(card, '.choice > :first-child')).toEqual([DIFFERENT, NOT_STATED, MUTED]);
    expect(textsOf(card, '.choice > .small')).toEqual([
      'These words are not matched with this claim again.',
      'The toolbar button still lists these words, unmarked.',
      'It is neither marked nor listed again, on any page.',
    ]);
    await press(card, 'Wrong mark?');
    expect(buttons(card)).toEqual(ROW);
  });

  it('opens one of its two panels at a time', async () => {
    const { card } = mountCard();
    await press(card, 'Wrong mark?', 'Report a problem');
    expect(button(card, 'Wrong mark?').ariaExpanded).toBe('false');
    expect(button(card, 'Report a problem').ariaExpanded).toBe('true');
    expect(buttons(card)).toEqual([...ROW, ...Object.keys(PROBLEMS)]);
    await press(card, 'Report a problem');
    expect(buttons(card)).toEqual(ROW);
  });

  it.each(Object.entries(PROBLEMS))('reports a problem of the kind: %s', async (name, concern) => {
    const { card, onReport } = mountCard();
    await press(card, 'Report a problem', name);
    expect(onReport.mock.calls).toEqual([[concern]]);
  });

  it('reports a problem with the claim that is shown, or a claim that is new', async () => {
    const { card, onReport } = mountCard(twoClaims);
    await press(card, 'Report a new claim', 'Next claim');
    await expect.poll(() => textsOf(card, 'h3')).toEqual(['The boats came back']);
    await press(card, 'Report a problem', 'Something else');
    expect(onReport.mock.calls).toEqual([
      [{ kind: 'new-claim' }],
      [{ kind: 'problem', claim: OTHER, problem: 'other' }],
    ]);
  });

  it('says so when a report could not be begun, until one could', async () => {
    const { card, onReport } = mountCard();
    const said = 'The report could not be begun. Try again.';
    onReport.mockResolvedValueOnce(false);
    await press(card, 'Report a problem', 'Something else');
    await expect.poll(() => textsOf(card, '[role=status]')).toContain(said);
    await press(card, 'Something else');
    await expect.poll(() => textsOf(card, '[role=status]')).not.toContain(said);
  });
});

describe('a choice', () => {
  it.each([
    [DIFFERENT, 'different-claim', 'These words are not matched with this claim any more.'],
    [
      NOT_STATED,
      'not-stated',
      'These words are not marked any more. The toolbar button lists them as reported.',
    ],
    [MUTED, 'muted', 'This claim is not shown any more.'],
  ] as const)('is kept, told and undone: %s', async (name, wrong, done) => {
    const { root, card, onCorrect, onUndo, onClose } = mountCard();
    await press(card, 'Wrong mark?', name);
    expect(onCorrect.mock.calls).toEqual([[CLAIM, wrong]]);
    await told(card).toBe(done);
    expect(root.activeElement).toBe(status(card));
    expect(buttons(card)).toEqual([...ROW, 'Undo']);

    await press(card, 'Undo');
    expect(onUndo.mock.calls).toEqual([[CLAIM, wrong]]);
    await told(card).toBe(UNDONE);
    expect(root.activeElement).toBe(status(card));
    expect(findAll(card, '.choice')).toHaveLength(3);
    expect(onClose).not.toHaveBeenCalled();
  });

  it.each([
    [DIFFERENT, TWICE],
    [NOT_STATED, TWICE],
    [MUTED, 'This claim is not shown any more.'],
  ])('says when it was the second wrong mark: %s', async (name, done) => {
    const onCorrect = () => Promise.resolve({ isMuted: true });
    const { card } = mountCard({ onCorrect });
    await press(card, 'Wrong mark?', name);
    await told(card).toBe(done);
  });

  it('moves nothing else on the card', async () => {
    const { card } = mountCard({}, { availablePx: 400 });
    await press(card, 'Wrong mark?');
    const places = () => [
      card.scrollTop,
      card.scrollHeight,
      ...findAll(card, '.action-row, h4').map((each) => each.getBoundingClientRect().top),
    ];
    const before = places();
    await press(card, MUTED);
    await told(card).not.toBe('');
    expect(places()).toEqual(before);
  });

  it('leaves the other claims of the card where they were, and says again what was done', async () => {
    const { card, onCorrect, onUndo } = mountCard(twoClaims);
    await press(card, 'Wrong mark?', DIFFERENT);
    await told(card).not.toBe('');
    await press(card, 'Next claim');
    await expect.poll(() => buttons(card)).toEqual(ROW);
    await press(card, 'Wrong mark?', MUTED);
    await told(card).toBe('This claim is not shown any more.');
    await press(card, 'Next claim');
    await told(card).toBe('These words are not matched with this claim any more.');
    await press(card, 'Undo');
    expect(onCorrect.mock.calls).toEqual([
      [CLAIM, 'different-claim'],
      [OTHER, 'muted'],
    ]);
    expect(onUndo.mock.calls).toEqual([[CLAIM, 'different-claim']]);
  });

  it('counts once, however often it is pressed before it is kept', async () => {
    const answer = Promise.withResolvers<AfterCorrection>();
    const onCorrect = vi.fn(() => answer.promise);
    const { card } = mountCard({ onCorrect });
    await press(card, 'Wrong mark?', DIFFERENT, DIFFERENT, MUTED);
    expect(onCorrect).toHaveBeenCalledOnce();
    expect(status(card).textContent).toBe('');
    answer.resolve({ isMuted: false });
    await told(card).not.toBe('');
  });

  it('that cannot be kept says so, leaves the focus and can be tried again', async () => {
    const onCorrect = vi
      .fn<ResponseCardProps['onCorrect']>(() => Promise.resolve({ isMuted: false }))
      .mockResolvedValueOnce(null);
    const { root, card } = mountCard({ onCorrect });
    await press(card, 'Wrong mark?', MUTED);
    await told(card).toBe(FAILED);
    expect(root.activeElement).toBe(button(card, MUTED));
    await press(card, MUTED);
    await told(card).toBe('This claim is not shown any more.');
  });

  it('that cannot be taken back says so, and can be tried again', async () => {
    const onUndo = vi
      .fn<ResponseCardProps['onUndo']>(() => Promise.resolve({ isMuted: false }))
      .mockResolvedValueOnce(null);
    const { root, card } = mountCard({ onUndo });
    await press(card, 'Wrong mark?', MUTED, 'Undo');
    await told(card).toBe(FAILED);
    expect(root.activeElement).toBe(button(card, 'Undo'));
    await press(card, 'Undo');
    await told(card).toBe(UNDONE);
  });
});

describe('by keyboard', () => {
  it.each(['{Enter}', ' '])('all of it is done, with %j', async (key) => {
    const { root, onUndo } = mountCard();
    const focused = () => root.activeElement?.textContent;
    const tab = async (count: number) => {
      for (let at = 0; at < count; at++) await userEvent.tab();
    };
    // After the button that closes.
    await tab(2);
    expect(focused()).toBe('Wrong mark?');
    await userEvent.keyboard(key);
    await tab(4);
    expect(focused()).toMatch(/^Only reported or denied here/u);
    await userEvent.keyboard(key);
    await expect.poll(focused).toMatch(/^These words are not marked any more/u);
    await tab(1);
    expect(focused()).toBe('Undo');
    await userEvent.keyboard(key);
    await expect.poll(focused).toBe(UNDONE);
    await tab(1);
    expect(focused()).toMatch(/^It is a different claim/u);
    expect(onUndo).toHaveBeenCalledOnce();
  });

  it('the choices are a group with the name of what opened them', async () => {
    const { card } = mountCard();
    await press(card, 'Wrong mark?');
    expect(find(card, '.actions [role=group]').getAttribute('aria-labelledby')).toBe(
      button(card, 'Wrong mark?').id,
    );
  });
});

describe.each(['light', 'dark'] as const)('in %s colours axe finds nothing', (value) => {
  it.each([
    ['with the choices open', []],
    ['after a choice', [MUTED]],
    ['after it was taken back', [MUTED, 'Undo']],
  ])('%s', async (_, names) => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
    const { host, card } = mountCard();
    await press(card, 'Wrong mark?', ...names);
    if (names.length > 0) await told(card).not.toBe('');
    const rules = ['color-contrast', 'button-name', 'aria-valid-attr-value', 'aria-allowed-role'];
    await checkWithAxe(host, rules, 25);
  });
});

describe('in little room', () => {
  it.each([
    [320, 'en-GB'],
    [320, 'fa'],
    [414, 'fa'],
  ])('at %i pixels, in %s, with a long claim, all stays within the card', async (widthPx, tag) => {
    await page.viewport(widthPx, 700);
    const { card } = mountCard(
      { entries: [entryOf({ claimReviewed: { en: 'W'.repeat(300) } })] },
      {
        translate: (key, ...rest) =>
          key === 'language_tag'
            ? tag
            : key.startsWith('wrong_') || key.startsWith('card_report')
              ? `${translateFromFile(key, ...rest)} ${'W'.repeat(80)}`
              : translateFromFile(key, ...rest),
      },
    );
    for (const name of ['Wrong mark?', DIFFERENT]) {
      await press(card, name);
      const box = card.getBoundingClientRect();
      expect(card.scrollWidth).toBe(card.clientWidth);
      const wide = findAll(card, '.actions *').filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return left < box.left || right > box.right;
      });
      expect(wide).toEqual([]);
    }
    await told(card).not.toBe('');
  });

  it('the choices are brought into sight, and what was done stays in it', async () => {
    const { card } = mountCard({}, { availablePx: 300 });
    await press(card, 'Wrong mark?');
    const box = card.getBoundingClientRect();
    const bottom = (selector: string) => find(card, selector).getBoundingClientRect().bottom;
    expect(bottom('.action-panel')).toBeLessThanOrEqual(Math.ceil(box.bottom));
    await press(card, MUTED);
    await told(card).not.toBe('');
    const { top } = status(card).getBoundingClientRect();
    expect(top).toBeGreaterThanOrEqual(bottom('.bar'));
    expect(bottom('.actions .framed')).toBeLessThanOrEqual(box.bottom);
  });

  it('right to left it begins at the right', async () => {
    const { card } = mountCard(
      {},
      {
        translate: (key, ...rest) =>
          key === 'language_tag' ? 'fa' : translateFromFile(key, ...rest),
      },
    );
    await press(card, 'Wrong mark?');
    const boxes = findAll(card, '.action-row button').map((each) => each.getBoundingClientRect());
    // A wide font has more than one row of them.
    const rights = boxes.filter(({ top }) => top === boxes[0]?.top).map(({ right }) => right);
    expect(rights.length).toBeGreaterThan(1);
    expect(rights).toEqual(rights.toSorted((a, b) => b - a));
    const choice = button(card, DIFFERENT);
    expect(getComputedStyle(choice).direction).toBe('rtl');
  });
});
