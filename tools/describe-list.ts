/** What a reader of the repository sees of a list: `README.md` in its folder, made from its files. */
import type { Claim } from '../core/claims/claim.ts';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { LANGUAGES } from '../core/matching/languages/index.ts';

/** In the order in which they are told, for each side alike. */
const OUTCOMES: Readonly<Record<Claim['status']['outcome'], string>> = {
  answered: 'answered, nothing independent settles it',
  contradicted: 'an independent body contradicts the response',
  confirmed: 'confirmed',
  open: 'no response on record',
};

const SEEN = {
  'own-page': 'on the office’s own page',
  reproduced: 'reproduced in full by somebody else',
  reported: 'reported in part',
  paraphrased: 'known from a paraphrase only',
} as const;

/** The text of the list's `README.md`, in Markdown. The same text for the same list. */
export function describeList(list: ClaimList): string {
  const { head, claims } = list;
  const { publisher } = head;
  const published = claims.filter(isPublished);
  const drafts = claims.filter((claim) => !isPublished(claim));
  return [
    `# ${textOf(head.title)}`,
    'Made from the files of this folder by `npm run data:readme`; `npm run data:check` says when it is stale.',
    `${textOf(publisher.interest)} Version ${head.version}, as of ${head.asOf}. ${publisher.name} answers for it. Licence: ${head.license}.`,
    complaints(publisher.contact),
    '## Published claims, by the side that they are about and by outcome',
    'A claim about two sides counts for each.',
    sidesTable(list, published),
    '## Responses, by where their words were seen',
    seenTable(published),
    '## The published claims',
    published
      .map((claim) => `- ${textOf(claim.claimReviewed)}. ${textOf(claim.status.reason)}`)
      .join('\n'),
    '## Drafts, which no reader is shown, and why',
    drafts.map((claim) => `- ${textOf(claim.claimReviewed)}. ${draftReason(claim)}`).join('\n') ||
      'None.',
    '## Languages, and who has read the wordings',
    languagesTable(list),
    '## What is missing',
    head.missing.map((text) => `- ${textOf(text)}`).join('\n') || 'Nothing known.',
  ]
    .join('\n\n')
    .concat('\n');
}

function isPublished({ publication }: Claim): boolean {
  return publication.status === 'published';
}

function draftReason({ publication }: Claim): string {
  return publication.status === 'draft' ? publication.reason : '';
}

/** Lists are edited in English; every text of theirs has it. */
function textOf(text: Readonly<Record<string, string>>): string {
  return text['en'] ?? '';
}

function complaints(contact: string | null): string {
  return contact === null
    ? 'There is no place for complaints yet, so builds with this list call themselves a preview.'
    : `Complaints: ${contact}`;
}

function sidesTable({ head }: ClaimList, claims: readonly Claim[]): string {
  const outcomes = Object.entries(OUTCOMES);
  const rows = Object.entries(head.parties).flatMap(([id, party]) => {
    const own = claims.filter(({ about }) => about.some((side) => side === id));
    if (own.length === 0) return [];
    const counts = outcomes.map(
      ([outcome]) => own.filter(({ status }) => status.outcome === outcome).length,
    );
    return [[`About ${textOf(party.name)}`, own.length, ...counts]];
  });
  return table(['', 'claims', ...outcomes.map(([, words]) => words)], rows);
}

function seenTable(claims: readonly Claim[]): string {
  const responses = claims.flatMap(({ responses: own }) => own);
  const placeOf = ({ words }: (typeof responses)[number]) =>
    words.form === 'quoted' ? words.seen : words.form;
  const rows = Object.entries(SEEN).map(([place, words]) => [
    words,
    responses.filter((response) => placeOf(response) === place).length,
  ]);
  return table(['', 'responses'], rows);
}

function languagesTable({ head, claims }: ClaimList): string {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const rows = head.languages.map((language) => {
    const own = claims.flatMap(({ wordings }) => wordings[language] ?? []);
    const readers = new Set(own.flatMap(({ reviewedBy }) => reviewedBy ?? []));
    const isTrial = own.some(({ reviewedBy }) => reviewedBy === null);
    return [
      names.of(language) ?? language,
      own.reduce((sum, { texts }) => sum + texts.length, 0),
      isTrial ? 'trial: not read by a native speaker' : [...readers].join(', '),
      LANGUAGES.has(language) ? 'yes' : 'not yet: no rules for the language',
    ];
  });
  return table(['', 'wordings', 'review', 'compared with pages'], rows);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
