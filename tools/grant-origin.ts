/**
 * Lets the extension run on one more site without the browser's prompt, which nobody answers when
 * a tool opens the browser.
 */
import { cp, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, type Manifest } from './extension-manifest.ts';

/** Whether an address is one of this machine's own, on which every build runs: never by `https:`. */
export function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

/**
 * The match pattern for every page of the site of an http or https address. It carries no port:
 * Firefox takes none there, and without one all ports match.
 */
export function originPattern({ protocol, hostname }: URL): string {
  return `${protocol}//${hostname}/*`;
}

/** The manifest with access to `pattern`, where every content script runs too. */
export function withOrigin(manifest: Manifest, pattern: string): Manifest {
  const add = (patterns: readonly string[]) => [...new Set([...patterns, pattern])];
  return {
    ...manifest,
    host_permissions: add(manifest.host_permissions ?? []),
    content_scripts: (manifest.content_scripts ?? []).map((script) => ({
      ...script,
      matches: add(script.matches),
    })),
  };
}

/** Copies a built extension, with access to `pattern`, into a new temporary folder: its path. */
export async function grantOrigin(extension: string, pattern: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  await cp(extension, folder, { recursive: true });
  const manifest = withOrigin(await readManifest(extension), pattern);
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
