import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFile, serveFolder, type LocalServer } from '../../tools/serve-folder.ts';

let outside: string;
let folder: string;
let server: LocalServer;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'rejoinder-'));
  folder = join(outside, 'served');
  await mkdir(join(folder, 'article_files'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  // Begins with the served folder's name, as a check by prefix would let through.
  await mkdir(join(outside, 'served-not'));
  await writeFile(join(outside, 'served-not', 'secret.txt'), 'secret');
  await writeFile(join(folder, 'article.html'), '<p>An article.');
  await writeFile(join(folder, 'other.html'), '<p>Another.');
  await writeFile(join(folder, 'with space & ü.html'), '<p>Spelled.');
  await writeFile(join(folder, 'article_files', 'style.css'), 'p {}');
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  server = await serveFolder(folder);
});
afterAll(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});

/** Sends the path as it is; `fetch` would resolve its dots before sending. */
function status(origin: string, path: string, method = 'GET'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('a served folder', () => {
  it('gives files with their types', async () => {
    const page = await fetch(`${server.origin}/article.html?from=feed`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('<p>An article.');
    const style = await fetch(`${server.origin}/article_files/style.css`);
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('gives a file whose name is escaped', async () => {
    const page = await fetch(`${server.origin}/${encodeURIComponent('with space & ü.html')}`);
    expect(await page.text()).toBe('<p>Spelled.');
  });

  it('answers HEAD without a body', async () => {
    const page = await fetch(`${server.origin}/article.html`, { method: 'HEAD' });
    expect([page.status, page.headers.get('content-length')]).toEqual([200, '14']);
    expect(await page.text()).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    expect(await status(server.origin, '/article.html', method)).toBe(405);
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/article_files/../../secret.txt',
    '/article_files/..%2f..%2fsecret.txt',
    '/../served-not/secret.txt',
    '//secret.txt',
    '/..\\secret.txt',
    '/link.txt',
    '/article.html%00.css',
    '/%',
    '/',
    '/article_files',
    '/missing.html',
  ])('gives nothing at %s', async (path) => {
    expect(await status(server.origin, path)).toBe(404);
  });

  it('listens on this machine only', () => {
    expect(server.origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  });
});

describe('a served file', () => {
  it('may be named by a link, which stands for what it leads to', async () => {
    const file = await serveFile(join(folder, 'link.txt'));
    try {
      expect(await (await fetch(file.url)).text()).toBe('secret');
    } finally {
      await file.close();
    }
  });

  it('comes with what was saved beside it and with nothing else', async () => {
    const file = await serveFile(join(folder, 'article.html'));
    try {
      expect(file.url).toBe(`${file.origin}/article.html`);
      expect(await status(file.origin, '/article.html')).toBe(200);
      expect(await status(file.origin, '/article_files/style.css')).toBe(200);
      expect(await status(file.origin, '/other.html')).toBe(404);
      expect(await status(file.origin, '/article_files/../other.html')).toBe(404);
    } finally {
      await file.close();
    }
  });
});
