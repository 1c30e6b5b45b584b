import { lacksForRelease } from '../core/claims/release.ts';
import { readLists } from './read-list.ts';

/** Whether some list below `listsFolder` lacks what a finished one has; a list that is not valid does. */
export async function isPreview(listsFolder: string): Promise<boolean> {
  const lists = await readLists(listsFolder);
  return lists.some(({ parsed }) => !parsed.ok || lacksForRelease(parsed.value).length > 0);
}
