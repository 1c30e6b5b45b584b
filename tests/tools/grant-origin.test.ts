import { access, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grantOrigin, originPattern, withOrigin } from '../../tools/grant-origin.ts';

describe('an address', () => {
  it.each([
    ['https://news.example.org/2025/06/a?b#c', 'https://news.example.org/*'],
    ['http://news.example.org:8080/', 'http://news.example.org/*'],
    ['https://name:word@news.example.org/', 'https://news.example.org/*'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1/*'],
    ['http://[::1]:80/', 'http://[::1]/*'],
  ])('%s has the pattern %s', (address, pattern) => {
    expect(originPattern(new URL(address))).toBe(pattern);
  });
});

describe('a manifest with a site granted', () => {
  const pattern = 'https://news.example.org/*';

  it('has access to it beside the sites that it had, and is otherwise as it was', () => {
    const manifest = {
      name: 'kept',
      host_permissions: ['http://localhost/*'],
      optional_host_permissions: ['https://*/*'],
    };
    expect(withOrigin(manifest, pattern)).toEqual({
      name: 'kept',
      host_permissions: ['http://localhost/*', pattern],
      optional_host_permissions: ['https://*/*'],
    });
  });

  it('names it once', () => {
    const granted = withOrigin({}, pattern);
    expect(granted).toEqual({ host_permissions: [pattern] });
    expect(withOrigin(granted, pattern)).toEqual(granted);
  });

  it('is written into a copy that can be removed, and the build stays as it was', async () => {
    const build = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    const manifest = JSON.stringify({ manifest_version: 3 });
    await writeFile(join(build, 'manifest.json'), manifest);
    await writeFile(join(build, 'content.js'), '');
    const { folder, remove } = await grantOrigin(build, pattern);
    try {
      expect(await readdir(folder)).toEqual(['content.js', 'manifest.json']);
      expect(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'))).toEqual({
        manifest_version: 3,
        host_permissions: [pattern],
      });
      expect(await readFile(join(build, 'manifest.json'), 'utf8')).toBe(manifest);
    } finally {
      await remove();
      await rm(build, { recursive: true });
    }
    await expect(access(folder)).rejects.toThrow();
  });
});
