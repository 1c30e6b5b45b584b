import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileLists } from '../../tools/compile-lists.ts';
import { BOATS, changed, fictionalFiles, HEAD } from '../claims/fictional-list.ts';

type Files = Readonly<Record<string, unknown>>;

/** Compiles lists that are given by name; their folders last as long as the test. */
async function compile(lists: Readonly<Record<string, Files>>) {
  const dir = await mkdtemp(join(tmpdir(), 'rejoinder-compile-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, files] of Object.entries(lists)) {
    for (const [file, content] of Object.entries(files)) {
      const path = join(dir, 'lists', name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify(content));
    }
  }
  await mkdir(join(dir, 'lists'), { recursive: true });
  return compileLists(join(dir, 'lists'), join(dir, 'out', 'deep'));
}

const named = (id: string): Files => changed(fictionalFiles(), HEAD, 'id', id);

describe('compileLists', () => {
  it('packs for each list its index, its texts and its wordings, in the order of their names', async () => {
    const files = await compile({ 'list-b': named('list-b'), 'list-a': named('list-a') });
    expect(files.map(({ path }) => path)).toEqual([
      'lists/list-a.index',
      'lists/list-a.json',
      'lists/list-a.wordings.json',
      'lists/list-b.index',
      'lists/list-b.json',
      'lists/list-b.wordings.json',
    ]);
  });

  it('writes an index that opens', async () => {
    const [index] = await compile({ 'fictional-list': fictionalFiles() });
    const { buffer, byteOffset, byteLength } = await readFile(index?.source ?? '');
    const opened = openIndex(new Uint8Array(buffer, byteOffset, byteLength).slice().buffer);
    expect(opened.claimCount).toBe(1);
    expect(opened.idOf(0)).toBe('lantern-boats-crossed');
  });

  it('packs what a card shows, and neither drafts nor what only matching needs', async () => {
    const [, texts] = await compile({ 'fictional-list': fictionalFiles() });
    const list: unknown = JSON.parse(await readFile(texts?.source ?? '', 'utf8'));
    expect(list).toMatchObject({
      head: { id: 'fictional-list' },
      sources: { 'lake-courier': {} },
      claims: [
        {
          id: 'lantern-boats-crossed',
          wordings: { en: { reviewedBy: null, texts: [] } },
          nearMisses: {},
          responses: [{ author: { name: 'A. Invented' } }],
        },
      ],
    });
    expect(list).toHaveProperty('claims.length', 1);
    expect(list).toHaveProperty('claims.0.wordings', { en: { reviewedBy: null, texts: [] } });
  });

  it('packs the wordings of what is published', async () => {
    const [, , wordings] = await compile({ 'fictional-list': fictionalFiles() });
    expect(JSON.parse(await readFile(wordings?.source ?? '', 'utf8'))).toEqual({
      'lantern-boats-crossed': { en: ['Boats of Southmark crossed the lake'] },
    });
  });

  it('makes nothing of no lists', async () => {
    expect(await compile({})).toEqual([]);
  });

  test.each<[string, Files, RegExp]>([
    [
      'a field',
      changed(fictionalFiles(), BOATS, 'nature', 'rumour'),
      /lantern-boats-crossed.*nature/su,
    ],
    ['a missing file', { [HEAD]: fictionalFiles()[HEAD] }, /sources\.json/u],
    ['a folder of another name', named('other-list'), /list\.json.*'fictional-list'/su],
  ])('stops at %s that is wrong, and says where', async (_, files, message) => {
    await expect(compile({ 'fictional-list': files })).rejects.toThrow(message);
  });

  it('says all that is wrong in all lists', async () => {
    const bad = (id: string) => changed(named(id), BOATS, 'nature', 'rumour');
    const compiled = compile({
      'list-a': bad('list-a'),
      'list-b': bad('list-b'),
      'list-c': named('list-c'),
    });
    await expect(compiled).rejects.toThrow(/list-a\/.*\n.*list-b\//su);
  });
});
