/** What endings and negated verbs change in who does what and what is denied. */
import { describe, expect, it } from 'vitest';
import { findNegatedForms, polarCueFinder } from '../../core/matching/find-cues.ts';
import { foldText } from '../../core/matching/fold-text.ts';
import { azerbaijani } from '../../core/matching/languages/az.ts';
import { turkish } from '../../core/matching/languages/tr.ts';
import { denialReader } from '../../core/matching/read-denials.ts';
import { stemText } from '../../core/matching/stem-text.ts';

const read = (rules: typeof turkish, text: string) => stemText(rules, foldText(text).text);

describe('a verb that negates itself', () => {
  it('is found by its form', () => {
    expect(findNegatedForms(azerbaijani, read(azerbaijani, 'istifadə edilməyib'))).toEqual([
      { start: 1, end: 2 },
    ]);
    expect(findNegatedForms(turkish, read(turkish, 'hava sahası kullanıldı'))).toEqual([]);
  });

  it('is asked for by a cue that ends in one, and undoes any other cue', () => {
    const find = polarCueFinder(turkish, ['teyit edilmedi', 'yalanla']);
    expect(find(read(turkish, 'teyit edilmedi')).found.length).toBe(1);
    expect(find(read(turkish, 'teyit edildi')).found.length).toBe(0);
    expect(find(read(turkish, 'yalanladı')).found.length).toBe(1);
    expect(find(read(turkish, 'yalanlamadı'))).toEqual({ found: [], undone: 1 });
  });

  it('makes no denial of one that is not made', () => {
    const readDenials = denialReader(turkish);
    expect(readDenials(read(turkish, 'bakanlık haberi yalanladı')).denials.length).toBe(1);
    expect(readDenials(read(turkish, 'bakanlık haberi yalanlamadı'))).toMatchObject({
      denials: [],
      isUndone: true,
    });
  });
});
