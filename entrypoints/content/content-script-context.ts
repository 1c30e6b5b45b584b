/**
 * Takes the place of WXT's context of a content script (`wxt.config.ts`). WXT's own tells of its
 * start by an event on the page's document, under a name that anybody can know, and ends at the same
 * event: a page would learn from it that we are installed, and could switch us off.
 */
export class ContentScriptContext {
  readonly #life = new AbortController();

  get signal(): AbortSignal {
    return this.#life.signal;
  }

  abort(reason: unknown): void {
    this.#life.abort(reason);
  }
}
