/** Firefox’s own process, where its preferences are and the extensions are kept. */
import { BidiBrowser } from 'puppeteer-core/internal/bidi/Browser.js';
import type { OpenedBrowser } from '../../tools/open-browser.ts';

/** Evaluates an expression there; gives a text, a number or a truth, undefined for anything else. */
export async function evaluateInFirefox(
  { browser }: OpenedBrowser,
  expression: string,
): Promise<string | number | boolean | undefined> {
  if (!(browser instanceof BidiBrowser)) throw new Error('This is not Firefox.');
  const { connection } = browser;
  // https://firefox-source-docs.mozilla.org/remote/Security.html: what the launch argument allows.
  const chrome = { 'moz:scope': 'chrome', maxDepth: 0 };
  const tree = await connection.send('browsingContext.getTree', chrome);
  const [window] = tree.result.contexts;
  if (window === undefined) throw new Error('Firefox shows no window.');
  const { result: evaluated } = await connection.send('script.evaluate', {
    expression,
    target: { context: window.context },
    awaitPromise: true,
  });
  if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
  const { result } = evaluated;
  const isPlain = result.type === 'string' || result.type === 'boolean';
  if (isPlain) return result.value;
  return result.type === 'number' && typeof result.value === 'number' ? result.value : undefined;
}
