/**
 * The text of a page as it is laid out, at the least cost: the browser itself puts it together, so
 * that a page which makes no claim pays a call for each of its parts and not for each of its nodes.
 * What it gives tells whether something is to be found; where, only `walkBlocks` tells.
 */
import { computedLayout, isPhraseName } from './element-role.ts';
import {
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
import { ownHosts } from './own-hosts.ts';

/** What stands around the reading matter and is not read. */
export const FURNITURE = [
  'nav',
  'menu',
  '[role="navigation"]',
  '[role="menu"]',
  '[role="menubar"]',
  '[role="log"]',
  '[role="timer"]',
  '[role="marquee"]',
].join(', ');

/** Elements in a part whose text is put together at once, in a millisecond or two. */
const PART_ELEMENT_COUNT = 4_000;

/** Blank lines part paragraphs; what one line feed parts may be one of them, or several. */
const BETWEEN_PARAGRAPHS = /\n\s*\n/u;

/** Yields each paragraph, or null where there was none for a while: the caller may pause at either. */
export function* surveyText(root: Element): Generator<string | null, void> {
  if (ownHosts.has(root) || matches(root, FURNITURE)) return;
  if (!isRendered(root) && computedLayout(root)?.display !== 'contents') return;
  if (descendantCountOf(root) <= PART_ELEMENT_COUNT) {
    yield* paragraphsOf(textWithoutFurniture(root));
    return;
  }
  let run = '';
  for (let child = firstChildOf(root); child !== null; child = nextSiblingOf(child)) {
    if (isText(child)) run += child.data;
    else if (!isElement(child)) continue;
    else if (isPhraseName(localNameOf(child)) && descendantCountOf(child) <= PART_ELEMENT_COUNT) {
      if (isRendered(child)) run += textWithoutFurniture(child);
    } else {
      yield* paragraphsOf(run);
      run = '';
      yield* surveyText(child);
    }
    yield null;
  }
  yield* paragraphsOf(run);
}

/** Put together whole and cut: to walk around the furniture would cost a call for each neighbour of it. */
function textWithoutFurniture(element: Element): string {
  let text = innerTextOf(element);
  for (const furniture of queryAll(element, FURNITURE)) {
    const words = innerTextOf(furniture).trim();
    const at = words === '' ? -1 : text.indexOf(words);
    if (at >= 0) text = `${text.slice(0, at)}\n\n${text.slice(at + words.length)}`;
  }
  return text;
}

function* paragraphsOf(text: string): Generator<string, void> {
  if (text === '') return;
  for (const paragraph of text.split(BETWEEN_PARAGRAPHS)) {
    const trimmed = paragraph.trim();
    if (trimmed !== '') yield trimmed;
  }
}
