/** What a page says of its own layout where no browser lays it out: by name and inline style. */
import { isPhraseName, type Layout } from './element-role.ts';
import { attributeOf, hasAttribute, localNameOf } from './node-access.ts';

// Beside what is never read: what browsers do not show until somebody asks for it.
const CLOSED_NAMES = new Set(['dialog']);
const UNSHOWN_NAMES = new Set('noembed noframes param area base link meta'.split(' '));

const IMPORTANT = /\s*!\s*important\s*$/u;

/**
 * What the element's name and its `style` say. Style sheets are not read, so that what only they
 * hide or set apart is read as if it stood in the page. Null where the name alone decides.
 */
export function inlineLayout(element: Element): Layout | null {
  const name = localNameOf(element);
  const isClosed = CLOSED_NAMES.has(name) && !hasAttribute(element, 'open');
  const isUnshown = UNSHOWN_NAMES.has(name) || hasAttribute(element, 'popover');
  const style = attributeOf(element, 'style');
  if (style === null && !isClosed && !isUnshown) return null;
  const stated = readDeclarations(style ?? '');
  const { position = 'static', float = 'none', visibility = 'visible' } = stated;
  // As a browser computes it: what is out of the line is a box of its own.
  const isInLine = isPhraseName(name) && position !== 'absolute' && position !== 'fixed';
  const initial =
    isClosed || isUnshown ? 'none' : isInLine && float === 'none' ? 'inline' : 'block';
  return { display: stated.display ?? initial, visibility, float, position };
}

/** The declarations that a layout is read from; of two of one property the later one counts. */
function readDeclarations(style: string): Partial<Layout> {
  const declared = new Map(
    style.split(';').map((declaration) => {
      const [property = '', value = ''] = declaration.split(':', 2);
      return [
        property.trim().toLowerCase(),
        value.replace(IMPORTANT, '').trim().toLowerCase(),
      ] as const;
    }),
  );
  const stated: { -readonly [K in keyof Layout]?: Layout[K] } = {};
  for (const property of ['display', 'visibility', 'float', 'position'] as const) {
    const value = declared.get(property);
    if (value !== undefined && value !== '') stated[property] = value;
  }
  return stated;
}
