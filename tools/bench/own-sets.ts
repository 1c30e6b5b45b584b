/** The repository's own labelled texts, and how the list does on them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Claim } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import type { ClaimIndex } from '../../core/matching/claim-index.ts';
import { annotateText, type TextAnnotation } from '../measure-list.ts';
import {
  parseLabelledTexts,
  scoreText,
  type LabelledText,
  type TextScore,
} from '../score-annotations.ts';

const PASSAGES = fileURLToPath(new URL('../../tests/fixtures/passages', import.meta.url));

/** `list-dev` may be looked at while tuning; of `list-test` and `list-test-2` no text is ever printed. */
export const OWN_SETS = ['list-dev', 'list-dev-2', 'list-test', 'list-test-2'] as const;
export type OwnSet = (typeof OWN_SETS)[number];

/** The labelled texts of one language of a set. */
export function readOwnSet(set: OwnSet, language: string): readonly LabelledText[] {
  return parseLabelledTexts(readFileSync(join(PASSAGES, `${set}.${language}.jsonl`), 'utf8'));
}

/** A text with what was found in it. */
export type MeasuredText = {
  readonly text: LabelledText;
  readonly annotations: readonly TextAnnotation[];
  readonly score: TextScore;
};

/** How a text is read; the ablations read it in other ways. */
export type ReadText = (index: ClaimIndex, text: LabelledText) => readonly TextAnnotation[];

export function measureTexts(
  index: ClaimIndex,
  texts: readonly LabelledText[],
  read: ReadText = annotateText,
): readonly MeasuredText[] {
  return texts.map((text) => {
    const annotations = read(index, text);
    return { text, annotations, score: scoreText(text, annotations) };
  });
}

/**
 * Marks of a claim that alleges more than the text does: the text puts, or bears, a weaker claim of
 * the same matter, and not this one. Counted apart from other wrong marks.
 */
export function countStrengthErrors(
  { claims }: ClaimList,
  measured: readonly MeasuredText[],
): number {
  const strengths = new Map<string, Claim['strength']>(claims.map((own) => [own.id, own.strength]));
  return measured.reduce((sum, { text, score }) => {
    const borne = [...text.labels.map(({ claim }) => claim), ...text.accept].flatMap((claim) => {
      const strength = strengths.get(claim);
      return strength === undefined ? [] : [strength];
    });
    const stronger = score.wrong.filter(({ claim }) => {
      const own = strengths.get(claim);
      return (
        own !== undefined && borne.some((it) => it.family === own.family && it.rank < own.rank)
      );
    });
    return sum + stronger.length;
  }, 0);
}

/** Labels that are denials and were read as the page's own statement: the costliest error. */
export function countDenialsAsserted(measured: readonly MeasuredText[]): number {
  return measured
    .flatMap(({ score }) => score.labels)
    .filter(({ stance, found }) => stance === 'denies' && found === 'asserts').length;
}
