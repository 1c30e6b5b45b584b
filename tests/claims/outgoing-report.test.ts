import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { EmailAddress, GithubRepository } from '../../core/claims/claim-list.ts';
import { ClaimId } from '../../core/claims/claim.ts';
import {
  issueAddress,
  MAX_ISSUE_ADDRESS_LENGTH,
  OutgoingReport,
  outgoingReport,
  partsOf,
  REPORT_PARTS,
  mailAddress,
  MAX_MAIL_ADDRESS_LENGTH,
  writeReportFile,
  writeReportText,
  type ReportPart,
  type ReportWords,
} from '../../core/claims/outgoing-report.ts';
import {
  changeReport,
  MAX_WRITTEN_LENGTH,
  reportTarget,
  type Report,
} from '../../core/claims/report.ts';
import { fictionalReport, ID, LIST, NOW, STATED_PAGE } from './fictional-report.ts';

const REPOSITORY = v.parse(GithubRepository, 'owner/name');

const label = (part: ReportPart) => `The ${part}`;
const labels = Object.fromEntries(REPORT_PARTS.map((part) => [part, label(part)]));
const WORDS: ReportWords = {
  heading: { 'new-claim': 'New', 'new-wording': 'Wording', problem: 'Problem' },
  // Every part has one.
  labels: labels as ReportWords['labels'],
  cut: ' [cut]',
};

const outgoing = (changes: Partial<Report> = {}) => outgoingReport(fictionalReport(changes), LIST);

/** As an importer would: the last fence of a text, or the whole of a file. */
function readBack(text: string): unknown {
  const fenced = text.split('\n```json\n').at(-1)?.split('\n```\n')[0] ?? '';
  return JSON.parse(fenced);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '```json\n{}\n```\n',
    '```',
    '&title=x',
    '%',
    '\u2028',
    'ایران',
    '👍'.repeat(2_000),
  ),
);
const anyReport = fc
  .record({
    written: fc.record({
      claim: anyText,
      claimant: anyText,
      response: fc.oneof(anyText, fc.webUrl()),
      note: anyText,
    }),
    page: fc.record({
      address: fc.option(fc.webUrl({ size: 'xlarge', withQueryParameters: true })),
      canonical: fc.constant(null),
      title: anyText,
      language: fc.constantFrom(null, 'fa'),
      date: fc.constantFrom(null, '2031'),
      quote: fc.option(fc.record({ exact: anyText, prefix: anyText, suffix: anyText })),
    }),
    isProblem: fc.boolean(),
  })
  .map(({ written, page, isProblem }) => {
    const concern = isProblem
      ? ({ kind: 'problem', claim: v.parse(ClaimId, 'a'.repeat(80)), problem: 'other' } as const)
      : ({ kind: 'new-claim' } as const);
    const report = fictionalReport({ concern, target: reportTarget(page) });
    return outgoingReport(changeReport(report, NOW, written), LIST);
  });

