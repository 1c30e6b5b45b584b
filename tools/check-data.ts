/**
 * `npm run data:check`: every claim list below `data/lists`, and `data/news-sites.json`. With
 * `-- --release` also what a list lacks before a build of it may call itself finished.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { KEPT_OUT_SITES_FILE } from '../core/claims/kept-out-sites.ts';
import { NEWS_SITES_FILE } from '../core/claims/news-sites.ts';
import { formatListError, type ListError } from '../core/claims/parse-file.ts';
import { lacksForRelease } from '../core/claims/release.ts';
import { checkQuotations, readSourceTexts, type SourceTexts } from './check-quotations.ts';
import { readLists } from './read-list.ts';
import { readKeptOutSites, readNewsSites } from './read-site-lists.ts';
import { SOURCE_TEXTS_OPTION } from './source-texts-option.ts';
import { hasReadme, LIST_README } from './write-list-readmes.ts';

/** What a check of lists prints: one line an error, one line a valid list. */
export type DataReport = { readonly errors: readonly string[]; readonly lists: readonly string[] };

export type DataCheck = {
  /** Whether a list must have all that a finished one has. */
  readonly isRelease: boolean;
  /** Texts of sources to compare quotations with; null where none are at hand. */
  readonly sourceTexts: SourceTexts | null;
};

const FORM_ONLY: DataCheck = { isRelease: false, sourceTexts: null };

/** Reads each folder in `listsDir` as a claim list. No list at all is an error too. */
export async function checkData(
  listsDir: string,
  check: DataCheck = FORM_ONLY,
): Promise<DataReport> {
  const read = await readLists(listsDir);
  if (read.length === 0)
    return { errors: [`${listsDir}: expected a list, but got none`], lists: [] };
  const errors: string[] = [];
  const lists: string[] = [];
  for (const { name, parsed } of read) {
    const found = parsed.ok
      ? await findFaults(join(listsDir, name), parsed.value, check)
      : parsed.errors;
    errors.push(...found.map((error) => `${name}/${formatListError(error)}`));
    if (parsed.ok && found.length === 0) lists.push(describeCounts(parsed.value));
  }
  return { errors, lists };
}

/** What is wrong with a list that is valid in itself. */
async function findFaults(
  dir: string,
  list: ClaimList,
  { isRelease, sourceTexts }: DataCheck,
): Promise<readonly ListError[]> {
  const stale: ListError = {
    file: LIST_README,
    field: '',
    expected: 'what `npm run data:readme` makes of the list',
    received: 'another text',
  };
  return [
    ...((await hasReadme(dir, list)) ? [] : [stale]),
    ...(sourceTexts === null ? [] : checkQuotations(list, sourceTexts)),
    ...(isRelease ? lacksForRelease(list) : []),
  ];
}

/** Reads the file at `path` as the list of news sites. */
export async function checkNewsSites(path: string): Promise<DataReport> {
  const parsed = await readNewsSites(path);
  if (!parsed.ok) return { errors: parsed.errors.map(formatListError), lists: [] };
  const { asOf, sites } = parsed.value;
  const languages = new Set(sites.flatMap((site) => site.languages));
  const counts = `${countOf(sites.length, 'site')} in ${countOf(languages.size, 'language')}`;
  return { errors: [], lists: [`news sites as of ${asOf}: ${counts}`] };
}

/** Reads the file at `path` as the list of sites that are kept out. */
export async function checkKeptOutSites(path: string): Promise<DataReport> {
  const parsed = await readKeptOutSites(path);
  if (!parsed.ok) return { errors: parsed.errors.map(formatListError), lists: [] };
  const { asOf, sites } = parsed.value;
  return { errors: [], lists: [`kept-out sites as of ${asOf}: ${countOf(sites.length, 'site')}`] };
}

function describeCounts({ head, claims, sources }: ClaimList): string {
  const published = claims.filter(({ publication }) => publication.status === 'published').length;
  const counts = [
    `${countOf(published, 'claim')} published`,
    countOf(claims.length - published, 'draft'),
    countOf(Object.keys(sources).length, 'source'),
  ];
  return `${head.id} ${head.version}: ${counts.join(', ')}`;
}

function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}

if (import.meta.main) {
  const data = fileURLToPath(new URL('../data', import.meta.url));
  const { values } = parseArgs({
    options: {
      release: { type: 'boolean', default: false },
      texts: SOURCE_TEXTS_OPTION,
    },
  });
  const sourceTexts = await readSourceTexts(values.texts);
  const reports = [
    await checkData(join(data, 'lists'), { isRelease: values.release, sourceTexts }),
    await checkNewsSites(join(data, NEWS_SITES_FILE)),
    await checkKeptOutSites(join(data, KEPT_OUT_SITES_FILE)),
  ];
  for (const { errors, lists } of reports) {
    for (const line of lists) console.log(line);
    for (const line of errors) console.error(line);
    if (errors.length > 0) process.exitCode = 1;
  }
  console.log(
    sourceTexts === null
      ? 'no texts of sources are at hand (--texts FOLDER): quotations were not compared'
      : `quotations compared with ${countOf(sourceTexts.size, 'text')} of sources`,
  );
}
