import { stemmer } from '@orama/stemmers/italian';
import { stopwords } from '@orama/stopwords/italian';
import { matchedOnly } from './matched-only.ts';

/** What an elision leaves before its apostrophe: "l'aereo", "dell'Iran". */
const ELIDED = 'l d c un s dell all nell sull dall quell'.split(' ');

export const italian = matchedOnly({
  code: 'it',
  stem: stemmer,
  stopWords: [...stopwords, ...ELIDED],
  determiners: 'il lo la i gli le l un uno una',
  sources: 'da dal dalla dallo dall dai attraverso via tramite',
  pathVerbs: 'attraversare decollare provenire sorvolare',
  goals: 'in verso contro a nel nella nell su sul sulla sull al alla all',
});
