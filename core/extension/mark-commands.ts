/** The keyboard shortcuts that lead from mark to mark. The reader may change or remove them. */
import { browser, type Browser } from './browser.ts';
import type { MarkDirection } from './messages.ts';

/** Names of the commands in the manifest. */
const COMMANDS: Readonly<Record<MarkDirection, string>> = {
  next: 'next-mark',
  previous: 'previous-mark',
};

/** The keys of each command, as the browser writes them; null where it has none. */
export type MarkKeys = Readonly<Record<MarkDirection, string | null>>;

/**
 * The keys that are really assigned: a browser passes over suggested ones that are taken, and tells
 * nobody.
 */
export async function readMarkKeys(): Promise<MarkKeys> {
  const commands = await browser.commands.getAll();
  const keysOf = (name: string) =>
    commands.find((command) => command.name === name)?.shortcut?.trim() || null;
  return { next: keysOf(COMMANDS.next), previous: keysOf(COMMANDS.previous) };
}

/** Calls `onMove` with the tab that the reader is on. Call it in the background's first turn. */
export function watchMarkCommands(
  onMove: (direction: MarkDirection, tabId: number) => void,
  signal: AbortSignal,
): void {
  const listener = (command: string, tab: Browser.tabs.Tab | undefined): void => {
    if (tab?.id === undefined) return;
    if (command === COMMANDS.next) onMove('next', tab.id);
    if (command === COMMANDS.previous) onMove('previous', tab.id);
  };
  browser.commands.onCommand.addListener(listener);
  signal.addEventListener(
    'abort',
    () => {
      browser.commands.onCommand.removeListener(listener);
    },
    { once: true },
  );
}
