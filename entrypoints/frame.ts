/** Started in the frames of a page when one of them is large: has this one read when it has text enough. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { askBackground } from '../core/extension/message-transport.ts';
import { FRAME_SCRIPT_KEY } from '../core/extension/script-key.ts';
import { whenTextIsThere } from '../core/page/frame-text.ts';

/** In a world of our own: the page sees nothing of it. */
const STARTED = Symbol.for(FRAME_SCRIPT_KEY);
type World = { [STARTED]?: true };

export default defineUnlistedScript(() => {
  const world = globalThis as World;
  // The page itself has a script of its own; and frames that were there before are started in again.
  if (window.parent === window || world[STARTED]) return;
  world[STARTED] = true;
  whenTextIsThere(document, () => void askBackground({ type: 'readFrame' }));
});
