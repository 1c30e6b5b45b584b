import { describe, expect, it, test } from 'vitest';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import {
  EASTVALE,
  englishPack,
  NORTHLAND,
  sentenceOf,
  sentencesOf,
  SOUTHMARK,
} from './fictional-index.ts';

const readSentences = sentenceReader(englishPack().lexicon);

describe('sentenceReader', () => {
  it('says where each sentence is and what it says', () => {
    const text = '  Rain fell.  Southmark’s drones left “Northland”. ';
    expect(sentencesOf(text).map(({ span }) => text.slice(span.start, span.end))).toEqual([
      'Rain fell.',
      'Southmark’s drones left “Northland”.',
    ]);
    expect(sentencesOf(text)[1]).toMatchObject({
      text: 'Southmark’s drones left “Northland”.',
      folded: 'southmark\'s drones left "northland".',
      parties: (1 << SOUTHMARK) | (1 << NORTHLAND),
    });
  });

  it('knows the parties of every name that a sentence has', () => {
    expect(sentenceOf('The Marks and the Eastvalian army met.').parties).toBe(
      (1 << SOUTHMARK) | (1 << EASTVALE),
    );
    expect(sentenceOf('Lower Northland is a village.').parties).toBe(0);
  });

  it('joins no phrase of two sentences', () => {
    const [first, second] = sentencesOf('They fly unmanned. Aircraft are loud.');
    const together = sentenceOf('They fly unmanned aircraft.');
    const [drone] = [...together.concepts].filter((it) => !first?.concepts.has(it));
    expect(drone).toBeDefined();
    expect(second?.concepts.has(drone ?? 0)).toBe(false);
  });

  test.each<[string, boolean, boolean]>([
    ['They entered Eastvale.', true, true],
    ['All nine of them entered Eastvale.', true, true],
    ['From there drones entered Eastvale.', true, true],
    ['The neighbouring country was crossed.', true, true],
    ['The miller of the valley saw it.', true, false],
    ['Drones entered Eastvale.', false, false],
    ['This year drones entered Eastvale.', false, false],
    ['There were drones over Eastvale this summer.', false, false],
    ['There was nothing that the miller saw.', true, false],
  ])('“%s” points back: %s, with its subject: %s', (text, pointsBack, opensPointingBack) => {
    expect(sentenceOf(text)).toMatchObject({ pointsBack, opensPointingBack });
  });

  test.each([
    ['Did it rain?', true],
    ['“Did it rain?”', true],
    ['(Did it rain?)', true],
    ['It rained.', false],
    ['It rained (or did it?), and it stopped.', false],
  ])('“%s” is a question: %s', (text, isQuestion) => {
    expect(sentenceOf(text).isQuestion).toBe(isQuestion);
  });
});

describe('the sentences of a text', () => {
  const sentences = readSentences('One. Two. Three.');

  it('are read once', () => {
    expect(sentences.at(1)).toBe(sentences.at(1));
  });

  test.each([
    [0, 2, ['One.', 'Two.']],
    [-2, 1, ['One.']],
    [2, 9, ['Three.']],
    [1, 1, []],
  ])('from %i to %i are those that there are', (start, end, texts) => {
    expect(sentences.slice(start, end).map(({ text }) => text)).toEqual(texts);
  });

  it('are none where there is none', () => {
    expect([sentences.at(-1), sentences.at(3)]).toEqual([undefined, undefined]);
    expect(readSentences('').spans).toEqual([]);
  });
});
