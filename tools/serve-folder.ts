/** Serves files on this machine, to this machine only. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { extname, join, parse, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';

export type LocalServer = {
  /** `http://127.0.0.1:<port>`, without a slash at its end. */
  readonly origin: string;
  /** Ends at once, open connections included. */
  readonly close: () => Promise<void>;
};

/** The types of what an article is made of; anything else is bytes to a browser. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
};

/** Answers on 127.0.0.1, on a port that is free. */
export async function serveLocally(listener: RequestListener): Promise<LocalServer> {
  const server = createServer(listener);
  await new Promise<void>((listening, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${String(address.port)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}

/** Serves every file below a folder. */
export function serveFolder(folder: string): Promise<LocalServer> {
  return serveLocally(folderListener(folder));
}

/**
 * Serves one file, and what a browser saved beside it (`article.html` and `article_files/`), but
 * nothing else of its folder. `url` is the file's address. Rejects when there is no such file.
 */
export async function serveFile(file: string): Promise<LocalServer & { readonly url: string }> {
  const path = await realpath(file);
  const { dir, base, name } = parse(path);
  const saved = join(dir, `${name}_files`) + sep;
  const server = await serveLocally(
    folderListener(dir, (wanted) => wanted === path || wanted.startsWith(saved)),
  );
  return { ...server, url: `${server.origin}/${encodeURIComponent(base)}` };
}

/** Answers GET and HEAD with the files below `folder` for which `serves` holds, and 404 otherwise. */
export function folderListener(
  folder: string,
  serves: (path: string) => boolean = () => true,
): RequestListener {
  return (request, response) => {
    answer(request, response, folder, serves).catch(() => {
      response.destroy();
    });
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  folder: string,
  serves: (path: string) => boolean,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const path = await fileBelow(folder, request.url ?? '/');
  if (path === null || !serves(path)) {
    response.writeHead(404).end();
    return;
  }
  const { size } = await stat(path);
  response.writeHead(200, {
    'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(path), response);
}

/**
 * The file that a request names below `folder`, or null when there is none: also when dots or a
 * symbolic link lead out of the folder.
 */
async function fileBelow(folder: string, target: string): Promise<string | null> {
  try {
    const [path = '/'] = target.split(/[?#]/u);
    const wanted = resolve(folder, `.${sep}${decodeURIComponent(path)}`);
    const [from, to] = await Promise.all([realpath(folder), realpath(wanted)]);
    const isInside = to.startsWith(from.endsWith(sep) ? from : from + sep);
    return isInside && (await stat(to)).isFile() ? wanted : null;
  } catch {
    return null;
  }
}
