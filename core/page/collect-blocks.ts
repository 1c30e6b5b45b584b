/** The page's blocks of text, in document order. */
import {
  computedLayout,
  isClosedDetails,
  isRead,
  readRole,
  type ReadLayout,
} from './element-role.ts';
import { assignedTo, holds, isAwaited, shadowRootOf } from './flat-tree.ts';
import {
  contains,
  firstChildOf,
  isConnected,
  isElement,
  isPlainText,
  isShadowRoot,
  isText,
  lastChildOf,
  nextSiblingOf,
  previousSiblingOf,
  queryAll,
  rootElementOf,
  treeOf,
} from './node-access.ts';
import { ownHosts } from './own-hosts.ts';
import { readPlainBlocks, readTextBlock, type TextBlock } from './text-block.ts';

/** `subtree`: blocks whose element is `root` or inside it. `own`: only those of `root` itself. */
export type Extent = 'subtree' | 'own';

/** Told of an open shadow root, or, with null, of an element that may yet get one. */
export type OnHost = (host: Element, root: ShadowRoot | null) => void;

/**
 * Nodes visited between two pauses. Each costs 1 to 3 µs, so a pause comes at least every 0.2 ms:
 * fine enough for turns of a few milliseconds, and rare enough that pausing costs nothing.
 */
const PAUSE_NODE_COUNT = 64;

/**
 * Walks the page and yields each block, or null where nothing was found for a while: the caller may
 * pause at either for as long as it likes. A block element with child blocks gives its own runs of
 * text separately, each under the same `element`. Text of an inline `root` belongs to the block
 * around it and is not yielded; nor is anything that is not in its document.
 *
 * Open shadow trees are read where they are shown; a line of words of two trees is parted between
 * them, since no range reaches across. `onHost` is called with each host before its words are read.
 *
 * What is taken away during a pause is passed over and the walk goes on; what is put in may be
 * missed or read twice (`watchPage` reports it).
 */
export function* walkBlocks(
  root: Element | Document,
  extent: Extent = 'subtree',
  readLayout: ReadLayout = computedLayout,
  onHost: OnHost | null = null,
): Generator<TextBlock | null, void> {
  const top = isElement(root) ? root : rootElementOf(root);
  if (isPlainText(top)) {
    yield* walkPlainText(top);
    return;
  }
  if (!isRead(top, readLayout)) return;

  // A stack of what is still to visit, rather than a place in the tree that the page may take away.
  // Null stands for the end of the innermost open block.
  const pending: (Node | null)[] = [top];
  const openBlocks: Element[] = [];
  let run: (Text | Element)[] = [];
  /** The tree that the words of the run are of; null while there are none, or only one tree is. */
  let treeOfRun: Node | null = null;
  let hasTrees = isShadowRoot(treeOf(top));
  let visitedCount = 0;

  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const block = visit(node);
    visitedCount += 1;
    if (block !== null || visitedCount % PAUSE_NODE_COUNT === 0) yield block;
  }

  /** Returns the block that ends here, if one does. */
  function visit(node: Node | null): TextBlock | null {
    if (node === null) {
      const block = takeRun();
      openBlocks.pop();
      return block;
    }
    if (!isInPlace(node)) return null;
    if (isText(node)) {
      const block = hasTrees && node.data.trim() !== '' ? partTrees(treeOf(node)) : null;
      run.push(node);
      return block;
    }
    if (!isElement(node) || ownHosts.has(node)) return null;
    switch (readRole(node, readLayout)) {
      case 'silent':
        return null;
      case 'line-break':
        run.push(node);
        return null;
      case 'inline':
        pushChildren(node);
        return null;
      case 'unread':
        return takeRun();
      case 'block': {
        const block = takeRun();
        if (extent === 'subtree' || node === top) {
          openBlocks.push(node);
          pending.push(null);
          pushChildren(node);
        }
        return block;
      }
    }
  }

  /** Whether the node is still where it was when it was put on the stack, give or take a move within. */
  function isInPlace(node: Node): boolean {
    const block = openBlocks.at(-1);
    if (!isConnected(node)) return false;
    return block === undefined || contains(block, node) || (hasTrees && holds(block, node));
  }

  function startTrees(): void {
    if (hasTrees) return;
    hasTrees = true;
    const worded = run.find((node) => isText(node) && node.data.trim() !== '');
    treeOfRun = worded === undefined ? null : treeOf(worded);
  }

  /** Returns the block that ends before words of another tree, if one does. */
  function partTrees(tree: Node): TextBlock | null {
    const block = treeOfRun !== null && treeOfRun !== tree ? takeRun() : null;
    treeOfRun = tree;
    return block;
  }

  function pushChildren(element: Element): void {
    const root = shadowRootOf(element);
    // Nobody waits for one on the command line, where no custom element is ever defined.
    if (onHost !== null && (root !== null || isAwaited(element))) onHost(element, root);
    if (root !== null) startTrees();
    const assigned = hasTrees ? assignedTo(element) : [];
    pending.push(...assigned.toReversed());
    if (assigned.length > 0) return;
    const parent = root ?? element;
    for (let child = lastChildOf(parent); child !== null; child = previousSiblingOf(child)) {
      pending.push(child);
    }
  }

  function takeRun(): TextBlock | null {
    const element = openBlocks.at(-1);
    const ended = run;
    run = [];
    treeOfRun = null;
    // The words of a closed `details` itself; its element children know by their role.
    if (element === undefined || isClosedDetails(element)) return null;
    return readTextBlock(element, ended);
  }
}

/**
 * A document without markup, which browsers show in one `pre`. One of megabytes is in many text
 * nodes, and a paragraph that is cut in two between them stays so.
 */
function* walkPlainText(top: Element): Generator<TextBlock, void> {
  for (const pre of queryAll(top, ':root > body > pre')) {
    for (let child = firstChildOf(pre); child !== null; child = nextSiblingOf(child)) {
      if (isText(child)) yield* readPlainBlocks(child, pre);
    }
  }
}

/** All blocks at once, for a document that is small or not on the reader's thread. */
export function collectBlocks(
  root: Element | Document,
  readLayout: ReadLayout = computedLayout,
): TextBlock[] {
  return [...walkBlocks(root, 'subtree', readLayout)].filter((block) => block !== null);
}
