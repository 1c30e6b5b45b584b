import axe from 'axe-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { checkWithAxe } from './check-with-axe.ts';
import { COLOURS, emulateColours } from './emulate-media.ts';
import { appearance, finding, reply, response } from './fixtures/fictional-record.ts';
import { changesOf, MARKUP } from './fixtures/hostile-texts.ts';
import { entryOf, find, findAll, section, textsOf } from './mount-card.tsx';
import { mountClaim } from './mount-claim.tsx';
import { translateRightToLeft } from './translate-right-to-left.ts';

/** Fewer rules than this that found something to check mean that axe did not see the claim. */
const MIN_RULES_RUN = 22;

/** What a claim must have been checked for, whatever else was. */
const RULES = ['color-contrast', 'button-name', 'link-name', 'valid-lang', 'target-size'];

const everything = () => {
  const { record } = entryOf({
    findings: [finding],
    responses: [response, { ...response, standing: 'third-party' }],
    appearances: [appearance, { ...appearance, firmness: 'asks' }],
    replies: [reply],
  });
  const mounted = mountClaim({ record });
  for (const details of findAll(mounted.main, 'details')) details.setAttribute('open', '');
  return mounted;
};

describe('a claim for itself', () => {
  it('has the sections of a card, in their order, and nothing of a page', () => {
    const { main } = everything();
    expect(textsOf(main, 'h3')).toEqual([
      'Boats of Orlane left from Vesmark’s harbour of Ilm, May 2031 (fiction)',
    ]);
    expect(textsOf(main, 'h4')).toEqual([
      'The response',
      'Independent findings',
      'The claim, and who raised it',
      'What others said',
      'Sources',
    ]);
    expect(main.textContent).not.toMatch(/this page|this passage|this mark/iu);
  });

  it('opens with the state of the matter', () => {
    const { main } = mountClaim();
    expect(textsOf(main, '.matter li > :first-child')).toEqual([
      'A member of Orlane’s parliament says it happened.',
      'Vesmark’s foreign ministry denies this.',
      'We found no independent finding.',
    ]);
  });

  it('says from which list it is, and who publishes that', () => {
    const { main } = mountClaim();
    expect(textsOf(main, 'footer > p')).toEqual([
      'The list’s summary: Fiction.',
      'From the list “Claims about a lake that does not exist”, version 1.2.0, as of March 2032.',
    ]);
    expect(textsOf(main, 'footer details p')).toEqual([
      'The Makers of Fixtures',
      'They want to see a card. They belong to no side of the lake.',
    ]);
  });

  it('quotes in the reader’s language', () => {
    const { main } = mountClaim({ languages: ['fa'] });
    const { lang, dir } = find(section(main, 'The response'), 'blockquote');
    expect([lang, dir]).toEqual(['fa', 'rtl']);
  });

  it('is the whole document: no edge and no shadow', () => {
    const { main } = mountClaim();
    const { borderTopWidth, borderRadius, boxShadow } = getComputedStyle(main);
    expect([borderTopWidth, borderRadius, boxShadow]).toEqual(['0px', '0px', 'none']);
  });

  it('shows markup as the text that it is', () => {
    const { main } = mountClaim({ record: entryOf(changesOf(MARKUP)).record, languages: ['az'] });
    expect(findAll(main, 'img, script, b')).toEqual([]);
    expect(find(main, 'h3').textContent).toBe(MARKUP);
    expect(find(main, 'blockquote').textContent).toBe(MARKUP);
  });
});

describe('the way back', () => {
  it.each(['{Enter}', ' '])('is the first control, and %s takes it', async (key) => {
    const { main, onBack } = mountClaim();
    await userEvent.tab();
    expect(document.activeElement).toBe(find(main, 'button'));
    await userEvent.keyboard(key);
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('is a button as wide as its word', () => {
    const { main } = mountClaim();
    expect(find(main, '.back').getBoundingClientRect().width).toBeLessThan(100);
  });

  it('is at the right where the locale is written from there', () => {
    const { main } = mountClaim({}, { translate: translateRightToLeft });
    const { left } = find(main, '.back').getBoundingClientRect();
    expect(left).toBeGreaterThan(main.getBoundingClientRect().width / 2);
  });

  it.each([
    ['in a popup', 400, 600],
    ['in a narrow window', 320, 568],
    ['at four times the size', 320, 256],
  ])('stays in sight at the end of the claim: %s', async (_, widthPx, heightPx) => {
    onTestFinished(() => page.viewport(414, 896));
    await page.viewport(widthPx, heightPx);
    const { main } = everything();
    find(main, 'footer > :last-child').scrollIntoView({ block: 'end' });
    expect(find(main, 'h3').getBoundingClientRect().bottom).toBeLessThan(0);
    expect(find(main, '.back').getBoundingClientRect().top).toBeGreaterThanOrEqual(0);
    expect(find(main, '.back').getBoundingClientRect().bottom).toBeLessThan(heightPx / 2);
  });
});

describe.each(COLOURS)('in %s colours', (colours) => {
  it('axe finds nothing, having looked', async () => {
    await emulateColours(colours);
    const { container } = everything();
    await checkWithAxe(container, RULES, MIN_RULES_RUN);
  });

  it('axe finds text in the colour of a line', async () => {
    await emulateColours(colours);
    const { container, main } = everything();
    find(main, '.small').style.cssText = 'forced-color-adjust: none; color: var(--line)';
    const { violations } = await axe.run(container);
    expect(violations.map(({ id }) => id)).toEqual(['color-contrast']);
  });
});
