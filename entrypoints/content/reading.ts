/**
 * What has been read of the page and what came back, block by block.
 *
 *   walk ──► known text? keep its matches : ask, a batch at a time ──► matches ──► anchors
 *
 * A block whose text has not changed is not asked about again, whatever happened to its nodes.
 */
import type { Change } from '../../core/page/watch-page.ts';
import { anchorMatch, type Anchor } from '../../core/page/anchor.ts';
import { walkBlocks } from '../../core/page/collect-blocks.ts';
import type { TextBlock } from '../../core/page/text-block.ts';
import type { ClaimMatch, FindClaimsRequest } from '../../core/matching/claim-match.ts';
import {
  MAX_BLOCK_LENGTH,
  MAX_CONTEXT_LENGTH,
  MAX_REQUEST_BLOCKS,
} from '../../core/extension/messages.ts';

/**
 * Text sent at once, in UTF-16 units. Smaller brings the first mark sooner, larger sends fewer
 * messages; a usual article is one or two of these.
 */
const BATCH_LENGTH = 8_000;

/** How many known blocks are looked through between two pauses. */
const PAUSE_BLOCK_COUNT = 200;

/**
 * How many text nodes are looked at for the text before a part of the page that is read alone. More
 * finds it across longer stretches that are not read, and takes longer where there is none.
 */
const SEARCH_NODE_COUNT = 100;

type ReadBlock = {
  readonly block: TextBlock;
  /** Null until the answer is there. */
  matches: readonly ClaimMatch[] | null;
  anchors: readonly Anchor[];
};

export type Reading = {
  /** Reads a part of the page; work for the queue. */
  read(change: Change): Generator<void, void>;
  /** All anchors, in the order of the page. */
  anchors(): readonly Anchor[];
  /** What must be read again because its words are no longer there. */
  forget(block: TextBlock): Change;
};

/**
 * `ask` takes blocks of the page that stand together and gives their matches, or null when there
 * will be no answer. `onAnchors` is called whenever anchors have come, gone or moved.
 */
export function createReading(
  ask: (
    part: Pick<FindClaimsRequest, 'before' | 'blocks'>,
  ) => Promise<readonly (readonly ClaimMatch[])[] | null>,
  onAnchors: () => void,
): Reading {
  const known = new Map<Element, readonly ReadBlock[]>();

  function* read({ root, extent }: Change): Generator<void, void> {
    const seen = new Map<Element, ReadBlock[]>();
    const earlier = new Map<Element, readonly ReadBlock[]>();
    let batch: ReadBlock[] = [];
    let batchLength = 0;
    // Null while it is not known: a part of the page is read without what stands before it.
    let before: string | null = null;
    const send = () => {
      if (batch.length > 0) void answer(batch, before ?? '');
      before = batch.at(-1)?.block.text ?? before;
      batch = [];
      batchLength = 0;
    };
    let hasMoved = false;

    for (const block of walkBlocks(root, extent)) {
      if (block !== null) {
        const { element, text } = block;
        let own = seen.get(element);
        if (own === undefined) {
          own = [];
          seen.set(element, own);
          earlier.set(element, known.get(element) ?? []);
          known.set(element, own);
        }
        const same = earlier.get(element)?.find((other) => other.block.text === text);
        const matches = same?.matches ?? null;
        const entry: ReadBlock = { block, matches, anchors: anchorAll(block, matches ?? []) };
        own.push(entry);
        if (extent === 'own') {
          // Between two runs of one element stand its child blocks, which are not read.
          send();
          before = null;
        }
        if (matches === null) {
          if (batch.length === MAX_REQUEST_BLOCKS || batchLength + text.length > BATCH_LENGTH)
            send();
          before ??= textBefore(block);
          batch.push(entry);
          batchLength += text.length;
        } else {
          send();
          before = text;
          hasMoved ||= matches.length > 0;
        }
      }
      yield;
    }
    send();

    let count = 0;
    for (const [element, blocks] of known) {
      const isPart = extent === 'own' ? element === root : root.contains(element);
      if ((isPart && !seen.has(element)) || !element.isConnected) {
        known.delete(element);
        hasMoved ||= blocks.some(({ anchors }) => anchors.length > 0);
      }
      count += 1;
      if (count % PAUSE_BLOCK_COUNT === 0) yield;
    }
    for (const [element, blocks] of earlier) {
      const left = seen.get(element) ?? [];
      hasMoved ||= blocks.some(
        ({ block, anchors }) =>
          anchors.length > 0 && !left.some((other) => other.block.text === block.text),
      );
    }
    if (hasMoved) onAnchors();
  }

  async function answer(entries: readonly ReadBlock[], before: string): Promise<void> {
    const answers = await ask({
      before: before.slice(-MAX_CONTEXT_LENGTH),
      blocks: entries.map(({ block: { text, isHeading } }) => ({
        text: text.slice(0, MAX_BLOCK_LENGTH),
        isHeading,
      })),
    });
    if (answers === null) return;
    let hasAnchors = false;
    for (const [at, entry] of entries.entries()) {
      entry.matches = answers[at] ?? [];
      entry.anchors = anchorAll(entry.block, entry.matches);
      hasAnchors ||= entry.anchors.length > 0;
    }
    if (hasAnchors) onAnchors();
  }

  /** The known text that stands before a block; empty when none is near. */
  function textBefore({ element, pieces: [first] }: TextBlock): string {
    const { ownerDocument } = element;
    const walker = ownerDocument.createTreeWalker(ownerDocument, NodeFilter.SHOW_TEXT);
    walker.currentNode = first?.node ?? element;
    for (let count = 0; count < SEARCH_NODE_COUNT; count++) {
      const node = walker.previousNode();
      if (node === null) return '';
      const block = knownBlockOf(node);
      if (block !== undefined) return block.text;
    }
    return '';
  }

  function knownBlockOf(node: Node): TextBlock | undefined {
    let element = node.parentElement;
    while (element !== null && !known.has(element)) element = element.parentElement;
    if (element === null) return undefined;
    return known
      .get(element)
      ?.find(({ block }) => block.pieces.some((piece) => piece.node === node))?.block;
  }

  return {
    read,
    anchors: () =>
      [...known.values()]
        .flat()
        .filter(({ anchors }) => anchors.length > 0)
        .toSorted((a, b) => comparePlaces(a.block, b.block))
        .flatMap(({ anchors }) => anchors),
    forget({ element }) {
      known.delete(element);
      return { root: element, extent: 'own' };
    },
  };
}

function anchorAll(block: TextBlock, matches: readonly ClaimMatch[]): readonly Anchor[] {
  return matches.map((match) => anchorMatch(block, match));
}

function comparePlaces(a: TextBlock, b: TextBlock): number {
  const [first, second] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (first === undefined || second === undefined || first === second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
