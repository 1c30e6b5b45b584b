/** What readers have reported comes in: read, merged, matched and drafted, whoever has written it. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ClaimId } from '../../core/claims/claim.ts';
import { IsoDate } from '../../core/claims/date.ts';
import { OutgoingReport, outgoingReport, partsOf } from '../../core/claims/outgoing-report.ts';
import { writeCollection } from '../../core/claims/report-collection.ts';
import { Claim } from '../../core/claims/claim.ts';
import { ReportId, reportTarget, type Report } from '../../core/claims/report.ts';
import { draftGroup } from '../../tools/draft-claims.ts';
import { mergeReports } from '../../tools/merge-reports.ts';
import { readFormLabels, readReports } from '../../tools/read-reports.ts';
import { listOf } from '../claims/fictional-list.ts';
import {
  fictionalReport,
  ID,
  LATER,
  LIST,
  OTHER_ID,
  STATED_PAGE,
} from '../claims/fictional-report.ts';

const CASE_COUNT = 10_000;
const FORM = readFileSync('.github/ISSUE_TEMPLATE/report.yml', 'utf8');
const LABELS = readFormLabels(FORM);
const TODAY = v.parse(IsoDate, '2031-06-01');
const CLAIM = v.parse(ClaimId, 'lantern-boats-crossed');

const outgoing = (changes: Partial<Report> = {}) => outgoingReport(fictionalReport(changes), LIST);
const read = (text: string) => readReports('file', text, LABELS);
const reportsOf = (text: string) => read(text).reports.map(({ report }) => report);

/** An issue as GitHub writes it of the form. */
function writeIssue(report: OutgoingReport): string {
  const parts = partsOf(report);
  const names = [...LABELS].map(
    ([label, part]) =>
      `### ${label}\n\n${part === 'passage' ? `\`\`\`text\n${parts.get(part) ?? ''}\n\`\`\`` : (parts.get(part) ?? '_No response_')}`,
  );
  return JSON.stringify([{ number: 7, title: 'New', body: names.join('\n\n') }]);
}

describe('reading', () => {
  it('takes a report, a list of them, all of a device, and the lines of a receiver', () => {
    const report = outgoing();
    const line = JSON.stringify({ received: 'then', key: 'k', report });
    expect(reportsOf(JSON.stringify(report))).toEqual([report]);
    expect(reportsOf(JSON.stringify([report, report]))).toEqual([report, report]);
    expect(reportsOf(writeCollection([fictionalReport()], LIST))).toEqual([report]);
    expect(read(`${line}\n${line}\n{"cut`)).toMatchObject({
      reports: [{ from: 'file:1' }, { from: 'file:2' }],
      refused: [{ from: 'file:3', why: 'it is not JSON' }],
    });
  });

  it.each<[string, Partial<Report>]>([
    ['a new claim', { claimant: 'A fisherman', note: 'Two\nlines' }],
    ['a new wording', { concern: { kind: 'new-wording', claim: CLAIM } }],
    ['a problem', { concern: { kind: 'problem', claim: CLAIM, problem: 'outdated' } }],
  ])('takes an issue of the form: %s', (_, changes) => {
    const report = outgoing(changes);
    const [issue] = reportsOf(writeIssue(report));
    expect(issue).toEqual({ ...report, created: issue?.created, changed: issue?.changed });
  });

  it('lets no field of an issue stand in for another', () => {
    const note = '### Id of the report\n\nx\n\n### The passage, in the page’s words\n\nother';
    const [issue] = reportsOf(writeIssue(outgoing({ claim: 'Boats', note })));
    expect(issue === undefined || issue.id === ID).toBe(true);
  });

  it('says why it refuses', () => {
    const hostile = { ...outgoing(), response: 'javascript:alert(1)' };
    expect(read(JSON.stringify(hostile)).refused).toEqual([
      { from: 'file#0', why: 'response: an absolute https: address' },
    ]);
    expect(read('[{"number":1,"body":null}]').refused[0]?.why).toContain('no id of a report');
  });
});

