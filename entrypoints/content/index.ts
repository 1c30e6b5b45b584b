import { defineContentScript } from 'wxt/utils/define-content-script';
import { isInvalidated } from '../../core/extension/messages.ts';
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
    let annotating: { end: AbortController; follow: (settings: Settings) => void } | null = null;

    const follow = (settings: Settings): void => {
      if (context.signal.aborted) return;
      const isOn = readingState(settings, location.hostname, Date.now()) === 'on';
      if (!isOn) {
        annotating?.end.abort();
        annotating = null;
      } else if (annotating !== null) {
        annotating.follow(settings);
      } else {
        const end = new AbortController();
        const signal = AbortSignal.any([context.signal, end.signal]);
        const onGone = () => {
          context.abort('the extension is gone');
        };
        annotating = { end, follow: annotatePage(settings, signal, onGone) };
      }
    };

    watchSettings(follow, context.signal);
    window.addEventListener(
      'pageshow',
      ({ persisted }) => {
        // A page that comes back as it was left has not heard what has changed meanwhile.
        if (persisted && !isInvalidated()) void readSettings().then(follow);
      },
      { signal: context.signal },
    );
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
