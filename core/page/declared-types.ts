/** Which kinds of thing a page says it holds, as names of https://schema.org types. */
import { attributeOf, queryAll, textContentOf } from './node-access.ts';

/** One type or several, in JSON-LD. Unparsed: it may be large, and of it only a name is asked. */
const JSON_LD_TYPES = /"@type"\s*:\s*(?:"[^"]{1,80}"|\[[^\]]{1,200}\])/gu;
const NAME = /(\w+)"/gu;

/**
 * The names without the vocabulary they come from, of microdata and JSON-LD, wherever on the page they
 * stand. Read anew with each call.
 */
export function declaredTypes(document: Document): ReadonlySet<string> {
  const names = new Set<string>();
  for (const element of queryAll(document, '[itemtype]')) {
    for (const type of (attributeOf(element, 'itemtype') ?? '').split(/\s+/u)) {
      names.add(type.slice(type.lastIndexOf('/') + 1));
    }
  }
  for (const script of queryAll(document, 'script[type="application/ld+json" i]')) {
    for (const [stated] of textContentOf(script).matchAll(JSON_LD_TYPES)) {
      // The first is `@type` itself, which no type is called.
      for (const [, name = ''] of stated.matchAll(NAME)) names.add(name);
    }
  }
  return names;
}
