/** A group of reports -> a change to a list's files that an editor looks at: never a published claim. */
import * as v from 'valibot';
import { Claim } from '../core/claims/claim.ts';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { isAfter, type IsoDate } from '../core/claims/date.ts';
import { Source } from '../core/claims/source.ts';
import { LanguageTag, MAX_NAME_LENGTH, MAX_SENTENCE_LENGTH } from '../core/claims/text.ts';
import { sentenceOf, type ReportGroup } from './merge-reports.ts';

/** What becomes of a group. */
export type Draft =
  | { readonly kind: 'new-wording'; readonly claim: Claim }
  | {
      readonly kind: 'new-claim';
      readonly claim: Claim;
      readonly source: Source;
      readonly sourceId: string;
    }
  /** There is nothing to write: an editor reads it. */
  | { readonly kind: 'to-read'; readonly why: string };

/** Ids that reports' drafts get begin so, until an editor names them. */
const DRAFT_PREFIX = 'reported';
/** Longest reason of a draft, in UTF-16 units: of very many reports some ids do not stand in it. */
const MAX_REASON_LENGTH = 1_000;
/** Words of a sentence that name its draft. */
const NAMING_WORD_COUNT = 6;

/**
 * The draft of a group; `today` is when the editor reads it, as the list's dates are written. No
 * report says whom of the list's parties a claim is about: a draft has `party`, and says that it is
 * a place held.
 */
export function draftGroup(
  group: ReportGroup,
  list: ClaimList,
  today: IsoDate,
  party: string | undefined = Object.keys(list.head.parties)[0],
): Draft {
  const [first] = group.reports;
  if (first === undefined) return { kind: 'to-read', why: 'it is empty' };
  const { report } = first;
  if (report.concern.kind === 'problem') return { kind: 'to-read', why: report.concern.problem };
  if (report.concern.kind === 'new-wording' && group.claim === null) {
    return { kind: 'to-read', why: `the list has no claim ${report.concern.claim}` };
  }
  return group.claim === null
    ? draftClaim(group, list, today, party)
    : draftWording(group, group.claim, list);
}

/** The claim with the words of the group's pages among its wordings, unread by a native speaker. */
function draftWording(group: ReportGroup, claim: Claim, list: ClaimList): Draft {
  let wordings = claim.wordings;
  for (const { report } of group.reports) {
    const text = oneLine(report.target?.selector?.exact ?? report.claim);
    const language = languageOf(report.target?.language ?? null, list);
    if (text === '' || language === null) continue;
    const before = wordings[language] ?? { reviewedBy: null, texts: [] };
    if (before.texts.includes(text)) continue;
    wordings = { ...wordings, [language]: { reviewedBy: null, texts: [...before.texts, text] } };
  }
  if (wordings === claim.wordings)
    return { kind: 'to-read', why: 'nothing in it is new to the claim' };
  const parsed = v.safeParse(Claim, { ...claim, wordings });
  return parsed.success
    ? { kind: 'new-wording', claim: parsed.output }
    : { kind: 'to-read', why: 'its words cannot stand among wordings' };
}

/** A claim that is a draft, with the page as its first appearance. */
function draftClaim(
  group: ReportGroup,
  list: ClaimList,
  today: IsoDate,
  party: string | undefined,
): Draft {
  const report = group.reports[0]?.report;
  const source = report?.target?.source ?? null;
  if (report === undefined || source === null || !source.startsWith('https:')) {
    return { kind: 'to-read', why: 'a claim needs a page that can be opened over https' };
  }
  const { target } = report;
  const sentence = oneLine(sentenceOf(report));
  const stated = target?.datePublished ?? null;
  // A page that says it is of tomorrow is not believed.
  const isDated = stated !== null && !isAfter(stated, today);
  const datePublished = isDated
    ? { basis: 'printed', date: stated }
    : { basis: 'inferred', date: today, reason: { en: 'The day on which the report was read.' } };
  const date = datePublished.date;
  const language = languageOf(target?.language ?? null, list) ?? 'en';
  const id = `${DRAFT_PREFIX}-${nameOf(sentence)}-${report.id.slice(0, 8)}`;
  const sourceDraft = v.safeParse(Source, {
    kind: 'independent-press',
    publisher: new URL(source).hostname.slice(0, MAX_NAME_LENGTH),
    side: null,
    title: oneLine(target?.title ?? '') || null,
    datePublished,
    language,
    url: source,
    archivedUrl: null,
    checked: null,
    quoteSeen: null,
  });
  const quoted = oneLine(target?.selector?.exact ?? sentence);
  const claim = v.safeParse(Claim, {
    id,
    publication: {
      status: 'draft',
      reason:
        `Reported by readers; nobody has checked it, nor whom it is about. Reports: ${group.reports.map((each) => each.report.id).join(', ')}`.slice(
          0,
          MAX_REASON_LENGTH,
        ),
    },
    claimReviewed: { en: sentence },
    nature: 'event',
    about: [party],
    wordings: { [language]: { reviewedBy: null, texts: [quoted] } },
    appearances: [
      {
        author: {
          name: oneLine(report.claimant).slice(0, MAX_NAME_LENGTH).trim() || null,
          office: null,
        },
        label: { en: oneLine(report.claimant) || 'Somebody whom the reader did not name' },
        party: null,
        datePublished,
        words: { form: 'paraphrased', text: { en: sentence } },
        firmness: 'asserts',
        sources: [id],
      },
    ],
    responses: [],
    findings: [],
    replies: [],
    status: {
      outcome: 'open',
      reason: {
        en:
          report.response === null
            ? 'Not looked for yet.'
            : `A reader names a response: ${report.response}`,
      },
      asOf: isAfter(date, list.head.asOf) ? date : list.head.asOf,
    },
    temporalCoverage: { from: date, to: date },
    participants: [{ party, role: 'agent' }],
    direction: null,
    strength: { family: id, rank: 1, meaning: { en: 'Not weighed yet.' } },
  });
  if (!sourceDraft.success || !claim.success) {
    const issue = sourceDraft.issues?.[0] ?? claim.issues?.[0];
    const field = issue === undefined ? '' : (v.getDotPath(issue) ?? '');
    return { kind: 'to-read', why: `no draft can be made of it: ${field}` };
  }
  return { kind: 'new-claim', claim: claim.output, source: sourceDraft.output, sourceId: id };
}

function languageOf(tag: string | null, { head }: ClaimList): LanguageTag | null {
  const language = v.safeParse(LanguageTag, (tag ?? '').split('-')[0]);
  return language.success && head.languages.includes(language.output) ? language.output : null;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim().slice(0, MAX_SENTENCE_LENGTH).toWellFormed().trim();
}

/** The first words of a sentence, as ids are written; its letters alone where those are not Latin. */
function nameOf(sentence: string): string {
  const latin = sentence.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = latin.match(/[a-z0-9]+/gu) ?? [];
  return words.slice(0, NAMING_WORD_COUNT).join('-').slice(0, 50).replace(/-+$/u, '') || 'claim';
}