describe('what leaves', () => {
  it('is what the report has, and for whom it is', () => {
    const report = fictionalReport({ response: ' https://ministry.example/a ', note: ' More. ' });
    expect(outgoingReport(report, LIST)).toEqual({
      format: 'rejoinder-report/2',
      id: ID,
      created: NOW.toISOString(),
      changed: NOW.toISOString(),
      list: { id: 'fictional-list', version: '1.2.3' },
      concern: { kind: 'new-claim' },
      target: reportTarget(STATED_PAGE),
      claim: 'Boats crossed the lake (fiction)',
      claimant: '',
      response: 'https://ministry.example/a',
      note: 'More.',
    });
  });

  it('has no link that is none, and not how the report was passed on before', () => {
    const state = { kind: 'sent', how: { way: 'file' }, when: NOW.toISOString() } as const;
    const leaving = outgoing({ response: 'javascript:alert(1)', state });
    expect(leaving.response).toBeNull();
    expect(writeReportFile(leaving)).not.toMatch(/javascript|sent/u);
  });

  it('is read back from the file, and from the text of a copy', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(v.parse(OutgoingReport, JSON.parse(writeReportFile(report)))).toEqual(report);
        expect(v.parse(OutgoingReport, readBack(writeReportText(report, WORDS)))).toEqual(report);
      }),
    );
  });

  it('is read by an editor in parts, each under its name', () => {
    const text = writeReportText(outgoing({ claimant: 'A fisherman' }), WORDS);
    expect(text.split('\n```json\n')[0]).toBe(
      [
        'New\n',
        `The claim:\nBoats crossed the lake (fiction)\n`,
        `The claimant:\nA fisherman\n`,
        `The passage:\nBoats crossed the lake.\n`,
        `The surroundings:\nOn Thursday […] Nobody saw it.\n`,
        `The page:\nBoats on the lake (fiction)\n`,
        `The address:\nhttps://sample-news.example/boats?id=7\n`,
        `The language:\nen\n`,
        `The date:\n2031-05-17\n`,
        `The list:\nfictional-list 1.2.3\n`,
        `The report:\n${ID}\n`,
      ].join('\n'),
    );
  });

  it('has no part that says nothing', () => {
    const claim = v.parse(ClaimId, 'lantern-boats-crossed');
    const concern = { kind: 'problem', claim, problem: 'outdated' } as const;
    const bare = outgoing({ concern, claim: ' ', target: null });
    expect(Object.fromEntries(partsOf(bare))).toEqual({
      'known-claim': 'lantern-boats-crossed',
      problem: 'outdated',
      list: 'fictional-list 1.2.3',
      report: ID,
    });
  });

  it('has in its parts all that its file says of the page', () => {
    const { target } = outgoing();
    const said = [...partsOf(outgoing()).values()].join('\n');
    const { exact = '', prefix = '', suffix = '' } = target?.selector ?? {};
    for (const text of [target?.source, target?.title, target?.language, target?.datePublished]) {
      expect(said).toContain(text);
    }
    for (const text of [exact, prefix, suffix]) expect(said).toContain(text);
  });
});

