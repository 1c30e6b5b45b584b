/** Has a built extension's lists name places for reports: the packaged ones name none. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import type { ReportPlaces } from '../core/claims/claim-list.ts';
import { copyExtension, type ExtensionCopy } from './copy-extension.ts';

/** The parts of a packaged list that are passed through to get at its publisher. */
const PackagedList = v.looseObject({
  head: v.looseObject({ publisher: v.looseObject({}) }),
});

const LIST = /^[^.]+\.json$/u;

/** Copies a built extension; the lists of the copy take reports at `places`. */
export function declarePlaces(extension: string, places: ReportPlaces): Promise<ExtensionCopy> {
  return copyExtension(extension, async (folder) => {
    const lists = join(folder, 'lists');
    for (const name of (await readdir(lists)).filter((file) => LIST.test(file))) {
      const path = join(lists, name);
      const list = v.parse(PackagedList, JSON.parse(await readFile(path, 'utf8')));
      Object.assign(list.head.publisher, { reports: places });
      await writeFile(path, JSON.stringify(list));
    }
  });
}
