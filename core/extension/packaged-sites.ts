/** The lists of sites that come with the package. */
import type { KeptOutSites } from '../claims/kept-out-sites.ts';
import type { NewsSites } from '../claims/news-sites.ts';
import { fetchPackaged } from './packaged-file.ts';

/** Written by the build from a file that it had validated. */
export async function readPackagedNewsSites(): Promise<NewsSites> {
  return (await (await fetchPackaged('/news-sites.json')).json()) as NewsSites;
}

/** Likewise. */
export async function readPackagedKeptOutSites(): Promise<KeptOutSites> {
  return (await (await fetchPackaged('/kept-out-sites.json')).json()) as KeptOutSites;
}
