/** A list wherever it comes from -> the index that texts are read with. */
import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { wordingsOf, type ClaimList, type ClaimWordings } from '../core/claims/claim-list.ts';
import { parsePlainList, type PlainClaim } from '../core/claims/plain-list.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { BUNDLED_LIST_ID } from '../core/extension/bundled-list.ts';
import { openIndex, type ClaimIndex } from '../core/matching/claim-index.ts';
import { compileIndex } from '../core/matching/compile-index.ts';
import { compilePlainIndex } from '../core/matching/compile-plain-index.ts';
import { withDrafts } from './measure-list.ts';
import { readListFolder } from './read-list.ts';

/** The folder of the list that the package carries. */
export const BUNDLED_LIST = fileURLToPath(
  new URL(`../data/lists/${BUNDLED_LIST_ID}`, import.meta.url),
);

/**
 * Opens a folder with a claim list, or a file with a plain list, one JSON object a line. A plain list
 * knows no drafts. Throws with the first thing that is wrong with it.
 */
export async function openClaims(path: string, includeDrafts: boolean): Promise<ClaimIndex> {
  const isFolder = (await stat(path)).isDirectory();
  if (!isFolder) return openIndex(compilePlainIndex(await readPlainClaims(path)));
  const list = await readClaimList(path);
  return openIndex(compileIndex(includeDrafts ? withDrafts(list) : list));
}

/**
 * How each claim of a list is put, by the list's path; none of a plain list, whose claims are put by
 * their own text. Throws as `openClaims` does.
 */
export async function readWordings(path: string): Promise<ClaimWordings> {
  if (!(await stat(path)).isDirectory()) return {};
  const { claims } = await readClaimList(path);
  return wordingsOf(claims);
}

async function readClaimList(folder: string): Promise<ClaimList> {
  const parsed = await readListFolder(folder);
  if (parsed.ok) return parsed.value;
  const [first] = parsed.errors;
  throw new Error(
    `${folder} holds no valid list: ${first === undefined ? '' : formatListError(first)}`,
  );
}

/** The claims of a plain list. Throws with the first line that is none. */
async function readPlainClaims(file: string): Promise<readonly PlainClaim[]> {
  const parsed = parsePlainList((await readFile(file, 'utf8')).split('\n'));
  if (parsed.ok) return parsed.value;
  const [first] = parsed.errors;
  throw new Error(
    first === undefined
      ? `${file} holds no plain list`
      : `${file}: line ${String(first.line)}: expected ${first.expected}`,
  );
}
