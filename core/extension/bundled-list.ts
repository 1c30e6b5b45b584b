/** The claim list that comes with the package: its index at once, its texts when a card asks. */
import { recordOf, type ClaimList, type ClaimRecord } from '../claims/claim-list.ts';
import type { ClaimId } from '../claims/claim.ts';
import { browser } from './browser.ts';

/** The folder name below `data/lists`, and the names of what the build makes of it. */
export const BUNDLED_LIST_ID = 'azerbaijan-official-responses';
export const INDEX_PATH = `/lists/${BUNDLED_LIST_ID}.index`;
export const TEXTS_PATH = `/lists/${BUNDLED_LIST_ID}.json`;

async function fetchOwn(path: string): Promise<Response> {
  // A file of the package: no request leaves the machine.
  const response = await fetch(browser.runtime.getURL(path as '/'));
  if (!response.ok) throw new Error(`${path} is not in the package`);
  return response;
}

/** The compiled index of the bundled list. Rejects only when the package is incomplete. */
export async function fetchBundledIndex(): Promise<ArrayBuffer> {
  return (await fetchOwn(INDEX_PATH)).arrayBuffer();
}

let texts: Promise<ClaimList> | null = null;

/** The records of the claims asked for that the bundled list publishes, in the order asked. */
export async function readBundledRecords(
  claims: readonly ClaimId[],
): Promise<readonly ClaimRecord[]> {
  // Written by the build from a list that it had validated.
  texts ??= fetchOwn(TEXTS_PATH).then(async (response) => (await response.json()) as ClaimList);
  const list = await texts;
  return claims.map((id) => recordOf(list, id)).filter((record) => record !== null);
}
