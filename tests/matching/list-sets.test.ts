/**
 * The scorecard of the whole list, drafts too, on the repository's own sets, language by language: it
 * fails when quality falls below what was reached. Of `list-test` only figures are printed.
 */
import { describe, expect, it } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { measureTexts, OWN_SETS, readOwnSet } from '../../tools/bench/own-sets.ts';
import { describeScore, withDrafts } from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { sumScores } from '../../tools/score-annotations.ts';
import FLOORS from './list.floor.json' with { type: 'json' };

const FIGURES = ['precision', 'recall', 'stanceAccuracy', 'assertedPrecision'] as const;
type Floor = Readonly<Record<(typeof FIGURES)[number], number>>;
const floors: Readonly<Record<string, Readonly<Record<string, Floor>>>> = FLOORS;

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const { languages } = parsed.value.head;
const index = openIndex(compileIndex(withDrafts(parsed.value)));

describe.each(OWN_SETS)('%s', (set) => {
  it('has a floor in each language of the list', () => {
    expect(Object.keys(floors[set] ?? {}).toSorted()).toEqual(languages.toSorted());
  });

  it.each(languages)('reaches it in %s', (language) => {
    const measured = measureTexts(index, readOwnSet(set, language));
    const score = sumScores(measured.map((each) => each.score));
    console.log(`${set}, ${language}, ${String(measured.length)} texts: ${describeScore(score)}`);
    expect(measured.length).toBeGreaterThan(0);
    for (const figure of FIGURES) {
      expect(score[figure], figure).toBeGreaterThanOrEqual(floors[set]?.[language]?.[figure] ?? 1);
    }
  });
});
