/**
 * Whether a frame has text enough to be worth reading; most hold advertisements, players and buttons.
 *
 *   frame ──► MIN_FRAME_TEXT? begin : look again once it has loaded or is used, for as long as it is short
 *
 * Idle when: it has begun; else it waits for one of four events, and observes and sends nothing.
 */
import { queryAll, queryFirst, rootElementOf, textContentOf } from './node-access.ts';

/**
 * Text of a frame below which nothing is started in it, in UTF-16 units. A paragraph or two: shorter
 * are labels and advertisements; an article or an embedded post of several sentences is longer.
 */
export const MIN_FRAME_TEXT = 500;

/** When a frame may have come to have more text than before. */
const OCCASIONS = ['load', 'scroll', 'pointermove', 'keydown'];

/**
 * When a short frame is looked at once more, in milliseconds: a script that writes a document into it
 * takes away all that listens there, and has done so by then.
 */
const LOOK_AGAIN_MS = 2_000;

/** Calls `begin` once: when the frame that it is called in has text enough. */
export function whenTextIsThere(document: Document, begin: () => void): void {
  if (hasText(document)) {
    begin();
    return;
  }
  const waiting = new AbortController();
  const options = { capture: true, passive: true, once: true, signal: waiting.signal };
  const look = () => {
    if (waiting.signal.aborted || !hasText(document)) return;
    waiting.abort();
    begin();
  };
  for (const type of OCCASIONS) window.addEventListener(type, look, options);
  setTimeout(look, LOOK_AGAIN_MS);
}

/** Without a layout, which a frame that is not read shall not pay for. */
function hasText(document: Document): boolean {
  const body = queryFirst(document, 'body') ?? rootElementOf(document);
  // Most are short with all their scripts, or empty.
  if (textContentOf(body).length < MIN_FRAME_TEXT) return false;
  const unread = queryAll(body, 'script, style, noscript, template');
  const lengthOf = (element: Element) => textContentOf(element).replaceAll(/\s+/gu, ' ').length;
  const unreadLength = unread.reduce((sum, element) => sum + lengthOf(element), 0);
  return lengthOf(body) - unreadLength >= MIN_FRAME_TEXT;
}
