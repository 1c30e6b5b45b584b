/** Checks every claim list below `data/lists`, and `data/news-sites.json`: `npm run data:check`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { NEWS_SITES_FILE } from '../core/claims/news-sites.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { readLists } from './read-list.ts';
import { readNewsSites } from './read-news-sites.ts';

/** What a check of lists prints: one line an error, one line a valid list. */
export type DataReport = { readonly errors: readonly string[]; readonly lists: readonly string[] };

/** Reads each folder in `listsDir` as a claim list. No list at all is an error too. */
export async function checkData(listsDir: string): Promise<DataReport> {
  const read = await readLists(listsDir);
  if (read.length === 0)
    return { errors: [`${listsDir}: expected a list, but got none`], lists: [] };
  const errors: string[] = [];
  const lists: string[] = [];
  for (const { name, parsed } of read) {
    if (parsed.ok) lists.push(describeList(parsed.value));
    else errors.push(...parsed.errors.map((error) => `${name}/${formatListError(error)}`));
  }
  return { errors, lists };
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

function describeList({ head, claims, sources }: ClaimList): string {
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
  const reports = [
    await checkData(join(data, 'lists')),
    await checkNewsSites(join(data, NEWS_SITES_FILE)),
  ];
  for (const { errors, lists } of reports) {
    for (const line of lists) console.log(line);
    for (const line of errors) console.error(line);
    if (errors.length > 0) process.exitCode = 1;
  }
}
