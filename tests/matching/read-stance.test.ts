import { describe, expect, it, test } from 'vitest';
import type { Stance } from '../../core/claims/stance.ts';
import { readQuotations } from '../../core/matching/read-quotations.ts';
import { stanceReader } from '../../core/matching/read-stance.ts';
import { englishPack, sentenceOf, sentencesOf } from './fictional-index.ts';

const readStance = stanceReader(englishPack().lexicon);

const concepts = new Set(
  sentenceOf('Southmarkian drones entered Eastvale from Northland.').concepts,
);

type Around = { readonly before?: string; readonly after?: string };

/** The stance of all sentences of `text` together. */
function stanceOf(text: string, { before, after }: Around = {}): Stance {
  return readStance({
    sentences: sentencesOf(text),
    concepts,
    quotations: readQuotations(text),
    before: before === undefined ? undefined : sentenceOf(before),
    after: after === undefined ? undefined : sentenceOf(after),
  });
}

const TABLE: Readonly<Record<Stance, readonly string[]>> = {
  asserts: [
    'They found it in the north: Southmarkian drones entered Eastvale from Northland.',
    'Southmarkian drones entered Eastvale from Northland.',
    'The Southmarkian drones that entered Eastvale came from Northland.',
    'Southmark had drones in Northland.',
    'Southmark had launched drones against Eastvale from the soil of neighbouring Northland.',
    'Not only drones entered Eastvale from Northland.',
    'No doubt Southmarkian drones entered Eastvale from Northland.',
    'Southmarkian drones no longer enter Eastvale from Northland.',
    'When at last the heavy rain of April was over: Southmarkian drones over Eastvale, from Northland, all night long.',
    'The “new” Southmarkian drones entered Eastvale from Northland.',
    'Southmarkian drones entered Eastvale from Northland, the war’s first move!',
  ],
  attributes: [
    'Southmarkian drones entered Eastvale from Northland, the miller said.',
    'According to the miller, Southmarkian drones entered Eastvale from Northland.',
    'Southmarkian drones allegedly entered Eastvale from Northland.',
    'Southmarkian drones may have entered Eastvale from Northland.',
    'Southmarkian drones could one day enter Eastvale from Northland.',
    'Southmark will send drones into Eastvale from Northland.',
    'If Southmarkian drones entered Eastvale from Northland, somebody was asleep.',
    'In the satirical play, Southmarkian drones enter Eastvale from Northland.',
    'The talk of the town is that Southmarkian drones entered Eastvale from Northland.',
    'The miller knows how Southmarkian drones entered Eastvale from Northland.',
    'I watched as Southmarkian drones entered Eastvale from Northland.',
    'By his reckoning Southmarkian drones entered Eastvale from Northland.',
    'Lawmaker: Southmarkian drones entered Eastvale from Northland',
    'The old miller of the valley: Southmarkian drones entered Eastvale from Northland',
    '“Southmarkian drones entered Eastvale from Northland.”',
    '“Southmarkian drones entered Eastvale from Northland”, reads the letter.',
    '"Southmarkian drones entered Eastvale from Northland',
    'One paper had Southmarkian drones pouring into Eastvale from Northland.',
    'Her novel has drones of Southmark entering Eastvale from Northland.',
    'Northland did not deny that Southmarkian drones entered Eastvale.',
    'It cannot be denied that Southmarkian drones entered Eastvale from Northland.',
    'Rumours of Southmarkian drones entering Eastvale from Northland have spread.',
  ],
  questions: [
    'Did Southmarkian drones enter Eastvale from Northland?',
    '“Did Southmarkian drones enter Eastvale from Northland?”',
    'Whether Southmarkian drones entered Eastvale from Northland is unclear.',
    'The miller asked if Southmarkian drones entered Eastvale from Northland.',
    'A judge is to examine reports of Southmarkian drones entering Eastvale from Northland.',
    'Nobody knows if Southmarkian drones entered Eastvale from Northland.',
  ],
  denies: [
    'Had Southmarkian drones entered Eastvale from Northland, the miller would see them.',
    'Northland denied that Southmarkian drones entered Eastvale.',
    'The miller said that no Southmarkian drones entered Eastvale from Northland.',
    'Southmarkian drones did not enter Eastvale from Northland.',
    'Southmarkian drones never entered Eastvale from Northland.',
    "Southmarkian drones didn't enter Eastvale from Northland.",
    'At no time did Southmarkian drones enter Eastvale from Northland.',
    'None of the Southmarkian drones entered Eastvale from Northland.',
    'Contrary to reports, Southmarkian drones left Eastvale for Northland.',
    'It is a myth that Southmarkian drones entered Eastvale from Northland.',
    'The report of Southmarkian drones entering Eastvale from Northland is baseless.',
    'There is no evidence that Southmarkian drones entered Eastvale from Northland.',
    'Northland ruled out that Southmarkian drones entered Eastvale.',
    'Northland denied having said whether Southmarkian drones entered Eastvale.',
    'The miller asked why no Southmarkian drones entered Eastvale from Northland.',
  ],
};

describe('stanceReader', () => {
  test.each(
    Object.entries(TABLE).flatMap(([stance, texts]) =>
      texts.map((text) => [stance, text] as const),
    ),
  )('%s: “%s”', (stance, text) => {
    expect(stanceOf(text)).toBe(stance);
  });

  it('lets the costliest sentence of several decide', () => {
    const asserts = 'Southmarkian drones entered Eastvale from Northland.';
    const [attributes = '', questions = '', denies = ''] = [
      TABLE.attributes[0],
      TABLE.questions[0],
      TABLE.denies[0],
    ];
    expect(stanceOf(`${asserts} ${asserts}`)).toBe('asserts');
    expect(stanceOf(`${asserts} ${attributes}`)).toBe('attributes');
    expect(stanceOf(`${attributes} ${questions}`)).toBe('questions');
    expect(stanceOf(`${questions} ${denies}`)).toBe('denies');
    expect(stanceOf(`${denies} ${asserts}`)).toBe('denies');
  });

  test.each<[Stance, string, Around]>([
    [
      'attributes',
      'The drones had entered Eastvale from there.',
      { before: 'The miller told them.' },
    ],
    ['attributes', 'The drones had entered Eastvale from there.', { before: 'She looked up.' }],
    ['asserts', 'The drones had entered Eastvale from there.', { before: 'The rain fell.' }],
    ['asserts', 'The drones entered Eastvale from there.', { before: 'The miller told them.' }],
    ['asserts', 'The drones had entered Eastvale from there.', {}],
    ['attributes', 'The drones entered Eastvale.', { after: 'That is how the miller tells it.' }],
    ['attributes', 'The drones entered Eastvale.', { after: 'So the miller says.' }],
    ['asserts', 'The drones entered Eastvale.', { after: 'That was in spring.' }],
    ['asserts', 'The drones entered Eastvale.', { after: 'The miller said nothing.' }],
  ])('%s: “%s” with %j around it', (stance, text, around) => {
    expect(stanceOf(text, around)).toBe(stance);
  });

  it('takes a window for reported that has no sentence', () => {
    expect(stanceOf('')).toBe('attributes');
  });
});
