import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createReading } from '../../entrypoints/content/reading.ts';
import { MAX_BLOCK_LENGTH, MAX_BEFORE_LENGTH } from '../../core/extension/messages.ts';
import type { BlockText, ClaimMatch } from '../../core/matching/claim-match.ts';
import { isSound } from '../../core/page/anchor.ts';
import type { Change } from '../../core/page/watch-page.ts';
import { blockWith, find, matchOf, showPage, textIn } from './made-page.ts';

type Question = {
  readonly before: string;
  readonly blocks: readonly BlockText[];
  /** Answers that every `[words]` of the text is a match, one for each pair of brackets. */
  readonly answer: () => Promise<void>;
  /** Answers that there will be no answer. */
  readonly fail: () => Promise<void>;
};

/** What a background finds that takes everything in brackets for a claim. */
function findBrackets({ text }: BlockText): readonly ClaimMatch[] {
  return [...text.matchAll(/\[[^\]]*\]/gu)].map(([words]) => matchOf(text, words));
}

/** A reading whose questions wait in `asked` until a test answers them. */
function startReading() {
  const asked: Question[] = [];
  const onAnchors = vi.fn();
  const reading = createReading(
    ({ before, blocks }) =>
      new Promise((resolve) => {
        const settle = async (answer: readonly (readonly ClaimMatch[])[] | null) => {
          resolve(answer);
          // What waits for the answer goes on before whoever has given it.
          await Promise.resolve();
        };
        asked.push({
          before,
          blocks,
          answer: () => settle(blocks.map(findBrackets)),
          fail: () => settle(null),
        });
      }),
    onAnchors,
  );
  /** Reads a part of the page to its end, and gives the questions that came of it. */
  const read = (root: Element, extent: Change['extent'] = 'subtree'): readonly Question[] => {
    const count = asked.length;
    finish(reading.read([{ root, extent }]));
    return asked.slice(count);
  };
  const readAndAnswer = async (root: Element): Promise<void> => {
    for (const { answer } of read(root)) await answer();
  };
  /** The anchored words, in the order given. */
  const words = (): readonly string[] =>
    reading
      .anchors()
      .map((anchor) => (anchor.state === 'anchored' ? anchor.quote.exact : 'orphaned'));
  return { asked, onAnchors, reading, read, readAndAnswer, words };
}

function finish(steps: Iterator<void, void>): void {
  while (steps.next().done !== true);
}

const textsOf = (questions: readonly Question[]) =>
  questions.map(({ blocks }) => blocks.map(({ text }) => text));

const paragraph = (text: string) => {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
};

describe('a page that is read for the first time', () => {
  test('asks about its blocks in one question, headlines told apart', () => {
    const page = showPage('<h1>One</h1><p>Two <b>and</b> three</p><ul><li>Four</li></ul>');
    const [question, ...others] = startReading().read(page);
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      before: '',
      blocks: [
        { text: 'One', isHeading: true },
        { text: 'Two and three', isHeading: false },
        { text: 'Four', isHeading: false },
      ],
    });
  });

  test('has its anchors as soon as the answer is there, in the order of the page', async () => {
    const page = showPage('<p>[a] and [b]</p><p>nothing</p><p>[c]</p>');
    const { read, words, onAnchors } = startReading();
    const [question] = read(page);
    expect(words()).toEqual([]);
    expect(onAnchors).not.toHaveBeenCalled();
    await question?.answer();
    expect(words()).toEqual(['[a]', '[b]', '[c]']);
    expect(onAnchors).toHaveBeenCalledOnce();
  });

  test('says nothing of anchors where there are none', async () => {
    const page = showPage('<p>one</p><p>two</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    expect(started.onAnchors).not.toHaveBeenCalled();
  });

  test('asks nothing where there is nothing to read', () => {
    const page = showPage('<p> </p><script>let one</script><p hidden>two</p>');
    expect(startReading().read(page)).toEqual([]);
  });
});

