/** How often a reader who is about to report a known claim is shown it: the figures of the data. */
import { expect, it } from 'vitest';
import { changeTwoWords, createNearest } from '../../tools/bench/nearest-claims.ts';
import { readListFolder } from '../../tools/read-list.ts';

const LIST = 'data/lists/azerbaijan-official-responses';
/** Of the passages each so many-th is tried; all of them take minutes, and `npm run test:long`. */
const PASSAGE_STEP = process.env['REJOINDER_LONG'] === '1' ? 1 : 15;
const TIMEOUT_MS = 900_000;
const read = await readListFolder(LIST);
if (!read.ok) throw new Error('The list is not valid.');
const list = read.value;
const nearest = createNearest(list);

const percent = (part: number, whole: number) => (100 * part) / whole;

it(
  'shows a claim of the list by its own sentence with two words changed',
  () => {
    const tried = list.claims.filter((claim) => claim.claimReviewed['en'] !== undefined);
    const missed = tried.filter(
      ({ id, claimReviewed }) =>
        !nearest(changeTwoWords(claimReviewed['en'] ?? ''), '', null).includes(id),
    );
    const share = percent(tried.length - missed.length, tried.length);
    console.log(
      `two words changed: ${share.toFixed(1)} % of ${String(tried.length)}`,
      missed.map(({ id }) => id),
    );
    expect(share).toBeGreaterThanOrEqual(99);
  },
  TIMEOUT_MS,
);

it(
  'shows a claim by the passages that make it',
  () => {
    let count = 0;
    let triedCount = 0;
    const missed: string[] = [];
    for (const [id, examples] of read.examples) {
      for (const [language, { matches }] of Object.entries(examples)) {
        for (const { text } of matches) {
          count += 1;
          if (count % PASSAGE_STEP !== 0) continue;
          triedCount += 1;
          if (!nearest('', text, language).includes(id)) missed.push(`${id} ${language}`);
        }
      }
    }
    const share = percent(triedCount - missed.length, triedCount);
    console.log(
      `passages: ${share.toFixed(1)} % of ${String(triedCount)}; missed by language:`,
      countBy(missed),
    );
    expect(share).toBeGreaterThanOrEqual(90);
  },
  TIMEOUT_MS,
);

function countBy(missed: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of missed) {
    const language = name.split(' ')[1] ?? '';
    counts[language] = (counts[language] ?? 0) + 1;
  }
  return counts;
}
