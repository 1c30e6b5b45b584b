import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyExtension } from '../../tools/copy-extension.ts';
import * as v from 'valibot';
import { ReportPlaces } from '../../core/claims/claim-list.ts';
import { declarePlaces } from '../../tools/declare-places.ts';

const LIST = { head: { id: 'a', publisher: { name: 'Nobody', reports: null } }, claims: [] };

async function writeBuild(): Promise<string> {
  const build = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  onTestFinished(() => rm(build, { recursive: true }));
  await mkdir(join(build, 'lists'));
  await writeFile(join(build, 'lists/a.json'), JSON.stringify(LIST));
  await writeFile(join(build, 'lists/a.wordings.json'), '{}');
  await writeFile(join(build, 'lists/a.index'), 'index');
  return build;
}

it('has every list of a copy name a place, and the build stays as it was', async () => {
  const build = await writeBuild();
  const { folder, remove } = await declarePlaces(
    build,
    v.parse(ReportPlaces, { github: 'owner/name' }),
  );
  onTestFinished(() => access(folder).then(remove, () => undefined));
  const read = (path: string) => readFile(path, 'utf8');
  expect(JSON.parse(await read(join(folder, 'lists/a.json')))).toEqual({
    ...LIST,
    head: { id: 'a', publisher: { name: 'Nobody', reports: { github: 'owner/name' } } },
  });
  expect(await read(join(folder, 'lists/a.wordings.json'))).toBe('{}');
  expect(await read(join(folder, 'lists/a.index'))).toBe('index');
  expect(JSON.parse(await read(join(build, 'lists/a.json')))).toEqual(LIST);
  await remove();
  await expect(access(folder)).rejects.toThrow();
});

it('leaves no copy behind that could not be changed', async () => {
  let copy = '';
  const copied = copyExtension(await writeBuild(), (folder) => {
    copy = folder;
    return Promise.reject(new Error('No such list.'));
  });
  await expect(copied).rejects.toThrow('No such list.');
  await expect(access(copy)).rejects.toThrow();
});
