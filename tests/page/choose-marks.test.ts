import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { STANCES, type Stance } from '../../core/claims/stance.ts';
import type { Anchor } from '../../core/page/anchor.ts';
import {
  chooseMarks,
  findResponses,
  type Mark,
  type PartOf,
} from '../../core/page/choose-marks.ts';
import { anchorMatch } from '../../core/page/anchor.ts';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { anchorWords, find, matchOf, showPage, textIn } from './made-page.ts';

type Found = { words: string; claim: string; stance: Stance };

/** What a mark shows, in one line. */
function describeMark({ quote, style, entries }: Mark): string {
  const claims = entries.map(
    ({ match, pageCarriesResponse }) =>
      `${match.claim} ${match.stance}${pageCarriesResponse ? ' (response here)' : ''}`,
  );
  return `${style} "${quote.exact}": ${claims.join(', ')}`;
}

const cases: Record<string, { found: Found[]; expected: string[] }> = {
  'nothing found': { found: [], expected: [] },
  'a page that asserts': {
    found: [{ words: 'alpha', claim: 'x', stance: 'asserts' }],
    expected: ['solid "alpha": x asserts'],
  },
  'a page that reports': {
    found: [{ words: 'alpha', claim: 'x', stance: 'attributes' }],
    expected: ['dotted "alpha": x attributes'],
  },
  'a page that asks': {
    found: [{ words: 'alpha', claim: 'x', stance: 'questions' }],
    expected: ['dotted "alpha": x questions'],
  },
  'a page that denies': {
    found: [{ words: 'alpha', claim: 'x', stance: 'denies' }],
    expected: [],
  },
  'a page that reports, and carries the response further down': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'attributes' },
      { words: 'beta', claim: 'x', stance: 'questions' },
      { words: 'gamma', claim: 'x', stance: 'denies' },
    ],
    expected: [],
  },
  'a page that asserts, and carries the response': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'asserts' },
      { words: 'gamma', claim: 'x', stance: 'denies' },
    ],
    expected: ['solid "alpha": x asserts (response here)'],
  },
  'the response to another claim': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'attributes' },
      { words: 'gamma', claim: 'y', stance: 'denies' },
    ],
    expected: ['dotted "alpha": x attributes'],
  },
  'two claims on the same words': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'attributes' },
      { words: 'alpha', claim: 'y', stance: 'asserts' },
    ],
    expected: ['solid "alpha": x attributes, y asserts'],
  },
  'two claims on the same words, of which one is answered': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'attributes' },
      { words: 'alpha', claim: 'y', stance: 'attributes' },
      { words: 'gamma', claim: 'y', stance: 'denies' },
    ],
    expected: ['dotted "alpha": x attributes'],
  },
  'two claims on overlapping words': {
    found: [
      { words: 'alpha', claim: 'x', stance: 'asserts' },
      { words: 'alpha beta', claim: 'y', stance: 'asserts' },
    ],
    expected: ['solid "alpha": x asserts', 'solid "alpha beta": y asserts'],
  },
};

test.for(Object.entries(cases))('%s', ([, { found, expected }]) => {
  showPage('<p>alpha beta</p><p>gamma</p>');
  const anchors = found.map(({ words, ...as }) => anchorWords(words, as));
  expect(chooseMarks(anchors).map(describeMark)).toEqual(expected);
});

test('the same words in two places are two marks', () => {
  const page = showPage('<p>alpha</p><p>alpha</p>');
  const anchors = collectBlocks(page).map((block) =>
    anchorMatch(block, matchOf(block.text, 'alpha')),
  );
  expect(chooseMarks(anchors)).toHaveLength(2);
});

test('an orphan is not marked, but as a denial it counts', () => {
  showPage('<p>alpha</p><p>gamma</p>');
  const denial = (): Anchor => anchorWords('gamma ', { claim: 'x', stance: 'denies' });
  find('p:last-of-type').append(' ', document.createElement('br'));
  const reported = anchorWords('alpha', { claim: 'x', stance: 'attributes' });
  const { block } = reported;
  const orphan: Anchor = { state: 'orphaned', match: denial().match, quote: denial().quote, block };
  expect(chooseMarks([reported, orphan])).toEqual([]);
  textIn(find('p')).data = 'other';
  expect(chooseMarks([{ ...orphan, match: reported.match }])).toEqual([]);
});

