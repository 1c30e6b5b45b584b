/**
 * What has been read of the page and what came back, block by block.
 *
 *   walk ──► known text? keep its matches : ask, a batch at a time ──► matches ──► anchors
 *
 * A block whose text has not changed is not asked about again, whatever happened to its nodes; nor is
 * text with matches that the page has drawn in another element.
 */
import type { IsoDate } from '../../core/claims/date.ts';
import { countWords } from '../../core/claims/word-count.ts';
import type { Change } from '../../core/page/watch-page.ts';
import { anchorMatch, isSound, type Anchor } from '../../core/page/anchor.ts';
import { walkBlocks, type OnHost } from '../../core/page/collect-blocks.ts';
import { computedLayout } from '../../core/page/element-role.ts';
import { comesAfter, isInside } from '../../core/page/flat-tree.ts';
import { createTextWalker, isConnected, parentElementOf } from '../../core/page/node-access.ts';
import type { TextBlock } from '../../core/page/text-block.ts';
import type { ClaimMatch, FindClaimsRequest } from '../../core/matching/claim-match.ts';
import {
  MAX_BLOCK_LENGTH,
  MAX_BEFORE_LENGTH,
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
  readonly wordCount: number;
  /** Null until the answer is there. */
  matches: readonly ClaimMatch[] | null;
  anchors: readonly Anchor[];
};

export type Reading = {
  /**
   * Reads parts of the page; work for the queue, one after the other. Anchors whose words are no
   * longer there go as well, wherever they are.
   */
  read(changes: readonly Change[]): Generator<void, void>;
  /** All anchors, in the order of the page. */
  anchors(): readonly Anchor[];
  /** Whether something has been asked that is not answered yet. */
  isWaiting(): boolean;
  /** How many words of the page are known, by the space between them. */
  wordCount(): number;
  /** What must be read again because its words are no longer there. */
  forget(block: TextBlock): Change;
};

/**
 * `ask` takes blocks of the page that stand together and gives their matches, or null when there
 * will be no answer. `onAnchors` is called whenever anchors have come, gone or moved. `dateOf` is when
 * the part of the page that an element is in was written, where that has a date of its own. `onHost`
 * is told of each host of a shadow tree, as `walkBlocks` does.
 */
