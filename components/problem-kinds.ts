/** What a reader can say of a claim of the list, as the card and the report page offer it. */
import type { ClaimId } from '../core/claims/claim.ts';
import type { Concern, Problem } from '../core/claims/report.ts';
import type { MessageKey } from './translate.ts';

export type ProblemKind = Problem | 'wording';

/** In the order in which they are offered. */
export const PROBLEM_KINDS: readonly (readonly [ProblemKind, MessageKey])[] = [
  ['wrong-mark', 'report_problem_wrong_mark'],
  ['outdated', 'report_problem_outdated'],
  ['better-source', 'report_problem_better_source'],
  ['wording', 'report_problem_wording'],
  ['other', 'report_problem_other'],
];

export function concernOf(kind: ProblemKind, claim: ClaimId): Concern {
  return kind === 'wording'
    ? { kind: 'new-wording', claim }
    : { kind: 'problem', claim, problem: kind };
}
