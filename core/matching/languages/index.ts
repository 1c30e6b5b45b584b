import { azerbaijani } from './az.ts';
import { english } from './en.ts';
import { persian } from './fa.ts';
import { armenian } from './hy.ts';
import type { LanguageRules } from './language.ts';
import { russian } from './ru.ts';
import { albanian } from './sq.ts';
import { turkish } from './tr.ts';

/** Every language that the matching room reads, by its primary subtag. */
export const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map(
  [english, azerbaijani, persian, armenian, russian, turkish, albanian].map((rules) => [
    rules.code,
    rules,
  ]),
);
