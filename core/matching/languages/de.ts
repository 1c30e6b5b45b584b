import { stemmer } from '@orama/stemmers/german';
import { stopwords } from '@orama/stopwords/german';
import { matchedOnly } from './matched-only.ts';

export const german = matchedOnly({
  code: 'de',
  stem: stemmer,
  stopWords: stopwords,
  determiners: 'der die das dem den des ein eine einem einen einer eines',
  sources: 'aus von vom via über durch',
  goals: 'nach in ins gegen auf zum zur richtung',
});
