/** What a page does with a claim. */

/**
 * `asserts`: says it in its own voice. `attributes`: reports that somebody says it. `denies`: denies
 * it or reports a denial. `questions`: asks whether it is so.
 */
export const STANCES = ['asserts', 'attributes', 'denies', 'questions'] as const;
export type Stance = (typeof STANCES)[number];
