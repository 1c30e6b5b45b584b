/**
 * The only place that decides when we may use the page's thread.
 *
 *   add ──► a frame ──► pending ──► a turn of at most TURN_BUDGET_MS ──► pending … ──► empty
 *                          ▲             │ the page's own work, input first
 *                          └─────────────┘
 *
 * Idle when: nothing is pending; the document is hidden; the signal is aborted.
 */
import { isHidden } from './node-access.ts';

/**
 * Longest turn, in milliseconds, give or take one step of the work in hand. A frame at 60 Hz has 16;
 * a quarter of it leaves a page that animates its frames.
 */
export const TURN_BUDGET_MS = 4;

export type WorkQueue = {
  /**
   * Takes on a piece of work, to be done after what is already there, step by step up to each
   * `yield`; a step should be well below a millisecond. Work that throws is dropped and its error
   * reported as an unhandled rejection; the rest goes on.
   */
  add(work: Generator<unknown, void>): void;
};

/** Work ends, done or not, when `signal` aborts. */
export function createWorkQueue(signal: AbortSignal): WorkQueue {
  const pending: Generator<unknown, void>[] = [];
  let isScheduled = false;

  /** After the frame that shows what has changed: read sooner, a page would be laid out twice. */
  function scheduleAfterFrame(): void {
    if (isScheduled || pending.length === 0 || isHidden(document)) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      schedule();
    });
  }

  function schedule(): void {
    if (isScheduled || pending.length === 0 || isHidden(document)) return;
    isScheduled = true;
    // Background priority: after the page's input, rendering and its own tasks. Unlike a timer it is
    // not held back in a visible tab, and unlike an idle callback it runs on a page that animates.
    void scheduler.postTask(takeTurn, { priority: 'background' });
  }

  function takeTurn(): void {
    isScheduled = false;
    const deadline = performance.now() + TURN_BUDGET_MS;
    try {
      while (pending.length > 0 && !isHidden(document) && performance.now() < deadline) takeStep();
    } finally {
      schedule();
    }
  }

  function takeStep(): void {
    const work = pending[0];
    // A generator that threw is done at its next step.
    if (work?.next().done === true && pending[0] === work) pending.shift();
  }

  window.addEventListener('visibilitychange', scheduleAfterFrame, { capture: true, signal });
  signal.addEventListener('abort', () => pending.splice(0), { once: true });

  return {
    add(work) {
      if (signal.aborted) return;
      pending.push(work);
      scheduleAfterFrame();
    },
  };
}
