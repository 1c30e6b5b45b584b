import { expect, it } from 'vitest';
import { tableOf } from '../../tools/annotation-table.ts';

it('has one row a line, columns aligned', () => {
  const table = tableOf([
    {
      claim: 'a-claim',
      stance: 'attributes',
      quote: 'Some say so.',
      isMarked: true,
      responses: [],
    },
    {
      claim: 'another-claim',
      stance: 'asserts',
      quote: 'It is so.',
      isMarked: true,
      responses: [
        { label: 'The ministry', date: '2025-06-27' },
        { label: 'The president', date: '2025-07' },
      ],
    },
  ]);
  expect(table.split('\n')).toEqual([
    'claim          stance      passage         responses',
    'a-claim        attributes  “Some say so.”',
    'another-claim  asserts     “It is so.”     The ministry (2025-06-27); The president (2025-07)',
  ]);
});

it('keeps what a page says from commanding the terminal or breaking a row', () => {
  const quote = 'One\u001b[2J\r\ntwo\u202ethree\u0007 \u200cfour';
  const [, row] = tableOf([
    { claim: 'a', stance: 'asserts', quote, isMarked: true, responses: [] },
  ]).split('\n');
  expect(row).toBe('a      asserts  “One [2J two three \u200cfour”');
});
