/**
 * The scorecard: labelled texts (see `tests/fixtures/passages/README.md`) and pages, read as the
 * extension reads them. Only figures are printed: the texts of the test set stay unread.
 */
import { readFile } from 'node:fs/promises';
import { parseHTML } from 'linkedom';
import { describe, expect, it, test } from 'vitest';
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import type { ClaimMatch } from '../../core/matching/claim-match.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { annotateText, describeScore } from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { parseLabelledTexts, scoreText, sumScores } from '../../tools/score-annotations.ts';
import FLOORS from './passages.floor.json' with { type: 'json' };

const FIXTURES = 'tests/fixtures';

async function bundledIndex(): Promise<ClaimIndex> {
  const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
  if (!parsed.ok) throw new Error('the bundled list is not valid');
  return openIndex(compileIndex(parsed.value));
}

const index = await bundledIndex();

type Found = ClaimMatch & { readonly block: number };

function find(title: string, language: string, blocks: readonly string[]): readonly Found[] {
  const request = {
    language,
    title,
    before: '',
    blocks: blocks.map((text) => ({ text, isHeading: false })),
  };
  return findClaims(index, request).flatMap((matches, block) =>
    matches.map((match) => ({ ...match, block })),
  );
}

const FIGURES = ['precision', 'recall', 'stanceAccuracy', 'assertedPrecision'] as const;

/** The claims that these texts were labelled for; what others they make, nobody has said. */
const LABELLED: ReadonlySet<string> = new Set([
  'azerbaijan-airspace-used-2025',
  'israeli-drones-from-azerbaijan-2025',
]);

test.each(['dev', 'dev-2', 'test'] as const)(
  'the passages of %s reach their floor',
  async (set) => {
    const texts = parseLabelledTexts(
      await readFile(`${FIXTURES}/passages/${set}.en.jsonl`, 'utf8'),
    );
    const found = texts.map((text) => ({ text, annotations: annotateText(index, text) }));
    const score = sumScores(
      found.map(({ text, annotations }) =>
        scoreText(
          text,
          annotations.filter(({ claim }) => LABELLED.has(claim)),
        ),
      ),
    );
    const otherCount = found
      .flatMap(({ annotations }) => annotations)
      .filter(({ claim }) => !LABELLED.has(claim)).length;
    console.log(
      `${set}, ${String(texts.length)} texts: ${describeScore(score)}; ${String(otherCount)} marks of other claims`,
    );
    for (const figure of FIGURES) {
      expect(score[figure], figure).toBeGreaterThanOrEqual(FLOORS[set][figure]);
    }
  },
);

const inOneLine = (text: string) => text.replaceAll(/\s+/gu, ' ').trim();

describe('the sample pages', () => {
  it.each(['border-province', 'old-quarrels', 'unrelated', 'with-the-response'])(
    '%s',
    async (page) => {
      const folder = `${FIXTURES}/pages/${page}`;
      const { document } = parseHTML(await readFile(`${folder}/source.html`, 'utf8'));
      const expected: unknown = JSON.parse(await readFile(`${folder}/expected.json`, 'utf8'));
      const blocks = [...document.querySelectorAll('p, h1, h2, h3')].map(
        (element) => element.textContent,
      );
      const found = find(document.title, 'en', blocks).map(({ claim, stance, span, block }) => ({
        claim,
        stance,
        quote: inOneLine(blocks[block]?.slice(span.start, span.end) ?? ''),
      }));
      expect(expected).toMatchObject({ annotations: found });
    },
  );
});
