import { arabic } from './ar.ts';
import { azerbaijani } from './az.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { persian } from './fa.ts';
import { french } from './fr.ts';
import { armenian } from './hy.ts';
import { italian } from './it.ts';
import type { LanguageRules } from './language.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import { albanian } from './sq.ts';
import { turkish } from './tr.ts';

const FULL = [english, azerbaijani, persian, armenian, russian, turkish, albanian];
const MATCHED_ONLY = [arabic, german, french, spanish, portuguese, italian];

/** Every language that the matching room reads, by its primary subtag. */
export const LANGUAGES: ReadonlyMap<string, LanguageRules> = new Map(
  [...FULL, ...MATCHED_ONLY].map((rules) => [rules.code, rules]),
);
