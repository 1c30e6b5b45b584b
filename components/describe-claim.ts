/** A claim as a list of found ones shows it. */
import type { Claim } from '../core/claims/claim.ts';
import { pickLanguage } from '../core/claims/text.ts';
import type { FoundClaim } from './FoundClaims.tsx';

/** `languages`: those that the reader reads, best first, as BCP 47 tags. */
export function describeClaim(claim: Claim, languages: readonly string[]): FoundClaim {
  const { language, text } = pickLanguage(claim.claimReviewed, languages);
  const state = pickLanguage(claim.status.reason, languages).text;
  return { id: claim.id, claim: text, claimLanguage: language, state };
}
