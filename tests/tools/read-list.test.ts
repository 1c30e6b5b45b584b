import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkData } from '../../tools/check-data.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { BOATS, changed, fictionalFiles, HEAD, SOURCES } from '../claims/fictional-list.ts';

/** A folder of lists that lasts as long as the test; values that are text are written as they are. */
async function listsOnDisk(lists: Readonly<Record<string, Readonly<Record<string, unknown>>>>) {
  const dir = await mkdtemp(join(tmpdir(), 'rejoinder-lists-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, files] of Object.entries(lists)) {
    for (const [file, content] of Object.entries(files)) {
      const path = join(dir, name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    }
  }
  return dir;
}

async function readFictional(files: Readonly<Record<string, unknown>>, name = 'fictional-list') {
  return readListFolder(join(await listsOnDisk({ [name]: files }), name));
}

describe('readListFolder', () => {
  it('reads a valid list', async () => {
    const parsed = await readFictional(fictionalFiles());
    expect(parsed.ok && parsed.value.claims.map(({ id }) => id)).toEqual([
      'harbour-was-lent',
      'lantern-boats-crossed',
    ]);
  });

  it.each([HEAD, SOURCES, BOATS])(
    'says of bad JSON in %s that, once, on one line',
    async (file) => {
      const parsed = await readFictional({ ...fictionalFiles(), [file]: '{\n  "id": \n}\n' });
      const errors = parsed.ok ? [] : parsed.errors.filter((error) => error.file === file);
      expect(errors).toEqual([
        {
          file,
          field: '',
          expected: 'JSON',
          received: expect.not.stringContaining('\n') as unknown,
        },
      ]);
    },
  );

  it('goes on past bad JSON to the errors of the other files', async () => {
    const files = changed(fictionalFiles(), BOATS, 'nature', 'rumour');
    const parsed = await readFictional({ ...files, [SOURCES]: '' });
    expect(parsed.ok ? [] : parsed.errors.map(({ file }) => file)).toEqual([SOURCES, BOATS]);
  });

  it('names a file that no list has, without reading it', async () => {
    const parsed = await readFictional({ ...fictionalFiles(), 'claims/.draft.swp': '{' });
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      {
        file: 'claims/.draft.swp',
        field: '',
        expected: 'list.json, sources.json, claims/<claim-id>.json or examples/<claim-id>.json',
        received: 'another file',
      },
    ]);
  });

  it('wants the folder to be named after the list', async () => {
    const parsed = await readFictional(fictionalFiles(), 'another-list');
    expect(parsed.ok ? [] : parsed.errors).toEqual([
      {
        file: 'list.json',
        field: 'id',
        expected: "'another-list', as the folder",
        received: "'fictional-list'",
      },
    ]);
  });
});

describe('checkData', () => {
  it('counts what a valid list holds', async () => {
    const report = await checkData(await listsOnDisk({ 'fictional-list': fictionalFiles() }));
    expect(report).toEqual({
      errors: [],
      lists: ['fictional-list 1.2.3: 1 claim published, 1 draft, 3 sources'],
    });
  });

  it('prints every error with its list, and the lists that are valid', async () => {
    const broken = changed(fictionalFiles(), BOATS, 'responses.0.party', 'eastland');
    const report = await checkData(
      await listsOnDisk({
        'fictional-list': fictionalFiles(),
        'broken-list': changed(broken, HEAD, 'version', '1'),
      }),
    );
    expect(report.lists).toHaveLength(1);
    expect(report.errors).toEqual([
      'broken-list/list.json: version: expected a version of three numbers such as "1.0.0", but got "1"',
    ]);
  });

  it('passes over a file beside the lists', async () => {
    const dir = await listsOnDisk({ 'fictional-list': fictionalFiles() });
    await writeFile(join(dir, '.DS_Store'), '');
    expect(await checkData(dir)).toMatchObject({ errors: [], lists: [expect.any(String)] });
  });

  it('does not pass over a folder without lists', async () => {
    const { errors } = await checkData(await listsOnDisk({}));
    expect(errors).toHaveLength(1);
  });
});
