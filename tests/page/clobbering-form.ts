/** A form that answers to the names of its fields where it is asked for what it is. */

const NAMES = (
  'nodeType isConnected parentNode parentElement firstChild lastChild nextSibling previousSibling ' +
  'childNodes textContent ownerDocument localName tagName hasAttributes hasAttribute getAttribute ' +
  'matches closest contains compareDocumentPosition querySelector querySelectorAll append focus ' +
  'getClientRects getBoundingClientRect addEventListener assignedSlot shadowRoot host style'
).split(' ');

/** To stand in a form: an image stays in the tree, and a walk up that meets it goes round. */
export const FIELDS = NAMES.map((name) => `<img name="${name}" alt="">`).join('');
