import { expect, it, test } from 'vitest';
import type { Claim } from '../../core/claims/claim.ts';
import { createClaimSearch } from '../../core/extension/search-claims.ts';
import { BOATS, changed, fictionalFiles, HARBOUR, listOf } from '../claims/fictional-list.ts';

const SENTENCES = 'claimReviewed';
/** Two claims whose sentences differ, in two languages. */
const claims = listOf(
  changed(
    changed(fictionalFiles(), HARBOUR, SENTENCES, {
      en: 'The harbour of Northland was lent by the Ağalar family (fiction)',
    }),
    BOATS,
    SENTENCES,
    {
      en: 'Boats of Southmark crossed Northland’s lake (fiction)',
      fr: 'Des bateaux ont traversé le lac (fiction)',
    },
  ),
).claims;

const idsFor = (query: string, languages: readonly string[] = ['en-GB']) =>
  createClaimSearch(claims, languages)(query).map(({ id }) => id);

const boats = 'lantern-boats-crossed';
const harbour = 'harbour-was-lent';

test.each<[string, string, readonly string[]]>([
  ['a word', 'harbour', [harbour]],
  ['a word in other letters', 'HARBOUR', [harbour]],
  ['the beginning of a word', 'harb', [harbour]],
  ['a typo', 'harbuor', [harbour]],
  ['another spelling', 'harbor', [harbour]],
  ['letters without their marks', 'agalar', [harbour]],
  ['a word at the end of the sentence', 'crossed', [boats]],
  ['words in any order', 'lake boats', [boats]],
  ['words with others between them', 'boats crossed lake', [boats]],
  ['words of the sentence and of a person', 'invented boats', [boats]],
  ['space around it', '  harbour ', [harbour]],
  ['an office', 'minister', [boats]],
  ['a name', 'invented', [boats]],
  ['how a sentence names who responded', 'ministry', [boats]],
  ['a word that no claim has', 'volcano', []],
  ['one word that no claim has', 'harbour volcano', []],
  ['no words', '', []],
  ['space', ' \t\n', []],
  ['signs alone', '"=!^$|\'', []],
])('finds by %s', (_, query, expected) => {
  expect(idsFor(query)).toEqual(expected);
});

it('finds by who made the claim', () => {
  expect(idsFor('fisherman').toSorted()).toEqual([harbour, boats]);
});

it('puts the claim that says it before one whose speaker is called so', () => {
  const named = changed(fictionalFiles(), BOATS, 'appearances.0.label', { en: 'Harbour pilots' });
  const other = changed(named, HARBOUR, SENTENCES, { en: 'The harbour was lent (fiction)' });
  const found = createClaimSearch(listOf(other).claims, ['en'])('harbour');
  expect(found.map(({ id }) => id)).toEqual([harbour, boats]);
});

it('searches the sentence that the reader is shown', () => {
  expect(idsFor('bateaux', ['fr'])).toEqual([boats]);
  expect(idsFor('boats', ['fr'])).toEqual([]);
  expect(idsFor('bateaux', ['en'])).toEqual([]);
  // No claim has it: English is what any reader falls back to.
  expect(idsFor('boats', ['fa'])).toEqual([boats]);
});

it('gives as many as a popup can show', () => {
  const [claim] = claims;
  const many: readonly Claim[] = Array.from({ length: 100 }, () => claim).filter(
    (copy) => copy !== undefined,
  );
  expect(createClaimSearch(many, ['en'])('northland')).toHaveLength(20);
});

it('takes a text that slipped in for its beginning', () => {
  expect(idsFor(`harbour ${' '.repeat(200)}${'volcano '.repeat(10_000)}`)).toEqual([harbour]);
});

it('finds nothing in no claims', () => {
  expect(createClaimSearch([], ['en'])('harbour')).toEqual([]);
});
