import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListFolder } from '../../tools/read-list.ts';
import { BOATS, changed, fictionalFiles, HEAD, SOURCES } from '../claims/fictional-list.ts';
import { listsOnDisk } from './lists-on-disk.ts';

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
        expected:
          'list.json, sources.json, outcomes.json, claims/<claim-id>.json or examples/<claim-id>.json',
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
