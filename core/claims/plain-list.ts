/** A plain list: claims as bare sentences, one JSON object a line, without anything to answer them. */
import * as v from 'valibot';

/** A claim of a plain list. Its text is whatever somebody wrote down, in any language. */
export type PlainClaim = {
  readonly id: string;
  readonly text: string;
  /** The headline of what was written about it. */
  readonly title: string | null;
  /** The language of its text as the list says it, which is not checked. */
  readonly lang: string | null;
};

/** What is wrong with one line; lines are counted from 1. */
export type PlainListError = {
  readonly line: number;
  readonly expected: string;
};

export type ParsedPlainList =
  | { readonly ok: true; readonly value: readonly PlainClaim[] }
  | { readonly ok: false; readonly errors: readonly PlainListError[] };

const filled = v.pipe(v.string('text'), v.minLength(1, 'text that is not empty'));
const orNothing = v.nullish(v.string('text'), null);

/** Other fields are let through unread: such lists come from many hands. */
const PlainClaimLine = v.object(
  { id: filled, text: filled, title: orNothing, lang: orNothing },
  'an object with "id" and "text"',
);

/**
 * Reads lines of `{"id","text","title"?,"lang"?}`; empty lines are passed over. Every line that is
 * wrong is an error that names it. A line whose id was there before is one too, unless such lines
 * are to be passed over.
 */
export function parsePlainList(
  lines: Iterable<string>,
  repeats: 'refused' | 'passed over' = 'refused',
): ParsedPlainList {
  const claims: PlainClaim[] = [];
  const errors: PlainListError[] = [];
  const lineOfId = new Map<string, number>();
  let line = 0;
  for (const text of lines) {
    line++;
    if (text.trim() === '') continue;
    const parsed = parseLine(text);
    if (typeof parsed === 'string') {
      errors.push({ line, expected: parsed });
      continue;
    }
    const first = lineOfId.get(parsed.id);
    if (first !== undefined) {
      if (repeats === 'passed over') continue;
      errors.push({ line, expected: `an id that line ${String(first)} does not have` });
      continue;
    }
    lineOfId.set(parsed.id, line);
    claims.push(parsed);
  }
  return errors.length === 0 ? { ok: true, value: claims } : { ok: false, errors };
}

/** The claim of one line, or what was expected of it. */
function parseLine(line: string): PlainClaim | string {
  const read = parseJson(line);
  if (read === undefined) return 'JSON';
  const parsed = v.safeParse(PlainClaimLine, read);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue);
  return field === null ? issue.message : `${field}: ${messageOf(issue)}`;
}

/** A field that is missing is named by the object, not by its own schema. */
function messageOf(issue: v.BaseIssue<unknown>): string {
  return issue.received === 'undefined' ? 'this field' : issue.message;
}

/** JSON has no undefined, so that it stands for what is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
