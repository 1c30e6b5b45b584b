/** A page's source -> a document that `core/page` reads as it reads a browser's, without one. */
import { parseHTML } from 'linkedom';

/**
 * `core/page` takes properties from the prototypes that a browser has. linkedom keeps some of them on
 * the nodes themselves, so these prototypes ask the node.
 */
function askingPrototype(): object {
  const methods = new Map<PropertyKey, unknown>();
  return new Proxy(
    {},
    {
      getOwnPropertyDescriptor: (_, name) => ({
        configurable: true,
        get(this: object): unknown {
          return Reflect.get(this, name);
        },
      }),
      get(_, name) {
        const method =
          methods.get(name) ??
          function (this: object, ...args: unknown[]): unknown {
            const own: unknown = Reflect.get(this, name);
            return typeof own === 'function' ? Reflect.apply(own, this, args) : undefined;
          };
        methods.set(name, method);
        return method;
      },
    },
  );
}

const PROTOTYPES = ['Node', 'Element', 'Document', 'HTMLElement'] as const;

/** Only where there are none: a browser's stay. */
function layPrototypes(): void {
  for (const name of PROTOTYPES) {
    if (Reflect.has(globalThis, name)) continue;
    Reflect.set(globalThis, name, { prototype: askingPrototype() });
  }
}

const ROOT_TAG = /<(?:html|body)[\s>/]/iu;

/** The document of a whole page, or of a part of one, which becomes its body. */
export function parsePage(source: string): Document {
  layPrototypes();
  const isWhole = ROOT_TAG.test(source);
  return parseHTML(isWhole ? source : `<html><body>${source}</body></html>`).document;
}

/** How far into a page its encoding is looked for, as browsers do. */
const ENCODING_WITHIN_BYTES = 1024;
const ENCODING = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)/iu;

/** A page's source in the encoding that it states, which is UTF-8 where it states none that is known. */
export function decodePage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, ENCODING_WITHIN_BYTES));
  const stated = ENCODING.exec(start)?.[1];
  return decoderFor(bytes, stated).decode(bytes);
}

function decoderFor(bytes: Uint8Array, stated: string | undefined): TextDecoder {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  // Whoever could read the statement as ASCII has no text of two bytes a letter.
  if (stated === undefined || /^utf-?16/iu.test(stated)) return new TextDecoder();
  try {
    return new TextDecoder(stated);
  } catch {
    return new TextDecoder();
  }
}
