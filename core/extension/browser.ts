/**
 * The single import of the browser's extension API: webextension-polyfill through WXT's module.
 * The polyfill is retired and steps aside where `browser` is native; leaving it is this line.
 */
export { browser, type Browser } from 'wxt/browser';
