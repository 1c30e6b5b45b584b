/** What the ordinary page costs, beside reading each of its characters once. */
import { expect, it } from 'vitest';
import { find } from './fictional-index.ts';

/** What ratio was seen on the machine that this was written on: about 20. */
const SEEN_RATIO = 20;
const MARGIN = 10;

const SIZE = 1_000_000;
const PARAGRAPH_SENTENCES = 4;

/** Ordinary words, some of which the language's synonyms and phrases are made of. */
const WORDS = `the of and a to in is was that for on it with as at by from his her they this had not
  are but were which their she he one been have all would there when who will more out so up into
  about time than only some could these two may then first any my now such like other how people
  over new way air space come came going set take off went through open land side ground border
  between river valley farmer minister council railway harvest winter summer morning teacher school
  hospital market price bread apples cheese music garden window letter garage bridge fishing lawyer
  report story account question answer village station ticket driver newspaper committee meeting
  budget culture football weather temperature mountain forest northern southern eastern western
  nearly always perhaps slowly quietly yesterday tomorrow Monday hundred thousand million`.split(
  /\s+/u,
);

/** Prose that means nothing, the same each time. */
function writeProse(size: number): readonly string[] {
  let state = 1;
  const next = (below: number) => {
    // Numerical Recipes' linear congruential generator.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const sentence = () => {
    const words = Array.from({ length: 8 + next(16) }, () => WORDS[next(WORDS.length)] ?? '');
    const text = `${words.join(' ')}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
  const paragraphs: string[] = [];
  for (let length = 0; length < size;) {
    const paragraph = Array.from({ length: PARAGRAPH_SENTENCES }, sentence).join(' ');
    paragraphs.push(paragraph);
    length += paragraph.length;
  }
  return paragraphs;
}

function bestOf(times: number, run: () => void): number {
  const measured = Array.from({ length: times }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...measured);
}

it('reads prose about something else at a fair share of the speed of reading its characters', () => {
  const blocks = writeProse(SIZE);
  const words = blocks.join(' ').split(' ').length;
  let sum = 0;
  const once = bestOf(5, () => {
    for (const text of blocks) for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  });
  const whole = bestOf(5, () => {
    expect(find(blocks)).toEqual([]);
  });
  const ratio = whole / once;
  const millions = words / whole / 1_000;
  console.log(
    `clean prose: ${millions.toFixed(1)} million words a second; ` +
      `${ratio.toFixed(0)} times as long as one charCodeAt loop`,
  );
  expect(sum).toBeGreaterThan(0);
  expect(ratio).toBeLessThan(MARGIN * SEEN_RATIO);
});
