/**
 * Properties and methods of the page's nodes, taken from the prototypes. A form answers to the names
 * of its fields before its own properties, and a document to those of its forms and images, in a
 * content script too (https://webidl.spec.whatwg.org/#LegacyOverrideBuiltIns): with
 * `<input name="contains">` in it, `form.contains` is that field, and with `<img name="parentNode">`
 * a walk up the tree goes down. What is asked for here no page can shadow.
 */

/**
 * A property's own getter, which makes a walk an eighth cheaper than `Reflect.get` does. Looked up
 * when it is first needed: tools import names of this room where there is no document.
 */
function getterOf<T extends object, K extends keyof T>(
  prototype: () => T,
  name: K,
): (target: T) => T[K] {
  let getter: ((this: T) => T[K]) | null = null;
  return (target) => {
    getter ??= Reflect.getOwnPropertyDescriptor(prototype(), name)?.get ?? missing;
    return getter.call(target);
  };
}

function missing(): never {
  throw new TypeError('A browser without the DOM.');
}

const readNodeType = getterOf(() => Node.prototype, 'nodeType');
const readTextContent = getterOf(() => Node.prototype, 'textContent');
const readOwnerDocument = getterOf(() => Node.prototype, 'ownerDocument');
const readDefaultView = getterOf(() => Document.prototype, 'defaultView');

export function isText(node: Node): node is Text {
  return readNodeType(node) === 3;
}

export function isElement(node: Node): node is Element {
  return readNodeType(node) === 1;
}

export const isConnected = getterOf(() => Node.prototype, 'isConnected');

/** Whether `inner` is `node` or inside it. */
export function contains(node: Node, inner: Node): boolean {
  return Node.prototype.contains.call(node, inner);
}

/** Whether `other` begins after `node` in the document. */
export function isFollowedBy(node: Node, other: Node): boolean {
  const position = Node.prototype.compareDocumentPosition.call(node, other);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export const parentOf = getterOf(() => Node.prototype, 'parentNode');
export const parentElementOf = getterOf(() => Node.prototype, 'parentElement');
export const firstChildOf = getterOf(() => Node.prototype, 'firstChild');
export const lastChildOf = getterOf(() => Node.prototype, 'lastChild');
export const nextSiblingOf = getterOf(() => Node.prototype, 'nextSibling');
export const previousSiblingOf = getterOf(() => Node.prototype, 'previousSibling');

/** The document or shadow root that a node is in; for a node in neither, the outermost around it. */
export function treeOf(node: Node): Node {
  return Node.prototype.getRootNode.call(node);
}

/** All text in an element, read or not. */
export function textContentOf(element: Element): string {
  return readTextContent(element) ?? '';
}

export const clientTopOf = getterOf(() => Element.prototype, 'clientTop');
export const clientHeightOf = getterOf(() => Element.prototype, 'clientHeight');

/** The boxes of an element, in CSS pixels from the viewport's corner; none when it is not rendered. */
export function clientRectsOf(element: Element): DOMRectList {
  return Element.prototype.getClientRects.call(element);
}

export function boundingRectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** Whether an element has a box of its own and is not in a part that is left unrendered. */
export function isRendered(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element);
}

/** How many elements are in an element. */
export function descendantCountOf(element: Element): number {
  const all: (this: Element, name: string) => HTMLCollectionOf<Element> = Reflect.get(
    Element.prototype,
    'getElementsByTagName',
  );
  return all.call(element, '*').length;
}

const readInnerText = getterOf(() => HTMLElement.prototype, 'innerText');

/** The text of an element as it is laid out; empty for an element that is not of HTML. */
export function innerTextOf(element: Element): string {
  return element instanceof HTMLElement ? readInnerText(element) : '';
}

export function isShown(element: Element): boolean {
  return Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
}

export function scrollDown(element: Element, by: number): void {
  // At once: what is measured next must be where it stays.
  const scrollBy: (this: Element, options: ScrollToOptions) => void = Reflect.get(
    Element.prototype,
    'scrollBy',
  );
  scrollBy.call(element, { top: by, behavior: 'instant' });
}

/** Scrolls what is around an element too, as far as the browser lets a frame scroll its page. */
export function scrollIntoView(element: Element): void {
  Element.prototype.scrollIntoView.call(element, { block: 'center', behavior: 'instant' });
}

