/** Browsers end the background whenever nobody asks it; a reader must not notice. */
import { expect, it } from 'vitest';
import { LIST_READY_MEASURE } from '../../entrypoints/background/wake.ts';
import { watchBackground } from './background.ts';
import { describeInBrowsers } from './browsers.ts';
import { addParagraph, PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

/** Enough for a median that a busy moment of the machine does not move; Firefox takes its time. */
const WAKE_UP_COUNTS = { chromium: 20, firefox: 5 } as const;

/** What a reader waits for a list that was asleep; the goal is a tenth of it. */
const MAX_LIST_READY_MS = 200;

describeInBrowsers('the background', (session) => {
  it('answers after it has been ended, again and again, with its list soon ready', async () => {
    const { engine } = session();
    const background = await watchBackground(session());
    const page = await session().openPage(session().server.servePage(writeDocument('')));
    const durations: number[] = [];
    for (let count = 1; count <= WAKE_UP_COUNTS[engine]; count++) {
      await background.end();
      await addParagraph(page, PASSAGES.drones);
      await waitForMarkCount(page, count);
      durations.push(await background.readMeasure(LIST_READY_MEASURE));
    }
    const median = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? NaN;
    console.log(`List ready in ${engine}: ${median.toFixed(1)} ms after a wake-up (median).`);
    expect(median).toBeLessThan(MAX_LIST_READY_MS);
  });

  it('answers at last when it is ended between a question and its answer', async () => {
    const background = await watchBackground(session());
    const page = await session().openPage(session().server.servePage(writeDocument('')));
    await addParagraph(page, PASSAGES.drones);
    await waitForMarkCount(page, 1);
    await background.endAtQuestion();
    await addParagraph(page, PASSAGES.airspace);
    await waitForMarkCount(page, 2);
    expect(await background.hasEndedAtQuestion()).toBe(true);
  });
});
