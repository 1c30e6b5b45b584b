import { english } from './en.ts';
import { persian } from './fa.ts';
import type { LanguageRules } from './language.ts';
import { russian } from './ru.ts';

/** Every language that the matching room reads, by its primary subtag. */
export const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map(
  [english, persian, russian].map((rules) => [rules.code, rules]),
);
