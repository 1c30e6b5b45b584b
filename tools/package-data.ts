/** Everything of `data` that the package carries. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { KEPT_OUT_SITES_FILE } from '../core/claims/kept-out-sites.ts';
import { NEWS_SITES_FILE } from '../core/claims/news-sites.ts';
import { formatListError } from '../core/claims/parse-file.ts';
import { compileLists, type PackagedFile } from './compile-lists.ts';
import { readKeptOutSites, readNewsSites } from './read-site-lists.ts';

/**
 * Writes what is packaged of the folder `data` into `outFolder`. Throws with every error of it:
 * bad data stops the build.
 */
export async function packageData(
  data: string,
  outFolder: string,
): Promise<readonly PackagedFile[]> {
  const lists = await compileLists(join(data, 'lists'), outFolder);
  const news = await readNewsSites(join(data, NEWS_SITES_FILE));
  if (!news.ok) throw new Error(`bad data:\n${news.errors.map(formatListError).join('\n')}`);
  const keptOut = await readKeptOutSites(join(data, KEPT_OUT_SITES_FILE));
  if (!keptOut.ok) throw new Error(`bad data:\n${keptOut.errors.map(formatListError).join('\n')}`);
  const write = async (path: string, value: unknown): Promise<PackagedFile> => {
    const source = join(outFolder, path);
    await writeFile(source, JSON.stringify(value));
    return { path, source };
  };
  return [
    ...lists,
    await write(NEWS_SITES_FILE, news.value),
    await write(KEPT_OUT_SITES_FILE, keptOut.value),
  ];
}
