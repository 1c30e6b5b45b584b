import { expect, test } from 'vitest';
import type { Treatment } from '../../core/extension/corrections.ts';
import type { Anchor } from '../../core/page/anchor.ts';
import { applyCorrections } from '../../entrypoints/content/apply-corrections.ts';
import { anchorWords, showPage } from './made-page.ts';

/** What is left, in one line for each anchor. */
function describeLeft(anchors: readonly Anchor[], treat: (asked: string) => Treatment): string[] {
  const { listed, notStated } = applyCorrections(anchors, (claim, words) =>
    treat(`${claim} on ${words}`),
  );
  return listed.map(
    ({ match, quote }) =>
      `${match.claim} on ${quote.exact}${notStated.has(match) ? ', not stated' : ''}`,
  );
}

test('anchors stay in their order, less what is not shown, with what is not stated told apart', () => {
  showPage('<p>alpha <b>beta</b></p><p>gamma</p>');
  const anchors = [
    anchorWords('alpha beta', { claim: 'x' }),
    anchorWords('alpha beta', { claim: 'y' }),
    anchorWords('gamma', { claim: 'x' }),
  ];
  expect(describeLeft(anchors, () => 'shown')).toEqual([
    'x on alpha beta',
    'y on alpha beta',
    'x on gamma',
  ]);
  expect(describeLeft(anchors, () => 'not-shown')).toEqual([]);
  expect(
    describeLeft(anchors, (asked) => {
      if (asked === 'x on alpha beta') return 'not-shown';
      return asked === 'x on gamma' ? 'not-stated' : 'shown';
    }),
  ).toEqual(['y on alpha beta', 'x on gamma, not stated']);
});

test('an orphan is treated by the words that it had', () => {
  showPage('<p>alpha</p>');
  const { match, quote, block } = anchorWords('alpha', { claim: 'x' });
  const orphan: Anchor = { state: 'orphaned', match, quote, block };
  expect(describeLeft([orphan], () => 'not-stated')).toEqual(['x on alpha, not stated']);
  expect(describeLeft([orphan], () => 'not-shown')).toEqual([]);
});
