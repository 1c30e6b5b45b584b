/** Started by the background in a page on which something was found; annotates it from then on. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isInvalidated } from '../core/extension/messages.ts';
import {
  readingState,
  readSettings,
  watchSettings,
  type Settings,
} from '../core/extension/settings.ts';
import { annotatePage } from './content/annotate-page.ts';
import { runningPageScript, type PageScript } from './content/page-script.ts';

export default defineUnlistedScript(() => {
  const script = runningPageScript();
  // Ended meanwhile, or started twice: each survey of a page may have found something.
  if (script === undefined || script.signal.aborted || !script.takeOver()) return;
  void start(script);
});

async function start({ end, signal, terms }: PageScript): Promise<void> {
  let annotating: { end: AbortController; follow: (settings: Settings) => void } | null = null;
  const given = terms();
  const isNeverSolid = given?.reading === 'on' && given.isNeverSolid;

  const follow = (settings: Settings): void => {
    if (signal.aborted) return;
    const isOn = readingState(settings, location.hostname, Date.now()) === 'on';
    if (!isOn) {
      annotating?.end.abort();
      annotating = null;
    } else if (annotating !== null) {
      annotating.follow(settings);
    } else {
      const ending = new AbortController();
      const onGone = () => {
        end('the extension is gone');
      };
      annotating = {
        end: ending,
        follow: annotatePage(
          settings,
          { isNeverSolid },
          AbortSignal.any([signal, ending.signal]),
          onGone,
        ),
      };
    }
  };

  const settings = await readSettings();
  watchSettings(follow, signal);
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // A page that comes back as it was left has not heard what has changed meanwhile.
      if (persisted && !isInvalidated()) void readSettings().then(follow);
    },
    { signal },
  );
  follow(settings);
}
