/** Everything of `data` that the package carries. */
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { formatListError } from '../core/claims/parse-file.ts';
import { compileLists, type PackagedFile } from './compile-lists.ts';
import { readNewsSites } from './read-news-sites.ts';

/**
 * Writes what is packaged of the folder `data` into `outFolder`. Throws with every error of it:
 * bad data stops the build.
 */
export async function packageData(
  data: string,
  outFolder: string,
): Promise<readonly PackagedFile[]> {
  const lists = await compileLists(join(data, 'lists'), outFolder);
  const news = await readNewsSites(join(data, 'news-sites.json'));
  if (!news.ok) throw new Error(`bad data:\n${news.errors.map(formatListError).join('\n')}`);
  const source = join(outFolder, 'news-sites.json');
  await writeFile(source, JSON.stringify(news.value));
  return [...lists, { path: 'news-sites.json', source }];
}
