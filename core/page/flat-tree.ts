/**
 * The page's tree as it is shown, with its open shadow trees
 * (https://drafts.csswg.org/css-shadow-1/#flattening): in place of the children of a host stand those
 * of its shadow root, and in place of a slot what is assigned to it. A closed root cannot be seen
 * into. What has no shadow tree around it pays for the look at its parent's name.
 */
import {
  assignedNodesOf,
  assignedSlotOf,
  contains,
  firstChildOf,
  hostOf,
  isFollowedBy,
  localNameOf,
  matches,
  nextSiblingOf,
  openRootOf,
  parentElementOf,
  parentOf,
  treeOf,
} from './node-access.ts';

// What may be a host beside custom elements (https://dom.spec.whatwg.org/#valid-shadow-host-name).
const HOST_NAMES = new Set(
  'article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span'.split(
    ' ',
  ),
);

/** Whether a custom element may yet become a host: its page has not said what it is. */
export function isAwaited(element: Element): boolean {
  return localNameOf(element).includes('-') && !matches(element, ':defined');
}

/** The open shadow root of an element; null where it has none. */
export function shadowRootOf(element: Element): ShadowRoot | null {
  const name = localNameOf(element);
  return HOST_NAMES.has(name) || name.includes('-') ? openRootOf(element) : null;
}

/** The element that a node is shown in, or would be; null for the root of a document. */
export function flatParentOf(node: Node): Element | null {
  const parent = parentElementOf(node);
  if (parent !== null) return shadowRootOf(parent) === null ? parent : slotOrHost(node, parent);
  const tree = parentOf(node);
  return tree === null ? null : hostOf(tree);
}

/** What is in no slot is not shown, and its style says so. */
function slotOrHost(node: Node, host: Element): Element {
  return assignedSlotOf(node) ?? host;
}

export function flatFirstChildOf(element: Element): Node | null {
  const root = shadowRootOf(element);
  if (root !== null) return firstChildOf(root);
  return assignedTo(element)[0] ?? firstChildOf(element);
}

export function flatNextSiblingOf(node: Node): Node | null {
  const parent = parentElementOf(node);
  if (parent !== null && shadowRootOf(parent) !== null) {
    const slot = assignedSlotOf(node);
    if (slot === null) return null;
    const nodes = assignedTo(slot);
    return nodes[nodes.indexOf(node) + 1] ?? null;
  }
  return nextSiblingOf(node);
}

/** What is assigned to a slot; empty for any other element. */
export function assignedTo(element: Element): readonly Node[] {
  return localNameOf(element) === 'slot' ? assignedNodesOf(element) : [];
}

/** Whether `inner` is `node` or inside it as shown. */
export function holds(node: Node, inner: Node): boolean {
  if (contains(node, inner)) return true;
  for (let ancestor = flatParentOf(inner); ancestor !== null; ancestor = flatParentOf(ancestor)) {
    if (ancestor === node) return true;
  }
  return false;
}

/** Whether an element is one of `elements` or inside one of them. */
export function isInside(element: Element | null, elements: ReadonlySet<Element>): boolean {
  let ancestor = element;
  while (ancestor !== null && !elements.has(ancestor)) ancestor = flatParentOf(ancestor);
  return ancestor !== null;
}

/** Whether `other` begins after `node` on the page. Of two trees, one in the other, the hosts count. */
export function comesAfter(node: Node, other: Node): boolean {
  const hosts = hostsAround(node);
  for (const [tree, at] of hostsAround(other)) {
    const opposite = hosts.get(tree);
    if (opposite !== undefined) return opposite !== at && isFollowedBy(opposite, at);
  }
  return false;
}

/** For each tree around a node, from its own outwards, the node in it that the node is or is in. */
function hostsAround(node: Node): ReadonlyMap<Node, Node> {
  const hosts = new Map<Node, Node>();
  for (let at: Node | null = node; at !== null;) {
    const tree: Node = treeOf(at);
    hosts.set(tree, at);
    at = hostOf(tree);
  }
  return hosts;
}
