/** The folders of lists on disk -> ClaimList, or every error of its files. */
import { readdir } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { ListError } from '../core/claims/parse-file.ts';
import { parseList, type ParsedList } from '../core/claims/parse-list.ts';
import { readJson } from './read-json.ts';

const NOT_READ = { ok: true, value: null } as const;

/**
 * Reads and validates every file below `dir`, the folder `data/lists/<list-id>`. Whatever is wrong
 * with a file's text is an error of the list; only what cannot be read at all throws.
 */
export async function readListFolder(dir: string): Promise<ParsedList> {
  const files: Record<string, unknown> = {};
  const unreadable: ListError[] = [];
  for (const file of await collectFiles(dir)) {
    // Made from the other files, so it says nothing of its own.
    if (file === 'README.md') continue;
    // A file of another kind has no place in a list; its name is enough to say so.
    const read = file.endsWith('.json') ? await readJson(join(dir, file), file) : NOT_READ;
    if (read.ok) files[file] = read.value;
    else unreadable.push(read.error);
  }
  const parsed = parseList(files);
  const errors = [...unreadable];
  if (!parsed.ok) {
    const named = new Set(unreadable.map(({ file }) => file));
    errors.push(...parsed.errors.filter(({ file }) => !named.has(file)));
  } else if (parsed.value.head.id !== basename(resolve(dir))) {
    const expected = `'${basename(resolve(dir))}', as the folder`;
    errors.push({
      file: 'list.json',
      field: 'id',
      expected,
      received: `'${parsed.value.head.id}'`,
    });
  }
  return parsed.ok && errors.length === 0 ? parsed : { ok: false, errors };
}

/** Every list below `listsDir`, in the order of their folders; a file beside them is no list. */
export async function readLists(
  listsDir: string,
): Promise<readonly { readonly name: string; readonly parsed: ParsedList }[]> {
  const entries = await readdir(listsDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    names.toSorted().map(async (name) => ({
      name,
      parsed: await readListFolder(join(listsDir, name)),
    })),
  );
}

/** Paths of all files below `dir`, relative to it, with forward slashes, in order. */
async function collectFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(dir, join(parentPath, name)).replaceAll(sep, '/'))
    .toSorted();
}