export const localNameOf = getterOf(() => Element.prototype, 'localName');

export function hasAttributes(element: Element): boolean {
  return Element.prototype.hasAttributes.call(element);
}

export function hasAttribute(element: Element, name: string): boolean {
  return Element.prototype.hasAttribute.call(element, name);
}

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

export function matches(element: Element, selectors: string): boolean {
  return Element.prototype.matches.call(element, selectors);
}

export function closest(element: Element, selectors: string): Element | null {
  return Element.prototype.closest.call(element, selectors);
}

export function queryFirst(root: Element | Document, selectors: string): Element | null {
  return Reflect.get(prototypeOf(root), 'querySelector').call(root, selectors);
}

export function queryAll(root: Element | Document, selectors: string): Element[] {
  return [...Reflect.get(prototypeOf(root), 'querySelectorAll').call(root, selectors)];
}

function prototypeOf(root: Element | Document): ParentNode {
  return isElement(root) ? Element.prototype : Document.prototype;
}

export function focus(element: HTMLElement, options: FocusOptions): void {
  HTMLElement.prototype.focus.call(element, options);
}

export function append(parent: Element, child: Node): void {
  Element.prototype.append.call(parent, child);
}

/** Moves a child that is in the document to the end of another parent, with its focus and all its state. */
export function moveInto(parent: Element, child: Node): void {
  Element.prototype.moveBefore.call(parent, child, null);
}

const readContentType = getterOf(() => Document.prototype, 'contentType');

/** Whether an element is in a document that was sent without markup. */
export function isPlainText(element: Element): boolean {
  const owner = readOwnerDocument(element);
  return owner !== null && isShownIn(owner) && readContentType(owner) === 'text/plain';
}

function isShownIn(owner: Document): boolean {
  return readDefaultView(owner) !== null;
}

/** The window that shows an element's document; null for a document that is only parsed. */
export function windowOf(element: Element): Window | null {
  const owner = readOwnerDocument(element);
  return owner === null ? null : readDefaultView(owner);
}

export const rootElementOf = getterOf(() => Document.prototype, 'documentElement');
export const bodyOf = getterOf(() => Document.prototype, 'body');
export const titleOf = getterOf(() => Document.prototype, 'title');

export function createTextWalker(document: Document): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
}

export function isHidden(document: Document): boolean {
  return Reflect.get(Document.prototype, 'hidden', document);
}

export const scrollingElementOf = getterOf(() => Document.prototype, 'scrollingElement');
export const activeElementOf = getterOf(() => Document.prototype, 'activeElement');

export const openRootOf = getterOf(() => Element.prototype, 'shadowRoot');
const readHost = getterOf(() => ShadowRoot.prototype, 'host');
const readSlotOfElement = getterOf(() => Element.prototype, 'assignedSlot');
const readSlotOfText = getterOf(() => Text.prototype, 'assignedSlot');

/** The host of a shadow root; null for any other node. */
export function hostOf(node: Node): Element | null {
  return isShadowRoot(node) ? readHost(node) : null;
}

export function isShadowRoot(node: Node): node is ShadowRoot {
  return readNodeType(node) === Node.DOCUMENT_FRAGMENT_NODE && node instanceof ShadowRoot;
}

/** The slot of an open shadow tree that a child of a host is shown in; null where it is in none. */
export function assignedSlotOf(node: Node): HTMLSlotElement | null {
  if (isText(node)) return readSlotOfText(node);
  return isElement(node) ? readSlotOfElement(node) : null;
}

export function assignedNodesOf(slot: Element): readonly Node[] {
  return slot instanceof HTMLSlotElement ? HTMLSlotElement.prototype.assignedNodes.call(slot) : [];
}

const readActiveElementIn = getterOf(() => ShadowRoot.prototype, 'activeElement');

/** What has the focus, in the open shadow trees of the page too: their hosts often cannot be focused. */
export function focusedElementOf(document: Document): Element | null {
  let focused = activeElementOf(document);
  for (;;) {
    const root = focused && openRootOf(focused);
    const inner = root && readActiveElementIn(root);
    if (inner === null) return focused;
    focused = inner;
  }
}

export function createElement(document: Document, name: string): HTMLElement {
  return Reflect.get(Document.prototype, 'createElement').call(document, name);
}
