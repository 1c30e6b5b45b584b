/** How long a page takes to answer a key while it is read. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from 'puppeteer-core';
import * as v from 'valibot';

/** How many times slower than the machine the page's thread is made. */
export const SLOWDOWN = 4;
/** Between two keys: a fast typist's. */
const KEY_INTERVAL_MS = 60;

/** From the key to the frame after its listener, in milliseconds. */
const Delays = v.array(v.number());

/** Runs in the page from its first moment. */
function noteDelays(): void {
  const delays: number[] = [];
  Object.assign(window, { rejoinderBenchDelays: delays });
  addEventListener(
    'keydown',
    ({ timeStamp }) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          delays.push(performance.now() - timeStamp);
        };
        port2.postMessage(null);
      });
    },
    { capture: true, passive: true },
  );
}

/** The longest delay of a key while `load` runs, in milliseconds, with the processor slowed down. */
export async function measureDelay(
  page: Page,
  session: CDPSession,
  load: () => Promise<void>,
): Promise<number> {
  const script = await page.evaluateOnNewDocument(noteDelays);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const loaded = new AbortController();
  const loading = load().finally(() => {
    loaded.abort();
  });
  const pressed: Promise<unknown>[] = [];
  const key = { key: 'F13', code: 'F13', windowsVirtualKeyCode: 124 };
  while (!loaded.signal.aborted) {
    pressed.push(session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key }));
    pressed.push(session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }));
    await pause(KEY_INTERVAL_MS);
  }
  await loading;
  await Promise.allSettled(pressed);
  const delays = v.parse(Delays, await page.evaluate('globalThis.rejoinderBenchDelays'));
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.removeScriptToEvaluateOnNewDocument(script.identifier);
  return Math.max(0, ...delays);
}
