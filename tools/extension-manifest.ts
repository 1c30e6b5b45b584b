/** The parts of a built extension's manifest that the tools read. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Manifest = v.looseObject({
  host_permissions: v.optional(v.array(v.string())),
  browser_specific_settings: v.optional(
    v.looseObject({ gecko: v.looseObject({ id: v.string() }) }),
  ),
});
export type Manifest = v.InferOutput<typeof Manifest>;

/** Reads `manifest.json` of a built extension. Throws when there is no build, or not a valid one. */
export async function readManifest(extension: string): Promise<Manifest> {
  return v.parse(Manifest, JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')));
}
