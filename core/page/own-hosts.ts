/**
 * The elements that we put into the page. Reading and watching pass them over. A set of ours rather
 * than an attribute: the page can neither look for it nor forge it.
 */
export const ownHosts = new WeakSet<Node>();
