/** The terms that a page is read on, and what may keep it out. Data: it crosses process borders. */
import { SITE_KINDS } from '../claims/kept-out-sites.ts';

/** Why a page is not read though its site may be; the first ones go by its address, the others by what is on it. */
export const KEPT_OUT_RULES = [
  ...SITE_KINDS,
  'private-network',
  'log-in',
  'not-reading-matter',
] as const;
export type KeptOutRule = (typeof KEPT_OUT_RULES)[number];

export type ReadingTerms =
  | { readonly reading: 'off' }
  | {
      readonly reading: 'on';
      /** The rule that its address falls under. */
      readonly rule: KeptOutRule | null;
      /** Whether it is read though it does not look like an article: a front page, a feed. */
      readonly isWelcome: boolean;
      /** Whether nothing on it may be taken for its own word. */
      readonly isNeverSolid: boolean;
    };
