import { h, render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { ownHosts } from '../../core/page/own-hosts.ts';
import {
  HUGE_CHANGE_COUNT,
  HUGE_NODE_COUNT,
  QUICK_REPORT_COUNT,
  SETTLE_MS,
  STILL_MS,
  STORM_SETTLE_MS,
  watchPage,
  type Change,
} from '../../core/page/watch-page.ts';
import { createWorkQueue } from '../../core/page/work-queue.ts';
import { find, parseNodes, showPage, textIn, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

/** Watches `root` until the test ends; gives what is reported. */
function watch(root: Element | Document, life = untilTestEnds()): Change[][] {
  const reports: Change[][] = [];
  watchPage(
    root,
    createWorkQueue(life.signal),
    (changes) => {
      reports.push([...changes]);
    },
    life.signal,
  );
  return reports;
}

/** The first report, as `selector extent` lines; ids stand for elements. */
async function firstReport(reports: readonly Change[][]): Promise<string[]> {
  await vi.waitFor(() => {
    expect(reports).not.toHaveLength(0);
  }, PATIENCE);
  return (reports[0] ?? [])
    .map(({ root, extent }) => `${extent} ${root.id || root.localName}`)
    .sort();
}

/** A change that is certainly reported: to wait for when nothing else is. */
function changeSomethingElse(page: HTMLElement): void {
  const other = document.createElement('p');
  other.id = 'other';
  other.textContent = 'something else';
  page.append(other);
}

const changes: Record<string, { change: (page: HTMLElement) => void; expected: string[] }> = {
  'text assigned': {
    change: (page) => {
      textIn(find('#p', page)).data = 'other';
    },
    expected: ['own p'],
  },
  'text assigned inside a phrase': {
    change: (page) => {
      textIn(find('#em', page)).data = 'other';
    },
    expected: ['own p'],
  },
  'text assigned beside child blocks': {
    change: (page) => {
      textIn(find('#mixed', page)).data = 'other';
    },
    expected: ['own mixed'],
  },
  'a block added': {
    change: (page) => {
      find('#list', page).append(...parseNodes('<li id="new">two</li>'));
    },
    expected: ['own list', 'subtree new'],
  },
  'a block added with much in it': {
    change: (page) => {
      const section = document.createElement('section');
      section.id = 'new';
      page.append(section);
      section.append(...parseNodes('<p>one</p><p>two</p>'), 'text');
    },
    expected: ['own main', 'subtree new'],
  },
  'a phrase added': {
    change: (page) => {
      find('#p', page).append(...parseNodes('<b id="new">more</b>'));
    },
    expected: ['own p', 'subtree new'],
  },
  'a block removed': {
    change: (page) => {
      find('#item', page).remove();
    },
    expected: ['own list'],
  },
  'a block added and removed again': {
    change: (page) => {
      const added = find('#list', page).appendChild(document.createElement('li'));
      added.textContent = 'two';
      added.remove();
    },
    expected: ['own list'],
  },
  'a block hidden by attribute': {
    change: (page) => {
      find('#p', page).hidden = true;
    },
    expected: ['own main', 'subtree p'],
  },
  'a block shown to assistive technology again': {
    change: (page) => {
      find('#away', page).removeAttribute('aria-hidden');
    },
    expected: ['own main', 'subtree away'],
  },
  'details opened': {
    change: (page) => {
      find('#details', page).setAttribute('open', '');
    },
    expected: ['own main', 'subtree details'],
  },
  'two changes in one place': {
    change: (page) => {
      textIn(find('#p', page)).data = 'other';
      textIn(find('#em', page)).data = 'other';
    },
    expected: ['own p'],
  },
};

const PAGE = `<p id="p">some <em id="em">words</em></p>
  <ul id="list"><li id="item">one</li></ul>
  <div id="mixed">text<p>inside</p></div>
  <section id="away" aria-hidden="true"><p id="unseen">gone</p></section>
  <details id="details"><summary>Sum</summary>text</details>
  <div id="editor" contenteditable>typing</div>`;

test.for(Object.entries(changes))('%s', async ([, { change, expected }]) => {
  const page = showPage(PAGE);
  page.id = 'main';
  const reports = watch(page);
  change(page);
  expect(await firstReport(reports)).toEqual(expected);
});

test('what the page does where nothing is read is not reported', async () => {
  const page = showPage(PAGE);
  const reports = watch(page);
  textIn(find('#unseen', page)).data = 'still gone';
  textIn(find('#editor', page)).data = 'still typing';
  find('#p', page).className = 'animated';
  await new Promise(requestAnimationFrame);
  changeSomethingElse(page);
  expect(await firstReport(reports)).toEqual(['own main', 'subtree other']);
});

test('our own host coming and going is not reported', async () => {
  const page = showPage(PAGE);
  const reports = watch(document);
  const host = document.createElement('div');
  ownHosts.add(host);
  document.documentElement.append(host);
  host.remove();
  changeSomethingElse(page);
  expect(await firstReport(reports)).toEqual(['own main', 'subtree other']);
});

test('a thousand changes are one report', async () => {
  const page = showPage('<p>counter</p>');
  const reports = watch(page);
  const text = textIn(find('p', page));
  for (let count = 1; count <= 1_000; count += 1) text.data = String(count);
  expect(await firstReport(reports)).toEqual(['own p']);
  expect(reports).toHaveLength(1);
});

test('changes in many places are itemised only up to a limit', async () => {
  const page = showPage('');
  page.id = 'main';
  const reports = watch(page);
  page.append(...parseNodes('<p>words</p>'.repeat(HUGE_NODE_COUNT + 1)));
  expect(await firstReport(reports)).toEqual(['subtree main']);
});

/** A page whose clock a test moves on: `pass` waits until all that was due by then is reported. */
function startClock() {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  onTestFinished(() => {
    vi.useRealTimers();
  });
  return {
    pass: async (ms: number): Promise<void> => {
      // What has changed is told to observers after the task.
      await Promise.resolve();
      vi.advanceTimersByTime(ms);
      await new Promise(requestAnimationFrame);
      // The queue's own turn comes before it.
      await scheduler.postTask(() => undefined, { priority: 'background' });
    },
  };
}

/** Takes the reports so far as lines; empty for one that something held has changed and nothing else. */
const takeLines = (reports: Change[][]) =>
  reports
    .splice(0)
    .map((changes) =>
      changes.map(({ root, extent }) => `${extent} ${root.id || root.localName}`).join(', '),
    );

const tickers: Record<string, (ticker: HTMLElement, count: number) => void> = {
  'has its text assigned': (ticker, count) => {
    textIn(ticker).data = String(count);
  },
  'has its lines replaced': (ticker, count) => {
    ticker.replaceChildren(...parseNodes(`<div id="line">${String(count)}</div>`));
  },
  'is typed word by word': (ticker) => {
    ticker.append(' word');
  },
  blinks: (ticker, count) => {
    ticker.hidden = count % 2 === 0;
  },
};

test.for(Object.entries(tickers))(
  'what %s over and over is reported a few times, then once it is still; the rest at once',
  async ([, change]) => {
    const page = showPage('<div id="around"><div id="ticker">0</div></div><p id="p">words</p>');
    const ticker = find('#ticker', page);
    const reports = watch(page);
    const { pass } = startClock();
    for (let count = 0; count < QUICK_REPORT_COUNT; count++) {
      change(ticker, count);
      await pass(SETTLE_MS);
    }
    const quick = takeLines(reports);
    expect(quick).toHaveLength(QUICK_REPORT_COUNT);
    for (const line of quick) expect(line).toContain('ticker');

    for (let count = QUICK_REPORT_COUNT; count < 3 * QUICK_REPORT_COUNT; count++) {
      change(ticker, count);
      await pass(STILL_MS / 2);
    }
    for (const line of takeLines(reports)) expect(line).toBe('');
    textIn(find('#p', page)).data = 'other';
    change(ticker, 1);
    await pass(SETTLE_MS);
    expect(takeLines(reports)).toEqual(['own p']);

    await pass(STILL_MS - SETTLE_MS);
    expect(takeLines(reports)).toEqual([]);
    await pass(SETTLE_MS);
    expect(takeLines(reports)).toEqual([expect.stringMatching(/ticker|line/u)]);
    await pass(10 * STILL_MS);
    expect(takeLines(reports)).toEqual([]);

    // Now it counts as any other part of the page.
    change(ticker, 2);
    await pass(SETTLE_MS);
    expect(takeLines(reports)).toEqual([expect.stringContaining('ticker')]);
  },
);

test('a list that only grows is reported at once, however long it goes on', async () => {
  const page = showPage('<ul id="list"></ul>');
  const reports = watch(page);
  const { pass } = startClock();
  for (let count = 0; count < 3 * QUICK_REPORT_COUNT; count++) {
    find('#list', page).append('\n', document.createElement('li'));
    await pass(SETTLE_MS);
    expect(takeLines(reports)).toEqual(['subtree li, own list']);
  }
});

test('changes with rests between them are each reported at once', async () => {
  const page = showPage('<p id="p">words</p>');
  const reports = watch(page);
  const { pass } = startClock();
  for (let count = 0; count < 3 * QUICK_REPORT_COUNT; count++) {
    textIn(find('#p', page)).data = String(count);
    await pass(SETTLE_MS);
    expect(takeLines(reports)).toEqual(['own p']);
    await pass(STILL_MS);
  }
});

test('a page that changes everywhere without rest is read again when it rests', async () => {
  const page = showPage('<p>words</p>'.repeat(HUGE_NODE_COUNT + 1));
  page.id = 'main';
  const reports = watch(page);
  const { pass } = startClock();
  const texts = [...page.children].map(textIn);
  for (let count = 0; count < 2 * QUICK_REPORT_COUNT; count++) {
    for (const text of texts) text.data = String(count);
    await pass(SETTLE_MS);
  }
  // What follows the first that was held is told of less often.
  expect(takeLines(reports)).toEqual([
    ...Array<string>(QUICK_REPORT_COUNT).fill('subtree main'),
    '',
  ]);
  await pass(STORM_SETTLE_MS);
  expect(takeLines(reports)).toEqual(['']);
  await pass(STILL_MS);
  expect(takeLines(reports)).toEqual(['subtree main']);
});

test('while the document is hidden, changes wait', async () => {
  const page = showPage(PAGE);
  const reports = watch(page);
  const hidden = vi.spyOn(Document.prototype, 'hidden', 'get').mockReturnValue(true);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  textIn(find('#p', page)).data = 'other';
  await Promise.resolve();
  vi.runAllTimers();
  vi.useRealTimers();
  await scheduler.postTask(() => undefined, { priority: 'background' });
  expect(reports).toEqual([]);
  hidden.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(await firstReport(reports)).toEqual(['own p']);
});

test('a keyed list drawn again by Preact reports the new item, not the list over and over', async () => {
  const page = showPage('');
  const draw = (keys: readonly string[]): void => {
    render(
      h(
        'ul',
        { id: 'list' },
        keys.map((key) => h('li', { key, id: key }, `item ${key}`)),
      ),
      page,
    );
  };
  draw(['a', 'b', 'c']);
  const reports = watch(page);
  draw(['c', 'a', 'd']);
  const report = await firstReport(reports);
  expect(report).toContain('subtree d');
  expect(report).toContain('own list');
  render(null, page);
});

test('abort ends the watch, also of changes already noted', async () => {
  const page = showPage(PAGE);
  const life = untilTestEnds();
  const reports = watch(page, life);
  const others = watch(page);
  textIn(find('#p', page)).data = 'other';
  await Promise.resolve();
  life.abort();
  changeSomethingElse(page);
  await firstReport(others);
  expect(reports).toEqual([]);
});

test('of a storm of changes in one place the browser tells no more until all is read again', async () => {
  const observe = vi.spyOn(MutationObserver.prototype, 'observe');
  const disconnect = vi.spyOn(MutationObserver.prototype, 'disconnect');
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  const page = showPage('<p id="p">words</p>');
  page.id = 'page';
  const reports = watch(page);
  const text = textIn(find('#p', page));
  for (let count = 0; count <= HUGE_CHANGE_COUNT; count++) text.data = String(count);
  await Promise.resolve();
  expect(disconnect).toHaveBeenCalledOnce();
  expect(observe).toHaveBeenCalledOnce();
  // Of this nobody tells, and it is read all the same.
  text.data = 'the last words';
  expect(await firstReport(reports)).toEqual(['subtree page']);

  // And then each change counts again.
  text.data = 'other words';
  await vi.waitFor(() => {
    expect(reports).toHaveLength(2);
  }, PATIENCE);
  expect(reports[1]).toEqual([{ root: find('#p', page), extent: 'own' }]);
});

test('shadow trees are watched again after a storm', async () => {
  const life = untilTestEnds();
  const page = showPage('<p id="p">words</p><div id="host"></div>');
  const reports: Change[][] = [];
  const watchHost = watchPage(
    page,
    createWorkQueue(life.signal),
    (changes) => {
      reports.push([...changes]);
    },
    life.signal,
  );
  const host = find('#host', page);
  const tree = host.attachShadow({ mode: 'open' });
  tree.append(...parseNodes('<p>shaded</p>'));
  watchHost(host, tree);
  const text = textIn(find('#p', page));
  for (let count = 0; count <= HUGE_CHANGE_COUNT; count++) text.data = String(count);
  await firstReport(reports);
  const shaded = tree.querySelector('p') ?? page;
  textIn(shaded).data = 'other';
  await vi.waitFor(() => {
    expect(reports.at(-1)).toEqual([{ root: shaded, extent: 'own' }]);
  }, PATIENCE);
});
