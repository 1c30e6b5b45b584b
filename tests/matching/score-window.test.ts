import { describe, expect, it, test } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { windowScorer } from '../../core/matching/score-window.ts';
import { changed } from '../claims/fictional-list.ts';
import {
  DRONES as DRONES_ID,
  englishPack,
  index,
  likelyWordings,
  matchingFiles,
  matchingList,
  RESPONSE,
  sentencesOf,
} from './fictional-index.ts';

const pack = englishPack();
const scoreWindow = windowScorer(index, pack);

/** The best wordings of all sentences of `text` as one statement. */
function best(text: string, before = '', titleParties = 0) {
  const [first, ...others] = sentencesOf(text);
  if (first === undefined) throw new Error('no sentence');
  const context = { sentences: () => sentencesOf(before), titleParties: () => titleParties };
  return scoreWindow([first, ...others], context, likelyWordings(text));
}

const AMBER = 0;
const DRONES = 1;

describe('windowScorer', () => {
  test.each<[string, readonly number[]]>([
    ['Southmarkian drones entered Eastvale from Northland.', [DRONES]],
    ['Southmark smuggled amber to Eastvale through Northland’s harbour.', [AMBER]],
    ['Rain fell.', []],
    // Its words are there, but its guards do not let it pass.
    ['Southmarkian drones entered Northland from Eastvale.', []],
    // More of it is said by a text that only looks like the claim.
    ['Southmark sold drones to Northland; from there one can see the border of Eastvale.', []],
  ])('“%s”: %j', (text, claims) => {
    expect(best(text).map(({ claim }) => claim)).toEqual(claims);
  });

  it('takes of several wordings the one that is there in full', () => {
    expect(
      best('Southmark used Northlandic territory for drone attacks on Eastvale.'),
    ).toMatchObject([{ claim: DRONES, similarity: 1, wording: expect.any(Number) as number }]);
  });

  it('takes of wordings that are there alike the one that says more', () => {
    const [found] = best(
      'The entry of Southmarkian drones into Eastvale from the territory of Northland was seen.',
    );
    expect(found?.concepts.has(pack.lexicon.conceptOf('territory'))).toBe(true);
  });

  it('knows the words of a response, whatever the guards say', () => {
    expect(best(`${RESPONSE}.`)).toMatchObject([{ wording: null }, { wording: null }]);
  });

  it('joins a sentence only to one that it points back to', () => {
    const first = 'Southmarkian drones stood in Northland.';
    expect(best(`${first} From there they entered Eastvale.`)).toMatchObject([{ claim: DRONES }]);
    expect(best(`${first} Fishermen entered Eastvale.`)).toEqual([]);
  });

  it('asks what stands before only when a word points back', () => {
    const never = () => {
      throw new Error('asked');
    };
    const [sentence] = sentencesOf('Southmarkian drones entered Eastvale.');
    if (sentence === undefined) throw new Error('no sentence');
    const wordings = likelyWordings(sentence.text);
    expect(wordings.size).toBeGreaterThan(0);
    expect(scoreWindow([sentence], { sentences: never, titleParties: never }, wordings)).toEqual(
      [],
    );
  });

  it('lets a pronoun stand for what stands before, or in the title', () => {
    const text = 'From there Southmarkian drones entered Eastvale.';
    expect(best(text)).toEqual([]);
    expect(best(text, 'Northland is small.')).toMatchObject([{ claim: DRONES }]);
    expect(best(text, '', 1 << 0)).toMatchObject([{ claim: DRONES }]);
  });

  it('asks of what only looks like the claim whether it says more than any wording that is there', () => {
    const short = 'Southmarkian drones entered Eastvale from Northland';
    const long = `${short} across the border in fog and snow`;
    const file = `claims/${DRONES_ID}.json`;
    const claimsWith = (texts: readonly string[]) => {
      const files = changed(matchingFiles(), file, 'wordings.en.texts', texts);
      const own = openIndex(compileIndex(matchingList(files)));
      const text = 'Southmarkian drones, sold before, entered Eastvale from Northland.';
      const foggy = text.replace('.', ' across the border in fog.');
      const blocks = [{ text: foggy, isHeading: false }];
      const [found = []] = findClaims(own, { language: 'en', title: '', before: '', blocks });
      return found.map(({ claim }) => claim);
    };
    expect(claimsWith([short])).toEqual([]);
    expect(claimsWith([short, long])).toEqual([DRONES_ID]);
  });
});
