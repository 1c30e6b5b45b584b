import { expect, test, vi } from 'vitest';
import { walkBlocks } from '../../core/page/collect-blocks.ts';
import { createWorkQueue, TURN_BUDGET_MS } from '../../core/page/work-queue.ts';
import { showPage, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

/** Work that does nothing, `stepCount` times, and writes down each step. */
function* countSteps(name: string, stepCount: number, log: string[]): Generator<void, void> {
  for (let step = 1; step <= stepCount; step += 1) {
    log.push(`${name}${String(step)}`);
    yield;
  }
}

/** Keeps the thread for as long as a step of real work might. */
function spend(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

/** Runs `work` step by step and notes how long each turn of the queue lasted. */
function* timeTurns(work: Generator<unknown, void>, turns: number[]): Generator<void, void> {
  let turnStart: number | null = null;
  for (;;) {
    if (turnStart === null) {
      const start = performance.now();
      turnStart = start;
      // Microtasks run when the turn is over.
      queueMicrotask(() => {
        turns.push(performance.now() - start);
        turnStart = null;
      });
    }
    if (work.next().done === true) return;
    yield;
  }
}

test('work is done in the order in which it came, later and not at once', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const log: string[] = [];
  queue.add(countSteps('a', 2, log));
  queue.add(countSteps('b', 1, log));
  expect(log).toEqual([]);
  await vi.waitFor(() => {
    expect(log).toEqual(['a1', 'a2', 'b1']);
  }, PATIENCE);
});

test('work may bring more work', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const log: string[] = [];
  queue.add(
    (function* () {
      queue.add(countSteps('b', 1, log));
      yield* countSteps('a', 1, log);
    })(),
  );
  await vi.waitFor(() => {
    expect(log).toEqual(['a1', 'b1']);
  }, PATIENCE);
});

test('a message of the page gets its turn between two of ours', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const log: string[] = [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    log.push('message');
    port1.close();
  };
  queue.add(
    (function* () {
      log.push('begin');
      port2.postMessage(null);
      for (let step = 0; step < 5; step += 1) {
        spend(TURN_BUDGET_MS);
        yield;
      }
      log.push('end');
    })(),
  );
  await vi.waitFor(() => {
    expect(log).toEqual(['begin', 'message', 'end']);
  }, PATIENCE);
});

test('nothing is done while the document is hidden, and all of it after', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const hidden = vi.spyOn(Document.prototype, 'hidden', 'get').mockReturnValue(true);
  const log: string[] = [];
  queue.add(countSteps('a', 2, log));
  await scheduler.postTask(() => undefined, { priority: 'background' });
  expect(log).toEqual([]);
  hidden.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => {
    expect(log).toEqual(['a1', 'a2']);
  }, PATIENCE);
});

test('a document that becomes hidden stops the turn under way', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const log: string[] = [];
  const hidden = vi.spyOn(Document.prototype, 'hidden', 'get').mockReturnValue(false);
  queue.add(
    (function* () {
      log.push('a');
      hidden.mockReturnValue(true);
      yield;
      log.push('b');
    })(),
  );
  await vi.waitFor(() => {
    expect(log).toEqual(['a']);
  }, PATIENCE);
  await scheduler.postTask(() => undefined, { priority: 'background' });
  expect(log).toEqual(['a']);
  hidden.mockRestore();
});

test('abort ends work that has begun and takes no more', async () => {
  const life = untilTestEnds();
  const queue = createWorkQueue(life.signal);
  const log: string[] = [];
  queue.add(
    (function* () {
      log.push('a');
      life.abort();
      yield;
      log.push('b');
    })(),
  );
  await vi.waitFor(() => {
    expect(log).toEqual(['a']);
  }, PATIENCE);
  queue.add(countSteps('c', 1, log));
  await scheduler.postTask(() => undefined, { priority: 'background' });
  expect(log).toEqual(['a']);
});

test('work that throws is reported and does not hold up the rest', async () => {
  const queue = createWorkQueue(untilTestEnds().signal);
  const log: string[] = [];
  const reported: unknown[] = [];
  const listen = (event: PromiseRejectionEvent): void => {
    event.preventDefault();
    reported.push(event.reason);
  };
  // The test runner prints what a test of its own listens for.
  const print = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  window.addEventListener('unhandledrejection', listen);
  queue.add(
    (function* () {
      yield;
      throw new Error('broken work');
    })(),
  );
  queue.add(countSteps('b', 1, log));
  await vi.waitFor(() => {
    expect(log).toEqual(['b1']);
    expect(reported).toEqual([new Error('broken work')]);
  }, PATIENCE);
  window.removeEventListener('unhandledrejection', listen);
  print.mockRestore();
});

test('a turn keeps to its budget while a very large page is read', async () => {
  const page = showPage(
    '<section><h2>Head</h2><p>Some <b>words</b> <a href="#">and a link</a><br>more</p></section>'.repeat(
      10_000,
    ),
  );
  page.getBoundingClientRect();
  const longests: number[] = [];
  // A busy machine can only make a turn longer, so the best of a few runs is what is ours.
  for (let run = 0; run < 3; run++) {
    const { blockCount, turns } = await readInTurns(page);
    expect(blockCount).toBe(20_000);
    const longest = Math.max(...turns);
    const total = turns.reduce((sum, turn) => sum + turn, 0);
    console.log(
      `20,000 blocks: ${String(turns.length)} turns, ${total.toFixed(0)} ms in all, ` +
        `the longest ${longest.toFixed(1)} ms (budget ${String(TURN_BUDGET_MS)} ms)`,
    );
    longests.push(longest);
  }
  expect(Math.min(...longests)).toBeLessThan(10 * TURN_BUDGET_MS);
});

async function readInTurns(
  page: Element,
): Promise<{ readonly blockCount: number; readonly turns: readonly number[] }> {
  const queue = createWorkQueue(untilTestEnds().signal);
  const turns: number[] = [];
  let blockCount = 0;
  let isDone = false;
  queue.add(
    timeTurns(
      (function* () {
        for (const block of walkBlocks(page)) {
          if (block !== null) blockCount += 1;
          yield;
        }
        isDone = true;
      })(),
      turns,
    ),
  );
  await vi.waitFor(
    () => {
      expect(isDone).toBe(true);
    },
    { timeout: 10_000 },
  );
  return { blockCount, turns };
}
