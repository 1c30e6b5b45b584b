/** What a report takes from a page: what the page says of itself, and the words that are selected. */
import {
  attributeOf,
  closest,
  firstChildOf,
  isElement,
  isShown,
  isText,
  lastChildOf,
  localNameOf,
  nextSiblingOf,
  parentElementOf,
  parentOf,
  previousSiblingOf,
  queryFirst,
} from './node-access.ts';
import { QUOTE_CONTEXT_LENGTH, type TextQuoteSelector } from './anchor.ts';
import { nearestBlock } from './element-role.ts';
import { readPageDate, readPageFacts } from './page-facts.ts';

/** Words read of a selection, in UTF-16 units: more than a report takes, and no whole book. */
export const MAX_SELECTION_LENGTH = 2_500;

/** Nodes looked at on either side of a selection: a page whose words are far apart has no context. */
const MAX_CONTEXT_NODE_COUNT = 1_000;

/** Elements whose own text is a draft, a choice or a fallback, which a browser's selection leaves out. */
const UNSELECTED_NAMES = new Set(
  'textarea select option optgroup progress meter iframe canvas audio video'.split(' '),
);

/** The words of a quote with what stands around it. */
export type SelectedQuote = Omit<TextQuoteSelector, 'type'>;

/** What the page says of itself, as it says it. */
export type ReadPage = {
  readonly address: string;
  readonly canonical: string | null;
  readonly title: string;
  readonly language: string | null;
  readonly date: string | null;
  /** Null where nothing is selected. */
  readonly quote: SelectedQuote | null;
};

/** `address` is that of the document; the passage is what is selected where none is given. */
export function readPageForReport(
  document: Document,
  address: string,
  range: AbstractRange | null = selectedRange(document),
): ReadPage {
  const { title, language } = readPageFacts(document);
  return {
    address,
    canonical: readCanonical(document),
    title,
    language: (range && readLanguageAt(range)) ?? language,
    date: readPageDate(document)?.date ?? null,
    quote: range && readQuoteOf(range),
  };
}

function selectedRange(document: Document): Range | null {
  const selection = Document.prototype.getSelection.call(document);
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
  return selection.getRangeAt(0);
}

function readCanonical(document: Document): string | null {
  const link = queryFirst(document, 'link[rel~="canonical" i][href]');
  return link && attributeOf(link, 'href');
}

/** A passage in another language than its page says so. */
function readLanguageAt({ startContainer }: AbstractRange): string | null {
  const element = isElement(startContainer) ? startContainer : parentElementOf(startContainer);
  const stated = element && closest(element, '[lang]');
  return (stated && attributeOf(stated, 'lang')) || null;
}

/**
 * The words of a range as a reader sees them, and a few around them: white space is collapsed, a
 * line break stands between blocks, and what is not rendered is left out. Null for no words.
 */
export function readQuoteOf(range: AbstractRange): SelectedQuote | null {
  const { words, isWhole } = readWords(range);
  const exact = words.trim();
  if (exact === '') return null;
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const first = nodeAt(startContainer, startOffset);
  const own = isText(startContainer) ? startContainer : null;
  const before =
    readAround(own, first && previousNode(first), previousNode) +
    (own === null ? '' : collapse(own.data.slice(0, startOffset))) +
    words.slice(0, words.length - words.trimStart().length);
  const last = isText(endContainer) ? endContainer : null;
  const after =
    words.slice(words.trimEnd().length) +
    (last === null ? '' : collapse(last.data.slice(endOffset))) +
    readAround(last, last === null ? nodeAt(endContainer, endOffset) : nextNode(last), nextNode);
  return {
    exact: exact.slice(0, MAX_SELECTION_LENGTH),
    prefix: tidy(before).trimStart().slice(-QUOTE_CONTEXT_LENGTH),
    // What stands behind the words that were read is not known where they are not all.
    suffix: isWhole ? tidy(after).trimEnd().slice(0, QUOTE_CONTEXT_LENGTH) : '',
  };
}

/** The words in a range, up to the longest selection. */
function readWords(places: AbstractRange): { readonly words: string; readonly isWhole: boolean } {
  const { startContainer, startOffset, endContainer, endOffset } = places;
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  let words = '';
  let last: Text | null = null;
  let node = nodeAt(startContainer, startOffset);
  while (node !== null && Range.prototype.intersectsNode.call(range, node)) {
    if (words.length >= MAX_SELECTION_LENGTH) return { words: tidy(words), isWhole: false };
    if (isBreak(node)) words += '\n';
    else if (isText(node) && isRendered(node)) {
      const from = node === startContainer ? startOffset : 0;
      const to = node === endContainer ? endOffset : node.data.length;
      words += breakBetween(last, node) + collapse(node.data.slice(from, to));
      last = node;
    }
    node = nextNode(node);
  }
  return { words: tidy(words), isWhole: true };
}

/** The nearest words from `first` on, in the direction of `step`, as they stand on the page. */
function readAround(
  near: Text | null,
  first: Node | null,
  step: typeof nextNode | typeof previousNode,
): string {
  let words = '';
  let last = near;
  let node = first;
  const add = (piece: string, gap: string) => {
    words = step === nextNode ? words + gap + piece : piece + gap + words;
  };
  for (let count = 0; node !== null && count < MAX_CONTEXT_NODE_COUNT; count++) {
    if (words.length >= 2 * QUOTE_CONTEXT_LENGTH && words.trim().length >= QUOTE_CONTEXT_LENGTH) {
      break;
    }
    if (isBreak(node)) add('', '\n');
    else if (isText(node) && isRendered(node)) {
      add(collapse(node.data), breakBetween(last, node));
      last = node;
    }
    node = step(node);
  }
  return words;
}

/** The first node behind a place in the document; the text itself where the place is in one. */
function nodeAt(container: Node, offset: number): Node | null {
  if (isText(container)) return container;
  let child = firstChildOf(container);
  for (let at = 0; at < offset && child !== null; at++) child = nextSiblingOf(child);
  return child ?? nextBeside(container);
}

function nextNode(node: Node): Node | null {
  return firstChildOf(node) ?? nextBeside(node);
}

function nextBeside(node: Node): Node | null {
  for (let last: Node | null = node; last !== null; last = parentOf(last)) {
    const next = nextSiblingOf(last);
    if (next !== null) return next;
  }
  return null;
}

function previousNode(node: Node): Node | null {
  let last = previousSiblingOf(node);
  if (last === null) return parentOf(node);
  for (let child = lastChildOf(last); child !== null; child = lastChildOf(child)) last = child;
  return last;
}

const isBreak = (node: Node) => isElement(node) && localNameOf(node) === 'br';

function isRendered(text: Text): boolean {
  const parent = parentElementOf(text);
  return parent !== null && !UNSELECTED_NAMES.has(localNameOf(parent)) && isShown(parent);
}

function breakBetween(one: Text | null, other: Text): string {
  const [first, second] = [one && parentElementOf(one), parentElementOf(other)];
  if (first === null || second === null) return '';
  return nearestBlock(first) === nearestBlock(second) ? '' : '\n';
}

const collapse = (text: string) => text.replaceAll(/\s+/gu, ' ');
const tidy = (text: string) => text.replaceAll(/ *\n[ \n]*/gu, '\n').replaceAll(/ +/gu, ' ');