export function createReading(
  ask: (
    part: Pick<FindClaimsRequest, 'before' | 'blocks'>,
  ) => Promise<readonly (readonly ClaimMatch[])[] | null>,
  onAnchors: () => void,
  dateOf: (element: Element) => IsoDate | null = () => null,
  onHost: OnHost = () => undefined,
): Reading {
  const known = new Map<Element, ReadBlock[]>();
  // What was known of elements that are being read, as far as it has not been found again: it stands
  // until the reading is over, so that no mark goes out for the time between.
  const leftover = new Map<Element, ReadBlock[]>();
  let questionCount = 0;

  function* read(changes: readonly Change[]): Generator<void, void> {
    const lost = yield* collectLost();
    const seen = new Set<Element>();
    let hasMoved = false;
    for (const change of changes) {
      const hasMet = yield* readPart(change, seen, lost);
      hasMoved ||= hasMet;
    }

    const subtrees = new Set<Element>();
    const lines = new Set<Element>();
    for (const { root, extent } of changes) (extent === 'own' ? lines : subtrees).add(root);
    let count = 0;
    for (const [element, blocks] of known) {
      count += 1;
      if (count % PAUSE_BLOCK_COUNT === 0) yield;
      const isGone =
        !isConnected(element) ||
        (!seen.has(element) && (lines.has(element) || isInside(element, subtrees)));
      const kept = isGone ? [] : blocks.filter(isSoundThroughout);
      if (kept.length === blocks.length) continue;
      hasMoved ||= blocks.some((block) => hasAnchors(block) && !kept.includes(block));
      if (isGone) known.delete(element);
      else known.set(element, kept);
    }
    hasMoved ||= [...leftover.values()].flat().some(hasAnchors);
    leftover.clear();
    if (hasMoved) onAnchors();
  }

  /** Reads one part; returns whether text with matches was found again. */
  function* readPart(
    { root, extent }: Change,
    seen: Set<Element>,
    lost: ReadonlyMap<string, readonly ClaimMatch[]>,
  ): Generator<void, boolean> {
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
    let hasMet = false;

    for (const block of walkBlocks(root, extent, computedLayout, onHost)) {
      if (block !== null) {
        const { element, text } = block;
        if (!seen.has(element)) {
          seen.add(element);
          leftover.set(element, known.get(element) ?? []);
          known.set(element, []);
        }
        const matches = takeText(leftover.get(element), text)?.matches ?? lost.get(text) ?? null;
        const entry: ReadBlock = {
          block,
          wordCount: countWords(text),
          matches,
          anchors: anchorAll(block, matches ?? []),
        };
        known.get(element)?.push(entry);
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
          hasMet ||= matches.length > 0;
        }
      }
      yield;
    }
    send();
    return hasMet;
  }

  /** The matches of texts whose elements have left the document: a page may draw them anew. */
  function* collectLost(): Generator<void, ReadonlyMap<string, readonly ClaimMatch[]>> {
    const lost = new Map<string, readonly ClaimMatch[]>();
    let count = 0;
    for (const [element, blocks] of known) {
      count += 1;
      if (count % PAUSE_BLOCK_COUNT === 0) yield;
      if (isConnected(element)) continue;
      for (const { block, matches } of blocks) {
        if (matches !== null && matches.length > 0) lost.set(block.text, matches);
      }
    }
    return lost;
  }

  async function answer(entries: readonly ReadBlock[], before: string): Promise<void> {
    questionCount += 1;
    const answers = await ask({
      before: before.slice(-MAX_BEFORE_LENGTH),
      blocks: entries.map(({ block: { element, text, isHeading } }) => {
        const date = dateOf(element);
        return {
          text: text.slice(0, MAX_BLOCK_LENGTH),
          isHeading,
          ...(date !== null && { date }),
        };
      }),
    });
    questionCount -= 1;
    if (answers === null) return;
    for (const [at, entry] of entries.entries()) {
      entry.matches = answers[at] ?? [];
      entry.anchors = anchorAll(entry.block, entry.matches);
    }
    if (entries.some(hasAnchors)) onAnchors();
  }

  /** The known text that stands before a block; empty when none is near. */
  function textBefore({ element, pieces: [first] }: TextBlock): string {
    const walker = createTextWalker(document);
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
    let element = parentElementOf(node);
    while (element !== null && !known.has(element)) element = parentElementOf(element);
    if (element === null) return undefined;
    return known
      .get(element)
      ?.find(({ block }) => block.pieces.some((piece) => piece.node === node))?.block;
  }

  return {
    read,
    anchors: () => {
      const anchored: ReadBlock[] = [];
      // Of a book few blocks have any: no list of all of them is made.
      for (const all of [known, leftover]) {
        for (const blocks of all.values()) {
          for (const block of blocks) if (hasAnchors(block)) anchored.push(block);
        }
      }
      return anchored
        .toSorted((a, b) => comparePlaces(a.block, b.block))
        .flatMap(({ anchors }) => anchors);
    },
    isWaiting: () => questionCount > 0,
    wordCount: () => {
      let sum = 0;
      for (const blocks of known.values()) for (const { wordCount } of blocks) sum += wordCount;
      return sum;
    },
    forget({ element, text }) {
      takeText(known.get(element), text);
      takeText(leftover.get(element), text);
      return { root: element, extent: 'own' };
    },
  };
}

/** Takes the first block of that text out of the list. */
function takeText(blocks: ReadBlock[] | undefined, text: string): ReadBlock | undefined {
  const at = blocks?.findIndex(({ block }) => block.text === text) ?? -1;
  return at < 0 ? undefined : blocks?.splice(at, 1)[0];
}

function hasAnchors({ anchors }: ReadBlock): boolean {
  return anchors.length > 0;
}

/** What keeps changing is not read for a while; its marks go with the words that they were on. */
function isSoundThroughout({ anchors }: ReadBlock): boolean {
  return anchors.every((anchor) => anchor.state === 'orphaned' || isSound(anchor));
}

function anchorAll(block: TextBlock, matches: readonly ClaimMatch[]): readonly Anchor[] {
  return matches.map((match) => anchorMatch(block, match));
}

function comparePlaces(a: TextBlock, b: TextBlock): number {
  const [first, second] = [a.pieces[0]?.node, b.pieces[0]?.node];
  if (first === undefined || second === undefined || first === second) return 0;
  return comesAfter(first, second) ? -1 : 1;
}
