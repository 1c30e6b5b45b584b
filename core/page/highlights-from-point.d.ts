/**
 * The part of the CSS Custom Highlight API that TypeScript's library does not know yet
 * (https://drafts.csswg.org/css-highlight-api-1/#highlightsfrompoint).
 */
interface HighlightHitResult {
  readonly highlight: Highlight;
  readonly ranges: readonly AbstractRange[];
}

interface HighlightRegistry {
  /** Chromium from 140, Firefox from 150. Coordinates count from the viewport, in CSS pixels. */
  highlightsFromPoint?(
    x: number,
    y: number,
    options?: { readonly shadowRoots?: readonly ShadowRoot[] },
  ): readonly HighlightHitResult[];
}
