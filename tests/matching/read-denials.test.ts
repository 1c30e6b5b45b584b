import { describe, expect, test } from 'vitest';
import { english } from '../../core/matching/languages/en.ts';
import { denialReader } from '../../core/matching/read-denials.ts';
import { stemText } from '../../core/matching/stem-text.ts';

const readDenials = denialReader(english);

function read(text: string) {
  const stemmed = stemText(english, text);
  const { folded, words } = stemmed;
  const { denials, negations, isUndone } = readDenials(stemmed);
  const wordsAt = ({ start, end }: { start: number; end: number }) =>
    folded.slice(words[start]?.start, words[end - 1]?.end);
  return { denials: denials.map(wordsAt), negations: negations.map(wordsAt), isUndone };
}

describe('denialReader', () => {
  test.each<[string, readonly string[]]>([
    ['they denied it', ['denied']],
    ['a denial of all that', ['denial']],
    ['the claim is baseless and false', ['baseless', 'false']],
    ['there is no evidence of it', ['no evidence']],
    ['they brushed aside the reports', ['brushed aside']],
    ['it rained in the north', []],
  ])('“%s” denies', (text, denials) => {
    expect(read(text)).toMatchObject({ denials, isUndone: false });
  });

  test.each([
    'they did not deny it',
    'they never really denied it',
    'it cannot be denied',
    'nobody denies it',
    'they refused to deny it',
    'a war is not ruled out',
    'it is not false',
    'it is not a myth',
  ])('“%s” denies nothing', (text) => {
    expect(read(text)).toMatchObject({ denials: [], isUndone: true });
  });

  test.each<[string, readonly string[]]>([
    ['they did not fly', ['not']],
    ["they didn't fly", ["didn't"]],
    ['not only did they fly', []],
    ['no doubt they flew', []],
    ['they no longer fly', []],
    ['they did not deny that they never flew', ['never']],
  ])('“%s” negates', (text, negations) => {
    expect(read(text).negations).toEqual(negations);
  });

  test('a denial far from a negation stands', () => {
    expect(read('no comment came before they denied it')).toMatchObject({ denials: ['denied'] });
  });
});
