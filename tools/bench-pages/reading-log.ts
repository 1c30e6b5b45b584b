/**
 * What pages ask the background, overheard by a document of the extension: each context that listens
 * hears every message. The page's thread has no part in it.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { openExtensionDocument } from '../extension-document.ts';
import type { OpenedBrowser } from '../open-browser.ts';

const POLL_MS = 50;
/** For how long nothing may be asked before a page counts as read. */
const QUIET_MS = 700;
/** A page on a slow machine is read within this. */
const TIMEOUT_MS = 30_000;

const Log = v.array(v.array(v.string()));

export type ReadingLog = {
  /** Begins anew, for the page that is loaded next. */
  readonly clear: () => Promise<void>;
  /** Every block that was asked about, once nothing has been asked for a while from now on. */
  readonly readBlocks: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Runs in the extension's document. */
const LISTEN = `{
  globalThis.heard = [];
  (globalThis.browser ?? globalThis.chrome).runtime.onMessage.addListener((message) => {
    if (message?.type !== 'survey' && message?.type !== 'findClaims') return;
    globalThis.heard.push(message.request.blocks.map(({ text }) => text));
  });
}`;

export async function openReadingLog(opened: OpenedBrowser): Promise<ReadingLog> {
  const own: Page = await openExtensionDocument(opened);
  await own.evaluate(LISTEN);
  const readAll = async () => v.parse(Log, await own.evaluate('globalThis.heard'));
  return {
    clear: async () => {
      await own.evaluate('globalThis.heard = []; 0');
    },
    readBlocks: async () => {
      const startedAt = performance.now();
      let changedAt = startedAt;
      let count = NaN;
      while (
        performance.now() - changedAt < QUIET_MS &&
        performance.now() - startedAt < TIMEOUT_MS
      ) {
        const latest = Number(await own.evaluate('globalThis.heard.length'));
        if (latest !== count) changedAt = performance.now();
        count = latest;
        await pause(POLL_MS);
      }
      return (await readAll()).flat();
    },
    close: () => own.close(),
  };
}