describe('questions', () => {
  const LONGEST = 8_000;

  test('hold consecutive blocks, each with the end of the text just before it', () => {
    const lengths = fc.array(fc.constantFrom(1, 40, 500, 3_000, LONGEST, LONGEST + 1), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lengths, (all) => {
        const page = document.createElement('main');
        const texts = all.map((length, at) => `${String(at)} `.padEnd(length, 'word '));
        page.append(...texts.map(paragraph));
        document.body.append(page);
        const questions = startReading().read(page);
        page.remove();

        expect(textsOf(questions).flat()).toEqual(texts);
        let readCount = 0;
        for (const { before, blocks } of questions) {
          expect(before).toBe((texts[readCount - 1] ?? '').slice(-MAX_BEFORE_LENGTH));
          expect(blocks.length).toBeGreaterThan(0);
          const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
          if (blocks.length > 1) expect(length).toBeLessThanOrEqual(LONGEST);
          readCount += blocks.length;
        }
      }),
      { numRuns: 30 },
    );
  });

  test('hold no more blocks than the background takes', () => {
    const page = showPage('<p>word</p>'.repeat(450));
    const counts = startReading()
      .read(page)
      .map(({ blocks }) => blocks.length);
    expect(counts).toEqual([200, 200, 50]);
  });

  test('hold no more of a block than the background takes', () => {
    const page = showPage(`<p>${'a'.repeat(MAX_BLOCK_LENGTH + 1)}</p>`);
    expect(textsOf(startReading().read(page))).toEqual([['a'.repeat(MAX_BLOCK_LENGTH)]]);
  });

  test('end before a block that is known, and begin again after it', async () => {
    const page = showPage('<p>one</p><p id="old">two</p><p>three</p>');
    const { read } = startReading();
    await read(find('#old'))[0]?.answer();
    expect(read(page)).toMatchObject([
      { before: '', blocks: [{ text: 'one' }] },
      { before: 'two', blocks: [{ text: 'three' }] },
    ]);
  });

  test.each([
    ['the paragraph before', '<p>one</p><p id="new">two</p>', 'one'],
    ['nothing before', '<p id="new">two</p><p>three</p>', ''],
    [
      'a paragraph further up, past what is not read',
      '<p>one</p><pre>x</pre><p id="new">two</p>',
      'one',
    ],
    ['the end of nested text', '<ul><li>one</li><li>two</li></ul><p id="new">three</p>', 'two'],
    ['the words around it', '<div>one<p id="new">two</p>three</div>', 'one'],
  ])('about a part of the page say what stands before it: %s', async (_, html, before) => {
    const page = showPage(html);
    const started = startReading();
    await started.readAndAnswer(page);
    const changed = find('#new');
    changed.textContent = 'new text';
    expect(started.read(changed)).toMatchObject([{ before, blocks: [{ text: 'new text' }] }]);
  });

  test('about a block’s own words say that its child blocks stand between them', async () => {
    const page = showPage('<div>one<p>two</p>three</div>');
    const started = startReading();
    await started.readAndAnswer(page);
    const block = find('div', page);
    textIn(block).data = 'new one';
    block.lastChild?.replaceWith('new three');
    expect(started.read(block, 'own')).toMatchObject([
      { before: '', blocks: [{ text: 'new one' }] },
      { before: 'two', blocks: [{ text: 'new three' }] },
    ]);
  });
});

describe('answers', () => {
  test('may come in any order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
        async (order) => {
          const page = document.createElement('main');
          // Too long for two of them to be asked about at once.
          page.append(
            ...[0, 1, 2, 3].map((at) => paragraph(`[${String(at)}]`.padEnd(5_000, ' x'))),
          );
          document.body.append(page);
          const { read, words } = startReading();
          const questions = read(page);
          expect(questions).toHaveLength(4);
          const answered: number[] = [];
          for (const at of order) {
            await questions[at]?.answer();
            answered.push(at);
            expect(words()).toEqual(answered.toSorted().map((each) => `[${String(each)}]`));
          }
          page.remove();
        },
      ),
    );
  });

  test('of a block that was read again meanwhile do not bring its old words back', async () => {
    const page = showPage('<p>[old]</p>');
    const { read, words } = startReading();
    const [first] = read(page);
    textIn(page).data = '[new]';
    const [second] = read(page);
    await second?.answer();
    await first?.answer();
    expect(words()).toEqual(['[new]']);
  });

  test('of a block that the page has changed but that was not read again are orphans', async () => {
    const page = showPage('<p>[old]</p>');
    const { read, words } = startReading();
    const [question] = read(page);
    textIn(page).data = 'something else';
    await question?.answer();
    expect(words()).toEqual(['orphaned']);
  });

  test('that fail leave the block unread: it is asked about the next time it is read', async () => {
    const page = showPage('<p>[a]</p>');
    const { read, words, onAnchors } = startReading();
    await read(page)[0]?.fail();
    expect(words()).toEqual([]);
    expect(onAnchors).not.toHaveBeenCalled();
    const [again] = read(page);
    expect(again?.blocks).toMatchObject([{ text: '[a]' }]);
    await again?.answer();
    expect(words()).toEqual(['[a]']);
    expect(read(page)).toEqual([]);
  });
});

