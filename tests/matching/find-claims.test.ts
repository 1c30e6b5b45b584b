import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { IsoDate } from '../../core/claims/date.ts';
import { MIN_COVERAGE } from '../../core/matching/score-match.ts';
import { anyText } from './any-text.ts';
import { AMBER, DRONES, find, RESPONSE } from './fictional-index.ts';

const DRONES_PUT = 'Southmarkian drones entered Eastvale from Northland.';
const AMBER_PUT = 'Southmark smuggled amber to Eastvale through Northland’s harbour.';
const BOTH_PUT =
  'Southmark smuggled amber to Eastvale through Northland’s harbour and launched drones at Eastvale from Northland.';

/** Claim and stance of each match. */
const read = (...args: Parameters<typeof find>) =>
  find(...args).map(({ claim, stance }) => `${claim} ${stance}`);

describe('findClaims', () => {
  test.each<[string, string, readonly string[]]>([
    ['a claim that is stated', DRONES_PUT, [`${DRONES} asserts`]],
    [
      'a paraphrase',
      'It was from Northland’s soil that the unmanned aircraft of Southmark set out against Eastvale.',
      [`${DRONES} asserts`],
    ],
    ['a report', `The miller said: ${DRONES_PUT}`, [`${DRONES} attributes`]],
    [
      'a question',
      'Did Southmarkian drones enter Eastvale from Northland?',
      [`${DRONES} questions`],
    ],
    [
      'a denial with all the words of the claim',
      'Northland denied that Southmarkian drones entered Eastvale from Northland.',
      [`${DRONES} denies`],
    ],
    ['the words of the response', RESPONSE, [`${AMBER} denies`, `${DRONES} denies`]],
    [
      'most words of the response',
      'Northland never lent its meadows or its quays to strangers at the gate.',
      [],
    ],
    ['nothing', '', []],
    ['something else', 'The ferry was late, and the apples of the valley were ripe.', []],
    ['a sale', 'Southmark sold drones to Northland, which borders on Eastvale.', []],
    ['another war', 'Northland used Southmarkian drones against Westmoor and Eastvale.', []],
    [
      'a closed harbour',
      'Northland’s harbour closed to Eastvale and to Southmark’s amber ships.',
      [],
    ],
    [
      'a near-miss that puts the claim all the same',
      'Southmark sold drones to Northland, and Southmarkian drones entered Eastvale from Northland.',
      [`${DRONES} asserts`],
    ],
  ])('finds in %s what is there', (_, text, found) => {
    expect(read(text)).toEqual(found);
  });

  it('takes the date of a part of the page before that of the page', () => {
    const blocks = (date?: string) => [
      { text: DRONES_PUT, isHeading: false, ...(date !== undefined && { date: date as IsoDate }) },
    ];
    const [before, after] = ['2031-03-31', '2031-05-01'] as IsoDate[];
    const foundWith = (ofPage: IsoDate | undefined, ofPart?: string) =>
      find(DRONES_PUT, { ...(ofPage && { date: ofPage }), blocks: blocks(ofPart) }).length;
    expect(foundWith(before)).toBe(0);
    expect(foundWith(after)).toBe(1);
    expect(foundWith(before, after)).toBe(1);
    expect(foundWith(after, before)).toBe(0);
    expect(foundWith(undefined, before)).toBe(0);
  });

  it('marks just the sentences that put the claim', () => {
    const text = `  Rain fell. ${DRONES_PUT}  The mill stood still.\n\n${AMBER_PUT} `;
    expect(find(text).map(({ words }) => words)).toEqual([DRONES_PUT, AMBER_PUT]);
  });

  it('marks the same words in a text that folds to other offsets', () => {
    const strange = DRONES_PUT.replace('drones', 'dro\u00adnes').replace('Eastvale', 'Eaſtvale');
    const text = `Ä ﬃ İ… ${strange} Straße.`;
    expect(find(`Ein Wort. ${text}`).map(({ words }) => words)).toEqual([`Ä ﬃ İ… ${strange}`]);
  });

  it('marks a line that the source wraps', () => {
    const wrapped = DRONES_PUT.replaceAll(' ', '\n      ');
    expect(find(`\n    ${wrapped}\n  `)).toMatchObject([{ claim: DRONES, words: wrapped }]);
  });

  it('gives two claims on the same words the same span', () => {
    expect(find(BOTH_PUT)).toMatchObject([
      { claim: AMBER, words: BOTH_PUT },
      { claim: DRONES, words: BOTH_PUT },
    ]);
  });

  it('finds a claim that is split over two sentences, the second pointing back', () => {
    const split = 'Southmarkian drones stood ready in Northland. From there they entered Eastvale.';
    const [match, ...others] = find(split);
    expect(others).toEqual([]);
    expect(match).toMatchObject({ claim: DRONES, words: split });
    expect(match?.similarity).toBeLessThan(1);
  });

  it('does not join sentences that only stand together', () => {
    expect(read('Southmarkian drones stood ready. Northland borders on Eastvale.')).toEqual([]);
  });

  it('is the surer, the more of the wording is there', () => {
    const [whole, less] = [DRONES_PUT, 'Southmarkian drones attacked from Northland.'].map(
      (text) => find(text)[0]?.similarity ?? 0,
    );
    expect(whole).toBe(1);
    expect(less).toBeGreaterThanOrEqual(MIN_COVERAGE);
    expect(less).toBeLessThan(1);
  });
});

