/** What holds for the lists that ship, beyond the schema: the rules of `data/POLICY.md`. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../core/claims/claim.ts';
import { sourceIdsOf, STATEMENT_PARTS } from '../../core/claims/claim-list.ts';
import type { LocalizedText } from '../../core/claims/text.ts';
import { readListFolder } from '../../tools/read-list.ts';

const LISTS = fileURLToPath(new URL('../../data/lists', import.meta.url));

const MOST_REPEATED: ReadonlySet<string> = new Set([
  'azerbaijan-airspace-used-2025',
  'azerbaijan-intelligence-support-2025',
  'azerbaijan-territory-used-2025',
  'azerbaijan-took-part-2025',
  'israeli-drones-from-azerbaijan-2025',
]);

/** Words that would make a response our judgement. A quotation may hold them: they are its author's. */
const BANNED = /\b(?:false|falsehood|fake|rebuttal|truth|verdict|official answer)s?\b/iu;

/** Every text of a claim that is shown as the list's own. */
function ownTextsOf(claim: Claim): readonly string[] {
  const texts: (LocalizedText | undefined)[] = [
    claim.claimReviewed,
    claim.status.reason,
    claim.strength.meaning,
  ];
  for (const part of STATEMENT_PARTS) {
    for (const { author, datePublished, label, note, words } of claim[part]) {
      texts.push(label, note, author.office ?? undefined);
      if (words.form === 'paraphrased') texts.push(words.text);
      if (datePublished.basis === 'inferred') texts.push(datePublished.reason);
    }
  }
  return texts.flatMap((text) => Object.values(text ?? {})).map(withoutQuotations);
}

function withoutQuotations(text: string): string {
  return text.replaceAll(/“[^”]*”/gu, '“”');
}

describe.each(readdirSync(LISTS))('the list %s', async (name) => {
  const parsed = await readListFolder(join(LISTS, name));

  it('is valid', () => {
    expect(parsed).toMatchObject({ ok: true });
  });
  if (!parsed.ok) return;
  const { head, sources, claims } = parsed.value;

  it('names no source that no claim refers to', () => {
    const used = new Set(claims.flatMap(sourceIdsOf).map(String));
    expect(Object.keys(sources).filter((id) => !used.has(id))).toEqual([]);
  });

  it('judges nothing in what it says of itself', () => {
    const { title, publisher, missing } = head;
    const texts = [title, publisher.interest, ...missing].flatMap((text) => Object.values(text));
    expect(texts.map(withoutQuotations).filter((text) => BANNED.test(text))).toEqual([]);
  });

  it('puts no wording twice, under one claim or under two', () => {
    const texts = claims.flatMap(({ wordings }) =>
      Object.values(wordings).flatMap((each) => each.texts.map((text) => text.toLowerCase())),
    );
    expect(texts.filter((text, at) => texts.indexOf(text) !== at)).toEqual([]);
  });

  // The claims that most pages repeat need more ways of being put than the others.
  it.each(claims)('puts $id in enough ways in every language', ({ id, wordings }) => {
    const expected = MOST_REPEATED.has(id) ? 8 : 4;
    for (const language of head.languages) {
      expect(wordings[language]?.texts.length ?? 0, language).toBeGreaterThanOrEqual(expected);
    }
  });

  describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (_, claim) => {
    it('judges nothing in its own words', () => {
      expect(ownTextsOf(claim).filter((text) => BANNED.test(text))).toEqual([]);
    });
  });
});
