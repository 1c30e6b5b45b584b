/** Pages that change while they are read: the marks are those of the words that stand there now. */
import type { Page } from 'puppeteer-core';
import { expect, it } from 'vitest';
import { readMarks } from '../../tools/read-annotations.ts';
import { describeInBrowsers } from './browsers.ts';
import { PASSAGES, writeDocument } from './written-page.ts';

const { drones: DRONES, airspace: AIRSPACE } = PASSAGES;
const NOTHING = 'The shops are open again.';
/** What keeps changing is read three seconds after it has come to rest; the rest is for slow machines. */
const POLL = { timeout: 15_000, interval: 20 };

const marked = async (page: Page) => (await readMarks(page)).map(({ text }) => text);
const expectMarked = (page: Page, expected: readonly string[]) =>
  expect.poll(() => marked(page), POLL).toEqual(expected);

/** What a page does to its paragraph `#p`, which says that drones entered, and what is marked then. */
const CHANGES: Readonly<Record<string, { change: string; expected: readonly string[] }>> = {
  'text changed in place': { change: `p.firstChild.data = '${AIRSPACE}'`, expected: [AIRSPACE] },
  'words before it': { change: `p.firstChild.data = 'In short. ' + claim`, expected: [DRONES] },
  'its node split': { change: 'p.firstChild.splitText(9).splitText(9)', expected: [DRONES] },
  'its node split and joined': {
    change: 'p.firstChild.splitText(9); p.normalize()',
    expected: [DRONES],
  },
  'its words put into elements': {
    change: `p.innerHTML = '<font><font>' + claim + '</font></font>'`,
    expected: [DRONES],
  },
  'its words translated': {
    change: `p.innerHTML = '<font>Die Läden öffnen.</font>'`,
    expected: [],
  },
  'drawn again by a script that takes over': {
    change: `document.querySelector('main').innerHTML = document.querySelector('main').innerHTML`,
    expected: [DRONES],
  },
  'another route': {
    change: `history.pushState({}, '', '?next'); document.querySelector('main').innerHTML = '<p>${AIRSPACE}</p>'`,
    expected: [AIRSPACE],
  },
  'more at the end, as the reader scrolls': {
    change: `for (const words of ['${NOTHING}', '${AIRSPACE}']) {
      const more = document.createElement('section');
      more.textContent = words;
      p.parentElement.append(more);
    }`,
    expected: [DRONES, AIRSPACE],
  },
  'the paragraph moved': {
    change: `document.querySelector('main').append(document.createElement('hr'), p)`,
    expected: [DRONES],
  },
};

const HOST_WITHOUT_ACCESS = 'localhost';

/**
 * The whole storm counts beside the spread of three without us. A short one is too short for that: it
 * would only tell of a page that stands still.
 */
const STORM =
  process.env['REJOINDER_LONG'] === '1'
    ? { seconds: 10, runCount: 3, minShare: 0.95 }
    : { seconds: 2, runCount: 1, minShare: 0.5 };