test('a response counts for its own part of the page', () => {
  showPage('<section>alpha</section><section>beta <p>gamma</p></section>');
  const partOf: PartOf = ({ element }) => element.closest('section');
  const [first, second, response] = [
    anchorWords('alpha', { claim: 'x', stance: 'attributes' }),
    anchorWords('beta', { claim: 'x', stance: 'attributes' }),
    anchorWords('gamma', { claim: 'x', stance: 'denies' }),
  ] as const;
  const anchors = [first, second, response];
  expect(chooseMarks(anchors).map(describeMark)).toEqual([]);
  expect(chooseMarks(anchors, new Set(), partOf).map(describeMark)).toEqual([
    'dotted "alpha": x attributes',
  ]);
  const responseTo = findResponses(anchors, partOf);
  expect(anchors.map(responseTo)).toEqual([null, response, response]);
});

describe('what the reader says that the page does not state', () => {
  const marksWithout = (anchors: readonly Anchor[], ...notStated: readonly Anchor[]) =>
    chooseMarks(anchors, new Set(notStated.map(({ match }) => match))).map(describeMark);

  test.for(STANCES)('is not marked, whatever was read: %s', (stance) => {
    showPage('<p>alpha beta</p>');
    const anchor = anchorWords('alpha', { claim: 'x', stance });
    expect(marksWithout([anchor], anchor)).toEqual([]);
  });

  test('leaves the mark to another claim on the same words, in its style', () => {
    showPage('<p>alpha beta</p>');
    const stated = anchorWords('alpha', { claim: 'x', stance: 'asserts' });
    const reported = anchorWords('alpha', { claim: 'y', stance: 'attributes' });
    expect(marksWithout([stated, reported], stated)).toEqual(['dotted "alpha": y attributes']);
    expect(marksWithout([stated, reported], stated, reported)).toEqual([]);
  });

  test('is no denial, so that the claim is still marked elsewhere', () => {
    showPage('<p>alpha beta</p><p>gamma</p>');
    const here = anchorWords('alpha', { claim: 'x', stance: 'asserts' });
    const there = anchorWords('gamma', { claim: 'x', stance: 'attributes' });
    expect(marksWithout([here, there], here)).toEqual(['dotted "gamma": x attributes']);
  });

  test('still counts where it is a denial', () => {
    showPage('<p>alpha beta</p><p>gamma</p>');
    const reported = anchorWords('alpha', { claim: 'x', stance: 'attributes' });
    const denied = anchorWords('gamma', { claim: 'x', stance: 'denies' });
    expect(marksWithout([reported, denied], denied)).toEqual([]);
  });
});

test('agrees with the rules written out', () => {
  showPage('<p>alpha beta</p><p>gamma delta</p>');
  const foundArbitrary = fc.record({
    words: fc.constantFrom('alpha', 'alpha beta', 'gamma', 'delta'),
    claim: fc.constantFrom('x', 'y', 'z'),
    stance: fc.constantFrom(...STANCES),
    isCorrected: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(foundArbitrary, { maxLength: 12 }), (found) => {
      const anchors = found.map(({ words, ...as }) => anchorWords(words, as));
      const notStated = new Set(
        anchors.filter((_, at) => found[at]?.isCorrected).map(({ match }) => match),
      );
      const isDenied = (claim: string): boolean =>
        found.some((other) => other.claim === claim && other.stance === 'denies');
      const marked = found.filter(
        ({ claim, stance, isCorrected }) =>
          !isCorrected &&
          (stance === 'asserts' ||
            ((stance === 'attributes' || stance === 'questions') && !isDenied(claim))),
      );
      const words = [...new Set(marked.map((one) => one.words))];
      const expected = words.map((text) => {
        const here = marked.filter((one) => one.words === text);
        const style = here.some(({ stance }) => stance === 'asserts') ? 'solid' : 'dotted';
        const entries = here.map(
          ({ claim, stance }) => `${claim} ${stance}${isDenied(claim) ? ' (response here)' : ''}`,
        );
        return `${style} "${text}": ${entries.join(', ')}`;
      });
      expect(chooseMarks(anchors, notStated).map(describeMark).sort()).toEqual(expected.sort());
    }),
    { numRuns: 300 },
  );
});
