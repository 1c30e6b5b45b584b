/** The claim list that comes with the package: its index at once, its texts when a card asks. */
import {
  recordOf,
  type ClaimList,
  type ClaimRecord,
  type ClaimWordings,
} from '../claims/claim-list.ts';
import type { ClaimId } from '../claims/claim.ts';
import { fetchPackaged } from './packaged-file.ts';

/** The folder name below `data/lists`, and the names of what the build makes of it. */
export const BUNDLED_LIST_ID = 'azerbaijan-official-responses';
export const INDEX_PATH: `/${string}` = `/lists/${BUNDLED_LIST_ID}.index`;
export const TEXTS_PATH: `/${string}` = `/lists/${BUNDLED_LIST_ID}.json`;
const WORDINGS_PATH: `/${string}` = `/lists/${BUNDLED_LIST_ID}.wordings.json`;

/** The compiled index of the bundled list. Rejects only when the package is incomplete. */
export async function fetchBundledIndex(): Promise<ArrayBuffer> {
  return (await fetchPackaged(INDEX_PATH)).arrayBuffer();
}

let texts: Promise<ClaimList> | null = null;

/**
 * The bundled list as it is published, without drafts. Of its wordings it has the languages that
 * are matched and who has reviewed them, but no text.
 */
export function readBundledList(): Promise<ClaimList> {
  // Written by the build from a list that it had validated.
  texts ??= fetchPackaged(TEXTS_PATH).then(
    async (response) => (await response.json()) as ClaimList,
  );
  return texts;
}

/**
 * The wordings of the bundled list: for who looks for a like claim, or for why a passage resembles
 * one.
 */
export async function readBundledWordings(): Promise<ClaimWordings> {
  return (await (await fetchPackaged(WORDINGS_PATH)).json()) as ClaimWordings;
}

/** The records of the claims asked for that the bundled list publishes, in the order asked. */
export async function readBundledRecords(
  claims: readonly ClaimId[],
): Promise<readonly ClaimRecord[]> {
  const list = await readBundledList();
  return claims.map((id) => recordOf(list, id)).filter((record) => record !== null);
}
