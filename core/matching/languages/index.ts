import { english } from './en.ts';
import { persian } from './fa.ts';
import { armenian } from './hy.ts';
import type { LanguageRules } from './language.ts';
import { russian } from './ru.ts';
import { albanian } from './sq.ts';

/** Every language that the matching room reads, by its primary subtag. */
export const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map(
  [english, persian, armenian, russian, albanian].map((rules) => [rules.code, rules]),
);
