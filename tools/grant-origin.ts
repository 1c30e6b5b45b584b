/**
 * Lets the extension read a site without the browser's prompt, which nobody answers when a tool
 * opens the browser. The packaged build may read none.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyExtension, type ExtensionCopy } from './copy-extension.ts';
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

/** Copies a built extension; the copy has access to `pattern`. */
export function grantOrigin(extension: string, pattern: string): Promise<ExtensionCopy> {
  return copyExtension(extension, async (folder) => {
    const manifest = withOrigin(await readManifest(folder), pattern);
    await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  });
}
