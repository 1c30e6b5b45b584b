/** A file on disk -> its parsed JSON, or the error that it is none. */
import { readFile } from 'node:fs/promises';
import type { ListError } from '../core/claims/parse-file.ts';

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ListError };

/** Reads `path`; an error calls it `file`. Only what cannot be read at all throws. */
export async function readJson(path: string, file: string): Promise<ReadJson> {
  const text = await readFile(path, 'utf8');
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const received = error.message.replaceAll(/\s+/gu, ' ');
    return { ok: false, error: { file, field: '', expected: 'JSON', received } };
  }
}
