/**
 * How a message crosses a process border, whatever it says: an answer or why there is none. Without
 * the schemas, which a page that makes no claim shall not pay for.
 */
import type { Answer, BackgroundMessage } from './messages.ts';
import { browser, type Browser } from './native-browser.ts';

/** What a message or an answer is, or null where it is none. */
export type Parse<T> = (value: unknown) => T | null;

/**
 * `no-receiver`: nobody listens there. `invalidated`: this context has outlived its extension.
 * `refused`: the message or its answer did not pass, or answering it failed.
 */
export type Sent<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: 'no-receiver' | 'invalidated' | 'refused' };

/** Asks the background. Wakes it when it sleeps. */
export function askBackground<M extends BackgroundMessage>(message: M): Promise<Sent<Answer<M>>> {
  return settle<Answer<M>>(() => browser.runtime.sendMessage(message));
}

/** Wraps an answer so that one that failed differs from one that is empty, in every browser. */
type Envelope = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Without `parse` the answer is taken on trust: the background is our own. */
export async function settle<T>(send: () => Promise<unknown>, parse?: Parse<T>): Promise<Sent<T>> {
  let answer: unknown;
  try {
    answer = await send();
  } catch {
    // After an update or removal of the extension its API is gone from old pages.
    return { ok: false, error: isInvalidated() ? 'invalidated' : 'no-receiver' };
  }
  // Some listener was there, but none of ours: browsers differ in what they give for an answer.
  if (answer === undefined || answer === null) return { ok: false, error: 'no-receiver' };
  const envelope = answer as Envelope;
  if (!envelope.ok) return { ok: false, error: 'refused' };
  // Both ends are this file: what one wraps, the other knows the type of.
  if (parse === undefined) return { ok: true, value: envelope.value as T };
  const value = parse(envelope.value);
  return value === null ? { ok: false, error: 'refused' } : { ok: true, value };
}

/** Whether this context has outlived its extension. */
export function isInvalidated(): boolean {
  try {
    return (browser.runtime as { readonly id?: string } | undefined)?.id === undefined;
  } catch {
    return true;
  }
}

/** Where a message comes from. */
export type Sender =
  | {
      readonly kind: 'page';
      readonly tabId: number;
      /** 0 for the page itself. */
      readonly frameId: number;
      /** That of the document, or of the one that wrote it; null where it has none of its own. */
      readonly address: string | null;
      /** For a frame, the address of the page that it is in, where it may be known. */
      readonly pageAddress: string | null;
    }
  | { readonly kind: 'own-document' };

/**
 * Listens in this context, once. `answer` is called for what `parse` passes and whose sender may ask
 * it; what it returns ends the listening.
 */
export function listen<M>(
  parse: Parse<M>,
  mayAsk: (message: M, sender: Sender) => boolean,
  answer: (message: M, sender: Sender) => Promise<unknown>,
  onError: (error: unknown) => void,
): () => void {
  async function settleAnswer(
    message: unknown,
    sender: Browser.runtime.MessageSender,
  ): Promise<Envelope> {
    const parsed = parse(message);
    const asker = readSender(sender);
    if (parsed === null || asker === null || !mayAsk(parsed, asker)) return { ok: false };
    try {
      return { ok: true, value: await answer(parsed, asker) };
    } catch (error) {
      onError(error);
      return { ok: false };
    }
  }

  // The one form that works in every browser and in the test double: sendResponse and `true`.
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    sendResponse: (answer: Envelope) => void,
  ): true => {
    void settleAnswer(message, sender).then(sendResponse);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => {
    browser.runtime.onMessage.removeListener(listener);
  };
}

/** The number of a tab's page among its frames, in every browser. */
export const TOP_FRAME = 0;

/** A document that was written by another (`about:srcdoc`, `about:blank`) goes by the origin of that. */
function addressOf({ url, origin }: Browser.runtime.MessageSender & { readonly origin?: string }) {
  if (url?.startsWith('about:') !== true) return url ?? null;
  return origin !== undefined && URL.canParse(origin) ? origin : null;
}

/** By address, not by tab: a document of ours may be open in a tab too. Null for anybody else. */
function readSender(sender: Browser.runtime.MessageSender): Sender | null {
  const { id, url, tab, frameId = TOP_FRAME } = sender;
  if (id !== browser.runtime.id) return null;
  if (url?.startsWith(browser.runtime.getURL('')) === true) return { kind: 'own-document' };
  if (tab?.id !== undefined) {
    const pageAddress = frameId === TOP_FRAME ? null : (tab.url ?? null);
    return { kind: 'page', tabId: tab.id, frameId, address: addressOf(sender), pageAddress };
  }
  // A service worker sends no address in some browsers; what has a document has one.
  return url === undefined ? { kind: 'own-document' } : null;
}
