/** What the popup knows of the page in the tab. */
import type { Stance } from '../core/claims/stance.ts';
import type { KeptOutRule } from '../core/extension/kept-out-rules.ts';

/** What was done with the page's text. `language` is what the page declares, meant as BCP 47. */
export type Coverage =
  | {
      readonly kind: 'compared';
      readonly wordCount: number;
      readonly language: string;
      readonly claimCount: number;
      /** Whether no native speaker has read some of the wordings in that language. */
      readonly isTrial: boolean;
    }
  /** No list that is on has wordings in the page's language; null when that is not known. */
  | { readonly kind: 'no-language'; readonly language: string | null };

/** A passage of the page that resembles a claim. */
export type PopupAnnotation = {
  readonly id: string;
  /** The words as they stand on the page. */
  readonly quote: string;
  readonly stance: Stance;
  readonly claimId: string;
  /** The claim as the list puts it, in the language `claimLanguage`. */
  readonly claim: string;
  readonly claimLanguage: string;
  readonly responseCount: number;
  /** Others on record: who made the claim, and bodies that belong to no side. */
  readonly otherVoiceCount: number;
  readonly isMarked: boolean;
  /** The passage in which the page denies the claim, or gives the response; null where it does not. */
  readonly responseId: string | null;
};

/** `isLasting`: whether the site may be read for longer than this page stays in its tab. */
type ReadPage<State> = State & { readonly host: string; readonly isLasting: boolean };

/** What Rejoinder does on the page; in every state but `off` the master switch is on. */
export type PageState =
  /** A page that no extension may read. */
  | { readonly kind: 'browser-page' }
  | { readonly kind: 'no-access'; readonly host: string }
  | { readonly kind: 'off'; readonly host: string | null }
  /** `untilMs` in milliseconds since 1970. */
  | { readonly kind: 'paused'; readonly host: string | null; readonly untilMs: number }
  | { readonly kind: 'off-here'; readonly host: string }
  /** There is access, but the page was loaded before. */
  | { readonly kind: 'not-started'; readonly host: string }
  /** There is access, and the reader wants pages read only when they ask for it. */
  | { readonly kind: 'only-asked'; readonly host: string }
  /** A rule keeps the page out. */
  | ReadPage<{ readonly kind: 'kept-out'; readonly rule: KeptOutRule }>
  | ReadPage<{ readonly kind: 'reading' }>
  | ReadPage<{
      readonly kind: 'nothing-found';
      readonly coverage: Coverage;
      /** Passages that are not shown because the reader wants it so. */
      readonly hiddenCount: number;
    }>
  | ReadPage<{
      readonly kind: 'found';
      readonly coverage: Coverage;
      /** In the order of the page. */
      readonly annotations: readonly PopupAnnotation[];
    }>
  /** Access is there, but the page does not answer. */
  | { readonly kind: 'error' };
