import { stemmer } from '@orama/stemmers/arabic';
import { stopwords } from '@orama/stopwords/arabic';
import { matchedOnly } from './matched-only.ts';

/** Folding writes two letters as Persian does; the stemmer knows them as Arabic does. */
const asArabic = (word: string) => word.replaceAll('ی', 'ي').replaceAll('ک', 'ك');

export const arabic = matchedOnly({
  code: 'ar',
  stem: (word) => stemmer(asArabic(word)),
  stopWords: stopwords,
  ownLetters: 'ة',
  sources: 'من عبر',
  pathVerbs: 'انطلق اجتاز عبرت',
  goals: 'إلى نحو ضد على باتجاه صوب',
});
