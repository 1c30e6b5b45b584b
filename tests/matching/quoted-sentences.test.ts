/**
 * What the bundled list quotes, read as pages that print it. No statement that answers a claim may
 * be marked as making it; one that makes a claim is marked whoever made it.
 */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../core/claims/claim.ts';
import type { LocalizedText } from '../../core/claims/text.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { annotateText, publishedClaims } from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const index = openIndex(compileIndex(parsed.value));
const claims = publishedClaims(parsed.value);

const ANSWERING: ReadonlySet<string> = new Set(['denies', 'denies-in-part', 'does-not-confirm']);

/** What stands in quotation marks in a text of the list's own. */
function quotedIn(text: LocalizedText | undefined) {
  return Object.entries(text ?? {}).flatMap(([language, own]) =>
    [...own.matchAll(/“([^”]+)”/gu)].map(([, quote = '']) => ({ language, text: quote })),
  );
}

/** Each text of a statement that answers the claim, in every language it is quoted in, and what its note quotes. */
function answersTo({ id, responses }: Claim) {
  return responses
    .filter(({ kind }) => ANSWERING.has(kind))
    .flatMap(({ label, note, words }) => {
      const versions =
        words.form === 'paraphrased'
          ? quotedIn(words.text)
          : [...(words.original === null ? [] : [words.original]), ...words.translations];
      return [...versions, ...quotedIn(note)].map(({ language, text }) => ({
        id,
        by: label['en'],
        lang: language,
        text,
      }));
    });
}

describe('a statement that answers a claim', () => {
  const answers = claims.flatMap(answersTo);

  it.each(answers)('is not marked as making it: $id, $by, $lang', ({ id, lang, text }) => {
    const asserted = annotateText(index, { title: '', lang, text })
      .filter(({ claim, stance }) => claim === id && stance === 'asserts')
      .map(({ start, end }) => text.slice(start, end));
    expect(asserted).toEqual([]);
  });
});

it('marks a claim that the founding article itself makes, like any other page’s', () => {
  const corridor = parsed.value.claims
    .filter(({ id }) => id === 'iran-arms-transit-2020')
    .flatMap(({ appearances }) => appearances)
    .flatMap(({ words }) => (words.form === 'quoted' ? [words.original?.text ?? ''] : []));
  expect(corridor).toHaveLength(1);
  for (const text of corridor) {
    expect(annotateText(index, { title: '', lang: 'en', text })).toMatchObject([
      { claim: 'iran-arms-transit-2020', stance: 'asserts' },
    ]);
  }
});
