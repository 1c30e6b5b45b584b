import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { ClaimId } from '../../core/claims/claim.ts';
import { compileLists, type PackagedFile } from '../../tools/compile-lists.ts';

const DRONES = 'israeli-drones-from-azerbaijan-2025' as ClaimId;
const AIRSPACE = 'azerbaijan-airspace-used-2025' as ClaimId;
const UNKNOWN = 'no-such-claim' as ClaimId;

/** Each claim is learned in each language when the list is compiled, which takes seconds. */
const COMPILED_WITHIN_MS = 60_000;

let folder: string;
let files: readonly PackagedFile[];
const fetchFile = vi.fn<(url: string) => Promise<Response>>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  files = await compileLists('data/lists', folder);
}, COMPILED_WITHIN_MS);
afterAll(async () => {
  await rm(folder, { recursive: true });
});

beforeEach(() => {
  fetchFile.mockReset().mockImplementation(async (url) => {
    const { host, pathname, protocol } = new URL(url);
    // Anything else would be a request to somebody.
    expect(`${protocol}//${host}`).toBe('chrome-extension://test-extension-id');
    const file = files.find(({ path }) => `/${path}` === pathname);
    return file === undefined
      ? new Response(null, { status: 404 })
      : new Response(new Uint8Array(await readFile(file.source)));
  });
  vi.stubGlobal('fetch', fetchFile);
  // The texts that were read before are kept by the module.
  vi.resetModules();
});

/** The module as a background that has just woken finds it. */
const wake = () => import('../../core/extension/bundled-list.ts');

it('reads the index that the build has put into the package', async () => {
  const { fetchBundledIndex, INDEX_PATH } = await wake();
  const index = await fetchBundledIndex();
  const packaged = files.find(({ path }) => `/${path}` === INDEX_PATH);
  expect(new Uint8Array(index)).toEqual(new Uint8Array(await readFile(packaged?.source ?? '')));
});

it('gives the records asked for, in that order, and leaves out what the list has not', async () => {
  const { readBundledRecords } = await wake();
  const records = await readBundledRecords([DRONES, UNKNOWN, AIRSPACE]);
  expect(records.map(({ claim }) => claim.id)).toEqual([DRONES, AIRSPACE]);
  expect(await readBundledRecords([AIRSPACE])).toEqual([records[1]]);
  expect(await readBundledRecords([])).toEqual([]);
});

it('gives each record with its sources and its list, ready to be shown', async () => {
  const { readBundledRecords, BUNDLED_LIST_ID } = await wake();
  const [record] = await readBundledRecords([DRONES]);
  const cited = record?.claim.responses.flatMap(({ sources }) => sources) ?? [];
  expect(cited.length).toBeGreaterThan(0);
  expect(Object.keys(record?.sources ?? {})).toEqual(expect.arrayContaining(cited));
  expect(record?.list.id).toBe(BUNDLED_LIST_ID);
});

it('gives the wordings of each claim by language', async () => {
  const { readBundledList, readBundledWordings } = await wake();
  const wordings = await readBundledWordings();
  const { claims } = await readBundledList();
  expect(Object.keys(wordings)).toEqual(claims.map(({ id }) => id));
  for (const { en } of Object.values(wordings)) expect(en?.length).toBeGreaterThan(0);
});

it('reads the texts when they are first asked for, and once', async () => {
  const { fetchBundledIndex, readBundledRecords } = await wake();
  await fetchBundledIndex();
  expect(fetchFile).toHaveBeenCalledTimes(1);
  await Promise.all([readBundledRecords([DRONES]), readBundledRecords([AIRSPACE])]);
  await readBundledRecords([DRONES]);
  expect(fetchFile).toHaveBeenCalledTimes(2);
});

it('says which file an incomplete package lacks', async () => {
  fetchFile.mockImplementation(() => Promise.resolve(new Response(null, { status: 404 })));
  const { fetchBundledIndex, readBundledRecords, INDEX_PATH, TEXTS_PATH } = await wake();
  await expect(fetchBundledIndex()).rejects.toThrow(INDEX_PATH);
  await expect(readBundledRecords([DRONES])).rejects.toThrow(TEXTS_PATH);
});
