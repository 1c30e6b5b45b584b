import { expect, test } from 'vitest';
import { countDenialsAsserted, countStrengthErrors } from '../../tools/bench/own-sets.ts';
import { scoreText, type LabelledText } from '../../tools/score-annotations.ts';
import { DRONES, matchingList } from '../matching/fictional-index.ts';

const TEXT = 'The drones crossed. It was denied.';

function labelled(labels: LabelledText['labels'], accept: readonly string[] = []): LabelledText {
  return { id: 'a', lang: 'en', title: '', text: TEXT, labels, accept: [...accept], note: '' };
}

function measured(text: LabelledText, claim: string, stance: string) {
  const annotations = [{ claim, stance, similarity: 1, start: 0, end: 19 }];
  return { text, annotations, score: scoreText(text, annotations) };
}

/** The list with a claim that alleges more than DRONES, of the same matter. */
function listWithStronger() {
  const list = matchingList();
  const weaker = list.claims.find(({ id }) => id === DRONES);
  if (weaker === undefined) throw new Error('no such claim');
  const strength = { ...weaker.strength, rank: weaker.strength.rank + 1 };
  const stronger = { ...weaker, id: 'stronger' as typeof weaker.id, strength };
  return { ...list, claims: [...list.claims, stronger] };
}

test('a mark of a stronger claim than the text puts is a strength error', () => {
  const label = { claim: DRONES, quote: 'The drones crossed.', stance: 'asserts' };
  const list = listWithStronger();
  const texts = (claim: string) => [measured(labelled([label]), claim, 'asserts')];
  expect(countStrengthErrors(list, texts('stronger'))).toBe(1);
  expect(countStrengthErrors(list, texts(DRONES))).toBe(0);
  expect(countStrengthErrors(list, [measured(labelled([], [DRONES]), 'stronger', 'asserts')])).toBe(
    1,
  );
  expect(countStrengthErrors(list, [measured(labelled([]), 'stronger', 'asserts')])).toBe(0);
});

test('a denial that is read as the page’s own statement is counted', () => {
  const label = { claim: DRONES, quote: 'The drones crossed.', stance: 'denies' };
  expect(countDenialsAsserted([measured(labelled([label]), DRONES, 'asserts')])).toBe(1);
  expect(countDenialsAsserted([measured(labelled([label]), DRONES, 'denies')])).toBe(0);
});
