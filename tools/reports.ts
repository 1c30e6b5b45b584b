/**
 * `npm run reports -- import FILE… [--dry-run] [--list ID] [--lists FOLDER] [--party ID]`: reads what readers have reported, says
 * what came in, what was merged, what was refused and why, and writes drafts into the list's folder:
 * a new wording as a change to its claim, a new claim as a draft with its appearance. Nothing is
 * published by it. Look first: `--dry-run` writes nothing. `--party` says whom of the list's parties
 * the new claims are about; without it that is the first one, until an editor says otherwise.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import * as v from 'valibot';
import type { Claim } from '../core/claims/claim.ts';
import { wordingsOf, type ClaimList } from '../core/claims/claim-list.ts';
import { isAfter, IsoDate } from '../core/claims/date.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { createSimilarClaims } from '../core/extension/similar-claims.ts';
import { openIndex } from '../core/matching/claim-index.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { findClaims } from '../core/matching/find-claims.ts';
import { draftGroup, type Draft } from './draft-claims.ts';
import { latestOf, mergeReports, sentenceOf, type ReportGroup } from './merge-reports.ts';
import {
  readFormLabels,
  readReports,
  type IncomingReport,
  type RefusedReport,
} from './read-reports.ts';
import { readListFolder } from './read-list.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LISTS = join(ROOT, 'data/lists');
const DEFAULT_LIST = 'azerbaijan-official-responses';
const USAGE =
  'npm run reports -- import FILE… [--dry-run] [--list ID] [--lists FOLDER] [--party ID]\n';
/** Longest sentence in the table, in UTF-16 units. */
const MAX_SHOWN_LENGTH = 70;

/** The claim of the list that the engine would mark a text with; null for none. */
export function createFindKnown(list: ClaimList): (texts: readonly string[]) => Claim | null {
  const index = openIndex(compileIndex(list));
  return (texts) => {
    const blocks = texts.filter((text) => text !== '').map((text) => ({ text, isHeading: false }));
    const found = findClaims(index, { language: null, title: '', before: '', blocks }).flat();
    const [best] = found.toSorted((a, b) => b.similarity - a.similarity);
    return list.claims.find(({ id }) => id === best?.claim) ?? null;
  };
}

/** The claims that a report looks like, beside the engine's: for the editor's eye. */
function createLooksLike(list: ClaimList): (group: ReportGroup) => string {
  const findSimilar = createSimilarClaims(list.claims, wordingsOf(list.claims));
  return ({ reports }) => {
    const texts = reports.slice(0, 1).map(({ report }) => sentenceOf(report));
    return findSimilar(texts)
      .map(({ id }) => id)
      .join(', ');
  };
}

/** The files that a draft changes, by their paths below the list's folder, as values. */
function filesOf(draft: Draft, list: ClaimList): ReadonlyMap<string, unknown> {
  if (draft.kind === 'to-read') return new Map();
  const claimFile = [`claims/${draft.claim.id}.json`, draft.claim] as const;
  if (draft.kind === 'new-wording') return new Map([claimFile]);
  const sources = { ...list.sources, [draft.sourceId]: draft.source };
  const { asOf } = draft.claim.status;
  const head = isAfter(asOf, list.head.asOf)
    ? [['list.json', { ...list.head, asOf }] as const]
    : [];
  return new Map<string, unknown>([claimFile, ['sources.json', sources], ...head]);
}

/** The list once a draft is in it, so that the next one begins there. */
function withDraft(draft: Draft, list: ClaimList): ClaimList {
  if (draft.kind === 'to-read') return list;
  const claims = [...list.claims.filter(({ id }) => id !== draft.claim.id), draft.claim];
  if (draft.kind === 'new-wording') return { ...list, claims };
  const { asOf } = draft.claim.status;
  return {
    head: isAfter(asOf, list.head.asOf) ? { ...list.head, asOf } : list.head,
    sources: { ...list.sources, [draft.sourceId]: draft.source },
    claims,
  };
}

