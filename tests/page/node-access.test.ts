import { describe, expect, test, vi } from 'vitest';
import { isSound } from '../../core/page/anchor.ts';
import { collectBlocks, walkBlocks } from '../../core/page/collect-blocks.ts';
import { isRead, nearestBlock } from '../../core/page/element-role.ts';
import { readPageDate, readPageFacts } from '../../core/page/page-facts.ts';
import { watchPage, type Change } from '../../core/page/watch-page.ts';
import { createWorkQueue } from '../../core/page/work-queue.ts';
import { createReading } from '../../entrypoints/content/reading.ts';
import { FIELDS } from './clobbering-form.ts';
import { anchoredWords, find, matchOf, showPage, textIn, untilTestEnds } from './made-page.ts';
import { PATIENCE } from '../patience.ts';

describe('in a form whose fields answer for what a form is', () => {
  const html = `<form>${FIELDS}<p>One <b>two</b></p>three <i>four</i></form><p>five</p>`;

  test('text is read as in any other', () => {
    const page = showPage(html);
    expect(collectBlocks(page).map(({ text }) => text)).toEqual(['One two', 'three four', 'five']);
    const own = [...walkBlocks(find('form', page), 'own')].map((block) => block?.text);
    expect(own).toEqual(['three four']);
  });

  test('an element has its role, and its block', () => {
    const page = showPage(html);
    expect(isRead(find('b', page))).toBe(true);
    expect(nearestBlock(find('i', page))).toBe(find('form', page));
    find('form', page).setAttribute('aria-hidden', 'true');
    expect(isRead(find('b', page))).toBe(false);
  });

  test('a passage that ends with it is anchored', () => {
    showPage(`<form style="display: inline">${FIELDS}one <b>two</b></form> three`);
    expect(isSound(anchoredWords('two three'))).toBe(true);
  });

  test('a change is noticed', async () => {
    const page = showPage(html);
    const { signal } = untilTestEnds();
    const changes: Change[] = [];
    watchPage(page, createWorkQueue(signal), (some) => changes.push(...some), signal);
    textIn(find('i', page)).data = 'new';
    find('b', page).hidden = true;
    await vi.waitFor(() => {
      expect(changes).toEqual([
        { root: find('b', page), extent: 'subtree' },
        { root: find('form', page), extent: 'own' },
        { root: find('p', page), extent: 'own' },
      ]);
    }, PATIENCE);
  });

  test('a part is read again with the text before it', async () => {
    const page = showPage(html);
    const befores: string[] = [];
    const reading = createReading(
      ({ before, blocks }) => {
        befores.push(before);
        return Promise.resolve(blocks.map(({ text }) => [matchOf(text, text)]));
      },
      () => undefined,
    );
    for (const root of [page, find('i', page)]) {
      textIn(find('i', page)).data += '!';
      const extent = root === page ? 'subtree' : 'own';
      for (const step of reading.read([{ root: nearestBlock(root), extent }]))
        expect(step).toBe(undefined);
      await Promise.resolve();
    }
    await vi.waitFor(() => {
      expect(reading.anchors().map(({ quote }) => quote.exact)).toEqual([
        'One two',
        'three four!!',
        'five',
      ]);
    }, PATIENCE);
    expect(befores).toEqual(['', 'One two']);
  });
});

test('a document that answers to the names of its images has its facts and its text read', () => {
  const before = readPageFacts(document);
  const names = (
    'documentElement body title defaultView querySelector querySelectorAll createElement ' +
    'createTreeWalker nodeType contains'
  ).split(' ');
  const page = showPage(`${names.map((name) => `<img name="${name}" alt="">`).join('')}<p>One</p>`);
  const read = {
    isShadowed: typeof document.title !== 'string',
    facts: readPageFacts(document),
    date: readPageDate(document),
    texts: collectBlocks(document).map(({ text }) => text.trim()),
  };
  // What runs the tests wants its document back.
  page.remove();
  expect(read).toEqual({ isShadowed: true, facts: before, date: null, texts: ['One'] });
});

test('the queue works in a document that answers to the names of its images', async () => {
  const page = showPage('<img name="hidden" alt=""><img name="addEventListener" alt="">');
  expect(document.hidden).toBe(find('img', page));
  const work = vi.fn();
  createWorkQueue(untilTestEnds().signal).add(
    (function* () {
      yield;
      work();
    })(),
  );
  await vi.waitFor(() => {
    expect(work).toHaveBeenCalledOnce();
  }, PATIENCE);
});

/** What a form or a document may answer with one of its children. */
const SHADOWED = new RegExp(
  String.raw`\.(?:nodeType|isConnected|parentNode|parentElement|firstChild|lastChild|nextSibling|` +
    String.raw`previousSibling|childNodes|children|textContent|ownerDocument|localName|tagName)\b|` +
    String.raw`\.(?:hasAttributes?|getAttribute|matches|closest|contains|querySelector(?:All)?|` +
    String.raw`compareDocumentPosition)\(|\bdocument\.\w+`,
  'gu',
);

// A linter cannot tell a node of the page from anything else that has such a name.
test.for(
  Object.entries(
    import.meta.glob<string>(
      [
        '../../core/page/*.ts',
        '../../entrypoints/content/*.{ts,tsx}',
        '!../../core/page/node-access.ts',
      ],
      { query: '?raw', import: 'default', eager: true },
    ),
  ),
)('%s asks nodes only by way of node-access.ts', ([, source]) => {
  expect(source).not.toBe('');
  expect(source.match(SHADOWED) ?? []).toEqual([]);
});
