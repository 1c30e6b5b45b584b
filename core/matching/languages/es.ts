import { stemmer } from '@orama/stemmers/spanish';
import { stopwords } from '@orama/stopwords/spanish';
import { matchedOnly } from './matched-only.ts';

/** Folding takes the accents that the stemmer knows endings by: "operación", "israelí". */
const withAccent = (word: string) =>
  word.replace(/ion$/u, 'ión').replace(/(?<=[ln]|qu)i(es)?$/u, 'í$1');

export const spanish = matchedOnly({
  code: 'es',
  stem: (word) => stemmer(withAccent(word)),
  stopWords: stopwords,
  determiners: 'el la los las un una su',
  sources: 'desde vía por través',
  pathVerbs: 'cruzar atravesar salir provenir procedente despegar sobrevolar',
  goals: 'hacia contra en hasta a al sobre',
});
