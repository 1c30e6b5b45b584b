import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conceptsOfWording } from '../../core/matching/claim-index.ts';
import { compileLexicon } from '../../core/matching/compile-lexicon.ts';
import { english } from '../../core/matching/languages/en.ts';
import { openLexicon } from '../../core/matching/lexicon.ts';
import {
  MIN_COVERAGE,
  MIN_OWN_COVERAGE,
  ownShareNeeded,
  saysShare,
  scoreMatch,
} from '../../core/matching/score-match.ts';
import { englishPack, sentenceOf } from './fictional-index.ts';

const pack = englishPack();
/** "Southmark smuggled amber to Eastvale through Northland’s harbour" */
const AMBER_WORDING = 0;

const NOTHING: ReadonlySet<number> = new Set();

function score(text: string, lent: ReadonlySet<number> = NOTHING, sentenceCount = 1): number {
  const { concepts } = sentenceOf(text);
  return scoreMatch(pack, AMBER_WORDING, { concepts, lent, sentenceCount }).similarity;
}

describe('scoreMatch', () => {
  it('likes a passage the better, the more of the wording it says', () => {
    const fromBest = [
      'Southmark smuggled amber to Eastvale through Northland’s harbour.',
      'Southmark smuggled amber to Eastvale through Northland.',
      'Southmark smuggled amber through Northland.',
    ].map((text) => score(text));
    expect(fromBest[0]).toBe(1);
    expect(fromBest).toEqual(fromBest.toSorted((a, b) => b - a));
    expect(new Set(fromBest)).toHaveLength(fromBest.length);
  });

  it('does not mind other words, other forms and another order', () => {
    expect(
      score('Smuggling it in barrels, Northland’s harbour took Southmark’s amber on to Eastvale.'),
    ).toBe(1);
  });

  it('gives nothing for a passage that says less than half', () => {
    expect(score('Amber is found in Northland.')).toBe(0);
    expect(score('The apples are ripe.')).toBe(0);
  });

  it('likes words of the context less than words of the passage', () => {
    const { concepts: lent } = sentenceOf('Southmark and Eastvale met.');
    const told = score('They smuggled amber through Northland’s harbour.', lent);
    const half = score('They smuggled amber through Northland’s harbour.');
    expect(told).toBeGreaterThan(half);
    expect(told).toBeLessThan(1);
  });

  it('takes nothing from the context for a passage that says less than half itself', () => {
    const { concepts: lent } = sentenceOf('Southmark smuggled amber through Northland’s harbour.');
    expect(score('They reached Eastvale.', lent)).toBe(0);
  });

  it('likes one sentence better than two, and two better than three', () => {
    const [one = 0, two = 0, three = 0] = [1, 2, 3].map((count) =>
      score('Southmark smuggled amber to Eastvale through Northland’s harbour.', NOTHING, count),
    );
    expect(one).toBeGreaterThan(two);
    expect(two).toBeGreaterThan(three);
    expect(three).toBeGreaterThan(MIN_COVERAGE);
  });

  it('counts the weight of what is there, whatever it costs to be spread out', () => {
    const { concepts } = sentenceOf('Southmark smuggled amber to Eastvale through Northland.');
    const words = { concepts, lent: NOTHING };
    const near = scoreMatch(pack, AMBER_WORDING, { ...words, sentenceCount: 1 });
    const far = scoreMatch(pack, AMBER_WORDING, { ...words, sentenceCount: 3 });
    expect(far.weight).toBe(near.weight);
  });

  const anyConcepts = fc
    .uniqueArray(fc.nat({ max: pack.weights.length }))
    .map(
      (concepts) => new Set([...concepts, ...conceptsOfWording(pack, AMBER_WORDING).slice(0, 4)]),
    );
  const anyWording = fc.nat({ max: pack.wordingClaims.length - 1 });

  it('is between 0 and 1, and never falls when a passage says more', () => {
    fc.assert(
      fc.property(anyWording, anyConcepts, fc.nat({ max: 500 }), (wording, concepts, more) => {
        const of = (own: ReadonlySet<number>) =>
          scoreMatch(pack, wording, { concepts: own, lent: NOTHING, sentenceCount: 1 }).similarity;
        expect(of(concepts)).toBeGreaterThanOrEqual(0);
        expect(of(concepts)).toBeLessThanOrEqual(1);
        expect(of(new Set([...concepts, more]))).toBeGreaterThanOrEqual(of(concepts));
      }),
    );
  });

  it('never falls when the context lends more, of which the passage has nothing', () => {
    fc.assert(
      fc.property(anyWording, anyConcepts, (wording, concepts) => {
        const own = [...conceptsOfWording(pack, wording)];
        const lendable = own.filter((concept) => !concepts.has(concept));
        const scores = lendable.map((_, count) =>
          scoreMatch(pack, wording, {
            concepts,
            lent: new Set(lendable.slice(0, count)),
            sentenceCount: 1,
          }),
        );
        const weights = scores.map(({ weight }) => weight);
        expect(weights).toEqual(weights.toSorted((a, b) => a - b));
      }),
    );
  });
});

describe('saysShare', () => {
  const marksOf = (concepts: ReadonlySet<number>) => {
    const marks = new Uint8Array(pack.lexicon.conceptCount);
    for (const concept of concepts) marks[concept] = 1;
    return marks;
  };

  it('is what a passage needs to have a score at all', () => {
    expect(MIN_OWN_COVERAGE).toBeLessThan(MIN_COVERAGE);
    for (const text of [
      'Southmark smuggled amber through Northland’s harbour.',
      'Amber is found in Northland.',
    ]) {
      const marks = marksOf(sentenceOf(text).concepts);
      const share = ownShareNeeded(pack.lexicon, 1);
      expect(saysShare(pack, AMBER_WORDING, marks, share)).toBe(score(text) > 0);
    }
  });

  it('agrees with the score of a passage that has nothing lent', () => {
    const anyWords = fc.array(fc.nat({ max: pack.lexicon.conceptCount - 1 }), { maxLength: 40 });
    const anyWording = fc.nat({ max: pack.wordingClaims.length - 1 });
    fc.assert(
      fc.property(anyWording, anyWords, (wording, more) => {
        const concepts = new Set([...conceptsOfWording(pack, wording).slice(0, 3), ...more]);
        const words = { concepts, lent: NOTHING, sentenceCount: 1 };
        const { similarity } = scoreMatch(pack, wording, words);
        const marks = marksOf(concepts);
        if (similarity > 0) expect(saysShare(pack, wording, marks, similarity)).toBe(true);
        expect(saysShare(pack, wording, marks, similarity + 0.001)).toBe(
          similarity === 0 && saysShare(pack, wording, marks, 0.001),
        );
      }),
    );
  });
});

describe('ownShareNeeded', () => {
  it('asks less where the context may lend a name', () => {
    expect(ownShareNeeded(pack.lexicon, 1)).toBe(MIN_OWN_COVERAGE);
  });

  it('asks of more sentences what they cost where nothing is lent', () => {
    const bytes = compileLexicon(english, ['Apples'], []);
    const lexicon = openLexicon(english, bytes.buffer, 0, bytes.byteLength);
    const [one = 0, two = 0, three = 0] = [1, 2, 3].map((count) => ownShareNeeded(lexicon, count));
    expect(one).toBe(MIN_COVERAGE);
    expect([one, two, three]).toEqual([one, two, three].toSorted((a, b) => a - b));
  });
});
