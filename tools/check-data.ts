/** Checks every claim list below `data/lists`. Run as `node tools/check-data.ts`. */
import { fileURLToPath } from 'node:url';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { formatListError } from '../core/claims/parse-list.ts';
import { readLists } from './read-list.ts';

/** What a check of all lists prints: one line an error, one line a valid list. */
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
  const { errors, lists } = await checkData(
    fileURLToPath(new URL('../data/lists', import.meta.url)),
  );
  for (const line of lists) console.log(line);
  for (const line of errors) console.error(line);
  if (errors.length > 0) process.exitCode = 1;
}
