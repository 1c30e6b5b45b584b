import { describe, expect, it, test } from 'vitest';
import {
  formsOf,
  groupsByStem,
  onceByStem,
  phrases,
  turkicStemmer,
  UNREAL_STEM,
  words,
} from '../../core/matching/languages/turkic.ts';

const stem = turkicStemmer({
  nouns: words('uçak çörək israil azərbaycan azərbaycanlı'),
  verbs: words('kullan et söyle uç'),
  fixed: words('değil'),
});

describe('the stemmer of Azerbaijani and Turkish', () => {
  test.each([
    ['ucaklarindan', 'ucak'],
    ['ucagi', 'ucak'],
    ['corəyi', 'corək'],
    ['israilin', 'israil'],
    ['azərbaycandan', 'azərbaycan'],
    ['azərbaycanlilarin', 'azərbaycanli'],
    ['kullanilmasi', 'kullan'],
    ['kullanmadigini', 'kullan'],
    ['ediyor', 'et'],
    ['soyluyor', 'soyle'],
    ['uctu', 'uc'],
    ['degil', 'degil'],
    ['kullanacak', UNREAL_STEM],
    ['kullanabilir', UNREAL_STEM],
  ])('of %s makes %s', (word, expected) => {
    expect(stem(word)).toBe(expected);
  });

  it('takes the endings of nouns from a word that it does not know', () => {
    expect(stem('hedeflerinde')).toBe(stem('hedef'));
    expect(stem('tarama')).toBe(stem('taramalar'));
  });

  it('is linear in what it is given', () => {
    expect(stem(`kullan${'in'.repeat(200)}x`)).toMatch(/^kullan/u);
  });
});

describe('lists of words', () => {
  it('are folded, and hold each word once', () => {
    expect(words('  uçak İran uçak ')).toEqual(['ucak', 'iran']);
    expect(phrases('hava sahası,  hava\n sahası, ')).toEqual(['hava sahasi']);
  });

  it('are made of roots and endings', () => {
    expect(formsOf('et', 'DI mAK').length).toBe(4 + 12);
  });

  it('leave out what is the same by stem', () => {
    expect(onceByStem(stem, ['ucak', 'ucagi', 'israil'])).toEqual(['ucak', 'israil']);
    expect(
      groupsByStem(stem, [
        ['ucak', 'jet'],
        ['israil', 'ucaklar'],
      ]),
    ).toEqual([['ucak', 'jet'], ['israil']]);
  });
});
