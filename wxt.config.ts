import { defineConfig } from 'wxt';

/** Where the extension runs without being asked: this machine's own pages (see PRIVACY in the README). */
export const LOOPBACK = ['http://127.0.0.1/*', 'http://localhost/*', 'http://[::1]/*'];

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  // Names come from import lines, so that a reader sees where each one lives.
  imports: false,
  manifestVersion: 3,
});
