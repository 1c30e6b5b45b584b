import { stemmer } from '@orama/stemmers/french';
import { stopwords } from '@orama/stopwords/french';
import { matchedOnly } from './matched-only.ts';

/** What an elision leaves before its apostrophe: "l'espace", "jusqu'ici". */
const ELIDED = 'l d c j m n s t qu jusqu lorsqu puisqu quoiqu'.split(' ');

/** Folding takes the accents that the stemmer knows endings by: "envoyée", "envoyées". */
const withAccent = (word: string) => word.replace(/ee(s?)$/u, 'ée$1');

export const french = matchedOnly({
  code: 'fr',
  // "envoyer" and "envoyé" end alike once their endings are off.
  stem: (word) => stemmer(withAccent(word)).replace(/y$/u, 'i'),
  stopWords: [...stopwords, ...ELIDED],
  determiners: 'le la les l un une son sa',
  sources: 'depuis via par travers provenance',
  pathVerbs: 'traverser partir venir provenir décoller survoler',
  goals: 'vers contre en dans à au sur',
});
