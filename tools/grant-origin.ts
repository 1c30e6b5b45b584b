/**
 * Lets the extension read a site without the browser's prompt, which nobody answers when a tool
 * opens the browser. The packaged build may read none.
 */
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, type Manifest } from './extension-manifest.ts';

/**
 * The match pattern for every page of the site of an http or https address. It carries no port:
 * Firefox takes none there, and without one all ports match.
 */
export function originPattern({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

/** The manifest with access to `pattern`. */
export function withOrigin(manifest: Manifest, pattern: string): Manifest {
  const patterns = new Set([...(manifest.host_permissions ?? []), pattern]);
  return { ...manifest, host_permissions: [...patterns] };
}

/** A copy of a built extension, in a temporary folder of its own. */
export type GrantedCopy = { readonly folder: string; readonly remove: () => Promise<void> };

/** Copies a built extension; the copy has access to `pattern`. */
export async function grantOrigin(extension: string, pattern: string): Promise<GrantedCopy> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  await cp(extension, folder, { recursive: true });
  const manifest = withOrigin(await readManifest(extension), pattern);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
