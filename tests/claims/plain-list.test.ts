import { describe, expect, it, test } from 'vitest';
import { parsePlainList } from '../../core/claims/plain-list.ts';

const BARN = { id: 'barn', text: 'The barn burnt down.' };

const errorsIn = (lines: readonly string[]) => {
  const parsed = parsePlainList(lines);
  return parsed.ok ? [] : parsed.errors;
};

describe('parsePlainList', () => {
  it('reads a claim a line, with its title and language where they are said', () => {
    const lines = [
      JSON.stringify(BARN),
      '',
      JSON.stringify({ id: 'ferry', text: 'Le bac a coulé.', title: 'Le bac', lang: 'fr' }),
    ];
    expect(parsePlainList(lines)).toEqual({
      ok: true,
      value: [
        { ...BARN, title: null, lang: null },
        { id: 'ferry', text: 'Le bac a coulé.', title: 'Le bac', lang: 'fr' },
      ],
    });
  });

  it('passes over fields that it does not know', () => {
    expect(parsePlainList([JSON.stringify({ ...BARN, rating: 'false' })]).ok).toBe(true);
  });

  test.each([
    ['{', 'JSON'],
    ['7', 'an object with "id" and "text"'],
    ['{"text":"a"}', 'id: this field'],
    ['{"id":"a"}', 'text: this field'],
    ['{"id":"a","text":""}', 'text: text that is not empty'],
    ['{"id":7,"text":"a"}', 'id: text'],
    ['{"id":"a","text":"b","title":7}', 'title: text'],
  ])('says what was expected of %s, and in which line', (line, expected) => {
    expect(errorsIn([JSON.stringify(BARN), '', line])).toEqual([{ line: 3, expected }]);
  });

  it('names every line that is wrong', () => {
    expect(errorsIn(['{', JSON.stringify(BARN), '[]']).map(({ line }) => line)).toEqual([1, 3]);
  });

  it('refuses an id that was there before, unless such lines are to be passed over', () => {
    const lines = [JSON.stringify(BARN), JSON.stringify({ ...BARN, text: 'Another.' })];
    expect(errorsIn(lines)).toEqual([{ line: 2, expected: 'an id that line 1 does not have' }]);
    expect(parsePlainList(lines, 'passed over')).toEqual({
      ok: true,
      value: [{ ...BARN, title: null, lang: null }],
    });
  });
});
