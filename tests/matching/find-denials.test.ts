import { describe, expect, it, test } from 'vitest';
import { denialFinder } from '../../core/matching/find-denials.ts';
import { english } from '../../core/matching/languages/en.ts';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import { englishPack } from './fictional-index.ts';

const findDenials = denialFinder(english);
const readSentences = sentenceReader(englishPack().lexicon);

const CLAIM = 7;
const put = (first: number, last = first) => ({ claim: CLAIM, first, last });
const NOT_BEFORE: ReadonlyMap<number, number> = new Map();

/** The places of the sentences that deny CLAIM. */
function denialsIn(text: string, found = [put(0)], recent = NOT_BEFORE): readonly number[] {
  return findDenials(readSentences(text), found, recent).map(({ claim, place }) => {
    expect(claim).toBe(CLAIM);
    return place;
  });
}

describe('denialFinder', () => {
  test.each<[string, readonly number[]]>([
    ['It was put. Northland denied the claim.', [1]],
    ['It was put. This is nonsense.', [1]],
    ['It was put. Nothing of the sort occurred.', [1]],
    ['It was put. Northland rejects the accusation. It calls the reports baseless.', [1, 2]],
    ['It was put. Rain fell. Northland denied it.', [2]],
    ['It was put. Rain fell. Wind blew. Northland denied it.', []],
    ['It was put. Northland denied entry to a miller.', []],
    ['It was put. Northland did not deny the claim.', []],
    ['It was put. Did Northland deny the claim?', []],
    ['It was put. The claim spread.', []],
    ['It was put.', []],
  ])('“%s”: %j', (text, places) => {
    expect(denialsIn(text)).toEqual(places);
  });

  it('begins behind the last sentence that puts the claim', () => {
    const text = 'It was put. It denied the claim. It was put again. It denied the claim.';
    expect(denialsIn(text, [put(0, 2)])).toEqual([3]);
  });

  it('does not take a sentence that puts a claim for a denial of another', () => {
    const other = { claim: 8, first: 1, last: 1 };
    expect(denialsIn('It was put. They denied the other claim.', [put(0), other])).toEqual([]);
  });

  it('denies nothing when nothing was put', () => {
    expect(denialsIn('Northland denied the claim.', [])).toEqual([]);
  });

  test.each([
    [1, 'Northland denied the claim.', [0]],
    [2, 'Northland denied the claim.', [0]],
    [1, 'Rain fell. Northland denied the claim.', [1]],
    [2, 'Rain fell. Northland denied the claim.', []],
  ])('reaches back over %i sentences to an earlier block: “%s”', (ago, text, places) => {
    expect(denialsIn(text, [], new Map([[CLAIM, ago]]))).toEqual(places);
  });
});