/** Runs in the page: changes it `rate` times a second for `seconds`, as drawn by lots from `seed`. */
async function storm(rate: number, seconds: number, seed: number, passages: string[]) {
  let state = seed;
  const draw = (count: number) => {
    // A linear congruential generator (Numerical Recipes): enough for a storm.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const main = document.querySelector('main') ?? document.body;
  const start = performance.now();
  let changeCount = 0;
  let frameCount = 0;
  await new Promise<void>((resolve) => {
    const frame = () => {
      frameCount += 1;
      const elapsed = (performance.now() - start) / 1_000;
      for (; changeCount < Math.min(elapsed, seconds) * rate; changeCount++) {
        const paragraphs = main.children;
        const at = paragraphs[draw(paragraphs.length)];
        const words = passages[draw(passages.length)] ?? '';
        const kind = draw(4);
        if (kind === 0 || at === undefined || paragraphs.length < 100) {
          const added = document.createElement('p');
          added.textContent = words;
          main.insertBefore(added, at ?? null);
        } else if (kind === 1 && paragraphs.length > 150) at.remove();
        else if (at.firstChild instanceof Text) at.firstChild.data = words;
      }
      if (elapsed < seconds) requestAnimationFrame(frame);
      else resolve();
    };
    requestAnimationFrame(frame);
  });
  const shown = [...main.children].map(({ textContent }) => textContent);
  return { shown, changeCount, frameCount };
}

describeInBrowsers('a page that moves', (session) => {
  const open = (body: string) =>
    session().openPage(session().server.servePage(writeDocument(body)));

  it('has its marks on the words that it has now', async () => {
    for (const [title, { change, expected }] of Object.entries(CHANGES)) {
      const page = await open(`<p id="p">${DRONES}</p>`);
      await expectMarked(page, [DRONES]);
      await page.evaluate(
        `{ const p = document.querySelector('#p'); const claim = p.textContent; ${change} }`,
      );
      const read = async () => ({ title, marked: await marked(page) });
      await expect.poll(read, POLL).toEqual({ title, marked: expected });
      // And keeps them while nothing more happens.
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
      expect(await read()).toEqual({ title, marked: expected });
      await page.close();
    }
  }, 120_000);

  it('has no mark on what keeps changing until that is still; the rest is marked meanwhile', async () => {
    const page = await open(`<p>${AIRSPACE}</p><p id="ticker">0</p>`);
    await expectMarked(page, [AIRSPACE]);
    await page.evaluate(
      ([claim, nothing]) => {
        const ticker = document.querySelector('#ticker') ?? document.body;
        let count = 0;
        const tick = () => {
          count += 1;
          ticker.textContent = count < 40 ? `${String(nothing)} ${String(count)}` : String(claim);
          if (count < 60) setTimeout(tick, 50);
        };
        tick();
      },
      [DRONES, NOTHING],
    );
    const stillMarked = async () =>
      page.evaluate((claim) => {
        const ticker = document.querySelector('#ticker')?.textContent === claim;
        return ticker ? 'claim' : 'ticking';
      }, DRONES);
    await expect.poll(stillMarked, POLL).toBe('claim');
    expect(await marked(page)).toEqual([AIRSPACE]);
    await expectMarked(page, [AIRSPACE, DRONES]);
  });

  it('is drawn as often in a storm of changes as without us, and marked right after it', async () => {
    const { engine, server } = session();
    const passages = [NOTHING, NOTHING, NOTHING, DRONES, AIRSPACE];
    const openCalm = (host: string) => {
      const html = writeDocument(`<p>${DRONES}</p>${`<p>${NOTHING}</p>`.repeat(119)}`);
      return session().openPage(server.servePage(html).replace('127.0.0.1', host));
    };
    const stormOn = (page: Page, seed: number) =>
      page.evaluate(storm, 10_000, STORM.seconds, seed, passages);

    const without: number[] = [];
    for (let run = 0; run < STORM.runCount; run++) {
      const page = await openCalm(HOST_WITHOUT_ACCESS);
      without.push((await stormOn(page, run)).frameCount);
      await page.close();
    }
    const page = await openCalm('127.0.0.1');
    await expectMarked(page, [DRONES]);
    const { shown, changeCount, frameCount } = await stormOn(page, 6);
    console.log(
      `${engine}: ${String(frameCount)} frames in a storm of ${String(STORM.seconds)} s, without us ${without.join(', ')}.`,
    );
    expect(changeCount).toBeGreaterThan(7_500 * STORM.seconds);
    expect(frameCount).toBeGreaterThan(STORM.minShare * Math.min(...without));
    await expectMarked(
      page,
      shown.filter((text) => text !== NOTHING),
    );
  });

  it('has its marks when the reader comes back to it', async () => {
    const page = await open(`<p>${DRONES}</p>`);
    await expectMarked(page, [DRONES]);
    await page.goto(session().server.servePage(writeDocument(`<p>${AIRSPACE}</p>`)));
    await expectMarked(page, [AIRSPACE]);
    // Not `goBack`: a page that comes back as it was left does not load.
    await page.evaluate(() => {
      history.back();
    });
    await expectMarked(page, [DRONES]);
  });
});
