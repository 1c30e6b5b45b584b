import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collectBlocks } from '../../core/page/collect-blocks.ts';
import { locateSpan, readTextBlock, type TextBlock } from '../../core/page/text-block.ts';
import { buildTree, treeArbitrary } from './made-tree.ts';
import { blockWith, find, showPage } from './made-page.ts';

/** The words between the two ends of a span, by the browser's own reading. */
function readSpan(block: TextBlock, start: number, end: number): string | null {
  const located = locateSpan(block, { start, end });
  if (located === null) return null;
  const range = document.createRange();
  range.setStart(located.start.node, located.start.offset);
  range.setEnd(located.end.node, located.end.offset);
  return range.toString();
}

test('the text of a block is its text nodes as they are, with a line break for each <br>', () => {
  const page = showPage('<p>Tea,\n  <em>cof</em>fee<br>and&nbsp;soup</p>');
  expect(collectBlocks(page).map(({ text }) => text)).toEqual(['Tea,\n  coffee\nand\u00a0soup']);
});

test('a run without words is no block', () => {
  const p = showPage('<p></p>').appendChild(document.createElement('p'));
  expect(readTextBlock(p, [])).toBeNull();
  expect(readTextBlock(p, [new Text(''), new Text(' \n\t')])).toBeNull();
  expect(readTextBlock(p, [document.createElement('br')])).toBeNull();
});

test.for([
  { html: '<h1>Words</h1>', expected: true },
  { html: '<h3><span style="display: block">Words</span></h3>', expected: true },
  { html: '<div role="heading">Words</div>', expected: true },
  { html: '<p><b>Words</b></p>', expected: false },
])('$html is a heading: $expected', ({ html, expected }) => {
  showPage(html);
  expect(blockWith('Words').isHeading).toBe(expected);
});

test.for([
  { html: '<p>ab<i>cd</i>ef</p>', span: [0, 6], expected: 'abcdef' },
  { html: '<p>ab<i>cd</i>ef</p>', span: [2, 4], expected: 'cd' },
  { html: '<p>ab<i>cd</i>ef</p>', span: [1, 5], expected: 'bcde' },
  { html: '<p>ab<br>cd</p>', span: [1, 4], expected: 'bc' },
  { html: '<p>ab<br>cd</p>', span: [2, 4], expected: 'c' },
  { html: '<p>ab<br>cd</p>', span: [1, 3], expected: 'b' },
  { html: '<p>ab<br><br>cd</p>', span: [2, 4], expected: null },
  { html: '<p>ab</p>', span: [1, 1], expected: null },
  { html: '<p>ab</p>', span: [2, 1], expected: null },
  { html: '<p>ab</p>', span: [0, 3], expected: null },
  { html: '<p>ab</p>', span: [-1, 1], expected: null },
  { html: '<p>ab</p>', span: [NaN, 1], expected: null },
])('span $span of $html reads $expected', ({ html, span, expected }) => {
  showPage(html);
  const [start = 0, end = 0] = span;
  expect(readSpan(blockWith('ab'), start, end)).toBe(expected);
});

test('a span begins and ends inside its own nodes, not at the edge of a neighbour', () => {
  showPage('<p>ab<i>cd</i>ef</p>');
  const italic = find('i').firstChild;
  expect(locateSpan(blockWith('ab'), { start: 2, end: 4 })).toEqual({
    start: { node: italic, offset: 0 },
    end: { node: italic, offset: 2 },
  });
});

test('any span of any block reads the same words in the browser', () => {
  const page = showPage('');
  fc.assert(
    fc.property(treeArbitrary, fc.nat(), fc.nat(), (tree, some, other) => {
      page.replaceChildren(...buildTree(tree));
      for (const block of collectBlocks(page)) {
        const start = some % block.text.length;
        const end = start + 1 + (other % (block.text.length - start));
        const words = block.text.slice(start, end).replaceAll('\n', '');
        // What is not read, and so not in the block, is still inside the browser's range.
        const read = readSpan(block, start, end)?.replaceAll(/[\n¤]/gu, '') ?? '';
        expect(read).toBe(words);
      }
    }),
    { numRuns: 500 },
  );
});

test('every piece is where the text says that it is', () => {
  const page = showPage('');
  fc.assert(
    fc.property(treeArbitrary, (tree) => {
      page.replaceChildren(...buildTree(tree));
      for (const { text, pieces } of collectBlocks(page)) {
        // Where no piece stands there was a line break.
        const read = pieces.reduce((so, { node, start }) => so.padEnd(start, '\n') + node.data, '');
        expect(read.padEnd(text.length, '\n')).toBe(text);
      }
    }),
  );
});
