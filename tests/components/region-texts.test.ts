import { describe, expect, it } from 'vitest';
import { regionTexts } from '../../components/region-texts.ts';
import { translateFromFile } from './translate-from-file.ts';

describe('the region of a page', () => {
  const texts = regionTexts(translateFromFile);

  it('names a button by its place and the first words, which keep their own direction', () => {
    expect(texts.nameOf(2, 1_205, 'نفت چراغ…')).toBe('Passage 2 of 1,205: “\u2068نفت چراغ…\u2069”');
  });

  it.each([
    [1, 'Rejoinder: 1 passage here resembles a claim with a response on record.'],
    [3, 'Rejoinder: 3 passages here resemble a claim with a response on record.'],
  ])('announces %i', (count, text) => {
    expect(texts.announcementOf(count)).toBe(text);
  });

  it('is written as its language is', () => {
    expect(texts).toMatchObject({ language: 'en-GB', direction: 'ltr' });
    const inPersian = regionTexts((key, ...others) =>
      key === 'language_tag' ? 'fa' : translateFromFile(key, ...others),
    );
    expect(inPersian).toMatchObject({ language: 'fa', direction: 'rtl' });
    expect(inPersian.nameOf(2, 5, 'a')).toContain('Passage ۲ of ۵');
  });
});
