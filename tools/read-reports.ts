/** Files that anybody may have written -> reports, each with where it came from, or why it is none. */
import * as v from 'valibot';
import { OutgoingReport, REPORT_PARTS, type ReportPart } from '../core/claims/outgoing-report.ts';
import { outgoingOf, readCollection } from '../core/claims/report-collection.ts';
import { reportTarget, ReportId } from '../core/claims/report.ts';
import { harmlessText } from '../core/claims/text.ts';

/** A report that came in, and where it stands: `reports.ndjson:3`. */
export type IncomingReport = { readonly from: string; readonly report: OutgoingReport };
export type RefusedReport = { readonly from: string; readonly why: string };
export type ReadReports = {
  readonly reports: readonly IncomingReport[];
  readonly refused: readonly RefusedReport[];
};

/** Longest file, in UTF-16 units. */
const MAX_FILE_LENGTH = 100_000_000;
/** Longest body of an issue that is read; GitHub takes 65,536 characters. */
const MAX_ISSUE_LENGTH = 70_000;

/** An issue as `gh issue list --json number,body` or GitHub's API gives it. */
const Issue = v.looseObject({
  number: v.pipe(v.number(), v.integer()),
  body: v.nullable(v.pipe(v.string(), v.maxLength(MAX_ISSUE_LENGTH))),
});
/** A line of the receiver's file. */
const ReceivedLine = v.looseObject({ received: v.string(), report: v.unknown() });

/**
 * Reads one file: a report, a list of them, all reports of a device, the receiver's lines, or issues.
 * `labels` are those of the form (`.github/ISSUE_TEMPLATE/report.yml`). Never throws.
 */
export function readReports(
  name: string,
  text: string,
  labels: ReadonlyMap<string, ReportPart>,
): ReadReports {
  if (text.length > MAX_FILE_LENGTH) {
    return { reports: [], refused: [{ from: name, why: 'the file is too large' }] };
  }
  const collection = readCollection(text);
  if (collection !== null) {
    const reports = outgoingOf(collection).map((report, at) => ({
      from: `${name}#${String(at)}`,
      report,
    }));
    const why = `${String(collection.refusedCount)} entries that are no reports`;
    return { reports, refused: collection.refusedCount === 0 ? [] : [{ from: name, why }] };
  }
  const reports: IncomingReport[] = [];
  const refused: RefusedReport[] = [];
  for (const { from, value } of entriesOf(name, text)) {
    const read = readEntry(value, labels);
    if (typeof read === 'string') refused.push({ from, why: read });
    else reports.push({ from, report: read });
  }
  return { reports, refused };
}

type Entry = { readonly from: string; readonly value: unknown };

/** The values of a file: one, the parts of a list, or one a line. */
function entriesOf(name: string, text: string): readonly Entry[] {
  const whole = parseJson(text);
  if (whole !== undefined) {
    const values: readonly unknown[] = Array.isArray(whole) ? whole : [whole];
    return values.map((value, at) => ({ from: `${name}#${String(at)}`, value }));
  }
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    return [{ from: `${name}:${String(at + 1)}`, value: parseJson(line) }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The report that an entry is, or why it is none. */
function readEntry(
  value: unknown,
  labels: ReadonlyMap<string, ReportPart>,
): OutgoingReport | string {
  if (value === undefined) return 'it is not JSON';
  const line = v.safeParse(ReceivedLine, value);
  const parsed = v.safeParse(OutgoingReport, line.success ? line.output.report : value);
  if (parsed.success) return parsed.output;
  const issue = v.safeParse(Issue, value);
  if (issue.success) return readIssue(issue.output.body ?? '', labels);
  const [first] = parsed.issues;
  return `${v.getDotPath(first) ?? 'the whole'}: ${first.message}`;
}

/** What GitHub writes where a field was left empty. */
const EMPTY_FIELD = '_No response_';

/** What an issue of the form says, as a report; or why it is none. */
export function readIssue(
  body: string,
  labels: ReadonlyMap<string, ReportPart>,
): OutgoingReport | string {
  const parts = new Map<ReportPart, string>();
  let part: ReportPart | null = null;
  for (const line of harmlessText(body).split('\n')) {
    const heading = /^### (.+)$/u.exec(line)?.[1]?.trim();
    const next = heading === undefined ? undefined : labels.get(heading);
    // Each once, so that no field's text can stand in for another.
    if (next !== undefined && !parts.has(next)) {
      part = next;
      parts.set(part, '');
    } else if (part !== null) parts.set(part, `${parts.get(part) ?? ''}${line}\n`);
  }
  const textOf = (wanted: ReportPart) => {
    const text = (parts.get(wanted) ?? '').trim();
    return text === EMPTY_FIELD ? '' : text.replace(/^```text\n([\s\S]*)\n```$/u, '$1');
  };
  const id = v.safeParse(ReportId, textOf('report'));
  if (!id.success) return 'the issue has no id of a report';
  const [before = '', after = ''] = textOf('surroundings').split('[…]', 2);
  const passage = textOf('passage');
  const [list = '', version = ''] = textOf('list').split(' ', 2);
  const claim = textOf('known-claim');
  const problem = textOf('problem');
  // When it was written stands nowhere in an issue: the earliest there is, so that a file is newer.
  const unknown = new Date(0).toISOString();
  const parsed = v.safeParse(OutgoingReport, {
    format: 'rejoinder-report/2',
    id: id.output,
    created: unknown,
    changed: unknown,
    list: { id: list, version },
    concern: concernOf(claim, problem),
    target: reportTarget({
      address: textOf('address') || null,
      canonical: null,
      title: textOf('page'),
      language: textOf('language') || null,
      date: textOf('date') || null,
      quote: passage === '' ? null : { exact: passage, prefix: before, suffix: after },
    }),
    claim: textOf('claim'),
    claimant: textOf('claimant'),
    response: textOf('response') || null,
    note: textOf('note'),
  });
  if (parsed.success) return parsed.output;
  const [first] = parsed.issues;
  return `${v.getDotPath(first) ?? 'the whole'}: ${first.message}`;
}

function concernOf(claim: string, problem: string): unknown {
  if (claim === '') return { kind: 'new-claim' };
  return problem === '' ? { kind: 'new-wording', claim } : { kind: 'problem', claim, problem };
}

/** The labels of the form's fields, from its text: what an issue has for headings. */
export function readFormLabels(form: string): ReadonlyMap<string, ReportPart> {
  const fields = form.matchAll(/^ {4}id: (.+)\n {4}attributes:\n {6}label: (.+)$/gmu);
  return new Map(
    [...fields].flatMap(([, id, label]) => {
      const part = REPORT_PARTS.find((name) => name === id);
      return part !== undefined && label !== undefined ? [[label, part] as const] : [];
    }),
  );
}
