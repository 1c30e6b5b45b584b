/** Random trees of page content, and what a plain reading of them gives. */
import fc from 'fast-check';
import { parseNodes } from './made-page.ts';

/** `¤` stands for words that are not read; no other text has it. */
export type Tree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'silent' | 'unread'; readonly html: string }
  | { readonly kind: 'inline' | 'block'; readonly name: string; readonly content: Tree[] };

const inlineNames = ['em', 'a', 'b', 'span', 'cite', 'x-words'];
const blockNames = ['div', 'p', 'li', 'blockquote', 'h2', 'section'];
const silent = [
  '<span hidden>¤</span>',
  '<script type="text/plain">¤</script>',
  '<i aria-hidden="true">¤</i>',
];
const unread = ['<code>¤</code>', '<button>¤</button>', '<span contenteditable>¤</span>'];

const { tree } = fc.letrec<{ tree: Tree; content: Tree[] }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    {
      weight: 5,
      arbitrary: fc.record({
        kind: fc.constant('text'),
        text: fc.string({ unit: fc.constantFrom('a', 'b', 'é', '𝒳', ' ', '\n', ''), maxLength: 6 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ kind: 'break' }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('silent'), html: fc.constantFrom(...silent) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('unread'), html: fc.constantFrom(...unread) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('inline'),
        name: fc.constantFrom(...inlineNames),
        content: tie('content'),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('block'),
        name: fc.constantFrom(...blockNames),
        content: tie('content'),
      }),
    },
  ),
  content: fc.array(tie('tree'), { maxLength: 5 }),
}));

export const treeArbitrary: fc.Arbitrary<Tree[]> = fc.array(tree, { minLength: 1, maxLength: 6 });

/** Nodes made one by one: neighbouring and empty text nodes stay as they are. */
export function buildTree(trees: readonly Tree[]): Node[] {
  return trees.flatMap((tree): Node | Node[] => {
    switch (tree.kind) {
      case 'text':
        return document.createTextNode(tree.text);
      case 'break':
        return document.createElement('br');
      case 'silent':
      case 'unread':
        return parseNodes(tree.html);
      case 'inline':
      case 'block': {
        const element = document.createElement(tree.name);
        element.append(...buildTree(tree.content));
        return element;
      }
    }
  });
}

/** The texts of the blocks: lines parted wherever a block begins or ends or something is unread. */
export function readTree(trees: readonly Tree[]): string[] {
  const EDGE = '\u0000';
  const flat = (tree: Tree): string => {
    switch (tree.kind) {
      case 'text':
        return tree.text;
      case 'break':
        return '\n';
      case 'silent':
        return '';
      case 'unread':
        return EDGE;
      case 'inline':
        return tree.content.map(flat).join('');
      case 'block':
        return EDGE + tree.content.map(flat).join('') + EDGE;
    }
  };
  return trees
    .map(flat)
    .join('')
    .split(EDGE)
    .filter((text) => text.trim() !== '');
}
