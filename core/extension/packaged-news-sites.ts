/** The list of news sites that comes with the package. */
import type { NewsSites } from '../claims/news-sites.ts';
import { fetchPackaged } from './packaged-file.ts';

/** Written by the build from a file that it had validated. */
export async function readPackagedNewsSites(): Promise<NewsSites> {
  return (await (await fetchPackaged('/news-sites.json')).json()) as NewsSites;
}
