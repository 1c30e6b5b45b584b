import { expect, it } from 'vitest';
import { countWords } from '../../core/claims/word-count.ts';

it.each([
  ['', 0],
  [' \n\t ', 0],
  ['one', 1],
  ['  boats crossed\nthe  lake ', 4],
  ['قایق‌ها از دریاچه گذشتند', 4],
])('%j has its words, however far apart they stand', (text, count) => {
  expect(countWords(text)).toBe(count);
});
