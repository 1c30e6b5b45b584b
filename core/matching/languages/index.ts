import { english } from './en.ts';
import type { LanguageRules } from './language.ts';

/** Every language that the matching room reads, by its primary subtag. */
export const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map(
  [english].map((rules) => [rules.code, rules]),
);
