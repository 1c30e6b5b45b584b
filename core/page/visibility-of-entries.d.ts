/**
 * The part of Intersection Observer that TypeScript's library does not know: whether what is observed
 * can really be seen (https://w3c.github.io/IntersectionObserver/v2/). Chromium has it.
 */
interface IntersectionObserverInit {
  /** Milliseconds between two looks, at least 100 where visibility is tracked. */
  delay?: number;
  trackVisibility?: boolean;
}

interface IntersectionObserverEntry {
  /** False where anything covers some of it; undefined where the browser cannot tell. */
  readonly isVisible?: boolean;
}
