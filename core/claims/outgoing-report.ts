/**
 * What of a report leaves the device, and in which form: a file that a program reads back, a text
 * that an editor reads, and the address of a form on GitHub with its fields filled in.
 */
import * as v from 'valibot';
import {
  ListId,
  ListVersion,
  type EmailAddress,
  type GithubRepository,
  type ListHead,
} from './claim-list.ts';
import { cutText, Report, responseLink } from './report.ts';
import { HttpsUrl } from './text.ts';

/** Changes with every change of what stands in the file. */
const FORMAT = 'rejoinder-report/2';

const { id, created, changed, concern, target, claim, claimant, note } = Report.entries;

/** The file. Nothing of a report leaves the device that is not in it. */
export const OutgoingReport = v.strictObject({
  format: v.literal(FORMAT),
  id,
  created,
  changed,
  /** The list whose editors it is for. */
  list: v.strictObject({ id: ListId, version: ListVersion }),
  concern,
  target,
  claim,
  claimant,
  response: v.nullable(HttpsUrl),
  note,
});
export type OutgoingReport = Readonly<v.InferOutput<typeof OutgoingReport>>;

/** What would leave of `report` as it is. */
export function outgoingReport(
  report: Report,
  list: Pick<ListHead, 'id' | 'version'>,
): OutgoingReport {
  return {
    format: FORMAT,
    id: report.id,
    created: report.created,
    changed: report.changed,
    list: { id: list.id, version: list.version },
    concern: report.concern,
    target: leavingTarget(report),
    claim: report.claim.trim(),
    claimant: report.claimant.trim(),
    response: responseLink(report),
    note: report.note.trim(),
  };
}

function leavingTarget({ target, includesAddress }: Report): OutgoingReport['target'] {
  return target === null || includesAddress ? target : { ...target, source: null };
}

/** The file's text. */
export function writeReportFile(report: OutgoingReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}

/**
 * The parts of a report in the order in which they are read; also the ids of the fields of the form
 * (`.github/ISSUE_TEMPLATE/report.yml`).
 */
export const REPORT_PARTS = [
  'claim',
  'claimant',
  'response',
  'note',
  'known-claim',
  'problem',
  'passage',
  'surroundings',
  'page',
  'address',
  'language',
  'date',
  'list',
  'report',
] as const;
export type ReportPart = (typeof REPORT_PARTS)[number];

/** The parts that say something, in the order of `REPORT_PARTS`. */
export function partsOf(report: OutgoingReport): ReadonlyMap<ReportPart, string> {
  const selector = report.target?.selector;
  const texts: Readonly<Record<ReportPart, string | null | undefined>> = {
    claim: report.claim,
    claimant: report.claimant,
    response: report.response,
    note: report.note,
    'known-claim': report.concern.kind === 'new-claim' ? null : report.concern.claim,
    problem: report.concern.kind === 'problem' ? report.concern.problem : null,
    passage: selector?.exact,
    surroundings:
      selector && selector.prefix + selector.suffix !== ''
        ? `${selector.prefix}[…]${selector.suffix}`
        : null,
    page: report.target?.title,
    address: report.target?.source,
    language: report.target?.language,
    date: report.target?.datePublished,
    list: `${report.list.id} ${report.list.version}`,
    report: report.id,
  };
  return new Map(REPORT_PARTS.flatMap((part) => (texts[part] ? [[part, texts[part]]] : [])));
}

/** What a report is called in the reader's language. */
export type ReportWords = {
  readonly heading: Readonly<Record<OutgoingReport['concern']['kind'], string>>;
  readonly labels: Readonly<Record<ReportPart, string>>;
  /** Stands where a text was cut. */
  readonly cut: string;
};

/**
 * The text for the clipboard: the parts under their names for who reads it, then the file in a
 * fence. A program takes what stands in the last fence: in JSON no line can be one.
 */
export function writeReportText(
  report: OutgoingReport,
  { heading, labels }: Omit<ReportWords, 'cut'>,
): string {
  const parts = [...partsOf(report)].map(([part, text]) => `${labels[part]}:\n${text}\n`);
  return [
    `${heading[report.concern.kind]}\n`,
    ...parts,
    `\`\`\`json\n${writeReportFile(report)}\`\`\`\n`,
  ].join('\n');
}

