/** The lists of sites that come with the package. */
import type { KeptOutSites } from '../claims/kept-out-sites.ts';
import type { NewsSites } from '../claims/news-sites.ts';
import { fetchPackaged } from './packaged-file.ts';

let newsSites: Promise<NewsSites> | null = null;
let keptOutSites: Promise<KeptOutSites> | null = null;

// Read once in the life of a document or a background, which every page asks.

/** Written by the build from a file that it had validated. */
export function readPackagedNewsSites(): Promise<NewsSites> {
  newsSites ??= readPackaged<NewsSites>('/news-sites.json');
  return newsSites;
}

/** Likewise. */
export function readPackagedKeptOutSites(): Promise<KeptOutSites> {
  keptOutSites ??= readPackaged<KeptOutSites>('/kept-out-sites.json');
  return keptOutSites;
}

async function readPackaged<T>(path: `/${string}`): Promise<T> {
  return (await (await fetchPackaged(path)).json()) as T;
}
