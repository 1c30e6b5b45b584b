import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The files of lists, by their paths, by the names of the lists. */
export type ListFiles = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A folder of lists that lasts as long as the test; values that are text are written as they are. */
export async function listsOnDisk(lists: ListFiles): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'rejoinder-lists-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, files] of Object.entries(lists)) {
    for (const [file, content] of Object.entries(files)) {
      const path = join(dir, name, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
    }
  }
  return dir;
}
