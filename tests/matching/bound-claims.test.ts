/** What is not even scored would not have been found: the bundled list on texts of every language. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimBounds } from '../../core/matching/bound-claims.ts';
import { openIndex, type LanguagePack } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { sentenceReader } from '../../core/matching/read-sentences.ts';
import { CONTEXT_SENTENCE_COUNT } from '../../core/matching/score-match.ts';
import { partiesOf, windowScorer } from '../../core/matching/score-window.ts';
import { NO_PARTIES, shortlister, type Shortlisted } from '../../core/matching/shortlist.ts';
import { readOwnSet } from '../../tools/bench/own-sets.ts';
import { splitParagraphs, withDrafts } from '../../tools/measure-list.ts';
import { readListFolder } from '../../tools/read-list.ts';

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const list = withDrafts(parsed.value);
const index = openIndex(compileIndex(list));

/** A block with what stands around it. */
type Placed = { readonly title: string; readonly before: string; readonly text: string };

/** Reads blocks with the bounds and without. */
function comparer(pack: LanguagePack) {
  const bounds = claimBounds(index, pack);
  if (bounds === null) throw new Error('the list names nobody');
  const unbounded = shortlister(pack, null);
  const bounded = shortlister(pack, bounds);
  const readSentences = sentenceReader(pack.lexicon);
  const scoreWindow = windowScorer(index, pack);
  const allOf = (text: string) => {
    const sentences = readSentences(text);
    return sentences.slice(0, sentences.spans.length);
  };

  /** How many windows put something, and how many were likely to, without the bounds and with them. */
  return ({ title, before, text }: Placed) => {
    const sentences = readSentences(text);
    const windowsOf = (shortlisted: Shortlisted) =>
      shortlisted.windowsOf === null ? [] : [...shortlisted.windowsOf(sentences.spans)];
    const near = bounded(title, NO_PARTIES).parties | bounded(before, NO_PARTIES).parties;
    const all = windowsOf(unbounded(text, NO_PARTIES));
    const left = windowsOf(bounded(text, near));
    const put = all.filter(({ first, last, wordings }) => {
      const [head, ...rest] = sentences.slice(first, last + 1);
      if (head === undefined) return false;
      const context = {
        titleParties: () => partiesOf(allOf(title)),
        sentences: () =>
          [...allOf(before), ...sentences.slice(0, first)].slice(-CONTEXT_SENTENCE_COUNT),
      };
      return scoreWindow([head, ...rest], context, wordings).length > 0;
    });
    for (const window of put) expect(left, JSON.stringify([before, text])).toContainEqual(window);
    return { put: put.length, all: all.length, left: left.length };
  };
}

const SETS = ['list-dev', 'list-dev-2'] as const;

describe.each([...index.packs])('claimBounds, %s', (language, pack) => {
  const compare = comparer(pack);
  const texts = SETS.flatMap((set) => readOwnSet(set, language));
  const placed = texts.flatMap(({ title, text }): readonly Placed[] => {
    const blocks = splitParagraphs(text).map((block) => block.text);
    return blocks.map((block, at) => ({ title, before: blocks[at - 1] ?? '', text: block }));
  });

  it('leaves out no window that puts a claim, and some that put none', () => {
    const sums = { put: 0, all: 0, left: 0 };
    for (const block of placed) {
      const { put, all, left } = compare(block);
      sums.put += put;
      sums.all += all;
      sums.left += left;
    }
    console.log(
      `${language}: of ${String(sums.all)} likely windows ${String(sums.left)} are scored, ${String(sums.put)} put a claim`,
    );
    expect(sums.put).toBeGreaterThan(0);
    expect(sums.left).toBeLessThan(sums.all);
  });

  it('leaves none out of pieces of wordings', () => {
    const wordings = list.claims.flatMap((claim) => [
      ...(claim.wordings[language]?.texts ?? []),
      ...(claim.nearMisses[language] ?? []),
    ]);
    const anyPiece = fc
      .tuple(fc.constantFrom(...wordings), fc.nat({ max: 4 }), fc.nat({ max: 4 }))
      .map(([text, start, end]) => {
        const words = text.split(' ');
        return words.slice(start, words.length - end).join(' ');
      });
    const anySentence = fc
      .array(fc.oneof(anyPiece, fc.constantFrom(...placed.map(({ text }) => text.slice(0, 80)))), {
        minLength: 1,
        maxLength: 2,
      })
      .map((pieces) => `${pieces.join(' ')}. `);
    const anyText = fc
      .array(anySentence, { minLength: 1, maxLength: 4 })
      .map((all) => all.join(''));
    let putCount = 0;
    fc.assert(
      fc.property(anyPiece, anyText, anyText, (title, before, text) => {
        putCount += compare({ title, before, text }).put;
      }),
    );
    expect(putCount).toBeGreaterThan(0);
  });
});