describe('the words around a passage', () => {
  const BORROWS = 'From there Southmarkian drones entered Eastvale.';

  test.each<[string, Parameters<typeof find>]>([
    ['the sentence before', [`Northland is small. ${BORROWS}`]],
    ['the sentence before that', [`Northland is small. Rain fell. ${BORROWS}`]],
    ['the block before', [['Northland is small.', BORROWS]]],
    ['the text before the first block', [BORROWS, { before: 'Northland is small.' }]],
    ['the title', [BORROWS, { title: 'A night in Northland' }]],
  ])('lend a party that is named in %s', (_, args) => {
    expect(find(...args)).toMatchObject([{ claim: DRONES, words: BORROWS }]);
  });

  test.each<[string, Parameters<typeof find>]>([
    ['nowhere', [BORROWS]],
    ['too far before', [`Northland is small. Rain fell. Wind blew. ${BORROWS}`]],
    ['two blocks before', [['Northland is small.', 'Rain fell. Wind blew.', BORROWS]]],
    ['behind it', [`${BORROWS} Northland is small.`]],
    [
      'the title, but not pointed back to',
      ['Southmarkian drones entered Eastvale.', { title: 'A night in Northland' }],
    ],
  ])('lend no party that is named %s', (_, args) => {
    expect(find(...args)).toEqual([]);
  });

  it('lend what the subject stands for', () => {
    const text = 'Southmark had many drones. All nine of them entered Eastvale from Northland.';
    expect(read(text)).toEqual([`${DRONES} asserts`]);
  });
});

describe('a denial that does not name the claim', () => {
  const DENIAL = 'Northland denied the claim.';

  test.each<[string, Parameters<typeof find>, readonly string[]]>([
    ['follows at once', [`${DRONES_PUT} ${DENIAL}`], ['attributes', 'denies']],
    ['follows after a sentence', [`${DRONES_PUT} Rain fell. ${DENIAL}`], ['attributes', 'denies']],
    ['follows too late', [`${DRONES_PUT} Rain fell. Wind blew. ${DENIAL}`], ['asserts']],
    ['stands in the next block', [[DRONES_PUT, DENIAL]], ['asserts', 'denies']],
    [
      'stands in the block after a short one',
      [[DRONES_PUT, 'Rain.', DENIAL]],
      ['asserts', 'denies'],
    ],
    ['stands three blocks on', [[DRONES_PUT, 'Rain.', 'Wind.', DENIAL]], ['asserts']],
    ['follows text before the first block', [DENIAL, { before: DRONES_PUT }], ['denies']],
    [
      'follows a question',
      [`Did Southmarkian drones enter Eastvale from Northland? ${DENIAL}`],
      ['questions', 'denies'],
    ],
    ['comes before it', [`${DENIAL} ${DRONES_PUT}`], ['asserts']],
    ['follows nothing', [DENIAL], []],
  ])('%s', (_, args, stances) => {
    expect(find(...args).map(({ stance }) => stance)).toEqual(stances);
  });

  it('marks its own sentence', () => {
    expect(find(`${DRONES_PUT} ${DENIAL}`).map(({ words }) => words)).toEqual([DRONES_PUT, DENIAL]);
    expect(find([DRONES_PUT, DENIAL])[1]).toMatchObject({ block: 1, words: DENIAL });
  });

  it('denies every claim that was put shortly before', () => {
    expect(read(`${BOTH_PUT} ${DENIAL}`)).toEqual([
      `${AMBER} attributes`,
      `${DRONES} attributes`,
      `${AMBER} denies`,
      `${DRONES} denies`,
    ]);
  });
});

