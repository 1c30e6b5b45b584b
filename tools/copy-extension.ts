/** A copy of a built extension that differs from what is packaged in one thing. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** In a temporary folder of its own. */
export type ExtensionCopy = { readonly folder: string; readonly remove: () => Promise<void> };

/** Copies a built extension and changes the copy; leaves nothing behind when that fails. */
export async function copyExtension(
  extension: string,
  change: (folder: string) => Promise<void>,
): Promise<ExtensionCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  const remove = () => rm(folder, { recursive: true });
  try {
    await cp(extension, folder, { recursive: true });
    await change(folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}
