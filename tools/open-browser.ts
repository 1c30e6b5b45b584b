/** Opens a real browser with a built extension in it. */
import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { readManifest } from './extension-manifest.ts';
import type { Engine, FoundBrowser } from './find-browser.ts';

export type OpenedBrowser = {
  readonly browser: Browser;
  readonly engine: Engine;
  readonly extensionId: string;
  /** The origin of the extension's own documents, without a slash at its end. */
  readonly extensionOrigin: string;
  readonly close: () => Promise<void>;
};

export type OpenOptions = {
  /** The folder of the built extension. */
  readonly extension: string;
  readonly headless: boolean;
  /** Variables of its environment beside those of this process: the display to open on, say. */
  readonly env?: Readonly<Record<string, string>>;
  /** The folder of a profile that is to outlast the browser; otherwise it has a fresh one. */
  readonly profile?: string;
  /**
   * What everything beyond this machine goes through. With it the browser makes no requests of its
   * own, so that those the proxy sees come from pages and extensions.
   */
  readonly proxy?: { readonly host: string; readonly port: number };
};

/** What a reader's window shows without scrolling; the size of the screenshots. */
export const VIEWPORT = { width: 1280, height: 800 } as const;

/**
 * The host name of the extension's documents, which Firefox draws by lot unless it is given. What an
 * extension keeps is kept by it.
 */
const FIREFOX_HOST = '5b1f3c0a-6d2e-4f7b-9a48-c0d1e2f3a4b5';

/** Throws when the browser does not start or does not take the extension. */
export async function openBrowser(
  found: FoundBrowser,
  { extension, headless, env = {}, profile, proxy }: OpenOptions,
): Promise<OpenedBrowser> {
  const options: LaunchOptions = {
    executablePath: found.path,
    headless,
    env: { ...process.env, ...env },
    ...(profile !== undefined && { userDataDir: profile }),
    // A window that somebody looks at keeps its own size.
    defaultViewport: headless ? VIEWPORT : null,
    // The callers close the browser on a signal, after which they have more to tidy up.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  };
  if (found.engine === 'chromium') {
    const browser = await puppeteer.launch({
      ...options,
      pipe: true,
      enableExtensions: true,
      args: chromiumArguments(proxy),
    });
    return install(browser, extension, (id) => `chrome-extension://${id}`, found.engine);
  }

  const id = (await readManifest(extension)).browser_specific_settings?.gecko.id;
  if (id === undefined) throw new Error('The Firefox build names no extension id.');
  const browser = await puppeteer.launch({
    ...options,
    browser: 'firefox',
    // Makes a release build heed puppeteer's preference that keeps it from Mozilla's settings server.
    env: { ...options.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [id]: FIREFOX_HOST }),
      // An extension that a tool installs is taken away when the browser closes.
      'extensions.webextensions.keepStorageOnUninstall': profile !== undefined,
      ...firefoxPreferences(proxy),
    },
  });
  return install(browser, extension, () => `moz-extension://${FIREFOX_HOST}`, found.engine);
}

async function install(
  browser: Browser,
  extension: string,
  originOf: (id: string) => string,
  engine: Engine,
): Promise<OpenedBrowser> {
  try {
    const extensionId = await browser.installExtension(extension);
    return {
      browser,
      engine,
      extensionId,
      extensionOrigin: originOf(extensionId),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

type Proxy = OpenOptions['proxy'];

/** Where nothing listens: what a browser asks for of its own accord goes there and not outside. */
const NOWHERE = 'http://127.0.0.1:9/';

function chromiumArguments(proxy: Proxy): string[] {
  const args = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  // Chromium's sandbox refuses to run as root, as in a container.
  if (process.getuid?.() === 0) args.push('--no-sandbox');
  if (proxy !== undefined) {
    args.push(
      `--proxy-server=${proxy.host}:${String(proxy.port)}`,
      // What is left of Chromium's own traffic: its clock, the updates of extensions, the account.
      '--disable-features=NetworkTimeServiceQuerying',
      `--component-updater=url-source=${NOWHERE}`,
      `--gaia-url=${NOWHERE}`,
    );
  }
  return args;
}

function firefoxPreferences(proxy: Proxy): Record<string, unknown> {
  if (proxy === undefined) return {};
  const { host, port } = proxy;
  return {
    'network.proxy.type': 1,
    'network.proxy.http': host,
    'network.proxy.http_port': port,
    'network.proxy.ssl': host,
    'network.proxy.ssl_port': port,
    // Otherwise a request that the proxy refuses may be tried again without it.
    'network.proxy.failover_direct': false,
  };
}