describe('the language of a page', () => {
  test.each([
    ['English', 'en', 1],
    ['English of a country', 'en-GB', 1],
    ['English, written carelessly', 'EN_us', 1],
    ['none', null, 1],
    ['one that is not known', 'und', 1],
    ['no tag at all', '', 1],
    ['noise', '-', 1],
    ['another, which is wrong', 'fr', 1],
    ['one in another script', 'ru', 1],
    ['one without rules in another script', 'ka', 1],
    ['one without rules, which nothing speaks against', 'pl', 0],
  ])('may be %s', (_, language, count) => {
    expect(find(DRONES_PUT, { language })).toHaveLength(count);
  });
});

describe('the answer', () => {
  it('has a list for each block, empty or not', () => {
    expect(find(['Rain.', DRONES_PUT, '', AMBER_PUT]).map(({ block }) => block)).toEqual([1, 3]);
  });

  it('is the same each time', () => {
    const blocks = [DRONES_PUT, AMBER_PUT, BOTH_PUT];
    expect(find(blocks)).toEqual(find(blocks));
  });

  const anyPassage = fc.oneof(
    anyText,
    fc.constantFrom(
      ...[DRONES_PUT, AMBER_PUT, BOTH_PUT, RESPONSE, 'Rain fell.', 'Northland denied the claim.'],
      ...['They entered Eastvale from there.', 'Southmark’s drones stood in Northland.', '\n\n'],
      ...['Did Southmark’s drones enter Eastvale from Northland?', 'This is “nonsense”'],
    ),
  );
  const anyBlock = fc.array(anyPassage, { maxLength: 12 }).map((parts) => parts.join(' '));

  it('has no two matches of one claim that overlap, and none outside its block', () => {
    let matchCount = 0;
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 4 }), (blocks) => {
        const matches = find(blocks);
        matchCount += matches.length;
        blocks.forEach((text, block) => {
          const own = matches.filter((match) => match.block === block);
          for (const { span } of own) {
            expect(span.start).toBeGreaterThanOrEqual(0);
            expect(span.start).toBeLessThan(span.end);
            expect(span.end).toBeLessThanOrEqual(text.length);
          }
          for (const claim of [AMBER, DRONES]) {
            const spans = own.filter((match) => match.claim === claim).map(({ span }) => span);
            spans.forEach(({ start }, at) => {
              expect(start).toBeGreaterThanOrEqual(spans[at - 1]?.end ?? 0);
            });
          }
        });
      }),
    );
    // Otherwise the property would hold for an answer of nothing.
    expect(matchCount).toBeGreaterThan(50);
  });

  it('does not depend on how the same blocks are asked about, one by one or together', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { minLength: 2, maxLength: 4 }), (blocks) => {
        const [first = '', second = ''] = blocks;
        const together = find([first, second]).filter(({ block }) => block === 1);
        const alone = find(second, { before: first });
        expect(alone.map((match) => ({ ...match, block: 1 }))).toEqual(together);
      }),
    );
  });
});
