/** What the toolbar button shows of a tab. */
import { browser } from './browser.ts';

/** Neither red nor green: a count is no judgement. The accent of the card, in its light form. */
const BADGE_COLOUR = '#2f5d8c';

/** Shows a badge and a tooltip on one tab; a tab that was closed meanwhile is no error. */
export async function showOnToolbar(
  tabId: number,
  { badge, title }: { readonly badge: string; readonly title: string },
): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: badge }),
      browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOUR }),
      browser.action.setTitle({ tabId, title }),
    ]);
  } catch {
    // The tab was closed between the message and its answer.
  }
}
