/** How well a list is matched: labelled texts read as the extension reads a page. */
import type { IsoDate } from '../core/claims/date.ts';
import type { Claim, ClaimId } from '../core/claims/claim.ts';
import type { ClaimList } from '../core/claims/claim-list.ts';
import type { ClaimExamples } from '../core/claims/example.ts';
import type { ClaimIndex } from '../core/matching/claim-index.ts';
import { findClaims } from '../core/matching/find-claims.ts';
import type { Annotation, LabelledText, Score } from './score-annotations.ts';

/** One empty line or more, which may hold spaces. */
const PARAGRAPH_BREAK = /\r?\n(?:[^\S\n]*\r?\n)+/gu;

/** A text as a page would give it; without a language each paragraph tells its own. */
type PageText = Pick<LabelledText, 'title' | 'text'> & {
  readonly lang: string | null;
  readonly date?: IsoDate;
};

/** An annotation and how like its claim the words are: 1 is best. */
export type TextAnnotation = Annotation & { readonly similarity: number };

/** A block that a text is read in, and where it begins in it. */
export type Paragraph = { readonly text: string; readonly start: number };

/** What stands between empty lines, in order; all of it that is not white space. */
export function splitParagraphs(text: string): readonly Paragraph[] {
  const breaks = [...text.matchAll(PARAGRAPH_BREAK)];
  const starts = [0, ...breaks.map((match) => match.index + match[0].length)];
  const ends = [...breaks.map(({ index }) => index), text.length];
  return starts
    .map((start, at) => ({ text: text.slice(start, ends[at]), start }))
    .filter((paragraph) => paragraph.text.trim() !== '');
}

/** What is found in a text of paragraphs, with offsets into the whole of it. */
export function annotateText(
  index: ClaimIndex,
  { title, lang, date, text }: PageText,
): readonly TextAnnotation[] {
  const paragraphs = splitParagraphs(text);
  const blocks = paragraphs.map((paragraph) => ({ text: paragraph.text, isHeading: false }));
  const about = { language: lang, title, ...(date !== undefined && { date }) };
  return findClaims(index, { ...about, before: '', blocks }).flatMap((matches, block) => {
    const start = paragraphs[block]?.start ?? 0;
    return matches.map(({ claim, stance, similarity, span }) => ({
      claim,
      stance,
      similarity,
      start: start + span.start,
      end: start + span.end,
    }));
  });
}

/**
 * The examples of `claims` in one language. Another claim of the same family would not be wrong to
 * mark: strengths of one matter shade into each other.
 */
export function labelledExamples(
  claims: readonly Claim[],
  examples: ReadonlyMap<ClaimId, ClaimExamples>,
  lang: string,
): readonly LabelledText[] {
  return claims.flatMap((claim) => {
    const own = examples.get(claim.id)?.[lang];
    if (own === undefined) return [];
    const family = claims.filter(({ strength }) => strength.family === claim.strength.family);
    const accept = family.map(({ id }) => id);
    const page = { lang, title: '', accept };
    return [
      ...own.matches.map(({ text, quote, stance }, at) => ({
        ...page,
        id: `${claim.id} ${lang} match ${String(at)}`,
        text,
        labels: [{ claim: claim.id, quote, stance }],
        note: '',
      })),
      ...own.nearMisses.map(({ text, why }, at) => ({
        ...page,
        accept: [],
        id: `${claim.id} ${lang} near-miss ${String(at)}`,
        text,
        labels: [],
        note: why,
      })),
    ];
  });
}

/** The published claims, as a reader gets them. */
export function publishedClaims({ claims }: ClaimList): readonly Claim[] {
  return claims.filter(({ publication }) => publication.status === 'published');
}

/** The list with every draft published, so that drafts can be measured; no build is made of it. */
export function withDrafts(list: ClaimList): ClaimList {
  const publication = { status: 'published' } as const;
  return { ...list, claims: list.claims.map((claim) => ({ ...claim, publication })) };
}

/** One line: each share with its counts. */
export function describeScore(score: Score): string {
  const share = (name: string, value: number, part: number, whole: number) =>
    `${name} ${value.toFixed(2)} (${String(part)} of ${String(whole)})`;
  const { foundCount, wrongCount } = score;
  return [
    share('precision', score.precision, foundCount, foundCount + wrongCount),
    share('recall', score.recall, foundCount, score.labelCount),
    share('stance', score.stanceAccuracy, score.rightStanceCount, foundCount),
    share('asserts', score.assertedPrecision, score.rightlyAssertedCount, score.assertedCount),
  ].join(', ');
}
