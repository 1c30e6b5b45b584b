/** Plain list -> one ArrayBuffer, the same as a claim list with answers is compiled to. */
import type { PlainClaim } from '../claims/plain-list.ts';
import { languageOfClaim, languageOfList } from './claim-language.ts';
import { WORDING_KINDS } from './claim-index.ts';
import { joinPacks, NOTHING_DECLARED } from './compile-index.ts';
import type { Wording } from './compile-pack.ts';
import { compilePlainPack } from './compile-plain-pack.ts';
import type { LanguageRules } from './languages/language.ts';

/**
 * Compiles every claim of a plain list. A claim is put by its text and, where that says something
 * else, by its title; it declares nothing that a passage could contradict. What is in a language
 * without rules is compared word by word. The result is the same bytes for the same list on every
 * machine of one byte order.
 */
export function compilePlainIndex(claims: readonly PlainClaim[]): ArrayBuffer {
  const byRules = new Map<LanguageRules, Wording[]>();
  const ofList = languageOfList(claims);
  claims.forEach((plain, claim) => {
    const { text, title } = plain;
    const rules = languageOfClaim(plain, ofList);
    const wordings = byRules.get(rules) ?? [];
    byRules.set(rules, wordings);
    const texts = title === null || title === text ? [text] : [text, title];
    for (const own of texts) wordings.push({ claim, kind: WORDING_KINDS.wording, text: own });
  });
  const packs = [...byRules].map(([rules, wordings]) =>
    compilePlainPack(rules, wordings, claims.length),
  );
  return joinPacks(
    claims.map(({ id }) => id),
    NOTHING_DECLARED,
    packs,
  );
}
