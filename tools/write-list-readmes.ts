/** Writes the `README.md` of every list below `data/lists`: `npm run data:readme`. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import type { ClaimList } from '../core/claims/claim-list.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { describeList } from './describe-list.ts';
import { readLists } from './read-list.ts';

export const LIST_README = 'README.md';

/** The text of a list's `README.md`, formatted as the repository formats Markdown. */
export async function readmeOf(list: ClaimList): Promise<string> {
  const options = await resolveConfig(fileURLToPath(import.meta.url));
  return format(describeList(list), { ...options, parser: 'markdown' });
}

/** Whether the `README.md` in `dir` says what the files of its list do. */
export async function hasReadme(dir: string, list: ClaimList): Promise<boolean> {
  const committed = await readFile(join(dir, LIST_README), 'utf8').catch(() => null);
  return committed === (await readmeOf(list));
}

if (import.meta.main) {
  const lists = fileURLToPath(new URL('../data/lists', import.meta.url));
  for (const { name, parsed } of await readLists(lists)) {
    if (parsed.ok) await writeFile(join(lists, name, LIST_README), await readmeOf(parsed.value));
    else {
      for (const error of parsed.errors) console.error(`${name}/${formatListError(error)}`);
      process.exitCode = 1;
    }
  }
}
