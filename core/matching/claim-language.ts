/** The language of the claims of a plain list, which may say nothing of it. */
import type { PlainClaim } from '../claims/plain-list.ts';
import { english } from './languages/en.ts';
import { LANGUAGES } from './languages/index.ts';
import type { LanguageRules } from './languages/language.ts';
import { undetermined } from './languages/und.ts';
import { primaryLanguage } from './page-language.ts';
import { languageReader } from './read-language.ts';

/** So many claims tell what the others are in; more only take longer. */
const SAMPLE_COUNT = 1_000;

const readLanguages = languageReader(null);

/** The one language that a text is clearly in by its words; null when it may be in several. */
function toldBy(text: string): LanguageRules | null {
  const [codes = [], ...others] = readLanguages(text);
  const [code = '', ...alternatives] = codes;
  const isClear = others.length === 0 && alternatives.length === 0;
  return isClear ? (LANGUAGES.get(code) ?? null) : null;
}

/** What a claim says it is in, by its rules; null when it says nothing. */
function declaredBy({ lang }: PlainClaim): LanguageRules | null {
  const primary = primaryLanguage(lang);
  return primary === null ? null : (LANGUAGES.get(primary) ?? undetermined);
}

/** The language with rules that most claims of a list are in, by what they say or by their words. */
export function languageOfList(claims: readonly PlainClaim[]): LanguageRules {
  const counts = new Map<LanguageRules, number>([[english, 0]]);
  for (const claim of claims.slice(0, SAMPLE_COUNT)) {
    const rules = declaredBy(claim) ?? toldBy(claim.text);
    if (rules !== null && rules !== undetermined) counts.set(rules, (counts.get(rules) ?? 0) + 1);
  }
  // Most lists that say nothing are in English: another must have more.
  return [...counts].reduce((most, it) => (it[1] > most[1] ? it : most))[0];
}

/** The language of a claim of a list that is mostly in `ofList`. */
export function languageOfClaim(claim: PlainClaim, ofList: LanguageRules): LanguageRules {
  return declaredBy(claim) ?? toldBy(claim.text) ?? ofList;
}
