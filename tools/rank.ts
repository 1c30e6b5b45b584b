/** `npm run rank`: the claims of a plain list that each query most resembles. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parsePlainList, type PlainClaim } from '../core/claims/plain-list.ts';
import { openRanking } from '../core/matching/rank-claims.ts';
import { readRankOptions, USAGE, type RankOptions } from './rank-options.ts';

/** The claims of a file, or null after saying what is wrong in it. A query has the form of a claim. */
async function readPlainList(
  file: string,
  repeats: 'refused' | 'passed over',
): Promise<readonly PlainClaim[] | null> {
  // npm runs scripts in the project's folder; a path is meant from where the user stands.
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    console.error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  });
  if (text === null) return null;
  const parsed = parsePlainList(text.split('\n'), repeats);
  if (parsed.ok) return parsed.value;
  for (const { line, expected } of parsed.errors) {
    console.error(`${file}: line ${String(line)}: expected ${expected}`);
  }
  return null;
}

/** Whether all was ranked. */
async function rank({ claims, queries, top }: RankOptions): Promise<boolean> {
  const list = await readPlainList(claims, 'refused');
  const asked = await readPlainList(queries, 'passed over');
  if (list === null || asked === null) return false;
  const ranking = openRanking(list);
  for (const { id, text } of asked) {
    const lines = ranking
      .rank(text, top)
      .map(({ claim, score }, at) => `${id}\t${String(at + 1)}\t${claim}\t${score.toFixed(6)}\n`);
    if (!process.stdout.write(lines.join(''))) await once(process.stdout, 'drain');
  }
  return true;
}

const read = readRankOptions(process.argv.slice(2));
if (read.kind === 'help') console.log(USAGE);
else if (read.kind === 'problem') {
  console.error(read.reason);
  process.exitCode = 1;
} else if (!(await rank(read.options))) process.exitCode = 1;
