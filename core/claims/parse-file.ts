/** The parsed JSON of one file -> what its schema makes of it, or every error with its field. */
import * as v from 'valibot';

/** One thing that is wrong in one file of a list. */
export type ListError = {
  /** The path below the list's folder: `claims/some-claim.json`. */
  readonly file: string;
  /** The path inside the file, dotted: `responses.0.kind`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: string;
  readonly received: string;
};

/** Longest value that an error repeats; the rest of a long text says nothing more. */
const MAX_RECEIVED_LENGTH = 60;

/** How an editor calls what valibot calls so. */
const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ['Object', 'an object'],
  ['Array', 'a list'],
  ['string', 'text'],
  ['number', 'a number'],
]);

/** `file: field: expected …, but got …` */
export function formatListError({ file, field, expected, received }: ListError): string {
  const place = field === '' ? file : `${file}: ${field}`;
  return `${place}: expected ${expected}, but got ${received}`;
}

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  // An error is read in a terminal, which such characters would make show something else.
  const text = JSON.stringify(value).replaceAll(
    /\p{Bidi_Control}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return text.length > MAX_RECEIVED_LENGTH ? `${text.slice(0, MAX_RECEIVED_LENGTH)}…` : text;
}

function describeIssue(issue: v.BaseIssue<unknown>): Pick<ListError, 'expected' | 'received'> {
  const received = describeValue(issue.input);
  if (issue.kind === 'validation') return { expected: issue.message, received };
  if (issue.expected === 'never') return { expected: 'no such field', received: 'one' };
  if (issue.path?.at(-1)?.origin === 'key') return { expected: 'this field', received };
  const expected = issue.expected ?? 'another value';
  return { expected: TYPE_NAMES.get(expected) ?? expected.replaceAll('"', "'"), received };
}

/**
 * What `schema` makes of the parsed JSON of one file, or null with every problem of it added to
 * `errors`.
 */
export function parseFile<S extends v.GenericSchema>(
  schema: S,
  file: string,
  value: unknown,
  errors: ListError[],
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    errors.push({ file, field: v.getDotPath(issue) ?? '', ...describeIssue(issue) });
  }
  return null;
}
