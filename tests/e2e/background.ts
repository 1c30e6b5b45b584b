/** The background as browsers keep it: ended when nobody asks, started by the next question. */
import { setTimeout as pause } from 'node:timers/promises';
import { TargetType } from 'puppeteer-core';
import { callExtension, openExtensionDocument } from '../../tools/extension-document.ts';
import type { Session } from './browsers.ts';
import { evaluateInFirefox } from './firefox-parent.ts';

const POLL_MS = 10;
const TIMEOUT_MS = 10_000;

/** How long nobody may ask before Firefox ends the background; 30 s for a reader. */
const IDLE_TIMEOUT_MS = 200;

export type Background = {
  /** Ends it as the browser does; resolves when it is gone. */
  readonly end: () => Promise<void>;
  /** Has it end at the next question that reaches it, with that unanswered. */
  readonly endAtQuestion: () => Promise<void>;
  /** Whether it has. */
  readonly hasEndedAtQuestion: () => Promise<boolean>;
  /** The latest duration of a performance measure of it, in milliseconds; wakes it if need be. */
  readonly readMeasure: (name: string) => Promise<number>;
};

export async function watchBackground(session: Session): Promise<Background> {
  return session.engine === 'chromium' ? inChromium(session) : await inFirefox(session);
}

function inChromium({ opened: { browser } }: Session): Background {
  let hasEnded = false;
  const find = () =>
    browser.targets().find((target) => target.type() === TargetType.SERVICE_WORKER);

  async function end(): Promise<void> {
    const target = find();
    if (target === undefined) return;
    await until(async () => {
      if (!browser.targets().includes(target)) return true;
      // As DevTools does it; an idle worker is ended the same way, after 30 s. One that is just
      // starting takes no notice, so it is told again.
      await (await target.worker().catch(() => null))?.close().catch(() => undefined);
      return false;
    });
  }

  return {
    end,
    endAtQuestion: async () => {
      const worker = await find()?.worker();
      worker?.once('console', () => {
        void end().then(() => {
          hasEnded = true;
        });
      });
      // Needed to tell who asks; says that it was, and never returns.
      const hang = "console.log('asked'); for (;;);";
      await worker?.evaluate(`chrome.runtime.getURL = () => { ${hang} }; undefined`);
    },
    hasEndedAtQuestion: () => Promise.resolve(hasEnded),
    readMeasure: async (name) => {
      const worker = await find()?.worker();
      const read = (measure: string) => performance.getEntriesByName(measure).at(-1)?.duration;
      return (await worker?.evaluate(read, name)) ?? NaN;
    },
  };
}

async function inFirefox({ opened }: Session): Promise<Background> {
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(opened.extensionId)}).extension`;
  const evaluate = (expression: string) => evaluateInFirefox(opened, expression);
  const preference = `'extensions.background.idle.timeout', ${String(IDLE_TIMEOUT_MS)}`;
  await evaluate(`Services.prefs.setIntPref(${preference})`);
  // The time that it was started with still runs.
  await evaluate(`${extension}.terminateBackground()`);
  const own = await openExtensionDocument(opened);

  const end = () =>
    until(async () => (await evaluate(`${extension}.backgroundState`)) === 'stopped');
  return {
    end,
    endAtQuestion: async () => {
      await end();
      // Once it has started it is given the question that has woken it.
      await evaluate(`{
        const extension = ${extension};
        extension.once('background-script-started', async () => {
          await extension.terminateBackground({ disableResetIdleForTest: true });
          extension.hasEndedAtQuestion = true;
        });
      }`);
    },
    hasEndedAtQuestion: async () => (await evaluate(`${extension}.hasEndedAtQuestion`)) === true,
    readMeasure: async (name) => {
      let duration: unknown = null;
      // A background that this wakes is there before its list is.
      await until(async () => {
        duration = await callExtension(
          own,
          'runtime.getBackgroundPage().then(({ performance }) => ' +
            `performance.getEntriesByName(${JSON.stringify(name)}).at(-1)?.duration ?? null)`,
        );
        return duration !== null;
      });
      return Number(duration);
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error('The background does not do as expected.');
    await pause(POLL_MS);
  }
}
