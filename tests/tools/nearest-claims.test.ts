/** How often a reader who is about to report a known claim is shown it: the figures of the data. */
import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import type { Claim, ClaimId } from '../../core/claims/claim.ts';
import { createSimilarClaims, joinNearest } from '../../core/extension/similar-claims.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { readListFolder } from '../../tools/read-list.ts';

const LIST = 'data/lists/azerbaijan-official-responses';
/** Public claims of CLEF 2022, task 2A, where they are at hand: not ours to keep here. */
const CLEF = '../shared/bench/clef22-2a';
const CLEF_CLAIM_COUNT = process.env['REJOINDER_LONG'] === '1' ? 1_000 : 100;
/** Of the passages each so many-th is tried; all of them take minutes, and `npm run test:long`. */
const PASSAGE_STEP = process.env['REJOINDER_LONG'] === '1' ? 1 : 15;
const TIMEOUT_MS = 900_000;
/** Words that stand in for others: in no claim. */
const STRANGERS = ['umbrella', 'clarinet'] as const;

const read = await readListFolder(LIST);
if (!read.ok) throw new Error('The list is not valid.');
const list = read.value;
const wordings = Object.fromEntries(
  list.claims.map((claim) => [
    claim.id,
    Object.values(claim.wordings).flatMap(({ texts }) => texts),
  ]),
);
const findSimilar = createSimilarClaims(list.claims, wordings);
const index = openIndex(compileIndex(list));

/** A sentence with two of its words, a third and two thirds into it, put another way. */
function changeTwoWords(sentence: string): string {
  const words = sentence.split(' ');
  const at = [Math.floor(words.length / 3), Math.floor((2 * words.length) / 3)];
  return words.map((word, place) => STRANGERS[at.indexOf(place)] ?? word).join(' ');
}

/** As the report page does it: the engine on the passage, and words of both. */
function nearest(claim: string, passage: string, language: string | null): readonly ClaimId[] {
  const blocks = [{ text: passage, isHeading: false }];
  const matches = findClaims(index, { language, title: '', before: '', blocks }).flat();
  const matched = matches.toSorted((a, b) => b.similarity - a.similarity).map((each) => each.claim);
  return joinNearest(list.claims, matched, findSimilar([claim, passage])).map(({ id }) => id);
}

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

const ClefClaim = v.looseObject({ id: v.string(), text: v.string() });

it(
  'shows a claim among a thousand that are not ours, where those are at hand',
  () => {
    const file = `${CLEF}/claims.jsonl`;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
    const texts = lines
      .slice(0, CLEF_CLAIM_COUNT)
      .map((line) => v.parse(ClefClaim, JSON.parse(line)).text.trim());
    const [template] = list.claims;
    if (template === undefined) throw new Error('The list has no claim.');
    const claims: readonly Claim[] = texts.map((en, at) => ({
      ...template,
      id: `clef-${String(at)}` as ClaimId,
      claimReviewed: { en },
    }));
    const find = createSimilarClaims(claims, {});
    const found = claims.filter((claim) =>
      find([changeTwoWords(claim.claimReviewed['en'] ?? '')]).includes(claim),
    );
    console.log(`CLEF, two words changed: ${String(found.length)} of ${String(claims.length)}`);
    if (claims.length > 0) expect(percent(found.length, claims.length)).toBeGreaterThanOrEqual(99);
  },
  TIMEOUT_MS,
);
