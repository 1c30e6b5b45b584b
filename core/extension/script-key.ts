/**
 * Where a script of ours leaves word of itself in the world of a page that is our own, by
 * `Symbol.for`: for what is started there later, and for who looks in which frames something runs.
 */

/** What surveys or annotates the document. */
export const PAGE_SCRIPT_KEY = 'rejoinder-content-script';
/** What waits in a frame for text. */
export const FRAME_SCRIPT_KEY = 'rejoinder-frame-script';
