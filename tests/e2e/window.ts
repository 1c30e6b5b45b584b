/**
 * A browser in a window, used as a reader uses it: by keys and clicks that come from outside of it.
 * They count as a reader's, reach the browser's own prompts and menus, and trigger commands; what
 * the browser's protocol sends does not.
 */
import type { Page } from 'puppeteer-core';
import * as v from 'valibot';
import { vi } from 'vitest';
import { callExtension } from '../../tools/extension-document.ts';
import type { Engine } from '../../tools/find-browser.ts';
import type { Session } from './browsers.ts';
import { openDisplay, type Display, type Point } from './display.ts';
import { evaluateInFirefox } from './firefox-parent.ts';
import { POPUPS, readPopup } from './popup.ts';

/** A session whose browser has a window, on a display of its own. */
export type WindowedSession = Session & { readonly display: Display };

/** Has a browser launched on a display that ends with the session. */
export async function inWindow(
  launch: (display: Display) => Promise<Session>,
): Promise<WindowedSession> {
  const display = await openDisplay();
  const session = await launch(display).catch(async (error: unknown) => {
    await display.close();
    throw error;
  });
  const close = async () => {
    await session.close();
    await display.close();
  };
  try {
    // No window manager does it, and Firefox takes a pointer on a menu for one that left its window.
    await display.focusWindow();
  } catch (error) {
    await close();
    throw error;
  }
  return { ...session, display, close };
}

const POLL_MS = 50;
const TIMEOUT_MS = 15_000;

/** Presses keys together, as X names them: `alt+shift+j`, `Return`, `Escape`. */
export function pressKeys({ display }: WindowedSession, keys: string): Promise<void> {
  return display.press(keys);
}

/** Clicks the button whose text begins with `name`, on the page that is shown. */
export async function clickButton(
  { display }: WindowedSession,
  page: Page,
  name: string,
): Promise<void> {
  await display.click(await findInPage(page, name));
}

/** Clicks the button whose text begins with `name` in the popup; `own` is a document of the extension. */
export async function clickButtonInPopup(
  { display }: WindowedSession,
  own: Page,
  name: string,
): Promise<void> {
  const find = `(${String(findOnScreen)})(view, ${JSON.stringify(name)})`;
  const place = await settle(() => callExtension(own, `${POPUPS}.map((view) => ${find})[0]`));
  await display.click(place);
}

/** How many entries stand below those of extensions in the menu of a page: 'Inspect'. */
const ENTRIES_BELOW: Readonly<Record<Engine, number>> = { chromium: 1, firefox: 0 };

/**
 * Opens the menu at a point of the page that is shown, in CSS pixels of its viewport, and chooses
 * the entry of the extension, which has only one there.
 */
export async function chooseInContextMenu(
  session: WindowedSession,
  page: Page,
  at: Point,
): Promise<void> {
  const { display, engine } = session;
  const place = await findInPage(page, at);
  const windowCount = await display.countWindows();
  const isOpen = async () =>
    engine === 'firefox'
      ? isOpenInFirefox(session, "document.getElementById('contentAreaContextMenu')")
      : (await display.countWindows()) > windowCount;
  await display.click(place, 'right');
  await until('The menu did not open.', isOpen);
  const up = Array<string>(ENTRIES_BELOW[engine]).fill('Up');
  await display.press('End', ...up, 'Return');
}

/** Waits for the browser's question whether the extension may read a site, and answers it. */
export async function answerPrompt(
  session: WindowedSession,
  { shown, own, answer }: PromptAnswer,
): Promise<void> {
  const { display, engine } = session;
  const isAsked = async () =>
    engine === 'firefox'
      ? isOpenInFirefox(session, 'PopupNotifications.panel')
      : // The prompt takes the keyboard from the page, and closes the popup.
        !(await shown.evaluate(() => document.hasFocus())) && (await readPopup(own)) === '';
  await until('The browser asked nothing.', isAsked);
  const keys = PROMPT_KEYS[engine][answer];
  let isFirstLook = true;
  const isAnswered = async () => {
    if (!(await isAsked())) return true;
    if (!isFirstLook) await display.press(...keys);
    isFirstLook = false;
    return false;
  };
  await until('The prompt stayed.', isAnswered, PRESS_AGAIN_MS);
}

/**
 * In Chromium 'Allow' comes after 'Deny', which has the focus first; as long as it cannot be pressed
 * it is passed over, and what comes then is 'Show Details' or 'Deny'.
 */
const PROMPT_KEYS = {
  chromium: { allow: ['Tab', 'Return'], refuse: ['Escape'] },
  firefox: { allow: ['alt+a'], refuse: ['Escape'] },
} as const;

/**
 * Both browsers overlook what is pressed less than half a second after a prompt was shown, so the
 * keys are pressed once that is over, and again, never before the last ones have had an effect.
 */
const PRESS_AGAIN_MS = 800;

export type PromptAnswer = {
  /** The page of the tab that is shown. */
  readonly shown: Page;
  /** A document of the extension. */
  readonly own: Page;
  readonly answer: 'allow' | 'refuse';
};

/** Whether a menu or panel of Firefox's window is open. */
async function isOpenInFirefox({ opened }: Session, panel: string): Promise<boolean> {
  const state = `Services.wm.getMostRecentWindow('navigator:browser').${panel}.state`;
  return (await evaluateInFirefox(opened, state)) === 'open';
}

function findInPage(page: Page, target: string | Point): Promise<Point> {
  const find = `(${String(findOnScreen)})(window, ${JSON.stringify(target)})`;
  return settle(() => page.evaluate(find));
}

type View = Window & { readonly mozInnerScreenX?: number; readonly mozInnerScreenY?: number };

/**
 * Runs in the document: where on the screen a point of its viewport is, or the middle of the button
 * whose text begins so. Null when there is none, or while the document has not got the keyboard.
 */
function findOnScreen(view: View, target: string | Point): Point | null {
  if (!view.document.hasFocus()) return null;
  let at = target;
  if (typeof at === 'string') {
    const name = at;
    const buttons = [...view.document.querySelectorAll('button')];
    const button = buttons.find(({ innerText }) => innerText.trim().startsWith(name));
    if (button === undefined) return null;
    const { x, y, width, height } = button.getBoundingClientRect();
    at = { x: x + width / 2, y: y + height / 2 };
  }
  // Chromium does not tell; it shows nothing of its own beside a page, or below it.
  const left = view.mozInnerScreenX ?? view.screenX + (view.outerWidth - view.innerWidth) / 2;
  const top = view.mozInnerScreenY ?? view.screenY + view.outerHeight - view.innerHeight;
  return { x: left + at.x, y: top + at.y };
}

const Place = v.object({ x: v.number(), y: v.number() });

/** Asks for a place until it is there and does not move. */
async function settle(find: () => Promise<unknown>): Promise<Point> {
  let last: unknown;
  const isSettled = async () => {
    const before = JSON.stringify(last);
    last = await find();
    return v.is(Place, last) && JSON.stringify(last) === before;
  };
  await until('What was looked for is not shown.', isSettled);
  return v.parse(Place, last);
}

async function until(
  complaint: string,
  holds: () => Promise<boolean>,
  interval = POLL_MS,
): Promise<void> {
  const ask = async () => {
    if (!(await holds())) throw new Error(complaint);
  };
  await vi.waitFor(ask, { timeout: TIMEOUT_MS, interval });
}
