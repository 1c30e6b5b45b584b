import { join } from 'node:path';
import { defineConfig } from 'wxt';

import { isPreview } from './tools/is-preview.ts';
import { packageData } from './tools/package-data.ts';
import { cutInnerHtml } from './tools/cut-inner-html.ts';

/**
 * The lowest that have what we use: `CSS.highlights.highlightsFromPoint` came last to both
 * (https://web-platform-dx.github.io/web-features-explorer/features/highlightsfrompoint/).
 */
const MIN_CHROME = 140;
const MIN_FIREFOX = 150;

const POLICY =
  "script-src 'self'; object-src 'self'; " +
  "connect-src 'self' https: http://127.0.0.1:* http://localhost:*";

const LISTS = join(import.meta.dirname, 'data/lists');

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // `npm run dev` opens a browser; without a display it only builds and waits for changes.
  webExt: {
    disabled:
      process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'],
    binaries: {
      ...(process.env['REJOINDER_CHROMIUM'] && { chrome: process.env['REJOINDER_CHROMIUM'] }),
      ...(process.env['REJOINDER_FIREFOX'] && { firefox: process.env['REJOINDER_FIREFOX'] }),
    },
    // Chromium refuses to run in its sandbox as root.
    chromiumArgs: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  },
  // Names come from import lines, so that a reader sees where each one lives.
  imports: false,
  manifestVersion: 3,
  manifest: async ({ browser, command }) => ({
    name: (await isPreview(LISTS)) ? '__MSG_extension_name_preview__' : '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    // Settings, corrections and drafts are kept on the device: a private window must leave nothing.
    incognito: 'not_allowed',
    // What the extension may ask for at all: its own files, and endpoints that take reports. Firefox
    // would otherwise ask for https where the endpoint is a program on the reader's own machine. Not
    // while developing, when a server of the tools is asked too.
    ...(command === 'build' && { content_security_policy: { extension_pages: POLICY } }),
    // None of these warns the reader. Access to sites does, so it is asked for at run time.
    permissions: ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage'],
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // The way back to the first page, from the browser's own list of extensions and from the popup.
    options_ui: { page: 'welcome.html', open_in_tab: true },
    action: {
      default_title: '__MSG_action_title__',
      // Firefox would put it behind its puzzle piece, where nobody sees how many marks a page has.
      ...(browser === 'firefox' && { default_area: 'navbar' as const }),
    },
    // Letters, since points and commas move with a keyboard's layout; these three, since Chromium drops
    // many others and the screen reader Orca has most of the rest. On a Mac, Alt types characters.
    commands: {
      'next-mark': {
        suggested_key: { default: 'Alt+Shift+J', mac: 'MacCtrl+Shift+J' },
        description: '__MSG_command_next_mark__',
      },
      'previous-mark': {
        suggested_key: { default: 'Alt+Shift+Y', mac: 'MacCtrl+Shift+Y' },
        description: '__MSG_command_previous_mark__',
      },
      'report-passage': {
        suggested_key: { default: 'Alt+Shift+D', mac: 'MacCtrl+Shift+D' },
        description: '__MSG_command_report__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{a04c5e75-0c34-4c6e-935f-1bb3c5430ad5}',
              strict_min_version: `${String(MIN_FIREFOX)}.0`,
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: String(MIN_CHROME) }),
  }),
  vite: () => ({
    plugins: [cutInnerHtml()],
    resolve: {
      alias: {
        // WXT's own can be heard, and ended, by the page.
        'wxt/utils/content-script-context': join(
          import.meta.dirname,
          'entrypoints/content/content-script-context.ts',
        ),
      },
    },
    // Nothing is rewritten for older browsers: `light-dark()` as a polyfill would need rules that
    // no page has.
    build: { target: [`chrome${String(MIN_CHROME)}`, `firefox${String(MIN_FIREFOX)}`] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  hooks: {
    'build:manifestGenerated': (_, manifest) => {
      // WXT takes the popup document's title for the button's.
      const action = manifest.action as Readonly<Record<string, unknown>> | undefined;
      Object.assign(manifest, { action: { ...action, default_title: '__MSG_action_title__' } });
    },
    'build:publicAssets': async (wxt, files) => {
      const packaged = await packageData(
        join(wxt.config.root, 'data'),
        join(wxt.config.wxtDir, 'data'),
      );
      for (const { path, source } of packaged)
        files.push({ absoluteSrc: source, relativeDest: path });
    },
  },
});
