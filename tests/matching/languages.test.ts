import { describe, expect, it, test } from 'vitest';
import { foldText } from '../../core/matching/fold-text.ts';
import { LANGUAGES } from '../../core/matching/languages/index.ts';
import type { LanguageRules } from '../../core/matching/languages/language.ts';
import { stemText } from '../../core/matching/stem-text.ts';

type NamedList = readonly [name: string, list: readonly string[]];

/** Lists of function words, whose words are compared as they are. */
const EXACT: ReadonlySet<string> = new Set([
  'abbreviations',
  'stopWords',
  'determiners',
  'agency.auxiliaries',
  'agency.beForms',
  'agency.verbJoiners',
  'agency.adverbEndings',
  'agency.progressiveEndings',
  'agency.passiveJoiners',
  'agency.doerCuesAfter',
  'movement.sources',
  'movement.goals',
  'movement.sourceEndings',
  'movement.goalEndings',
  'movement.sourcesAfter',
  'movement.goalsAfter',
  'ownership.possessives',
  'ownership.possessiveEndings',
  'ownership.followingOwnerEndings',
  'ownership.joiners',
  'ownership.placeJoiners',
  'ownership.origins',
  'stance.narrations',
]);

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

function listsOf(rules: LanguageRules): readonly NamedList[] {
  const groups = { '': rules, agency: rules.agency, movement: rules.movement };
  const more = { ownership: rules.ownership, stance: rules.stance };
  return [
    ...Object.entries({ ...groups, ...more }).flatMap(([group, lists]) =>
      Object.entries(lists).flatMap(([name, list]): NamedList[] =>
        isList(list) ? [[group === '' ? name : `${group}.${name}`, list]] : [],
      ),
    ),
    // A word of two groups would belong to the one that is read last.
    ['synonyms', rules.synonyms.flat()],
  ];
}

describe.each([...LANGUAGES.values()])('the rules for $code', (rules) => {
  const keyOf = (list: string, entry: string) =>
    EXACT.has(list) ? entry : stemText(rules, entry).stems.join(' ');

  test.each(listsOf(rules))('say nothing twice in %s', (name, list) => {
    const keys = list.map((entry) => keyOf(name, entry));
    expect(list.filter((_, at) => keys.indexOf(keys[at] ?? '') !== at)).toEqual([]);
  });

  test.each(listsOf(rules))('are folded and have no stray space in %s', (name, list) => {
    const asFolded = name === 'abbreviations' ? list.map((entry) => entry.toLowerCase()) : list;
    expect(asFolded.map((entry) => foldText(entry).text)).toEqual(asFolded);
    const hasEmpty = name === 'ownership.followingOwnerEndings';
    expect(list.filter((entry) => entry !== entry.trim() || (entry === '' && !hasEmpty))).toEqual(
      [],
    );
  });

  it('name groups of synonyms where concepts are meant', () => {
    const names = rules.synonyms.map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining([...rules.acts, ...rules.ownership.places]));
  });

  it('count every negation that some phrase makes one of nothing', () => {
    const negations = new Set(rules.stance.negations);
    const idle = rules.stance.notNegations.filter(
      (phrase) => !phrase.split(' ').some((word) => negations.has(word)),
    );
    expect(idle).toEqual([]);
  });
});
