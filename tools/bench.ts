/**
 * `npm run bench`: how well the bundled list is matched. Its examples, language by language; with
 * `-- --drafts` its drafts too. Then the whole texts of sources that are at hand (`-- --texts FOLDER`):
 * what is marked in them. Exits 1 where a text asserts a claim about the side whose text it is, which
 * such a text answers, or where the words that a record quotes as making its claim are not marked.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Claim } from '../core/claims/claim.ts';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { openIndex, type ClaimIndex } from '../core/matching/claim-index.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { BUNDLED_LIST_ID } from '../core/extension/bundled-list.ts';
import { OMISSION, readSourceTexts, type SourceTexts } from './check-quotations.ts';
import {
  annotateText,
  describeScore,
  labelledExamples,
  publishedClaims,
  withDrafts,
} from './measure-list.ts';
import { readListFolder } from './read-list.ts';
import { scoreText, sumScores } from './score-annotations.ts';
import { SOURCE_TEXTS_OPTION } from './source-texts-option.ts';

/** What `claims` quote from the source `id`, in its own words, as making the claim; in parts where words are left out. */
function assertedIn(claims: readonly Claim[], id: string) {
  return claims.flatMap(({ id: claim, appearances }) =>
    appearances.flatMap(({ firmness, words }) => {
      if (firmness !== 'asserts' || words.form !== 'quoted') return [];
      if (words.original?.source !== id) return [];
      const parts = words.original.text.split(OMISSION).filter((part) => part !== '');
      return parts.map((quote) => ({ claim, quote }));
    }),
  );
}

/**
 * Prints what is marked in each text; whether one asserts a claim about its own side, or makes one
 * that is not marked.
 */
function readWholeTexts(list: ClaimList, index: ClaimIndex, texts: SourceTexts): boolean {
  let isFaulty = false;
  for (const [id, text] of texts) {
    const source = list.sources[id];
    if (source === undefined) {
      console.log(`${id}: no source of the list`);
      continue;
    }
    const page = { title: source.title ?? '', lang: source.language, text };
    const annotations = annotateText(index, page);
    for (const { claim, stance, start, end } of annotations) {
      const about = list.claims.find((candidate) => candidate.id === claim)?.about ?? [];
      const isOwn = stance === 'asserts' && about.some((side) => side === source.side);
      isFaulty ||= isOwn;
      const words = text.slice(start, end).replaceAll(/\s+/gu, ' ');
      console.log(`${id}: ${claim}, ${stance}${isOwn ? ' ITS OWN SIDE’S' : ''}: ${words}`);
    }
    for (const { claim, quote } of assertedIn(publishedClaims(list), id)) {
      const at = text.indexOf(quote);
      const isMarked = annotations.some(
        (mark) =>
          mark.claim === claim &&
          mark.stance === 'asserts' &&
          mark.start <= at &&
          at + quote.length <= mark.end,
      );
      isFaulty ||= !isMarked;
      if (!isMarked) console.log(`${id}: ${claim}, NOT MARKED: ${quote}`);
    }
  }
  return isFaulty;
}

const { values } = parseArgs({
  options: { drafts: { type: 'boolean', default: false }, texts: SOURCE_TEXTS_OPTION },
});
const folder = fileURLToPath(new URL('../data/lists', import.meta.url));
const parsed = await readListFolder(join(folder, BUNDLED_LIST_ID));
if (!parsed.ok) throw new Error('The bundled list is not valid: npm run data:check says why.');
const list = values.drafts ? withDrafts(parsed.value) : parsed.value;
const index = openIndex(compileIndex(list));

for (const language of list.head.languages) {
  const texts = labelledExamples(publishedClaims(list), parsed.examples, language);
  const score = sumScores(texts.map((text) => scoreText(text, annotateText(index, text))));
  console.log(`${language}, ${String(texts.length)} examples: ${describeScore(score)}`);
}
const texts = await readSourceTexts(values.texts);
if (texts === null) console.log('no texts of sources are at hand (--texts FOLDER)');
else if (readWholeTexts(list, index, texts)) process.exitCode = 1;
