import { describe, expect, it, test } from 'vitest';
import {
  parseLabelledTexts,
  scoreText,
  sumScores,
  type Annotation,
  type LabelledText,
} from '../../tools/score-annotations.ts';

const FIRST = 'Boats crossed the lake at night.';
const SECOND = 'The ministry denies that boats crossed the lake.';

/** Fiction: two sentences of one paragraph and a paragraph without a label. */
const LABELLED: LabelledText = {
  id: 'invented-1',
  lang: 'en',
  title: 'Boats',
  text: `Rain fell. ${FIRST} ${SECOND}\n\nThe mill stood still for a week.`,
  labels: [
    { claim: 'boats', quote: FIRST, stance: 'asserts' },
    { claim: 'boats', quote: SECOND, stance: 'denies' },
  ],
  accept: ['harbour'],
  note: '',
};

function annotate(quote: string, stance: string, claim = 'boats'): Annotation {
  const start = LABELLED.text.indexOf(quote);
  if (start < 0) throw new Error(`not in the text: ${quote}`);
  return { claim, stance, start, end: start + quote.length };
}

const foundBy = (...annotations: readonly Annotation[]) =>
  scoreText(LABELLED, annotations).labels.map(({ found }) => found);
const wrongOf = (...annotations: readonly Annotation[]) => scoreText(LABELLED, annotations).wrong;

describe('scoreText', () => {
  test.each<[string, readonly Annotation[], readonly (string | null)[]]>([
    ['nothing', [], [null, null]],
    [
      'both labels',
      [annotate(FIRST, 'asserts'), annotate(SECOND, 'denies')],
      ['asserts', 'denies'],
    ],
    ['one with another stance', [annotate(FIRST, 'attributes')], ['attributes', null]],
    ['one by half of its words', [annotate('Boats crossed the', 'asserts')], ['asserts', null]],
    [
      'both by words that hold them',
      [annotate(`${FIRST} ${SECOND}`, 'asserts')],
      ['asserts', null],
    ],
    ['none by another claim', [annotate(FIRST, 'asserts', 'harbour')], [null, null]],
    ['none by the words before it', [annotate('Rain fell.', 'asserts')], [null, null]],
    ['none by too few words of it', [annotate('Rain fell. Boats', 'asserts')], [null, null]],
    [
      'the one of two that has its stance',
      [annotate(FIRST, 'questions'), annotate('Boats crossed the lake', 'asserts')],
      ['asserts', null],
    ],
  ])('finds %s', (_, annotations, found) => {
    expect(foundBy(...annotations)).toEqual(found);
  });

  test.each<[string, Annotation, boolean]>([
    ['a label', annotate(FIRST, 'asserts'), false],
    ['a claim that the text accepts', annotate('Rain fell.', 'asserts', 'harbour'), false],
    ['the paragraph of a label', annotate('Rain fell.', 'asserts'), false],
    ['a paragraph without one', annotate('The mill stood still', 'asserts'), true],
    ['another claim', annotate(FIRST, 'asserts', 'mill'), true],
  ])('judges an annotation of %s', (_, annotation, isWrong) => {
    expect(wrongOf(annotation)).toEqual(isWrong ? [annotation] : []);
  });

  it('counts a second annotation of a label as neither right nor wrong', () => {
    const [first, second] = [annotate(FIRST, 'asserts'), annotate('Boats crossed', 'asserts')];
    expect(foundBy(first, second)).toEqual(['asserts', null]);
    expect(wrongOf(first, second)).toEqual([]);
  });
});

describe('sumScores', () => {
  it('counts over all texts', () => {
    const scores = [
      scoreText(LABELLED, [annotate(FIRST, 'asserts'), annotate(SECOND, 'asserts')]),
      scoreText(LABELLED, [annotate(FIRST, 'attributes'), annotate('The mill stood', 'asserts')]),
    ];
    expect(sumScores(scores)).toEqual({
      labelCount: 4,
      foundCount: 3,
      wrongCount: 1,
      rightStanceCount: 1,
      assertedCount: 2,
      rightlyAssertedCount: 1,
      precision: 3 / 4,
      recall: 3 / 4,
      stanceAccuracy: 1 / 3,
      assertedPrecision: 1 / 2,
    });
  });

  it('finds no fault where there is nothing to find', () => {
    expect(sumScores([])).toMatchObject({
      precision: 1,
      recall: 1,
      stanceAccuracy: 1,
      assertedPrecision: 1,
    });
  });

  it('falls with every label that is missed and every annotation that is wrong', () => {
    const all = [annotate(FIRST, 'asserts'), annotate(SECOND, 'denies')];
    const best = sumScores([scoreText(LABELLED, all)]);
    const missed = sumScores([scoreText(LABELLED, all.slice(1))]);
    const wrong = sumScores([scoreText(LABELLED, [...all, annotate('The mill', 'denies')])]);
    expect(missed.recall).toBeLessThan(best.recall);
    expect(missed.precision).toBe(best.precision);
    expect(wrong.precision).toBeLessThan(best.precision);
    expect(wrong.recall).toBe(best.recall);
  });
});

describe('parseLabelledTexts', () => {
  const line = (change: Record<string, unknown> = {}) => JSON.stringify({ ...LABELLED, ...change });

  it('reads one text a line', () => {
    expect(parseLabelledTexts(`${line()}\n${line({ id: 'invented-2' })}\n`)).toEqual([
      LABELLED,
      { ...LABELLED, id: 'invented-2' },
    ]);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /line 2/u],
    ['a missing field', line({ note: undefined }), /line 2.*note/su],
    ['a field too many', line({ verdict: '' }), /line 2/u],
    ['a quote from elsewhere', line({ text: 'Wind.' }), /invented-1: label 0/u],
    ['an empty quote', line({ labels: [{ claim: 'a', quote: '', stance: 'denies' }] }), /label 0/u],
  ])('refuses %s', (_, bad, message) => {
    expect(() => parseLabelledTexts(`${line()}\n${bad}`)).toThrow(message);
  });
});
