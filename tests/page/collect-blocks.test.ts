import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectBlocks, walkBlocks } from '../../core/page/collect-blocks.ts';
import { ownHosts } from '../../core/page/own-hosts.ts';
import { buildTree, readTree, treeArbitrary } from './made-tree.ts';
import { find, showPage } from './made-page.ts';

const texts = (root: Element): string[] => collectBlocks(root).map(({ text }) => text.trim());

const cases: Record<string, { html: string; expected: string[] }> = {
  'inline content stays in its block': {
    html: '<p>One <a href="#">two</a> <b>three <em>four</em></b></p>',
    expected: ['One two three four'],
  },
  'each kind of block is one': {
    html: `<h2>Head</h2><p>Par</p><ul><li>Item</li></ul><blockquote>Quote</blockquote>
      <figure><figcaption>Caption</figcaption></figure>
      <table><caption>Table</caption><tr><th>Column</th><td>Cell</td></tr></table>`,
    expected: ['Head', 'Par', 'Item', 'Quote', 'Caption', 'Table', 'Column', 'Cell'],
  },
  'text around child blocks is read in separate runs': {
    html: '<div>before <i>it</i><p>inside</p>after</div>',
    expected: ['before it', 'inside', 'after'],
  },
  'a block inside a link parts the line': {
    html: '<div>before <a href="#">link <div>card</div> tail</a> after</div>',
    expected: ['before link', 'card', 'tail after'],
  },
  'a span styled as a block is a block': {
    html: '<p>one<span style="display: block">two</span>three</p>',
    expected: ['one', 'two', 'three'],
  },
  'a floated first letter belongs to its word': {
    html: '<p><span style="float: left">I</span>n the beginning</p>',
    expected: ['In the beginning'],
  },
  'text that is not shown leaves the line whole': {
    html: `<p>one <span hidden>no</span><span style="display:none">no</span><i aria-hidden="true">no</i>
      <script type="text/plain">no</script><svg><text>no</text></svg>two</p>`,
    expected: ['one two'],
  },
  'something shown but not read parts the line': {
    html: '<p>one <code>no</code> two <button>no</button> three <span contenteditable>no</span> four</p>',
    expected: ['one', 'two', 'three', 'four'],
  },
  'form fields, frames and editors are not read': {
    html: `<form><label>Name</label><input value="no"><textarea>no</textarea>
      <select><option>no</option></select></form><iframe srcdoc="no"></iframe>
      <div contenteditable><p>no</p></div><div role="textbox">no</div><pre>no</pre>`,
    expected: ['Name'],
  },
  'of closed details, the summary alone': {
    html: '<details><summary>Sum</summary>no <p>no</p></details>',
    expected: ['Sum'],
  },
  'of open details, everything': {
    html: '<details open><summary>Sum</summary>yes <p>too</p></details>',
    expected: ['Sum', 'yes', 'too'],
  },
  'the text of closed details without a summary is not read': {
    html: '<details>no</details><p>yes</p>',
    expected: ['yes'],
  },
  'nothing from the inside of a hidden block': {
    html: '<div style="visibility: hidden"><p>no</p></div><div hidden><p>no</p></div><p>yes</p>',
    expected: ['yes'],
  },
  'a line of words for each line of a table without cells': {
    html: '<div style="display: table-row"><div style="display: table-cell">a</div><div style="display: table-cell">b</div></div>',
    expected: ['a', 'b'],
  },
};

test.for(Object.entries(cases))('%s', ([, { html, expected }]) => {
  const page = showPage(html);
  expect(texts(page).map((text) => text.replaceAll(/\s+/gu, ' '))).toEqual(expected);
});

test('what we put into the page is not read', () => {
  const page = showPage('<p>yes</p><div><p>no</p></div>');
  ownHosts.add(find('div', page));
  expect(texts(page)).toEqual(['yes']);
});

test('each run of a block is under the same element', () => {
  const page = showPage('<div>before<p>inside</p>after</div>');
  expect(collectBlocks(page).map(({ element }) => element)).toEqual([
    find('div', page),
    find('p', page),
    find('div', page),
  ]);
});

test('its own runs alone leave out child blocks', () => {
  const page = showPage('<div>before<p>inside</p><i>af</i>ter</div>');
  const own = [...walkBlocks(find('div', page), 'own')].map((block) => block?.text);
  expect(own).toEqual(['before', 'after']);
});

test('an inline root has no text of its own, only the blocks in it', () => {
  showPage('<div>a <a id="card" href="#">link <p>card</p></a></div>');
  expect(texts(find('#card'))).toEqual(['card']);
});

test('a root inside something hidden or edited is not read', () => {
  showPage('<div hidden><p id="a">no</p></div><div contenteditable><p id="b">no</p></div>');
  expect(texts(find('#a'))).toEqual([]);
  expect(texts(find('#b'))).toEqual([]);
});

test('a parsed document that is not shown is read by tag names', () => {
  const parsed = new DOMParser().parseFromString(
    '<h1>Head</h1><div>One <em>two</em><p hidden>no</p></div><script>no</script>',
    'text/html',
  );
  expect(collectBlocks(parsed).map(({ text }) => text)).toEqual(['Head', 'One two']);
});

test('any tree gives the blocks that a plain reading gives', () => {
  const page = showPage('');
  fc.assert(
    fc.property(treeArbitrary, (tree) => {
      page.replaceChildren(...buildTree(tree));
      expect(collectBlocks(page).map(({ text }) => text)).toEqual(readTree(tree));
    }),
    { numRuns: 500 },
  );
});

test('in any tree, an element’s own runs are those of the whole walk that are under it', () => {
  const page = showPage('');
  fc.assert(
    fc.property(treeArbitrary, (tree) => {
      page.replaceChildren(...buildTree(tree));
      const blocks = collectBlocks(page);
      for (const element of [page, ...page.querySelectorAll('*')]) {
        const own = [...walkBlocks(element, 'own')].filter((block) => block !== null);
        expect(own).toEqual(blocks.filter((block) => block.element === element));
      }
    }),
    { numRuns: 50 },
  );
});

test('splitting every text node into single characters changes no block', () => {
  const page = showPage('<div>Tea <em>and</em><p>some<br>soup</p>later</div>');
  const before = collectBlocks(page).map(({ text }) => text);
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (node.length > 1) node.splitText(1).before('');
  }
  expect(collectBlocks(page).map(({ text }) => text)).toEqual(before);
});

test('a long stretch without text still gives places to pause', () => {
  const page = showPage('<div></div>'.repeat(1_000));
  expect([...walkBlocks(page)].length).toBeGreaterThan(1_000 / 100);
});

test('what is removed during a pause is passed over, and the rest is still read', () => {
  const page = showPage(
    '<p>one</p><section><p>two</p><p>three</p></section><p>four</p><p>five</p>',
  );
  const seen: string[] = [];
  for (const block of walkBlocks(page)) {
    if (block === null) continue;
    seen.push(block.text);
    if (block.text === 'two') find('section', page).remove();
    if (block.text === 'four') page.append('six', document.createElement('hr'));
  }
  expect(seen).toEqual(['one', 'two', 'four', 'five']);
});

test('a document nested ten thousand deep is read', () => {
  const page = showPage('');
  let innermost = page;
  for (let depth = 0; depth < 10_000; depth += 1) {
    innermost = innermost.appendChild(document.createElement('section'));
  }
  innermost.append('deep');
  // By names: the browser's own layout gives up at such a depth.
  const parsed = document.implementation.createHTMLDocument();
  parsed.body.append(parsed.adoptNode(page));
  expect(texts(parsed.body)).toEqual(['deep']);
});
