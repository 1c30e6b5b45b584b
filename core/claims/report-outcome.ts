/** What became of reports, by their ids: said by the list itself, since nobody knows who sent them. */
import * as v from 'valibot';
import { ClaimId } from './claim.ts';
import { ReportId } from './report.ts';
import { LocalizedText } from './text.ts';

export const ReportOutcome = v.variant('kind', [
  /** It led to a claim, or to a wording of one. */
  v.strictObject({ kind: v.literal('accepted'), claim: ClaimId }),
  /** The list had the claim already. */
  v.strictObject({ kind: v.literal('known'), claim: ClaimId }),
  v.strictObject({ kind: v.literal('declined'), reason: LocalizedText }),
]);
export type ReportOutcome = v.InferOutput<typeof ReportOutcome>;

/** `outcomes.json` of a list. */
export const ReportOutcomes = v.record(
  v.pipe(
    v.string(),
    v.check((text) => v.is(ReportId, text), 'the id of a report'),
  ),
  ReportOutcome,
);
export type ReportOutcomes = Readonly<v.InferOutput<typeof ReportOutcomes>>;
