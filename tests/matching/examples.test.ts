/**
 * The scorecard of the bundled list: the passages of its `examples`, which were written apart from
 * its wordings, language by language. A language without rules finds nothing and says so in its
 * figures.
 */
import { describe, expect, it } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import {
  annotateText,
  describeScore,
  labelledExamples,
  publishedClaims,
} from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { scoreText, sumScores } from '../../tools/score-annotations.ts';
import FLOORS from './examples.floor.json' with { type: 'json' };

const FIGURES = ['precision', 'recall', 'stanceAccuracy', 'assertedPrecision'] as const;
type Floor = Readonly<Record<(typeof FIGURES)[number], number>>;
const floors: Readonly<Record<string, Floor>> = FLOORS;

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const { value: list, examples } = parsed;
const claims = publishedClaims(list);
const index = openIndex(compileIndex(list));
const languages = list.head.languages.filter((language) =>
  [...examples.values()].some((own) => Object.hasOwn(own, language)),
);

describe('the examples of the bundled list', () => {
  it('have a floor in each language that has any', () => {
    expect(Object.keys(floors).toSorted()).toEqual(languages.toSorted());
  });

  it.each(languages)('reach it in %s', (language) => {
    const texts = labelledExamples(claims, examples, language);
    const score = sumScores(texts.map((text) => scoreText(text, annotateText(index, text))));
    console.log(`${language}, ${String(texts.length)} examples: ${describeScore(score)}`);
    expect(texts.length).toBeGreaterThan(0);
    for (const figure of FIGURES) {
      expect(score[figure], figure).toBeGreaterThanOrEqual(floors[language]?.[figure] ?? 1);
    }
  });
});
