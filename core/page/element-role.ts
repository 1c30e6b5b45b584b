/**
 * What each element is for a reader of the page's text. Only what is named here is left out: what
 * says that it leads elsewhere or runs on, and no guess at other furniture; `inert` content is read:
 * behind a consent dialog it is still the article.
 *
 * What only layout knows comes in as one argument. Where the document is shown, computed style
 * decides, at about 1.3 µs an element; a document without a window is read by tag names alone; on the
 * command line inline styles speak too (`inline-layout.ts`).
 */

import { flatParentOf } from './flat-tree.ts';
import {
  attributeOf,
  hasAttribute,
  hasAttributes,
  localNameOf,
  parentElementOf,
  queryFirst,
  windowOf,
} from './node-access.ts';

/**
 * `block` starts and ends a block of text; `inline` is part of the line around it; `line-break` is
 * one line break. `silent` shows no words (hidden, script, drawing): the text around it reads on.
 * `unread` shows something that is no passage (code, a form field, an editor): it parts the text
 * around it, so that no span reaches across words that nobody compared.
 */
export type ElementRole = 'block' | 'inline' | 'line-break' | 'silent' | 'unread';

/** What a layout says of an element, in the words of computed style. */
export type Layout = Pick<CSSStyleDeclaration, 'display' | 'visibility' | 'float' | 'position'>;

/** Null where nothing is known but the element's name. */
export type ReadLayout = (element: Element) => Layout | null;

/** What the browser has computed; null for a document that is only parsed. */
export const computedLayout: ReadLayout = (element) =>
  windowOf(element)?.getComputedStyle(element) ?? null;

// `rt` and `rp` are the reading aids of ruby text: they would stand between the words themselves.
const SILENT_NAMES = new Set(
  'script style noscript template head title datalist svg rt rp'.split(' '),
);

const FURNITURE_NAMES = ['nav', 'menu'];
const FURNITURE_ARIA_ROLES = ['navigation', 'menu', 'menubar', 'log', 'timer', 'marquee'];

/** Selects what stands around the reading matter: what leads elsewhere, and what runs on. */
export const FURNITURE = [
  ...FURNITURE_NAMES,
  ...FURNITURE_ARIA_ROLES.map((role) => `[role="${role}"]`),
].join(', ');

// Code, forms and editors, and elements whose child text is a fallback that is never shown.
const UNREAD_NAMES = new Set([
  ...FURNITURE_NAMES,
  ...(
    'pre code kbd samp math button input textarea select option optgroup progress meter ' +
    'iframe frame frameset object embed canvas audio video'
  ).split(' '),
]);

const UNREAD_ARIA_ROLES = new Set([...FURNITURE_ARIA_ROLES, 'textbox', 'searchbox']);

const PHRASE_NAMES = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i img ins label map mark nobr output ' +
    'picture q ruby s slot small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

// Elements that, without any attribute, a page hardly ever lays out as anything but part of a line.
// Saves a third of the computed styles on an encyclopaedia's page. `a`, `span` and `small` are not
// here: cards and bylines turn them into blocks.
const PLAIN_NAMES = new Set(
  'abbr b bdi cite dfn em i mark q s strong sub sup u var wbr'.split(' '),
);

/** Whether this is a `details` element that shows nothing but its summary. */
export function isClosedDetails(element: Element): boolean {
  return localNameOf(element) === 'details' && !hasAttribute(element, 'open');
}

/** The role of `element` where it stands; its ancestors are taken to be readable. */
export function readRole(element: Element, readLayout: ReadLayout = computedLayout): ElementRole {
  const name = localNameOf(element);
  if (name === 'br') return 'line-break';
  if (SILENT_NAMES.has(name)) return 'silent';
  if (UNREAD_NAMES.has(name)) return 'unread';
  if (isFoldedAway(element)) return 'silent';
  if (hasAttributes(element)) {
    const stated = readStatedRole(element);
    if (stated !== null) return stated;
  } else if (PLAIN_NAMES.has(name)) {
    return 'inline';
  }
  const layout = readLayout(element);
  if (layout === null) return isPhraseName(name) ? 'inline' : 'block';
  return readLaidOutRole(name, layout);
}

/** Whether text in `element` is read at all: it and all its ancestors are blocks or inline. */
export function isRead(element: Element, readLayout: ReadLayout = computedLayout): boolean {
  let ancestor: Element | null = element;
  while (ancestor !== null) {
    const role = readRole(ancestor, readLayout);
    if (role !== 'block' && role !== 'inline') return false;
    ancestor = flatParentOf(ancestor);
  }
  return true;
}

/** The block whose line `element` is part of: itself or its nearest ancestor that is a block. */
export function nearestBlock(element: Element): Element {
  let block = element;
  for (;;) {
    const parent = flatParentOf(block);
    if (parent === null || readRole(block) === 'block') return block;
    block = parent;
  }
}

function isFoldedAway(element: Element): boolean {
  const parent = parentElementOf(element);
  if (parent === null || !isClosedDetails(parent)) return false;
  return localNameOf(element) !== 'summary' || element !== queryFirst(parent, ':scope > summary');
}

/** What attributes say, where they decide. */
function readStatedRole(element: Element): ElementRole | null {
  if (hasAttribute(element, 'hidden')) return 'silent';
  if (attributeOf(element, 'aria-hidden') === 'true') return 'silent';
  const editable = attributeOf(element, 'contenteditable')?.toLowerCase();
  if (editable === '' || editable === 'true' || editable === 'plaintext-only') return 'unread';
  const ariaRole = attributeOf(element, 'role');
  return ariaRole !== null && UNREAD_ARIA_ROLES.has(ariaRole) ? 'unread' : null;
}

function readLaidOutRole(name: string, layout: Layout): ElementRole {
  const { display } = layout;
  if (display === 'none' || layout.visibility !== 'visible') return 'silent';
  if (display === 'inline' || display === 'contents' || display.startsWith('ruby')) return 'inline';
  if (!isPhraseName(name)) return 'block';
  // Words set as boxes of their own stay part of their sentence: `inline-block`, and the floated
  // first letter of an article, which computes to `block`.
  if (display.startsWith('inline') || layout.float !== 'none') return 'inline';
  // A phrase taken out of the line is a tooltip, a badge or a label for screen readers only.
  if (layout.position === 'absolute' || layout.position === 'fixed') return 'silent';
  return 'block';
}

/** Phrase elements of HTML, and elements that a page made up: inline unless a style says otherwise. */
export function isPhraseName(name: string): boolean {
  return PHRASE_NAMES.has(name) || name.includes('-');
}
