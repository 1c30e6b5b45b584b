/** Serves the fixture pages, and pages that a test writes itself, on this machine. */
import { join } from 'node:path';
import { ROOT } from '../../tools/run-command.ts';
import { folderListener, serveLocally, type LocalServer } from '../../tools/serve-folder.ts';

export type PageServer = LocalServer & {
  /**
   * Serves a document, with response headers of its own (a content security policy, say): its
   * address. The headers are sent as given beside an HTML content type.
   */
  readonly servePage: (html: string, headers?: Readonly<Record<string, string>>) => string;
};

/** Everything below `tests/fixtures/pages` has its path there: `/border-province/source.html`. */
export async function startPageServer(): Promise<PageServer> {
  const pages = new Map<string, { html: string; headers: Readonly<Record<string, string>> }>();
  const fixtures = folderListener(join(ROOT, 'tests/fixtures/pages'));
  const server = await serveLocally((request, response) => {
    const page = pages.get(request.url ?? '');
    if (page === undefined) {
      fixtures(request, response);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
    response.end(page.html);
  });
  return {
    ...server,
    servePage: (html, headers = {}) => {
      const path = `/written/${String(pages.size)}`;
      pages.set(path, { html, headers });
      return server.origin + path;
    },
  };
}
