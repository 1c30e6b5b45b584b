/** What stands between two contexts of the extension: the browser, carrying messages as it does. */
import { onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Browser } from '../../core/extension/browser.ts';

export const EXTENSION_ID = fakeBrowser.runtime.id;
const OWN_ORIGIN = `chrome-extension://${EXTENSION_ID}`;

/** Who sent a message, as the browser writes it: the receiver cannot doubt it, the sender not choose. */
type Sender = {
  readonly id?: string;
  readonly url?: string;
  readonly tab?: { readonly id: number };
};

export const SENDERS = {
  page: { id: EXTENSION_ID, url: 'http://127.0.0.1/article', tab: { id: 7 } },
  popup: { id: EXTENSION_ID, url: `${OWN_ORIGIN}/popup.html` },
  'own document in a tab': {
    id: EXTENSION_ID,
    url: `${OWN_ORIGIN}/manifest.json`,
    tab: { id: 8 },
  },
  'background without an address': { id: EXTENSION_ID },
  'another extension': {
    id: 'another-extension-id',
    url: 'chrome-extension://another-extension-id/popup.html',
  },
  'another extension with our address': {
    id: 'another-extension-id',
    url: `${OWN_ORIGIN}/popup.html`,
  },
  'page with our address in its own': {
    id: EXTENSION_ID,
    url: `http://127.0.0.1/${OWN_ORIGIN}/popup.html`,
    tab: { id: 9 },
  },
  'page on a host that begins like us': {
    id: EXTENSION_ID,
    url: `${OWN_ORIGIN}.example/popup.html`,
    tab: { id: 10 },
  },
  'page without an address': { id: EXTENSION_ID, tab: { id: 11 } },
  'document that is neither ours nor in a tab': { id: EXTENSION_ID, url: 'https://example.org/' },
  nobody: {},
} as const satisfies Record<string, Sender>;

/** Brings a message to this context's listener: what it answers, or null when nobody listens. */
export async function deliver(message: unknown, sender: Sender): Promise<unknown> {
  if (!fakeBrowser.runtime.onMessage.hasListeners()) return null;
  return new Promise((sendResponse) => {
    // Processes share nothing: what cannot be cloned does not arrive.
    void fakeBrowser.runtime.onMessage.trigger(
      structuredClone(message),
      // Of all that browsers say of a sender, what is read.
      sender as Browser.runtime.MessageSender,
      sendResponse,
    );
  });
}

/** Until the test ends, what this context sends comes to its own listener as if from `sender`. */
export function carryMessagesFrom(sender: Sender): void {
  carryMessages(async (message) => {
    if (!fakeBrowser.runtime.onMessage.hasListeners()) {
      throw new Error('Could not establish connection. Receiving end does not exist.');
    }
    return structuredClone(await deliver(message, sender));
  });
}

/** Until the test ends, `carry` takes what this context sends, to the background and to tabs. */
export function carryMessages(carry: (message: unknown) => Promise<unknown>): void {
  const { runtime, tabs } = fakeBrowser;
  const [own, ownToTab] = [runtime.sendMessage.bind(runtime), tabs.sendMessage.bind(tabs)];
  Object.assign(runtime, { sendMessage: vi.fn(carry) });
  Object.assign(tabs, {
    sendMessage: vi.fn((_tabId: number, message: unknown) => carry(message)),
  });
  onTestFinished(() => {
    Object.assign(runtime, { sendMessage: own });
    Object.assign(tabs, { sendMessage: ownToTab });
  });
}

/** Until the test ends, this context is one that has outlived its extension. */
export function loseExtension(): void {
  const { runtime } = fakeBrowser;
  const { id } = runtime;
  // What is left of the API in an old page.
  Reflect.deleteProperty(runtime, 'id');
  onTestFinished(() => {
    Object.assign(runtime, { id });
  });
}
