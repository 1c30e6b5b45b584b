/** Started in the frames of a page when one of them is large: has this one read when it has text enough. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { FRAME_SCRIPT_KEY } from '../core/extension/script-key.ts';
import { whenTextIsThere } from '../core/page/frame-text.ts';
import { createAsker } from './content/ask.ts';

/** In a world of our own: the page sees nothing of it. */
const STARTED = Symbol.for(FRAME_SCRIPT_KEY);
type World = { [STARTED]?: Document };

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // The page itself has a script of its own; and frames that were there before are started in again.
  // Firefox keeps the world of an empty frame for the document that comes into it.
  if (window.parent === window || world[STARTED] === document) return;
  world[STARTED] = document;
  const life = new AbortController();
  const ask = createAsker(() => {
    life.abort();
  }, life.signal);
  whenTextIsThere(document, () => void ask({ type: 'readFrame' }));
});
