/** What is known of the page in a tab, from the reader's settings, the browser and the page itself. */
import type { PageState } from './messages.ts';
import { readingState, type Settings } from './settings.ts';
import { mayReadPage, readableHost } from './site-access.ts';
import { askTabState } from './tab-frames.ts';

export type Tab = { readonly id: number; readonly address: string | undefined };

export type TabState =
  | { readonly kind: 'browser-page' }
  | { readonly kind: 'off'; readonly host: string | null }
  | { readonly kind: 'paused'; readonly host: string | null; readonly untilMs: number }
  | { readonly kind: 'off-here'; readonly host: string }
  | { readonly kind: 'no-access'; readonly host: string }
  /** There is access, but no script of ours in the page: it was loaded before. */
  | { readonly kind: 'not-started'; readonly host: string }
  /** There is access, and the reader wants pages read only when they ask for it. */
  | { readonly kind: 'only-asked'; readonly host: string }
  /** The page's thread has not come to the question yet: the page may hang. */
  | { readonly kind: 'busy'; readonly host: string }
  /** The page's script is there and failed to answer. */
  | { readonly kind: 'error' }
  /** `isLasting` is whether the site may be read for longer than this page stays. */
  | {
      readonly kind: 'read';
      readonly host: string;
      readonly isLasting: boolean;
      readonly page: PageState;
    };

/** How long a page may take before the popup is drawn without its answer: too short to be noticed. */
export const ANSWER_TIMEOUT_MS = 400;

/** What `asked` comes to, or null where it takes longer than a reader shall wait. */
async function inTime<T>(asked: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => {
    resolve(null);
  }, ANSWER_TIMEOUT_MS);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Reads the state of a tab at `nowMs`, in milliseconds since 1970. */
export async function readTabState(
  { id, address }: Tab,
  settings: Settings,
  nowMs: number,
): Promise<TabState> {
  const host = readableHost(address);
  const reading = readingState(settings, host ?? '', nowMs);
  if (reading === 'off') return { kind: 'off', host };
  if (reading === 'paused')
    return { kind: 'paused', host, untilMs: settings.pausedUntilMs ?? nowMs };
  if (address === undefined || host === null) return { kind: 'browser-page' };
  if (reading === 'off-here') return { kind: 'off-here', host };
  const page = await inTime(askTabState(id));
  if (page === null) return { kind: 'busy', host };
  if (!page.ok && page.error === 'refused') return { kind: 'error' };
  const isLasting = await mayReadPage(address);
  if (page.ok) return { kind: 'read', host, isLasting, page: page.value };
  if (!isLasting) return { kind: 'no-access', host };
  return { kind: settings.isOnlyWhenAsked ? 'only-asked' : 'not-started', host };
}
