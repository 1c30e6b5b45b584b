/** What is known of a tab, in the form that the popup shows. */
import type { Coverage, PageState, PopupAnnotation } from '../../components/popup-state.ts';
import { isTrial } from '../../core/claims/claim.ts';
import type { ClaimList } from '../../core/claims/claim-list.ts';
import { harmlessText, pickLanguage } from '../../core/claims/text.ts';
import type { PageAnnotation } from '../../core/extension/messages.ts';
import type { TabState } from '../../core/extension/tab-state.ts';

/** `languages`: those that the reader reads, best first, as BCP 47 tags. */
export function pageStateOf(
  state: TabState,
  list: ClaimList,
  languages: readonly string[],
): PageState {
  // Of a page that has not answered nobody knows better; the switch is there.
  if (state.kind === 'busy') return { kind: 'reading', host: state.host, isLasting: true };
  if (state.kind !== 'read') return state;
  const { host, isLasting, page } = state;
  if (page.keptOut !== null) return { kind: 'kept-out', host, isLasting, rule: page.keptOut };
  const annotations = page.annotations.flatMap((annotation) =>
    describeAnnotation(annotation, list, languages),
  );
  if (annotations.length === 0 && page.isReading) return { kind: 'reading', host, isLasting };
  const coverage = coverageOf(page, list);
  const { hiddenCount } = page;
  return annotations.length === 0
    ? { kind: 'nothing-found', host, isLasting, coverage, hiddenCount }
    : { kind: 'found', host, isLasting, coverage, annotations };
}

function coverageOf(
  { language, wordCount }: { readonly language: string | null; readonly wordCount: number },
  { head, claims }: ClaimList,
): Coverage {
  // The language of a page that declares none is known to the background alone.
  const primary = language?.split('-')[0]?.toLowerCase() ?? head.languages[0] ?? '';
  const compared = claims.filter(({ wordings }) => Object.hasOwn(wordings, primary));
  if (compared.length === 0) return { kind: 'no-language', language };
  const claimCount = compared.length;
  const isInTrial = compared.some((claim) => isTrial(claim, primary));
  return { kind: 'compared', wordCount, language: primary, claimCount, isTrial: isInTrial };
}

function describeAnnotation(
  { id, claim: claimId, stance, quote, isMarked, response }: PageAnnotation,
  { claims }: ClaimList,
  languages: readonly string[],
): readonly PopupAnnotation[] {
  const claim = claims.find((candidate) => candidate.id === claimId);
  if (claim === undefined) return [];
  const { language, text } = pickLanguage(claim.claimReviewed, languages);
  return [
    {
      id,
      // As it is rendered: source text is wrapped where its author's editor wrapped it.
      quote: harmlessText(quote).replaceAll(/\s+/gu, ' '),
      stance,
      claimId,
      claim: text,
      claimLanguage: language,
      responseCount: claim.responses.length,
      otherVoiceCount: claim.appearances.length + claim.findings.length + claim.replies.length,
      isMarked,
      responseId: response,
    },
  ];
}
