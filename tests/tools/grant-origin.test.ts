import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { grantOrigin, isLoopback, originPattern, withOrigin } from '../../tools/grant-origin.ts';

describe('an address', () => {
  it.each([
    ['http://127.0.0.1:8080/a', true],
    ['http://localhost/', true],
    ['http://[::1]:80/', true],
    ['https://localhost/', false],
    ['https://localhost.example.org/', false],
    ['http://127.0.0.1.example.org/', false],
    ['https://news.example.org/', false],
  ])('%s is one on which every build runs: %s', (address, expected) => {
    expect(isLoopback(new URL(address))).toBe(expected);
  });

  it.each([
    ['https://news.example.org/2025/06/a?b#c', 'https://news.example.org/*'],
    ['http://news.example.org:8080/', 'http://news.example.org/*'],
    ['https://name:word@news.example.org/', 'https://news.example.org/*'],
  ])('%s has the pattern %s', (address, pattern) => {
    expect(originPattern(new URL(address))).toBe(pattern);
  });
});

describe('a manifest with a site granted', () => {
  const pattern = 'https://news.example.org/*';

  it('lets every content script and the extension itself onto it', () => {
    const manifest = {
      name: 'kept',
      host_permissions: ['http://localhost/*'],
      content_scripts: [
        { matches: ['http://localhost/*'], js: ['a.js'] },
        { matches: [pattern], css: ['b.css'] },
      ],
    };
    expect(withOrigin(manifest, pattern)).toEqual({
      name: 'kept',
      host_permissions: ['http://localhost/*', pattern],
      content_scripts: [
        { matches: ['http://localhost/*', pattern], js: ['a.js'] },
        { matches: [pattern], css: ['b.css'] },
      ],
    });
  });

  it('is made of one that had no sites', () => {
    expect(withOrigin({}, pattern)).toEqual({ host_permissions: [pattern], content_scripts: [] });
  });

  it('is written into a copy, and the build stays as it was', async () => {
    const build = await mkdtemp(join(tmpdir(), 'rejoinder-'));
    const manifest = JSON.stringify({ manifest_version: 3, content_scripts: [{ matches: [] }] });
    await writeFile(join(build, 'manifest.json'), manifest);
    await writeFile(join(build, 'content.js'), '');
    const copy = await grantOrigin(build, pattern);
    try {
      expect(await readdir(copy)).toEqual(['content.js', 'manifest.json']);
      expect(JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'))).toEqual({
        manifest_version: 3,
        host_permissions: [pattern],
        content_scripts: [{ matches: [pattern] }],
      });
      expect(await readFile(join(build, 'manifest.json'), 'utf8')).toBe(manifest);
    } finally {
      await rm(build, { recursive: true });
      await rm(copy, { recursive: true });
    }
  });
});
