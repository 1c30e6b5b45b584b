/** Files of the package: reading one leaves the machine no more than the program itself does. */
import { browser } from './browser.ts';

/** Reads a file of the package by its path. Rejects only when the package is incomplete. */
export async function fetchPackaged(path: `/${string}`): Promise<Response> {
  // The type lists the files that WXT knows; the build adds others.
  const response = await fetch(browser.runtime.getURL(path as '/'));
  if (!response.ok) throw new Error(`${path} is not in the package`);
  return response;
}
