import { describe, expect, it, test } from 'vitest';
import { stateOfMatter, type MatterLine } from '../../core/claims/state-of-matter.ts';
import { BOATS, changed, fictionalFiles, fictionalFinding, listOf } from './fictional-list.ts';

const printed = (date: string) => ({ basis: 'printed', date });

/** An appearance of the fictional claim, made and perhaps withdrawn on the given days. */
function appearance(firmness: string, date: string, withdrawnOn?: string) {
  const [base] = fictionalFiles()[BOATS].appearances;
  const withdrawn =
    withdrawnOn === undefined
      ? {}
      : { withdrawn: { datePublished: printed(withdrawnOn), sources: ['lake-courier'] } };
  return { ...base, firmness, datePublished: printed(date), ...withdrawn };
}

/** The fictional claim with these appearances and findings, the outcome fitting them. */
function stateOf(
  appearances: readonly unknown[],
  findings: readonly { readonly bearing: string }[] = [],
  responses: readonly unknown[] = fictionalFiles()[BOATS].responses,
) {
  const contradicted = findings.some(({ bearing }) => bearing === 'contradicts-response');
  const answered = responses.length > 0 ? 'answered' : 'open';
  let files = changed(fictionalFiles(), BOATS, 'appearances', appearances);
  files = changed(files, BOATS, 'findings', findings);
  files = changed(files, BOATS, 'responses', responses);
  files = changed(files, BOATS, 'publication', { status: 'draft', reason: 'For a test.' });
  files = changed(files, BOATS, 'status.outcome', contradicted ? 'contradicted' : answered);
  const claim = listOf(files).claims.find(({ id }) => id === 'lantern-boats-crossed');
  if (claim === undefined) throw new Error('the fixture has no such claim');
  return stateOfMatter(claim);
}

function describeLine(line: MatterLine): string {
  switch (line.kind) {
    case 'response':
      return `response ${line.response.datePublished.date}`;
    case 'claimant':
      return `claimant ${line.position} ${line.appearance.datePublished.date}`;
    case 'finding':
      return `finding ${line.finding.bearing}`;
    case 'no-finding':
      return `no finding as of ${line.asOf}`;
  }
}

const linesOf = (state: ReturnType<typeof stateOf>) => state.lines.map(describeLine);

const RESPONSE = 'response 2031-05-03';
const NO_FINDING = 'no finding as of 2031-06';
const SUPPORTS = 'finding supports-response';
const CONTRADICTS = 'finding contradicts-response';
const INCONCLUSIVE = 'finding inconclusive';

/** What the claimant did -> the appearance, the line it gives, and whether that precedes the response. */
// prettier-ignore
const CLAIMANTS = [
  ['maintains, before the response', appearance('asserts', '2031-05-01'), 'claimant asserts 2031-05-01', true],
  ['maintains, after the response', appearance('asserts', '2031-05-10'), 'claimant asserts 2031-05-10', false],
  ['hedges', appearance('hedges', '2031-05-01'), 'claimant hedges 2031-05-01', true],
  ['asks', appearance('asks', '2031-05-10'), 'claimant asks 2031-05-10', false],
  ['withdrew, after the response', appearance('asserts', '2031-05-01', '2031-05-09'), 'claimant withdrew 2031-05-01', false],
  ['withdrew, before the response', appearance('asserts', '2031-05-01', '2031-05-02'), 'claimant withdrew 2031-05-01', true],
] as const;

describe.each(CLAIMANTS)('a claimant who %s', (_, made, line, first) => {
  const byDate = first ? [line, RESPONSE] : [RESPONSE, line];

  test('without a finding: positions by date, then that there is none; nothing leads', () => {
    const state = stateOf([made]);
    expect(linesOf(state)).toEqual([...byDate, NO_FINDING]);
    expect(state.leads).toBe('even');
  });

  test('with an inconclusive finding: positions by date, then the finding; nothing leads', () => {
    const state = stateOf([made], [fictionalFinding('inconclusive')]);
    expect(linesOf(state)).toEqual([...byDate, INCONCLUSIVE]);
    expect(state.leads).toBe('even');
  });

  test('with a finding that contradicts the response: it comes first and leads', () => {
    const state = stateOf([made], [fictionalFinding('contradicts-response')]);
    expect(linesOf(state)).toEqual([CONTRADICTS, ...byDate]);
    expect(state.leads).toBe('finding');
  });

  test('with a finding that supports the response: it follows the response, which leads', () => {
    const state = stateOf([made], [fictionalFinding('supports-response')]);
    expect(linesOf(state)).toEqual([RESPONSE, SUPPORTS, line]);
    expect(state.leads).toBe('response');
  });
});

describe('findings that disagree', () => {
  const found = (...bearings: readonly string[]) =>
    stateOf(
      [appearance('asserts', '2031-05-01')],
      bearings.map((bearing) => fictionalFinding(bearing)),
    );

  it('lead when one of them contradicts the response, and that one comes first', () => {
    const state = found('inconclusive', 'supports-response', 'contradicts-response');
    expect(linesOf(state).slice(0, 3)).toEqual([CONTRADICTS, SUPPORTS, INCONCLUSIVE]);
    expect(state.leads).toBe('finding');
  });

  it('follow the response when one of them supports it, with that one next to it', () => {
    const state = found('inconclusive', 'supports-response');
    expect(linesOf(state).slice(0, 3)).toEqual([RESPONSE, SUPPORTS, INCONCLUSIVE]);
    expect(state.leads).toBe('response');
  });
});

describe('which appearance speaks for the claim', () => {
  // prettier-ignore
  test.each([
    ['the firmest', [['hedges', '2031-05-20'], ['asserts', '2031-05-01'], ['asks', '2031-05-21']], 'asserts 2031-05-01'],
    ['the latest of the firmest', [['asserts', '2031-05-01'], ['asserts', '2031-05-08'], ['hedges', '2031-05-09']], 'asserts 2031-05-08'],
    ['one that stands before a firmer one withdrawn', [['asserts', '2031-05-01', '2031-05-04'], ['reports', '2031-05-02']], 'reports 2031-05-02'],
    ['the latest withdrawn where none stands', [['asserts', '2031-05-01', '2031-05-09'], ['hedges', '2031-05-02', '2031-05-05']], 'withdrew 2031-05-02'],
  ] as const)('%s', (_, made, expected) => {
    const state = stateOf(
      made.map(([firmness, date, withdrawnOn]) => appearance(firmness, date, withdrawnOn)),
    );
    expect(linesOf(state).filter((line) => line.startsWith('claimant'))).toEqual([
      `claimant ${expected}`,
    ]);
  });
});

describe('a record with a side missing', () => {
  it('shows the claimant alone when nobody has answered', () => {
    const state = stateOf([appearance('asserts', '2031-05-01')], [], []);
    expect(linesOf(state)).toEqual(['claimant asserts 2031-05-01', NO_FINDING]);
    expect(state.leads).toBe('even');
  });

  it('lets no response lead that is not there, whatever a finding supports', () => {
    const state = stateOf(
      [appearance('asserts', '2031-05-01')],
      [fictionalFinding('supports-response')],
      [],
    );
    expect(linesOf(state)).toEqual(['claimant asserts 2031-05-01', SUPPORTS]);
    expect(state.leads).toBe('even');
  });

  it('says that there is no finding even where it has nothing else to say', () => {
    expect(linesOf(stateOf([], [], []))).toEqual([NO_FINDING]);
  });
});
