/** Browsers end the background whenever nobody asks it; a reader must not notice. */
import { expect, it } from 'vitest';
import { LIST_READY_MEASURE } from '../../entrypoints/background/wake.ts';
import { watchBackground } from './background.ts';
import { describeInBrowsers } from './browsers.ts';
import { addParagraph, PASSAGES, waitForMarkCount, writeDocument } from './written-page.ts';

/** Enough for a median that a busy moment of the machine does not move. */
const WAKE_UP_COUNT = 20;

/** What a reader waits for a list that was asleep, in milliseconds. */
const LIST_READY_GOAL_MS = 20;
/** A loaded machine is no fault of ours: what is asserted is ten times the goal. */
const MARGIN = 10;

describeInBrowsers('the background', (session) => {
  it('answers after it has been ended, again and again, with its list soon ready', async () => {
    const background = await watchBackground(session());
    const page = await session().openPage(session().server.servePage(writeDocument('')));
    // Ended while it starts for the first time, it would never have been there.
    await addParagraph(page, PASSAGES.drones);
    await waitForMarkCount(page, 1);
    const durations: number[] = [];
    while (durations.length < WAKE_UP_COUNT) {
      await background.end();
      await addParagraph(page, PASSAGES.drones);
      await waitForMarkCount(page, durations.length + 2);
      durations.push(await background.readMeasure(LIST_READY_MEASURE));
    }
    const median = durations.toSorted((a, b) => a - b)[Math.floor(durations.length / 2)] ?? NaN;
    console.log(
      `List ready in ${session().engine}: ${median.toFixed(1)} ms after the background’s first ` +
        `statement, median of ${String(WAKE_UP_COUNT)} wake-ups; the goal is ${String(LIST_READY_GOAL_MS)} ms.`,
    );
    expect(median).toBeLessThan(LIST_READY_GOAL_MS * MARGIN);
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
