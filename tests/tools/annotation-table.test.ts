import { describe, expect, it } from 'vitest';
import { markedTable, unmarkedTable } from '../../tools/annotation-table.ts';

const annotation = (claim: string, stance: string, quote: string, isMarked: boolean) => ({
  claim,
  stance,
  quote,
  isMarked,
  responses: [{ label: 'The ministry', date: '2025-06-27' }],
});

const PAGE = [
  annotation('a-claim', 'attributes', 'Some say so.', true),
  annotation('another-claim', 'asserts', 'It is so.', true),
  annotation('a-third', 'denies', 'It is not.', false),
  annotation('a-third', 'attributes', 'They say it.', false),
  annotation('a-third', 'asserts', 'It was.', false),
  annotation('a-fourth', 'questions', 'Was it?', false),
];

describe('the table of what is marked', () => {
  it('has one row a line, columns aligned', () => {
    expect(markedTable(PAGE).split('\n')).toEqual([
      'claim          stance      passage         responses',
      'a-claim        attributes  “Some say so.”  The ministry (2025-06-27)',
      'another-claim  asserts     “It is so.”     The ministry (2025-06-27)',
    ]);
  });

  it.each([
    [0, ''],
    [1, '  The ministry (2025-06-27)'],
    [2, '  The ministry (2025-06-27), 1 more'],
    [5, '  The ministry (2025-06-27), 4 more'],
  ])('of %i responses names the first', (count, words) => {
    const responses = Array.from({ length: count }, (_, at) => ({
      label: at === 0 ? 'The ministry' : `Office ${String(at)}`,
      date: '2025-06-27',
    }));
    const [, row] = markedTable([{ ...annotation('a', 'asserts', 'So.', true), responses }]).split(
      '\n',
    );
    expect(row).toBe(`a      asserts  “So.”  ${words}`.trimEnd());
  });

  it('gives a long passage whole', () => {
    const passage = 'w'.repeat(300);
    expect(markedTable([annotation('a', 'asserts', passage, true)])).toContain(`“${passage}”`);
  });

  it('keeps what a page says from commanding the terminal or breaking a row', () => {
    const quote = 'One\u001b[2J\r\ntwo\u202ethree\u0007 \u200cfour';
    const [, row] = markedTable([
      { ...annotation('a', 'asserts', quote, true), responses: [] },
    ]).split('\n');
    expect(row).toBe('a      asserts  “One [2J two three \u200cfour”');
  });
});

describe('the table of what is not marked', () => {
  it('says of each passage why', () => {
    expect(unmarkedTable(PAGE).split('\n')).toEqual([
      'claim     stance      passage         reason',
      'a-third   denies      “It is not.”    denied here',
      'a-third   attributes  “They say it.”  the page also carries a denial',
      'a-third   asserts     “It was.”       the page changed while it was read',
      'a-fourth  questions   “Was it?”       the page changed while it was read',
    ]);
  });
});
