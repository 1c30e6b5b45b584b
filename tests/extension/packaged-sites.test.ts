import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readPackagedNewsSites } from '../../core/extension/packaged-sites.ts';
import { packageData } from '../../tools/package-data.ts';

/** With the sites the lists are packaged, whose claims are learned: that takes seconds. */
const PACKAGED_WITHIN_MS = 60_000;

it(
  'reads the news sites that the build has put into the package',
  { timeout: PACKAGED_WITHIN_MS },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    const files = await packageData('data', folder);
    vi.stubGlobal('fetch', async (url: string) => {
      const file = files.find(({ path }) => new URL(url).pathname === `/${path}`);
      return new Response(new Uint8Array(await readFile(file?.source ?? '')));
    });
    const source: unknown = JSON.parse(await readFile('data/news-sites.json', 'utf8'));
    expect(await readPackagedNewsSites()).toEqual(source);
    await rm(folder, { recursive: true });
  },
);
