import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findClaims } from '../../core/matching/find-claims.ts';
import { BUNDLED_LIST, openClaims } from '../../tools/open-claims.ts';
import { listsOnDisk } from './lists-on-disk.ts';

const CLAIM = 'The old harbour of Northland was sold to a foreign shipping company in secret';

async function plainListOnDisk(text: string): Promise<string> {
  return join(await listsOnDisk({ lists: { 'plain.jsonl': text } }), 'lists', 'plain.jsonl');
}

test('a file is a plain list', async () => {
  const file = await plainListOnDisk(`${JSON.stringify({ id: 'sold', text: CLAIM })}\n`);
  const index = await openClaims(file, false);
  const blocks = [{ text: `${CLAIM}.`, isHeading: false }];
  const [matches] = findClaims(index, { language: 'en', title: '', before: '', blocks });
  expect(matches?.map(({ claim }) => claim)).toEqual(['sold']);
});

test('what is wrong with a plain list is told with its line', async () => {
  const file = await plainListOnDisk('{"id":"a","text":"b"}\n{"id":"b"}\n');
  await expect(openClaims(file, false)).rejects.toThrow('line 2: expected text');
});

test('a folder is a claim list, with its drafts where they are asked for', async () => {
  const published = await openClaims(BUNDLED_LIST, false);
  const all = await openClaims(BUNDLED_LIST, true);
  expect(published.claimCount).toBeGreaterThan(0);
  expect(all.claimCount).toBeGreaterThan(published.claimCount);
});

test('a folder without a list is refused', async () => {
  const folder = await listsOnDisk({ empty: { 'list.json': {} } });
  await expect(openClaims(join(folder, 'empty'), false)).rejects.toThrow('holds no valid list');
});
