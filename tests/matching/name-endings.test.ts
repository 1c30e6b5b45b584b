import { describe, expect, test } from 'vitest';
import { endingReader } from '../../core/matching/name-endings.ts';
import { englishPack, sentenceOf } from './fictional-index.ts';

const { lexicon } = englishPack();
const firstTerm = (text: string) => {
  const [term] = sentenceOf(text).terms;
  if (term === undefined) throw new Error(`no term: ${text}`);
  return term;
};

describe('endingReader', () => {
  test.each<[string, readonly string[], boolean]>([
    // "Southmarks" has the stem of "Southmark", so that its ending is one of a name.
    ['Southmarks', ['s'], true],
    ['Southmarks', ['dan', 's'], true],
    ['Southmark', ['s'], false],
    // The ending belongs to the name itself.
    ['Eastvale', ['vale'], false],
    // The bare name.
    ['Southmark', [''], true],
    ['Southmark', [], false],
    // A name of two words is looked at by its end.
    ['South Markish', ['ish'], true],
  ])('“%s” has one of %j: %s', (text, endings, has) => {
    expect(endingReader(lexicon, endings)(firstTerm(text))).toBe(has);
  });
});
