import { defineContentScript } from 'wxt/utils/define-content-script';
import {
  readingState,
  readSettings,
  watchSettings,
  type Settings,
} from '../../core/extension/settings.ts';
import { annotatePage } from './annotate-page.ts';
import './highlight.css';

export default defineContentScript({
  // Registered at run time, for the sites that the reader has granted.
  registration: 'runtime',
  matches: [],
  runAt: 'document_idle',
  async main(context) {
    replaceEarlierScript(context);
    let annotating: AbortController | null = null;

    const follow = (settings: Settings): void => {
      const isOn = readingState(settings, location.hostname, Date.now()) === 'on';
      if (!isOn) {
        annotating?.abort();
        annotating = null;
      } else if (annotating === null && !context.signal.aborted) {
        annotating = new AbortController();
        annotatePage(settings, AbortSignal.any([context.signal, annotating.signal]), () => {
          context.abort('the extension is gone');
        });
      }
    };

    watchSettings(follow, context.signal);
    follow(await readSettings());
  },
});

/** Known to the scripts of ours in this page, and to nobody else: their world is their own. */
const RUNNING = Symbol.for('rejoinder-content-script');

/** Ends the script that was here before: a tab can be read on request and be registered as well. */
function replaceEarlierScript(context: { abort(reason: unknown): void }): void {
  const world = globalThis as { [RUNNING]?: { abort(reason: unknown): void } };
  world[RUNNING]?.abort('another script of ours has started');
  world[RUNNING] = context;
}
