/** Checks every claim list below `data/lists`. Run as `node tools/check-data.ts`. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { formatListError } from '../core/claims/parse-list.ts';
import { readListFolder } from './read-list.ts';

/** What a check of all lists prints: one line an error, one line a valid list. */
export type DataReport = { readonly errors: readonly string[]; readonly lists: readonly string[] };

/** Reads each folder in `listsDir` as a claim list. No list at all is an error too. */
export async function checkData(listsDir: string): Promise<DataReport> {
  const entries = await readdir(listsDir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  if (folders.length === 0)
    return { errors: [`${listsDir}: expected a list, but got none`], lists: [] };
  const errors: string[] = [];
  const lists: string[] = [];
  for (const folder of folders.toSorted()) {
    const parsed = await readListFolder(join(listsDir, folder));
    if (parsed.ok) lists.push(describeList(parsed.value));
    else errors.push(...parsed.errors.map((error) => `${folder}/${formatListError(error)}`));
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