describe('text that has not changed', () => {
  test('is not asked about again', async () => {
    const page = showPage('<p>[a]</p><p>nothing</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    expect(started.read(page)).toEqual([]);
    expect(started.words()).toEqual(['[a]']);
  });

  test('keeps its anchors on the nodes that hold it', async () => {
    const page = showPage('<p>say [a] here</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    const block = find('p', page);
    block.replaceChildren(
      'say [',
      Object.assign(document.createElement('b'), { textContent: 'a' }),
      '] here',
    );
    expect(started.read(block, 'own')).toEqual([]);
    const [anchor] = started.reading.anchors();
    expect(anchor?.state === 'anchored' && isSound(anchor)).toBe(true);
    expect(anchor?.state === 'anchored' && anchor.range.startContainer.isConnected).toBe(true);
    expect(started.onAnchors).toHaveBeenCalledTimes(2);
  });

  test('keeps its anchors while the runs around it are read again, one by one', async () => {
    const page = showPage('<div>[a]<p>two</p>[b]<p>four</p>[c]</div>');
    const started = startReading();
    await started.readAndAnswer(page);
    const steps = started.reading.read([{ root: find('div', page), extent: 'own' }]);
    do expect(started.words()).toEqual(['[a]', '[b]', '[c]']);
    while (steps.next().done !== true);
    expect(started.words()).toEqual(['[a]', '[b]', '[c]']);
  });

  test('keeps its anchors when the page has drawn it in another element', async () => {
    const page = showPage('<p>say [a] here</p><p>two</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    find('p', page).replaceWith(paragraph('say [a] here'));
    expect(started.read(page)).toEqual([]);
    const [anchor, ...others] = started.reading.anchors();
    expect(others).toEqual([]);
    expect(anchor?.state === 'anchored' && isSound(anchor)).toBe(true);
  });

  test('is asked about where it is put beside what it was before', async () => {
    const page = showPage('<p>say [a] here</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    page.append(paragraph('say [a] here'));
    expect(textsOf(started.read(page))).toEqual([['say [a] here']]);
  });

  test('stands in the order that the page gives it', async () => {
    const page = showPage('<p>[a]</p><p>[b]</p><p>[c]</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    page.prepend(find('p:last-child', page));
    expect(started.read(page)).toEqual([]);
    expect(started.words()).toEqual(['[c]', '[a]', '[b]']);
  });

  test('is asked about again once it is forgotten, and has no anchor until then', async () => {
    const page = showPage('<p>[a]</p><p>[b]</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    const { root, extent } = started.reading.forget(blockWith('[a]', page));
    expect(started.words()).toEqual(['[b]']);
    const [again] = started.read(root, extent);
    expect(again?.blocks).toMatchObject([{ text: '[a]' }]);
    await again?.answer();
    expect(started.words()).toEqual(['[a]', '[b]']);
  });
});

describe('a block loses its anchors', () => {
  const changes: Record<string, (block: HTMLElement) => void> = {
    'when it is removed': (block) => {
      block.remove();
    },
    'when what is around it is removed': (block) => {
      block.parentElement?.remove();
    },
    'when it is hidden': (block) => {
      block.hidden = true;
    },
    'when it becomes an editor': (block) => {
      block.contentEditable = 'true';
    },
    'when its words change, before there is an answer about the new ones': (block) => {
      block.textContent = 'something [else]';
    },
  };
  test.each(Object.entries(changes))('%s', async (_, change) => {
    const page = showPage('<p>[a]</p><div><p id="changed">[b]</p></div><p>[c]</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    change(find('#changed'));
    started.onAnchors.mockClear();
    started.read(page);
    expect(started.words()).toEqual(['[a]', '[c]']);
    expect(started.onAnchors).toHaveBeenCalledOnce();
  });

  test('when another part of the page is read after it was removed', async () => {
    const page = showPage('<p id="removed">[a]</p><div><p>[b]</p></div>');
    const started = startReading();
    await started.readAndAnswer(page);
    find('#removed').remove();
    started.read(find('div', page));
    expect(started.words()).toEqual(['[b]']);
  });

  test('when its words have changed in a part that is not read again yet', async () => {
    const page = showPage('<div>[a]<p>[b]</p>[c]</div><p>[d]</p>');
    const started = startReading();
    await started.readAndAnswer(page);
    textIn(find('div', page)).data = 'something [else]';
    finish(started.reading.read([]));
    expect(started.words()).toEqual(['[b]', '[c]', '[d]']);
  });

  test('but not when only its child blocks are read, or only its own words', async () => {
    const page = showPage('<div>[a]<p>[b]</p></div>');
    const started = startReading();
    await started.readAndAnswer(page);
    started.read(find('p', page));
    started.read(find('div', page), 'own');
    expect(started.words()).toEqual(['[a]', '[b]']);
    expect(started.asked).toHaveLength(1);
  });
});

test('a report of many changes tells of its anchors once', async () => {
  const page = showPage('<p>[a]</p><p>[b]</p><p>[c]</p><p>[d]</p>');
  const started = startReading();
  await started.readAndAnswer(page);
  started.onAnchors.mockClear();
  const [first, second, third] = page.querySelectorAll('p');
  first?.replaceChildren('[a]');
  second?.replaceChildren('nothing');
  third?.remove();
  const changes = [first, second, page].flatMap((root): Change[] =>
    root === undefined ? [] : [{ root, extent: 'own' }],
  );
  finish(started.reading.read(changes));
  expect(started.words()).toEqual(['[a]', '[d]']);
  expect(started.onAnchors).toHaveBeenCalledOnce();
});

test('a page that is taken apart between two steps is read to its end', async () => {
  const page = showPage('<p>[a]</p>'.repeat(3));
  const { asked, reading, words } = startReading();
  const steps = reading.read([{ root: page, extent: 'subtree' }]);
  steps.next();
  page.replaceChildren(paragraph('[b]'));
  finish(steps);
  for (const { answer } of asked) await answer();
  finish(reading.read([{ root: page, extent: 'subtree' }]));
  await asked.at(-1)?.answer();
  expect(words()).toEqual(['[b]']);
});
