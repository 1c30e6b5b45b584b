/**
 * The browser's own extension API, for what runs in every page: since Manifest V3 it gives promises in
 * both browsers, and to load the polyfill beside it costs a page more than to look for claims in it.
 */
export { browser, type Browser } from '@wxt-dev/browser';
