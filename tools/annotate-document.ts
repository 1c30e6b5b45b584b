/** One document of a line of JSON -> one line of JSON with what was found in it. */
import * as v from 'valibot';
import { IsoDate } from '../core/claims/date.ts';
import type { ClaimIndex } from '../core/matching/claim-index.ts';
import { pageLanguage } from '../core/matching/page-language.ts';
import { detectLanguage } from './detect-language.ts';
import { annotateText, type TextAnnotation } from './measure-list.ts';

/** `2025-06-27`, before any time of day. */
const ISO_DAY_LENGTH = 10;

/** A line of the input; paragraphs of `text` are parted by an empty line. */
const DocumentLine = v.strictObject({
  id: v.string(),
  title: v.optional(v.string(), ''),
  /** BCP 47; without it the language is detected. */
  lang: v.optional(v.nullable(v.string()), null),
  /** The day of the text, or a time of that day (ISO 8601); what it is not says nothing. */
  date: v.optional(v.nullable(v.string()), null),
  text: v.string(),
});

export type AnnotatedLine =
  { readonly ok: true; readonly line: string } | { readonly ok: false; readonly reason: string };

/** What each of `indexes` finds in a text, in its order. */
export function annotateWith(
  indexes: readonly ClaimIndex[],
  page: Parameters<typeof annotateText>[1],
): readonly TextAnnotation[] {
  return indexes
    .flatMap((index) => annotateText(index, page))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The line for a document, as `npm run annotate -- --jsonl` prints it; why there is none. */
export async function annotateDocument(
  indexes: readonly ClaimIndex[],
  line: string,
): Promise<AnnotatedLine> {
  const read = parseJson(line);
  if (!read.ok) return { ok: false, reason: 'expected JSON' };
  const parsed = v.safeParse(DocumentLine, read.value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return { ok: false, reason: `${v.getDotPath(issue) ?? 'the line'}: ${issue.message}` };
  }
  const { id, title, text } = parsed.output;
  const date = v.safeParse(IsoDate, parsed.output.date?.slice(0, ISO_DAY_LENGTH));
  const lang = await pageLanguage(parsed.output.lang, [text], detectLanguage);
  const annotations = annotateWith(indexes, {
    title,
    lang,
    text,
    ...(date.success && { date: date.output }),
  }).map(({ claim, stance, similarity, start, end }) => ({
    claim,
    stance,
    similarity,
    start,
    end,
    exact: text.slice(start, end),
  }));
  return { ok: true, line: JSON.stringify({ id, annotations }) };
}

function parseJson(text: string): { readonly ok: true; readonly value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}