/**
 * Longest address that a form is opened with. GitHub takes 8,191 bytes
 * (https://github.com/github/docs/issues/5136); a reader who is not signed in is sent round by an
 * address that carries this one escaped once more, where each `%` takes three: 4,914 at the most.
 */
export const MAX_ISSUE_ADDRESS_LENGTH = 4_800;

/** Longest title of an issue, in UTF-16 units: what a list of issues shows of it. */
const MAX_TITLE_LENGTH = 100;

/**
 * What is cut when not all of a report fits into an address, first to last: what an editor misses
 * least, or finds again by the rest.
 */
const CUT_FIRST = ['surroundings', 'note', 'passage', 'page', 'claimant', 'claim'] as const;
/** Of no use in part. Left out at last. */
const LEFT_OUT_LAST = ['response', 'address'] as const;

/** An address that carries a report; `isWhole` says whether it carries everything. */
export type CarryingAddress = { readonly address: string; readonly isWhole: boolean };

/** The address of the form with what fits. */
export function issueAddress(
  repository: GithubRepository,
  report: OutgoingReport,
  words: ReportWords,
): CarryingAddress {
  const title = titleOf(report, words);
  return fitAddress(report, words, MAX_ISSUE_ADDRESS_LENGTH, (parts) => {
    const query = [['template', 'report.yml'], ['title', title], ...parts].map(
      ([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`,
    );
    return `https://github.com/${repository}/issues/new?${query.join('&')}`;
  });
}

/**
 * Longest `mailto:` address. Windows hands on 2,083 characters to a program for mail
 * (https://learn.microsoft.com/windows/win32/api/shlwapi/nf-shlwapi-urlcreatefrompathw,
 * INTERNET_MAX_URL_LENGTH); what is longer opens nothing there, without a word.
 */
export const MAX_MAIL_ADDRESS_LENGTH = 2_000;

/** The `mailto:` address (RFC 6068) of a mail with what fits. */
export function mailAddress(
  to: EmailAddress,
  report: OutgoingReport,
  words: ReportWords,
): CarryingAddress {
  const subject = encodeURIComponent(titleOf(report, words));
  return fitAddress(report, words, MAX_MAIL_ADDRESS_LENGTH, (parts) => {
    const paragraphs = [...parts].map(([part, text]) => `${words.labels[part]}:\n${text}\n`);
    // Lines of a mail end with both (RFC 6068, section 5).
    const body = encodeURIComponent(paragraphs.join('\n').replaceAll('\n', '\r\n'));
    return `mailto:${to}?subject=${subject}&body=${body}`;
  });
}

function titleOf(report: OutgoingReport, { heading }: ReportWords): string {
  const parts = partsOf(report);
  const subject = parts.get('claim') ?? parts.get('known-claim') ?? parts.get('passage') ?? '';
  const title = [heading[report.concern.kind], firstLine(subject)].filter(Boolean).join(': ');
  return cutText(title, MAX_TITLE_LENGTH);
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? '';

/** The address that `write` makes of as many of the parts as `maxLength` lets in. */
function fitAddress(
  report: OutgoingReport,
  words: ReportWords,
  maxLength: number,
  write: (parts: ReadonlyMap<ReportPart, string>) => string,
): CarryingAddress {
  const parts = new Map(partsOf(report));
  const whole = write(parts);
  let address = whole;
  for (const part of [...CUT_FIRST, ...LEFT_OUT_LAST]) {
    const excess = address.length - maxLength;
    if (excess <= 0) break;
    const text = parts.get(part) ?? '';
    const isLeftOut = LEFT_OUT_LAST.some((other) => other === part);
    const room = encodeURIComponent(text).length - excess;
    const kept = isLeftOut ? '' : fit(text, room, words.cut);
    if (kept === '') parts.delete(part);
    else parts.set(part, kept);
    address = write(parts);
  }
  return { address, isWhole: address === whole };
}

/** The beginning of `text` with `ending` that takes at most `room` escaped; empty where none does. */
function fit(text: string, room: number, ending: string): string {
  let left = room - encodeURIComponent(ending).length;
  let kept = '';
  for (const character of text) {
    left -= encodeURIComponent(character).length;
    if (left < 0) break;
    kept += character;
  }
  return kept === '' ? '' : kept.trimEnd() + ending;
}