function rowOf(group: ReportGroup, draft: Draft, looksLike: string): string {
  const [first] = group.reports;
  const sentence = first === undefined ? '' : sentenceOf(first.report).replaceAll(/\s+/gu, ' ');
  const shown = sentence.slice(0, MAX_SHOWN_LENGTH).toWellFormed();
  const what =
    draft.kind === 'to-read'
      ? `to read: ${draft.why}`
      : `${draft.kind}: claims/${draft.claim.id}.json`;
  const like = draft.kind === 'new-claim' && looksLike !== '' ? `  (looks like: ${looksLike})` : '';
  return `${String(group.reports.length).padStart(4)}  ${shown}\n      ${what}${like}\n      from ${group.reports.map(({ from }) => from).join(', ')}`;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      list: { type: 'string', default: DEFAULT_LIST },
      lists: { type: 'string', default: LISTS },
      party: { type: 'string' },
    },
  });
  const [command, ...paths] = positionals;
  if (command !== 'import' || paths.length === 0) {
    process.stderr.write(USAGE);
    process.exitCode = 1;
    return;
  }
  const folder = join(values.lists, basename(values.list));
  const read = await readListFolder(folder);
  if (!read.ok) throw new Error(read.errors.map(formatListError).join('\n'));
  const parties = Object.keys(read.value.head.parties);
  if (values.party !== undefined && !parties.includes(values.party)) {
    process.stderr.write(`--party: expected one of ${parties.join(', ')}\n`);
    process.exitCode = 1;
    return;
  }
  const labels = readFormLabels(
    await readFile(join(ROOT, '.github/ISSUE_TEMPLATE/report.yml'), 'utf8'),
  );
  const incoming: IncomingReport[] = [];
  const refused: RefusedReport[] = [];
  for (const path of paths) {
    const { reports, refused: others } = readReports(
      basename(path),
      await readFile(path, 'utf8'),
      labels,
    );
    for (const report of reports) {
      if (report.report.list.id === read.value.head.id) incoming.push(report);
      else refused.push({ from: report.from, why: `it is for the list ${report.report.list.id}` });
    }
    refused.push(...others);
  }
  const groups = mergeReports(incoming, read.value.claims, createFindKnown(read.value));
  const looksLike = createLooksLike(read.value);
  const today = v.parse(IsoDate, new Date().toISOString().slice(0, 10));
  let list = read.value;
  const changed = new Map<string, unknown>();
  for (const group of groups) {
    const now = list.claims.find(({ id }) => id === group.claim?.id) ?? null;
    const draft = draftGroup({ ...group, claim: now }, list, today, values.party);
    for (const [file, value] of filesOf(draft, list)) changed.set(file, value);
    list = withDraft(draft, list);
    console.log(rowOf(group, draft, looksLike(group)));
  }
  for (const { from, why } of refused) console.log(`   -  refused ${from}: ${why}`);
  const onceMore = incoming.length - latestOf(incoming).length;
  console.log(
    `\n${String(incoming.length + refused.length)} came in: ${String(groups.length)} different, ` +
      `${String(incoming.length - groups.length)} merged (${String(onceMore)} of them sent once more), ` +
      `${String(refused.length)} refused; ${String(changed.size)} files ${values['dry-run'] === true ? 'would be' : 'were'} changed`,
  );
  if (changed.has('list.json'))
    console.log(
      'list.json: asOf is raised to the day of the latest draft; look whether it may be.',
    );
  if (values['dry-run'] === true) return;
  const options = await resolveConfig(join(folder, 'list.json'));
  for (const [file, value] of changed) {
    const text = await format(JSON.stringify(value), { ...options, parser: 'json' });
    await writeFile(join(folder, file), text);
  }
  if (changed.size > 0)
    console.log(
      'Look at them with `git diff`, then run `npm run data:readme` and `npm run data:check`.',
    );
}

if (import.meta.main) await main();
