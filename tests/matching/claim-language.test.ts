import { describe, expect, it, test } from 'vitest';
import type { PlainClaim } from '../../core/claims/plain-list.ts';
import { languageOfClaim, languageOfList } from '../../core/matching/claim-language.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { turkish } from '../../core/matching/languages/tr.ts';
import { openPlainIndex } from '../../core/matching/plain-index.ts';

const claim = (id: string, text: string, lang: string | null = null): PlainClaim => ({
  id,
  text,
  title: null,
  lang,
});

const GERMAN = [
  claim('ziegen', 'Die Ziegen sind auf den Leuchtturm der Stadt geklettert'),
  claim('bienen', 'Die Bienen haben den Bahnhof im Süden der Stadt geschlossen'),
  claim('stadt', 'Städte ohne Leuchtturm'),
];
const ENGLISH = [
  claim('goats', 'The goats have climbed the lighthouse of the town'),
  claim('bees', 'The bees have closed the railway to the south of the town'),
];

describe('languageOfList', () => {
  test.each([
    ['what its claims say', [claim('a', 'Oslo 1905', 'de-AT'), claim('b', 'Rom 476', 'de')], 'de'],
    ['the words of its claims', GERMAN, 'de'],
    ['English where nothing tells', [claim('a', 'Oslo 1905')], 'en'],
    ['English for an empty list', [], 'en'],
    ['English where its claims have no rules', [claim('a', 'Oslo', 'nb')], 'en'],
    ['what more of its claims are in', [...GERMAN, ...ENGLISH.slice(1)], 'de'],
  ])('is %s', (_, claims, code) => {
    expect(languageOfList(claims).code).toBe(code);
  });
});

describe('languageOfClaim', () => {
  test.each([
    ['says', claim('a', 'The goats have climbed the lighthouse', 'fr'), 'fr'],
    ['says, though nobody has rules for it', claim('a', 'Geitene', 'nb'), 'und'],
    ['tells by its words', claim('a', 'The goats have climbed the lighthouse'), 'en'],
    ['shares with its list', claim('a', 'Oslo 1905'), 'tr'],
  ])('is what it %s', (_, own, code) => {
    expect(languageOfClaim(own, turkish).code).toBe(code);
  });
});

describe('a list that does not say what it is in', () => {
  it('has a pack for each of its languages', () => {
    const index = openIndex(compilePlainIndex([...GERMAN, ...ENGLISH]));
    expect([...index.packs.keys()]).toEqual(['de', 'en']);
  });

  it('is ranked by the stems of its own language', () => {
    const { stemOf } = openPlainIndex(GERMAN).terms;
    expect(stemOf('aserbaidschanischen')).toBe(stemOf('aserbaidschanische'));
    expect(openPlainIndex(ENGLISH).terms.stemOf('climbing')).toBe('climb');
  });
});
