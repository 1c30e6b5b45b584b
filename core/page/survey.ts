/**
 * The text of a page as it is laid out, at the least cost: the browser itself puts it together, so
 * that a page which makes no claim pays a call for each of its parts and not for each of its nodes.
 * What it gives tells whether something is to be found; where, only `walkBlocks` tells.
 */
import type { OnHost } from './collect-blocks.ts';
import { computedLayout, FURNITURE, isPhraseName } from './element-role.ts';
import {
  closest,
  contains,
  descendantCountOf,
  firstChildOf,
  innerTextOf,
  isElement,
  isRendered,
  isText,
  localNameOf,
  matches,
  nextSiblingOf,
  queryAll,
} from './node-access.ts';
import { isAwaited, shadowRootOf } from './flat-tree.ts';
import { ownHosts } from './own-hosts.ts';

/** Elements in a part whose text is put together at once, in a millisecond or two. */
const PART_ELEMENT_COUNT = 4_000;

/** Blank lines part paragraphs; what one line feed parts may be one of them, or several. */
const BETWEEN_PARAGRAPHS = /\n\s*\n/u;

/**
 * Yields each paragraph, or null where there was none for a while: the caller may pause at either.
 * What open shadow trees show comes after what they are in. `onHost` is told of them.
 */
export function* surveyText(
  root: Element,
  onHost: OnHost = () => undefined,
): Generator<string | null, void> {
  if (ownHosts.has(root) || matches(root, FURNITURE)) return;
  if (!isLaidOut(root)) return;
  const count = descendantCountOf(root);
  if (count <= PART_ELEMENT_COUNT) {
    yield* paragraphsOf(count === 0 ? innerTextOf(root) : textWithoutFurniture(root));
    yield* surveyShadowTrees(count === 0 ? [root] : likelyHosts(root), onHost);
    return;
  }
  const tree = shadowRootOf(root);
  if (tree !== null) {
    onHost(root, tree);
    yield* surveyChildren(tree, onHost);
  }
  yield* surveyChildren(root, onHost);
}

/** The children of an element or a shadow root, phrases beside one another as one. */
function* surveyChildren(parent: Node, onHost: OnHost): Generator<string | null, void> {
  let run = '';
  for (let child = firstChildOf(parent); child !== null; child = nextSiblingOf(child)) {
    if (isText(child)) run += child.data;
    else if (!isElement(child) || !isLaidOut(child)) continue;
    else if (isPhraseName(localNameOf(child)) && descendantCountOf(child) <= PART_ELEMENT_COUNT) {
      run += textWithoutFurniture(child);
      yield* surveyShadowTrees(likelyHosts(child), onHost);
    } else {
      yield* paragraphsOf(run);
      run = '';
      yield* surveyText(child, onHost);
    }
    yield null;
  }
  yield* paragraphsOf(run);
}

function isLaidOut(element: Element): boolean {
  return isRendered(element) || computedLayout(element)?.display === 'contents';
}

/** The words of the open shadow trees of some elements, which are not among those around them. */
function* surveyShadowTrees(
  hosts: readonly Element[],
  onHost: OnHost,
): Generator<string | null, void> {
  for (const host of hosts) {
    const tree = shadowRootOf(host);
    if (tree !== null || isAwaited(host)) onHost(host, tree);
    if (tree === null || closest(host, FURNITURE) !== null) continue;
    yield* surveyChildren(tree, onHost);
  }
}

// What pages are mostly made of, most of it first: what is none of these is a custom element, or
// rare. No selector asks for a shadow root or for a part of a name.
const USUAL_NAMES =
  'div,p,a,span,li,ul,img,b,i,em,strong,h1,h2,h3,h4,section,article,td,tr,table,tbody,th,button,' +
  'input,svg,path,g,use,figure,figcaption,picture,source,script,style,link,label,form,time,small,' +
  'br,ol,header,footer,main,aside,nav,iframe,noscript,blockquote,cite,sup,sub';
const UNUSUAL = `:not(${USUAL_NAMES})`;

/** Boxes without words or elements of their own; that they are empty is the quicker question. */
const EMPTY_BOXES = ':empty:is(div, span, section, article, main, aside, header, footer)';

/**
 * What may be a host in an element, or is itself one. The browser looks for them at a small part of
 * what it costs to ask each element of a page without any, and for each kind on its own at less than
 * for both at once.
 */
export function likelyHosts(root: Element): readonly Element[] {
  return [root, ...queryAll(root, UNUSUAL), ...queryAll(root, EMPTY_BOXES)];
}

/** All furniture and little else: a name is looked for faster than the eight of FURNITURE. */
const LIKELY_FURNITURE = 'nav, menu, [role]';

/** Put together whole and cut: to walk around the furniture would cost a call for each neighbour of it. */
function textWithoutFurniture(element: Element): string {
  const text = innerTextOf(element);
  const kept: string[] = [];
  let from = 0;
  let last: Element | null = null;
  for (const furniture of queryAll(element, LIKELY_FURNITURE)) {
    const isPartOfLast = last !== null && contains(last, furniture);
    if (isPartOfLast || !matches(furniture, FURNITURE) || !isLaidOut(furniture)) continue;
    last = furniture;
    const words = innerTextOf(furniture).trim();
    // It comes after what was cut before, and so do its words: those before may be the article's own.
    const at = words === '' ? -1 : linesIndexOf(text, words, from);
    if (at < 0) continue;
    kept.push(text.slice(from, at));
    from = at + words.length;
  }
  return [...kept, text.slice(from)].join('\n\n');
}

/** Where `words` stand as whole lines, -1 where they do not: the name of a menu may be a word of the article. */
function linesIndexOf(text: string, words: string, from: number): number {
  const isEnd = (at: number) => at < 0 || at >= text.length || text[at] === '\n';
  let at = text.indexOf(words, from);
  while (at >= 0 && !(isEnd(at - 1) && isEnd(at + words.length))) at = text.indexOf(words, at + 1);
  return at;
}

function* paragraphsOf(text: string): Generator<string, void> {
  if (text === '') return;
  for (const paragraph of text.split(BETWEEN_PARAGRAPHS)) {
    const trimmed = paragraph.trim();
    if (trimmed !== '') yield trimmed;
  }
}
