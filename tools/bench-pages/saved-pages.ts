/** Saved pages with what a reader mode keeps of them, and a server for them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { inlineLayout } from '../../core/page/inline-layout.ts';
import { decodePage, parsePage } from '../parse-page.ts';
import { serveLocally, type LocalServer } from '../serve-folder.ts';

const SOURCE = 'source.html';
const READER = 'reader.html';

export type SavedPage = {
  readonly name: string;
  readonly source: string;
  /** The article's blocks of text, white space collapsed. */
  readonly articleBlocks: readonly string[];
};

/** Each folder's page, in the order of their names; none where there is no such folder. */
export function readSavedPages(folder: string): readonly SavedPage[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => [SOURCE, READER].every((file) => existsSync(join(folder, name, file))))
    .toSorted()
    .map((name) => {
      const read = (file: string) => decodePage(readFileSync(join(folder, name, file)));
      return { name, source: read(SOURCE), articleBlocks: readerBlocks(read(READER)) };
    });
}

/** The blocks of text of a page that is nothing but its article, white space collapsed. */
export function readerBlocks(source: string): readonly string[] {
  return collectBlocks(parsePage(source), inlineLayout)
    .map(({ text }) => text.replaceAll(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

/**
 * A form of a page: as it was saved; without its scripts, so that every change of it is ours; with
 * its own dates replaced by one that comes after whatever a passage tells.
 */
export type PageForm = 'saved' | 'still' | 'dated';

export type SavedPageServer = LocalServer & {
  readonly addressOf: (page: SavedPage, form: PageForm) => string;
  /** An empty page of the same site: what is loaded from there stays in its process. */
  readonly blank: string;
};

/** Dates as pages state them to machines: year first. */
const STATED_DATE = /\b(?:19|20)\d{2}(?<separator>[-/])\d{2}\k<separator>\d{2}(?=[T\s"'\\<&])/gu;

/** `source` with every date that it states to machines replaced by `date`, as YYYY-MM-DD. */
export function redate(source: string, date: string): string {
  return source.replaceAll(STATED_DATE, date);
}

/** Serves pages on this machine. `date` is that of the form `dated`. */
export async function serveSavedPages(
  pages: readonly SavedPage[],
  date: string,
): Promise<SavedPageServer> {
  const byName = new Map(pages.map((page) => [page.name, page]));
  const server = await serveLocally((request, response) => {
    const [, form, name = ''] = (request.url ?? '').split('/');
    const page = byName.get(decodeURIComponent(name));
    if (form === 'blank') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end('<!doctype html><link rel="icon" href="data:,"><title>blank</title>');
    } else if (page === undefined) {
      response.writeHead(404).end();
    } else {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        ...(form === 'still' && { 'content-security-policy': "script-src 'none'" }),
      });
      response.end(form === 'dated' ? redate(page.source, date) : page.source);
    }
  });
  return {
    ...server,
    addressOf: ({ name }, form) => `${server.origin}/${form}/${encodeURIComponent(name)}`,
    blank: `${server.origin}/blank`,
  };
}
