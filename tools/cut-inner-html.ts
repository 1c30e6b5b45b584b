/** A Vite plugin that makes 'text nodes only' a fact of the bundle. */
import type { Plugin } from 'vite';

const PREACT = /[\\/]preact[\\/]dist[\\/]preact\.mjs$/u;
/** The one place where Preact assigns markup, for `dangerouslySetInnerHTML`. */
const ASSIGNMENT = /\|\|\(\w+\.innerHTML=\w+\.__html\)/gu;

/**
 * Preact's code without its only assignment of markup: `dangerouslySetInnerHTML` then does nothing.
 * Throws when the place is not found exactly once, as after an update of Preact.
 */
export function cutInnerHtmlFrom(code: string): string {
  const found = code.match(ASSIGNMENT)?.length ?? 0;
  if (found !== 1) {
    throw new Error(
      `preact: expected one assignment to innerHTML, but found ${String(found)}; ` +
        'look at its source again and mend tools/cut-inner-html.ts',
    );
  }
  return code.replace(ASSIGNMENT, '');
}

export function cutInnerHtml(): Plugin {
  return {
    name: 'rejoinder:cut-inner-html',
    transform(code, id) {
      return PREACT.test(id.split('?')[0] ?? id)
        ? { code: cutInnerHtmlFrom(code), map: null }
        : null;
    },
  };
}