describe('the form on GitHub', () => {
  const form = readFileSync('.github/ISSUE_TEMPLATE/report.yml', 'utf8');

  it('has a field for every part, in their order', () => {
    const ids = [...form.matchAll(/^ {4}id: (.+)$/gmu)].map(([, id]) => id);
    expect(ids).toEqual(REPORT_PARTS);
  });

  it('is opened with every part in its field', () => {
    const note = 'A & B = 100 %? #1 + "más"\nنامه';
    const report = outgoing({ note });
    const { address, isWhole } = issueAddress(REPOSITORY, report, WORDS);
    const url = new URL(address);
    expect(isWhole).toBe(true);
    expect(url.origin + url.pathname).toBe('https://github.com/owner/name/issues/new');
    expect(url.hash).toBe('');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'report.yml',
      title: 'New: Boats crossed the lake (fiction)',
      ...Object.fromEntries(partsOf(report)),
    });
  });

  const LONG = 'a b'.repeat(1_000);
  const long: Partial<Report> = {
    note: LONG.slice(0, MAX_WRITTEN_LENGTH.note),
    target: reportTarget({ ...STATED_PAGE, quote: { exact: LONG, prefix: 'x', suffix: 'y' } }),
  };

  it('is opened with what fits, and says what was cut', () => {
    const { address, isWhole } = issueAddress(REPOSITORY, outgoing(long), WORDS);
    const { searchParams } = new URL(address);
    expect(isWhole).toBe(false);
    expect(address.length).toBeLessThanOrEqual(MAX_ISSUE_ADDRESS_LENGTH);
    // Some of what is cut first is there, and what is cut later as a whole.
    expect(searchParams.get('note')).toMatch(/^a b.* \[cut\]$/u);
    expect(searchParams.get('passage')).toBe(long.target?.selector?.exact);
    expect(searchParams.get('claim')).toBe('Boats crossed the lake (fiction)');
    expect(address.length).toBeGreaterThan(MAX_ISSUE_ADDRESS_LENGTH - 10);
  });

  test.each<[string, Partial<Report>]>([
    ['a claim of the widest letters', { claim: '文'.repeat(MAX_WRITTEN_LENGTH.claim) }],
    ['a link of escapes', { response: `https://a.example/?${'%20'.repeat(600)}` }],
    [
      'everything',
      {
        ...long,
        claim: '文'.repeat(300),
        claimant: '文'.repeat(120),
        response: `https://a.example/?${'%20'.repeat(600)}`,
      },
    ],
  ])('is never too long: %s', (_, changes) => {
    const { address } = issueAddress(REPOSITORY, outgoing(changes), WORDS);
    expect(address.length).toBeLessThanOrEqual(MAX_ISSUE_ADDRESS_LENGTH);
  });

  it('is never too long, whole only when it is, and part of the report in any case', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { address, isWhole } = issueAddress(REPOSITORY, report, WORDS);
        expect(address.length).toBeLessThanOrEqual(MAX_ISSUE_ADDRESS_LENGTH);
        const { searchParams } = new URL(address);
        const parts = partsOf(report);
        const same = [...parts].filter(([part, text]) => searchParams.get(part) === text);
        expect(same.length === parts.size).toBe(isWhole);
        for (const [part, text] of parts) {
          const kept = searchParams.get(part);
          if (kept === null || kept === text) continue;
          expect(kept.endsWith(WORDS.cut)).toBe(true);
          expect(text.startsWith(kept.slice(0, -WORDS.cut.length))).toBe(true);
        }
        expect(searchParams.get('report')).toBe(ID);
      }),
    );
  });
});

describe('a mail', () => {
  const TO = v.parse(EmailAddress, 'desk+reports@example.org');
  const readMail = (address: string) => {
    const url = new URL(address);
    expect(url.protocol + url.pathname).toBe('mailto:desk+reports@example.org');
    expect(url.hash).toBe('');
    // As RFC 6068 has it: a plus sign is a plus sign.
    const fields = url.search.slice(1).split('&');
    return Object.fromEntries(
      fields.map(
        (field) => field.split('=').map((text) => decodeURIComponent(text)) as [string, string],
      ),
    );
  };

  it('has every part under its name', () => {
    const report = outgoing({ note: 'A & B = 100 %? #1 + "más"\nنامه' });
    const { address, isWhole } = mailAddress(TO, report, WORDS);
    const { subject, body = '' } = readMail(address);
    expect(isWhole).toBe(true);
    expect(subject).toBe('New: Boats crossed the lake (fiction)');
    for (const [part, text] of partsOf(report)) {
      expect(body).toContain(`${label(part)}:\r\n${text.replaceAll('\n', '\r\n')}\r\n`);
    }
  });

  it('is never too long, and whole only when it is', () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const { address, isWhole } = mailAddress(TO, report, WORDS);
        expect(address.length).toBeLessThanOrEqual(MAX_MAIL_ADDRESS_LENGTH);
        const { body = '' } = readMail(address);
        const texts = [...partsOf(report).values()].map((text) => text.replaceAll('\n', '\r\n'));
        if (isWhole) for (const text of texts) expect(body).toContain(text);
        expect(body).toContain(ID);
      }),
    );
  });
});

it('leaves out the address that its reader has left out, and keeps it on the device', () => {
  const report = fictionalReport({ includesAddress: false });
  expect(report.target?.source).toBe(STATED_PAGE.address);
  const leaving = outgoingReport(report, LIST);
  expect(leaving.target).toEqual({ ...report.target, source: null });
  expect(writeReportText(leaving, WORDS)).not.toContain('sample-news.example');
});
