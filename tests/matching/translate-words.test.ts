import { describe, expect, it } from 'vitest';
import { learnTranslations } from '../../core/matching/translate-words.ts';

const [PHOTO, IMAGE, GOAT, BARN, FERRY] = [0, 1, 2, 3, 4] as const;
const pair = (a: readonly number[], b: readonly number[]) =>
  [Uint32Array.from(a), Uint32Array.from(b)] as const;

describe('learnTranslations', () => {
  it('learns which word stands for which where the words around them are the same', () => {
    const translations = learnTranslations(
      [
        pair([PHOTO, GOAT], [IMAGE, GOAT]),
        pair([PHOTO, BARN], [IMAGE, BARN]),
        pair([PHOTO, FERRY], [IMAGE, FERRY]),
        pair([GOAT, BARN], [GOAT, BARN]),
      ],
      5,
    );
    const ofPhoto = translations(PHOTO);
    expect([...ofPhoto.keys()][0]).toBe(IMAGE);
    expect(ofPhoto.get(IMAGE)).toBeGreaterThan(5 * (ofPhoto.get(GOAT) ?? 0));
  });

  it('never says that a word stands for itself, and gives probabilities', () => {
    const translations = learnTranslations([pair([PHOTO, GOAT], [IMAGE, GOAT])], 5);
    for (const word of [PHOTO, IMAGE, GOAT, BARN]) {
      expect(translations(word).has(word)).toBe(false);
      const sum = [...translations(word).values()].reduce((all, one) => all + one, 0);
      expect(sum).toBeLessThanOrEqual(1);
    }
  });

  it('learns nothing from nothing', () => {
    expect(learnTranslations([], 0)(0).size).toBe(0);
  });
});
