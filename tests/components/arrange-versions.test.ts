import { describe, expect, it } from 'vitest';
import { arrangeVersions, type Quoted } from '../../components/arrange-versions.ts';
import { Words } from '../../core/claims/claim.ts';
import * as v from 'valibot';

const version = (language: string, text: string) => ({ language, text, source: 'fiction' });

function quoted(original: string | null, translations: readonly string[]): Quoted {
  const words = v.parse(Words, {
    form: 'quoted',
    original: original === null ? null : version(original, 'the original'),
    translations: translations.map((language, at) => ({
      ...version(language, `${language} ${String(at)}`),
      translator: 'Nobody',
    })),
    seen: 'reported',
  });
  if (words.form !== 'quoted') throw new Error('expected quoted words');
  return words;
}

describe('arranging the versions of a quotation', () => {
  it.each([
    [
      'the exact tag before the primary language',
      'az',
      ['pt', 'pt-BR'],
      ['pt-BR'],
      'pt-BR 1',
      true,
    ],
    [
      'the primary language where the exact tag is not there',
      'az',
      ['en', 'ru'],
      ['ru-KZ'],
      'ru 1',
      true,
    ],
    ['the first preference before the second', 'az', ['en', 'ru'], ['ru', 'en'], 'ru 1', true],
    ['the original where the reader reads it', 'az', ['en'], ['az'], 'the original', false],
    ['English where no preference is there', 'az', ['ru', 'en'], ['sq'], 'en 1', true],
    [
      'the original before a language that nobody asked for',
      'az',
      ['ru'],
      ['sq'],
      'the original',
      false,
    ],
    ['what there is', null, ['ru', 'tr'], ['sq'], 'ru 0', false],
    ['the first of two translations into one language', null, ['en', 'en'], ['en'], 'en 0', false],
  ] as const)('shows %s', (_, original, translations, languages, shown, opensOriginal) => {
    const words = quoted(original, translations);
    const arranged = arrangeVersions(words, languages);
    expect(arranged?.shown.quotation.text).toBe(shown);
    expect(arranged?.original !== null).toBe(opensOriginal);
    const all = [arranged?.shown, arranged?.original, ...(arranged?.furtherTranslations ?? [])];
    expect(all.filter((each) => each != null)).toHaveLength(
      translations.length + (original === null ? 0 : 1),
    );
  });

  it('shows nothing where there are no words', () => {
    expect(arrangeVersions(quoted(null, []), ['en'])).toBeNull();
  });
});
