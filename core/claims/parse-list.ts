/** unknown -> ClaimList, or every error with its file, its field and what was expected. */
import * as v from 'valibot';
import { Claim, MAX_PRESS_QUOTATION_LENGTH } from './claim.ts';
import {
  ListHead,
  quotationsOf,
  sourceReferencesOf,
  STATEMENT_PARTS,
  type ClaimList,
} from './claim-list.ts';
import { isAfter } from './date.ts';
import { isPress, Sources } from './source.ts';

/** One thing that is wrong in one file of a list. */
export type ListError = {
  /** The path below the list's folder: `claims/some-claim.json`. */
  readonly file: string;
  /** The path inside the file, dotted: `responses.0.kind`; empty for the file as a whole. */
  readonly field: string;
  readonly expected: string;
  readonly received: string;
};

export type ParsedList =
  | { readonly ok: true; readonly value: ClaimList }
  | { readonly ok: false; readonly errors: readonly ListError[] };

const HEAD_FILE = 'list.json';
const SOURCES_FILE = 'sources.json';
const CLAIM_FILE = /^claims\/([^/]+)\.json$/u;

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

function parseFile<S extends v.GenericSchema>(
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

/**
 * Validates the files of one list, given as parsed JSON by their path below the list's folder.
 * Never throws: every problem of every file is in `errors`.
 */
export function parseList(files: Readonly<Record<string, unknown>>): ParsedList {
  const errors: ListError[] = [];
  const head = parseFile(ListHead, HEAD_FILE, files[HEAD_FILE], errors);
  const sources = parseFile(Sources, SOURCES_FILE, files[SOURCES_FILE], errors);
  const claims = new Map<string, Claim>();
  for (const file of Object.keys(files).toSorted()) {
    if (file === HEAD_FILE || file === SOURCES_FILE) continue;
    const id = CLAIM_FILE.exec(file)?.[1];
    if (id === undefined) {
      const expected = `${HEAD_FILE}, ${SOURCES_FILE} or claims/<claim-id>.json`;
      errors.push({ file, field: '', expected, received: 'another file' });
      continue;
    }
    const claim = parseFile(Claim, file, files[file], errors);
    if (claim === null) continue;
    if (claim.id !== id) {
      errors.push({
        file,
        field: 'id',
        expected: `'${id}', as the file`,
        received: `'${claim.id}'`,
      });
    }
    claims.set(file, claim);
  }
  if (head === null || sources === null) return { ok: false, errors };
  const inOrder = [...claims.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const list: ClaimList = { head, sources, claims: inOrder };
  checkSources(list, errors);
  for (const [file, claim] of claims) {
    checkClaim(list, claim, (field, expected, received) => {
      errors.push({ file, field, expected, received });
    });
  }
  return errors.length === 0 ? { ok: true, value: list } : { ok: false, errors };
}

function checkSources({ head, sources }: ClaimList, errors: ListError[]): void {
  for (const [id, source] of Object.entries(sources)) {
    if (source.side !== null && !Object.hasOwn(head.parties, source.side)) {
      errors.push({
        file: SOURCES_FILE,
        field: `${id}.side`,
        expected: `a party of ${HEAD_FILE}`,
        received: `'${source.side}'`,
      });
    }
  }
}

type Report = (field: string, expected: string, received: string) => void;

/** What no schema of one file can see: that ids lead somewhere, and that the parts agree. */
function checkClaim({ head, sources }: ClaimList, claim: Claim, report: Report): void {
  const checkParty = (field: string, party: string | null) => {
    if (party !== null && !Object.hasOwn(head.parties, party)) {
      report(field, `a party of ${HEAD_FILE}`, `'${party}'`);
    }
  };

  for (const { field, value: id } of sourceReferencesOf(claim)) {
    if (!Object.hasOwn(sources, id)) report(field, `an id of ${SOURCES_FILE}`, `'${id}'`);
  }
  for (const { field, value: quotation } of quotationsOf(claim)) {
    const { length } = quotation.text;
    const source = sources[quotation.source];
    if (source !== undefined && isPress(source) && length > MAX_PRESS_QUOTATION_LENGTH) {
      const expected = `at most ${String(MAX_PRESS_QUOTATION_LENGTH)} characters quoted from press`;
      report(`${field}.text`, expected, String(length));
    }
  }
  for (const language of Object.keys(claim.wordings)) {
    if (!head.languages.includes(language)) {
      report(`wordings.${language}`, `a language of ${HEAD_FILE}`, `'${language}'`);
    }
  }
  claim.participants.forEach(({ party }, at) => {
    checkParty(`participants.${String(at)}.party`, party);
  });
  checkParty('direction.from', claim.direction?.from ?? null);
  checkParty('direction.to', claim.direction?.to ?? null);
  for (const part of STATEMENT_PARTS) {
    claim[part].forEach((statement, at) => {
      const field = `${part}.${String(at)}`;
      checkParty(`${field}.party`, statement.party);
      const { words } = statement;
      if (words.form === 'quoted' && words.original === null && words.translations.length === 0) {
        report(`${field}.words`, 'an original or a translation', 'neither');
      }
      if (isAfter(statement.datePublished.date, claim.status.asOf)) {
        const expected = `a date not after status.asOf (${claim.status.asOf})`;
        report(`${field}.datePublished.date`, expected, `'${statement.datePublished.date}'`);
      }
    });
  }
  if (isAfter(claim.status.asOf, head.asOf)) {
    const expected = `a date not after asOf of ${HEAD_FILE} (${head.asOf})`;
    report('status.asOf', expected, `'${claim.status.asOf}'`);
  }
  checkIndependence(claim, report);
  checkOutcome(claim, report);
  if (claim.publication.status === 'published') checkPublished(head, claim, report);
}

function checkIndependence(claim: Claim, report: Report): void {
  const expected = 'null, as an independent body speaks for no side';
  claim.findings.forEach(({ party }, at) => {
    if (party !== null) report(`findings.${String(at)}.party`, expected, `'${party}'`);
  });
  claim.responses.forEach(({ party, standing }, at) => {
    if (standing === 'independent-body' && party !== null) {
      report(`responses.${String(at)}.party`, expected, `'${party}'`);
    }
  });
}

function checkOutcome(claim: Claim, report: Report): void {
  const contradicted = claim.findings.some(({ bearing }) => bearing === 'contradicts-response');
  const { outcome } = claim.status;
  if (contradicted && outcome !== 'contradicted' && outcome !== 'confirmed') {
    const expected = "'contradicted' or 'confirmed', as a finding contradicts the response";
    report('status.outcome', expected, `'${outcome}'`);
  }
  if (!contradicted && outcome === 'contradicted') {
    report('findings', "one that 'contradicts-response', as status.outcome says", 'none');
  }
  const confirmed =
    contradicted ||
    claim.responses.some(
      ({ kind, standing }) =>
        kind === 'confirms' && (standing === 'accused-party' || standing === 'independent-body'),
    );
  if (!confirmed && outcome === 'confirmed') {
    const expected = "one that 'confirms', by the accused party or an independent body";
    report('responses', expected, 'none');
  }
  if ((outcome === 'open') !== (claim.responses.length === 0)) {
    const expected =
      claim.responses.length === 0 ? "'open', as there is no response" : "not 'open'";
    report('status.outcome', expected, `'${outcome}'`);
  }
}

/** The rules of publication (`data/README.md`) that a program can check. */
function checkPublished(head: ListHead, claim: Claim, report: Report): void {
  if (claim.appearances.length === 0) report('appearances', 'who made the claim', 'nobody');
  if (claim.responses.length === 0) report('responses', 'at least one response', 'none');
  if (Object.keys(claim.wordings).length === 0) {
    report('wordings', `wordings in a language of ${HEAD_FILE}`, 'none');
  }
  for (const language of head.languages) {
    if (claim.claimReviewed[language] === undefined) {
      report(`claimReviewed.${language}`, 'the claim in every language of the list', 'nothing');
    }
  }
}
