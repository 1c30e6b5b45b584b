/** Has a built extension's lists name a place for reports on GitHub: the packaged ones name none. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { copyExtension, type ExtensionCopy } from './copy-extension.ts';

/** The parts of a packaged list that are passed through to get at its publisher. */
const PackagedList = v.looseObject({
  head: v.looseObject({ publisher: v.looseObject({}) }),
});

const LIST = /^[^.]+\.json$/u;

/** Copies a built extension; the lists of the copy take reports at `repository`, `owner/name`. */
export function declareRepository(extension: string, repository: string): Promise<ExtensionCopy> {
  return copyExtension(extension, async (folder) => {
    const lists = join(folder, 'lists');
    for (const name of (await readdir(lists)).filter((file) => LIST.test(file))) {
      const path = join(lists, name);
      const list = v.parse(PackagedList, JSON.parse(await readFile(path, 'utf8')));
      Object.assign(list.head.publisher, { reports: { github: repository } });
      await writeFile(path, JSON.stringify(list));
    }
  });
}
