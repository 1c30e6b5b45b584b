/** unknown -> ClaimList, or every error with its file, its field and what was expected. */
import { Claim, MAX_PRESS_QUOTATION_LENGTH, type ClaimId } from './claim.ts';
import {
  ListHead,
  quotationsOf,
  sourceReferencesOf,
  STATEMENT_PARTS,
  type ClaimList,
} from './claim-list.ts';
import { findCopiedWordings, findDuplicates } from './compare-texts.ts';
import { isAfter, isToTheMonth } from './date.ts';
import { ClaimExamples } from './example.ts';
import { parseFile, type ListError } from './parse-file.ts';
import { ReportOutcomes } from './report-outcome.ts';
import { isPress, Sources, type PartyId } from './source.ts';

/** The examples are no part of the list: they measure how well it is matched. */
export type ParsedList =
  | {
      readonly ok: true;
      readonly value: ClaimList;
      readonly examples: ReadonlyMap<ClaimId, ClaimExamples>;
    }
  | { readonly ok: false; readonly errors: readonly ListError[] };

const HEAD_FILE = 'list.json';
const SOURCES_FILE = 'sources.json';
/** Need not be there. */
const OUTCOMES_FILE = 'outcomes.json';
const CLAIM_FILE = /^claims\/([^/]+)\.json$/u;
const EXAMPLE_FILE = /^examples\/([^/]+)\.json$/u;

/**
 * Validates the files of one list, given as parsed JSON by their path below the list's folder.
 * Never throws: every problem of every file is in `errors`.
 */
export function parseList(files: Readonly<Record<string, unknown>>): ParsedList {
  const errors: ListError[] = [];
  const head = parseFile(ListHead, HEAD_FILE, files[HEAD_FILE], errors);
  const sources = parseFile(Sources, SOURCES_FILE, files[SOURCES_FILE], errors);
  const outcomes =
    files[OUTCOMES_FILE] === undefined
      ? null
      : parseFile(ReportOutcomes, OUTCOMES_FILE, files[OUTCOMES_FILE], errors);
  const claims = new Map<string, Claim>();
  const exampleFiles = new Map<string, ClaimExamples>();
  for (const file of Object.keys(files).toSorted()) {
    if (file === HEAD_FILE || file === SOURCES_FILE || file === OUTCOMES_FILE) continue;
    const exampleOf = EXAMPLE_FILE.exec(file)?.[1];
    if (exampleOf !== undefined) {
      const parsed = parseFile(ClaimExamples, file, files[file], errors);
      if (parsed !== null) exampleFiles.set(exampleOf, parsed);
      continue;
    }
    const id = CLAIM_FILE.exec(file)?.[1];
    if (id === undefined) {
      const expected = `${HEAD_FILE}, ${SOURCES_FILE}, ${OUTCOMES_FILE}, claims/<claim-id>.json or examples/<claim-id>.json`;
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
  const list: ClaimList = {
    head,
    sources,
    claims: inOrder,
    ...(outcomes !== null && { outcomes }),
  };
  checkOutcomes(list, errors);
  checkSources(list, errors);
  for (const [file, claim] of claims) {
    checkClaim(list, claim, (field, expected, received) => {
      errors.push({ file, field, expected, received });
    });
  }
  const examples = new Map<ClaimId, ClaimExamples>();
  for (const [id, parsed] of exampleFiles) {
    const claim = inOrder.find((candidate) => candidate.id === id);
    if (claim !== undefined) examples.set(claim.id, parsed);
    checkExamples(list, id, parsed, errors);
  }
  errors.push(...findDuplicates(list, examples), ...findCopiedWordings(list, examples));
  return errors.length === 0 ? { ok: true, value: list, examples } : { ok: false, errors };
}

function checkExamples(
  { head, claims }: ClaimList,
  id: string,
  examples: ClaimExamples,
  errors: ListError[],
): void {
  const file = `examples/${id}.json`;
  if (!claims.some((claim) => claim.id === id)) {
    errors.push({ file, field: '', expected: 'a claim of that id', received: 'none' });
  }
  for (const language of Object.keys(examples)) {
    if (head.languages.includes(language)) continue;
    const expected = `a language of ${HEAD_FILE}`;
    errors.push({ file, field: language, expected, received: `'${language}'` });
  }
}

function checkOutcomes({ claims, outcomes = {} }: ClaimList, errors: ListError[]): void {
  for (const [id, outcome] of Object.entries(outcomes)) {
    if (outcome.kind === 'declined' || claims.some((claim) => claim.id === outcome.claim)) continue;
    errors.push({
      file: OUTCOMES_FILE,
      field: `${id}.claim`,
      expected: 'the id of a claim of the list',
      received: `'${outcome.claim}'`,
    });
  }
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
  claim.about.forEach((party, at) => {
    checkParty(`about.${String(at)}`, party);
  });
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
    if (standing === 'accused-party' && !isAbout(claim, party)) {
      const received = party === null ? 'null' : `'${party}'`;
      report(`responses.${String(at)}.party`, `one of ${namesOf(claim.about)}`, received);
    }
    if (standing === 'independent-body' && party !== null) {
      report(`responses.${String(at)}.party`, expected, `'${party}'`);
    }
  });
}

function isAbout({ about }: Claim, party: PartyId | null): boolean {
  return party !== null && about.includes(party);
}

function namesOf(parties: readonly PartyId[]): string {
  return parties.map((party) => `'${party}'`).join(', ');
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

/** The rules of publication (`data/POLICY.md`) that a program can check. */
function checkPublished(head: ListHead, claim: Claim, report: Report): void {
  const claimants = claim.appearances.filter(({ author, party }) => {
    const isNamed = author.name !== null || author.office !== null;
    return isNamed && !isAbout(claim, party);
  });
  if (claimants.length === 0) {
    report(
      'appearances',
      `who made the claim, named, and none of ${namesOf(claim.about)}`,
      'nobody',
    );
  }
  for (const part of STATEMENT_PARTS) {
    claim[part].forEach(({ datePublished: { date } }, at) => {
      if (!isToTheMonth(date)) {
        report(`${part}.${String(at)}.datePublished.date`, 'a month or a day', `'${date}'`);
      }
    });
  }
  if (!claim.responses.some(({ party }) => isAbout(claim, party))) {
    report('responses', `one by a side that the claim is about: ${namesOf(claim.about)}`, 'none');
  }
  if (Object.keys(claim.wordings).length === 0) {
    report('wordings', `wordings in a language of ${HEAD_FILE}`, 'none');
  }
  for (const language of head.languages) {
    if (claim.claimReviewed[language] === undefined) {
      report(`claimReviewed.${language}`, 'the claim in every language of the list', 'nothing');
    }
  }
}
