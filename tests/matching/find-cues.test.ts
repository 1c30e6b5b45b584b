import { describe, expect, it, test } from 'vitest';
import { apartFrom, cueFinder, placesIn } from '../../core/matching/find-cues.ts';
import { english } from '../../core/matching/languages/en.ts';
import { stemText } from '../../core/matching/stem-text.ts';

function find(cues: readonly string[], text: string) {
  const { words, stems, folded } = stemText(english, text);
  return cueFinder(
    english,
    cues,
  )(stems).map(({ start, end }) => folded.slice(words[start]?.start, words[end - 1]?.end));
}

describe('cueFinder', () => {
  test.each([
    ['a word', ['deny'], 'they deny it', ['deny']],
    ['another form of it', ['deny'], 'they denied it and deny it', ['denied', 'deny']],
    ['a phrase', ['rule out'], 'they ruled out a war', ['ruled out']],
    [
      'the longest of several',
      ['no', 'no such', 'no such thing'],
      'no such thing',
      ['no such thing'],
    ],
    ['a shorter one where the longer breaks off', ['no', 'no such'], 'no, not such', ['no']],
    ['cues that overlap', ['in no', 'no way'], 'in no way', ['in no', 'no way']],
    ['a phrase across punctuation', ['didn t'], "they didn't", ["didn't"]],
    ['a phrase at the very end', ['at all'], 'not at all', ['at all']],
    ['nothing behind the end', ['at all'], 'not at', []],
    ['nothing in nothing', ['at all'], '', []],
    ['nothing without cues', [], 'not at all', []],
    ['no part of a word', ['rule'], 'unruly ruler', []],
  ])('finds %s', (_, cues, text, found) => {
    expect(find(cues, text)).toEqual(found);
  });

  it('counts places in words', () => {
    expect(cueFinder(english, ['rule out'])(stemText(english, 'we ruled out war').stems)).toEqual([
      { start: 1, end: 3 },
    ]);
  });
});

describe('apartFrom', () => {
  const places = placesIn([{ start: 2, end: 4 }]);
  test.each([
    ['before', { start: 0, end: 2 }, true],
    ['behind', { start: 4, end: 6 }, true],
    ['over its start', { start: 1, end: 3 }, false],
    ['over its end', { start: 3, end: 5 }, false],
    ['around', { start: 0, end: 9 }, false],
    ['within', { start: 3, end: 4 }, false],
  ])('judges a range %s', (_, range, isApart) => {
    expect(apartFrom(places, [range])).toEqual(isApart ? [range] : []);
  });

  it('knows every word that a range covers', () => {
    expect([...places]).toEqual([2, 3]);
  });
});
