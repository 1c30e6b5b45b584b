/** What the reader has corrected, in the form that the popup shows. */
import type { CorrectedState } from '../../components/NotShown.tsx';
import type { ClaimId } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { pickLanguage } from '../../core/claims/text.ts';
import { mutedClaims } from '../../core/extension/corrections.ts';
import type { Settings } from '../../core/extension/settings.ts';

/** `languages`: those that the reader reads, best first, as BCP 47 tags. */
export function correctedStateOf(
  settings: Settings,
  { claims }: ClaimList,
  languages: readonly string[],
): CorrectedState {
  const texts = new Map(claims.map(({ id, claimReviewed }) => [id, claimReviewed]));
  const describe = (claimId: ClaimId) => {
    const text = texts.get(claimId);
    // The list may have withdrawn it since: its name is all that is left.
    if (text === undefined) return { claimId, claim: claimId, claimLanguage: 'en' };
    const picked = pickLanguage(text, languages);
    return { claimId, claim: picked.text, claimLanguage: picked.language };
  };
  return {
    mutedClaims: mutedClaims(settings).toReversed().map(describe),
    corrections: settings.corrections
      .toReversed()
      .map((correction) => ({ ...describe(correction.claim), correction })),
  };
}
