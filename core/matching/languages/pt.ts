import { stemmer } from '@orama/stemmers/portuguese';
import { stopwords } from '@orama/stopwords/portuguese';
import { matchedOnly } from './matched-only.ts';

/** Folding takes the accents that the stemmer knows endings by: "operação", "operações". */
const withAccent = (word: string) => word.replace(/cao$/u, 'ção').replace(/coes$/u, 'ções');

export const portuguese = matchedOnly({
  code: 'pt',
  stem: (word) => stemmer(withAccent(word)),
  stopWords: stopwords,
  determiners: 'o os as um uma seu sua',
  sources: 'desde via por pelo pela através partir',
  pathVerbs: 'cruzar atravessar sair provir proveniente descolar sobrevoar',
  goals: 'para contra em no na ao à até sobre',
});