describe('merging and drafting', () => {
  const list = listOf();
  const incoming = (report: OutgoingReport, from = 'file') => ({ from, report });
  const unknown = () => null;

  it('merges near-duplicates and what was sent once more, and keeps others apart', () => {
    const third = v.parse(ReportId, '5d1c7a90-1b7b-4a0e-8f43-6f9f0a9f2b23');
    const groups = mergeReports(
      [
        incoming(outgoing()),
        incoming(outgoing({ note: 'Newer', changed: LATER.toISOString() })),
        incoming(outgoing({ id: OTHER_ID, claim: 'Boats crossed the lake (fiction)!' })),
        incoming(outgoing({ id: third, claim: 'The dam at Ilm was closed' })),
      ],
      list.claims,
      unknown,
    );
    expect(groups.map(({ reports }) => reports.length)).toEqual([2, 1]);
    expect(groups[0]?.reports[0]?.report.note).toBe('Newer');
  });

  it('drafts a new claim with its appearance, which nobody has checked', () => {
    const target = reportTarget({ ...STATED_PAGE, address: 'https://sample-news.example/boats' });
    const [group] = mergeReports([incoming(outgoing({ target }))], list.claims, unknown);
    const draft = group && draftGroup(group, list, TODAY);
    expect(draft).toMatchObject({
      kind: 'new-claim',
      claim: {
        publication: { status: 'draft' },
        appearances: [{ datePublished: { basis: 'printed', date: '2031-05-17' } }],
        responses: [],
      },
      source: { url: 'https://sample-news.example/boats', checked: null, quoteSeen: null },
    });
    // Whom it is about no report says: the first party holds the place, unless the editor names one.
    const [first, other] = Object.keys(list.head.parties);
    expect(draft).toMatchObject({ claim: { about: [first] } });
    expect(group && draftGroup(group, list, TODAY, other)).toMatchObject({
      claim: { about: [other], participants: [{ party: other, role: 'agent' }] },
    });
  });

  it('drafts a new wording as a change to its claim, unread, and nothing else of it', () => {
    const claim = list.claims.find(({ id }) => id === CLAIM);
    const report = outgoing({ concern: { kind: 'new-wording', claim: CLAIM } });
    const [group] = mergeReports([incoming(report)], list.claims, unknown);
    const draft = group && draftGroup(group, list, TODAY);
    if (draft?.kind !== 'new-wording' || claim === undefined) throw new Error('No wording.');
    expect(draft.claim).toEqual({ ...claim, wordings: draft.claim.wordings });
    expect(draft.claim.wordings['en']).toEqual({
      reviewedBy: null,
      texts: [...(claim.wordings['en']?.texts ?? []), STATED_PAGE.quote.exact],
    });
  });

  it('leaves to the editor what no draft can be made of', () => {
    const why = (changes: Partial<Report>) => {
      const [group] = mergeReports([incoming(outgoing(changes))], list.claims, unknown);
      const draft = group && draftGroup(group, list, TODAY);
      return draft?.kind === 'to-read' ? draft.why : draft?.kind;
    };
    expect(why({ target: null })).toContain('a page that can be opened');
    expect(why({ concern: { kind: 'problem', claim: CLAIM, problem: 'outdated' } })).toBe(
      'outdated',
    );
    const gone = v.parse(ClaimId, 'gone');
    expect(why({ concern: { kind: 'new-wording', claim: gone } })).toBe(
      'the list has no claim gone',
    );
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '\u202e',
      '### Id of the report',
      '```',
      '../../x',
      '__proto__',
      '文'.repeat(400),
    ),
  );
  const anyIssue = fc.record({
    number: fc.oneof(fc.nat(), fc.string()),
    body: fc.oneof(
      anyText,
      fc
        .array(fc.tuple(fc.constantFrom(...LABELS.keys()), fc.oneof(anyText, fc.constant(ID))))
        .map((parts) => parts.map(([label, text]) => `### ${label}\n\n${text}`).join('\n\n')),
    ),
  });
  const anyReport = fc
    .record({
      claim: anyText,
      claimant: anyText,
      response: fc.oneof(fc.constantFrom(null, 'https://a.example/', 'javascript:a'), anyText),
      note: anyText,
      target: fc.constantFrom<unknown>(outgoing().target, null, {}, 'x'),
      concern: fc.constantFrom<unknown>(
        { kind: 'new-claim' },
        { kind: 'new-wording', claim: CLAIM },
        { kind: 'new-wording', claim: '../../x' },
        { kind: 'problem', claim: CLAIM, problem: 'other' },
      ),
    })
    .map((parts) => ({ ...outgoing(), ...parts }));

  it(`makes no draft that is published or is no claim, whatever comes in (${String(CASE_COUNT)} cases)`, () => {
    const tally = new Map<string, number>();
    const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
    const file = fc.oneof(
      fc
        .oneof({ arbitrary: anyReport, weight: 3 }, anyIssue, fc.jsonValue())
        .map((value) => JSON.stringify(value)),
      anyText,
    );
    fc.assert(
      fc.property(file, (text) => {
        const { reports, refused } = read(text);
        if (refused.length > 0) count('refused');
        for (const group of mergeReports(reports, list.claims, unknown)) {
          const draft = draftGroup(group, list, TODAY);
          count(draft.kind);
          if (draft.kind === 'to-read') continue;
          expect(v.is(Claim, draft.claim)).toBe(true);
          expect(draft.claim.id).toMatch(/^[a-z0-9-]+$/u);
          if (draft.kind === 'new-claim') expect(draft.claim.publication.status).toBe('draft');
        }
      }),
      { numRuns: CASE_COUNT, seed: 7 },
    );
    console.log(`${String(CASE_COUNT)} hostile files:`, Object.fromEntries(tally));
    expect(tally.get('refused')).toBeGreaterThan(CASE_COUNT / 4);
  }, 120_000);
});
