import { describe, expect, it } from 'vitest';
import { appearance, finding, response, withdrawn } from './fixtures/fictional-record.ts';
import { entryOf, find, findAll, mountCard, section, textsOf } from './mount-card.tsx';

const supports = [finding];
const contradicts = [{ ...finding, bearing: 'contradicts-response' }];
const maintains = [appearance];
const hedges = [{ ...appearance, firmness: 'hedges' }];
const withdrew = [{ ...appearance, withdrawn }];

const DENIES = 'Vesmark’s foreign ministry denies this. 17 May 2031';
const SAYS = 'A member of Orlane’s parliament says it happened. 16 May 2031';
const HEDGES = 'A member of Orlane’s parliament says it may have happened. 16 May 2031';
const WITHDREW = 'A member of Orlane’s parliament withdrew the claim that it happened. 2 June 2031';
const NO_FINDING = 'We found no independent finding. as of March 2032';
const SUPPORTS = 'The Lake Commission published a finding that supports the response. July 2031';
const CONTRADICTS =
  'The Lake Commission published a finding that contradicts the response. July 2031';

const END = ['The claim, and who raised it', 'Sources', 'This page'];
const RESPONSE_FIRST = ['The response', 'Independent findings', ...END];
const FINDING_FIRST = ['Independent findings', 'The response', ...END];
const NO_FINDINGS = ['The response', ...END];

const MATTERS = [
  ['supports', 'maintains', supports, maintains, [DENIES, SUPPORTS, SAYS], RESPONSE_FIRST],
  ['supports', 'hedges', supports, hedges, [DENIES, SUPPORTS, HEDGES], RESPONSE_FIRST],
  ['supports', 'withdrew', supports, withdrew, [DENIES, SUPPORTS, WITHDREW], RESPONSE_FIRST],
  ['contradicts', 'maintains', contradicts, maintains, [CONTRADICTS, SAYS, DENIES], FINDING_FIRST],
  ['contradicts', 'hedges', contradicts, hedges, [CONTRADICTS, HEDGES, DENIES], FINDING_FIRST],
  [
    'contradicts',
    'withdrew',
    contradicts,
    withdrew,
    [CONTRADICTS, DENIES, WITHDREW],
    FINDING_FIRST,
  ],
  ['none found', 'maintains', [], maintains, [SAYS, DENIES, NO_FINDING], NO_FINDINGS],
  ['none found', 'hedges', [], hedges, [HEDGES, DENIES, NO_FINDING], NO_FINDINGS],
  ['none found', 'withdrew', [], withdrew, [DENIES, WITHDREW, NO_FINDING], NO_FINDINGS],
] as const;

describe('the state of the matter', () => {
  it.each(MATTERS)(
    'is told line by line when the independent finding is: %s, and the claimant: %s',
    (_finding, _claimant, findings, appearances, lines, sections) => {
      const { card } = mountCard({ entries: [entryOf({ findings, appearances })] });
      expect(textsOf(card, '.matter li')).toEqual(lines);
      expect(textsOf(card, 'h4')).toEqual(sections);
    },
  );

  it.each(MATTERS)(
    'sets every line alike when the independent finding is: %s, and the claimant: %s',
    (_finding, _claimant, findings, appearances) => {
      const { card } = mountCard({ entries: [entryOf({ findings, appearances })] });
      const sentences = findAll(card, '.matter li > :first-child').map((element) =>
        getComputedStyle(element),
      );
      expect(sentences).toHaveLength(3);
      for (const style of sentences) {
        expect([style.fontSize, style.fontWeight, style.color]).toEqual([
          '15px',
          '400',
          getComputedStyle(card).color,
        ]);
      }
    },
  );

  it('stands directly below the claim, before anything that somebody said', () => {
    const { card } = mountCard();
    const header = find(card, 'header');
    expect(find(header, 'h3').textContent).toBe(
      'Boats of Orlane left from Vesmark’s harbour of Ilm, May 2031 (fiction)',
    );
    expect(find(header, 'h3').nextElementSibling?.className).toBe('matter');
    const actions = header.nextElementSibling;
    expect(actions?.className).toBe('actions');
    expect(actions?.nextElementSibling?.tagName).toBe('SECTION');
  });

  it('speaks of a state in other words than of an event', () => {
    const { card } = mountCard({ entries: [entryOf({ nature: 'state' })] });
    expect(textsOf(card, '.matter li')[0]).toBe(
      'A member of Orlane’s parliament says it is so. 16 May 2031',
    );
  });

  it.each([
    ['denies', 'denies this.'],
    ['denies-in-part', 'denies part of this.'],
    ['does-not-confirm', 'does not confirm this.'],
    ['confirms', 'confirms this.'],
    ['confirms-in-part', 'confirms part of this.'],
    ['declines', 'declines to comment on this.'],
    ['under-inquiry', 'says that this is under inquiry.'],
    ['withdraws', 'withdraws this claim.'],
  ])('has a sentence for a response that %s', (kind, words) => {
    const { card } = mountCard({ entries: [entryOf({ responses: [{ ...response, kind }] })] });
    expect(textsOf(card, '.matter li > :first-child')).toContain(
      `Vesmark’s foreign ministry ${words}`,
    );
  });

  it.each([
    ['event', 'asks', 'asks whether it happened.'],
    ['event', 'reports', 'reports that others say it happened.'],
    ['state', 'hedges', 'says it may be so.'],
    ['state', 'asks', 'asks whether it is so.'],
    ['state', 'reports', 'reports that others say it is so.'],
  ])('has a sentence for a claimant who, of an %s, %s', (nature, firmness, words) => {
    const entry = entryOf({ nature, appearances: [{ ...appearance, firmness }] });
    const { card } = mountCard({ entries: [entry] });
    expect(textsOf(card, '.matter li > :first-child')).toContain(
      `A member of Orlane’s parliament ${words}`,
    );
  });

  it('has a sentence for a claimant who withdrew that something is so', () => {
    const { card } = mountCard({ entries: [entryOf({ nature: 'state', appearances: withdrew })] });
    expect(textsOf(card, '.matter li > :first-child')).toContain(
      'A member of Orlane’s parliament withdrew the claim that it is so.',
    );
  });

  it('stands in the same order as the findings below it, the one against the response first', () => {
    const by = (office: string, bearing: string) => ({
      ...finding,
      bearing,
      label: { en: office },
      author: { name: null, office: { en: office } },
    });
    const findings = [
      by('Lake Commission', 'supports-response'),
      by('Boat Institute', 'contradicts-response'),
    ];
    const { card } = mountCard({ entries: [entryOf({ findings })] });
    const part = section(card, 'Independent findings');
    expect(textsOf(part, '.byline > :first-child')).toEqual(['Boat Institute', 'Lake Commission']);
    const lines = textsOf(card, '.matter li > :first-child');
    expect(lines.slice(0, 2).map((line) => line.slice(0, 15))).toEqual([
      'Boat Institute ',
      'Lake Commission',
    ]);
  });

  it('has a sentence for a body that reached no conclusion', () => {
    const findings = [{ ...finding, bearing: 'inconclusive' }];
    const { card } = mountCard({ entries: [entryOf({ findings })] });
    expect(textsOf(card, '.matter li').at(-1)).toBe(
      'The Lake Commission looked into this and reached no conclusion. July 2031',
    );
  });
});
