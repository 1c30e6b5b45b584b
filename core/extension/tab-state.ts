/** What is known of the page in a tab, from the reader's settings, the browser and the page itself. */
import { askPage, type PageState } from './messages.ts';
import { readingState, type Settings } from './settings.ts';
import { mayReadPage, readableHost } from './site-access.ts';

export type Tab = { readonly id: number; readonly address: string | undefined };

export type TabState =
  | { readonly kind: 'browser-page' }
  | { readonly kind: 'off'; readonly host: string | null }
  | { readonly kind: 'paused'; readonly host: string | null; readonly untilMs: number }
  | { readonly kind: 'off-here'; readonly host: string }
  | { readonly kind: 'no-access'; readonly host: string }
  /** There is access, but no script of ours in the page: it was loaded before. */
  | { readonly kind: 'not-started'; readonly host: string }
  /** The page's script is there and failed to answer. */
  | { readonly kind: 'error' }
  | { readonly kind: 'read'; readonly host: string; readonly page: PageState };

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
  const page = await askPage(id, { type: 'getPageState' });
  if (page.ok) return { kind: 'read', host, page: page.value };
  if (page.error === 'refused') return { kind: 'error' };
  return { kind: (await mayReadPage(address)) ? 'not-started' : 'no-access', host };
}
