import type { ComponentChildren } from 'preact';
import type { Appearance, Claim, Finding, Response } from '../core/claims/claim.ts';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import type { IsoDate } from '../core/claims/date.ts';
import type { Voice } from '../core/claims/voice.ts';
import { stateOfMatter } from '../core/claims/state-of-matter.ts';
import { Localized } from './Localized.tsx';
import type { MatchedPair } from './MatchedWords.tsx';
import { Message } from './Message.tsx';
import { PageFacts, type PageStance } from './PageFacts.tsx';
import { Section } from './Section.tsx';
import { DatedSentence, Sentence, type SentenceSubject } from './Sentence.tsx';
import { SourceList } from './SourceList.tsx';
import { StatementDetails } from './StatementDetails.tsx';
import { StatementText } from './StatementText.tsx';
import { StateOfMatter } from './StateOfMatter.tsx';

/** One claim, and what the page with the marked passage does with it. */
export type CardEntry = {
  readonly record: ClaimRecord;
  /** Null when the claim is shown for itself and not for a page. */
  readonly stance: PageStance | null;
  /** The language of the wording that the passage resembles; null as `stance` is. */
  readonly language: string | null;
  readonly pageCarriesResponse: boolean;
  /** Words of the passage, and words of the claim that stand for the same. */
  readonly because: readonly MatchedPair[];
};

type Props = {
  readonly entry: CardEntry;
  readonly pageDate: IsoDate | null;
  /** Signs that what stands on the page is not said by it. */
  readonly voices?: readonly Voice[];
  /** What the reader can do about it; nothing where the claim is shown for itself. */
  readonly children?: ComponentChildren;
};

/**
 * One claim: the state of the matter first, with what can be done about it, then the response in its own words, who made the claim,
 * what others said, the sources. A finding that contradicts the response comes before it.
 */
export function ClaimEntry({ entry, pageDate, voices = [], children }: Props) {
  const { record, stance, pageCarriesResponse, because } = entry;
  const { claim, sources } = record;
  const { lines, leads } = stateOfMatter(claim);
  const [response] = claim.responses;
  const leading = lines.find((line) => line.kind === 'claimant')?.appearance;
  const found = lines.flatMap((line) => (line.kind === 'finding' ? [line.finding] : []));
  const findings = <Findings findings={found} sources={sources} />;
  return (
    <article class="claim">
      <header>
        <h3>
          <Localized text={claim.claimReviewed} />
        </h3>
        <StateOfMatter lines={lines} nature={claim.nature} />
      </header>
      {children}
      {leads === 'finding' && findings}
      <Responses claim={claim} sources={sources} />
      {leads !== 'finding' && findings}
      {leading && <Appearances claim={claim} sources={sources} leading={leading} />}
      <Others claim={claim} sources={sources} />
      <Section title="sources_heading">
        <SourceList record={record} />
      </Section>
      {response && stance && (
        <PageFacts
          stance={stance}
          carriesResponse={pageCarriesResponse}
          because={because}
          pageDate={pageDate}
          responseDate={response.datePublished.date}
          voices={voices}
        />
      )}
    </article>
  );
}

type PartProps = {
  readonly claim: Claim;
  readonly sources: ClaimRecord['sources'];
};

/** In the order of the state of the matter. */
function Findings({
  findings,
  sources,
}: Pick<PartProps, 'sources'> & { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <Section title="findings_heading">
      {findings.map((finding) => (
        <StatementText statement={finding} sources={sources} />
      ))}
    </Section>
  );
}

/** Whether `response` comes from where `first` does: a claim may be about two sides, which are not one. */
function isOfSameSide(first: Response, response: Response): boolean {
  return response.standing === first.standing && response.party === first.party;
}

/** The response that answers the claim most directly in full, others of its side in short. */
function Responses({ claim, sources }: PartProps) {
  const [first, ...others] = claim.responses;
  if (first === undefined) return null;
  const further = others.filter((response) => isOfSameSide(first, response));
  return (
    <Section title="response_heading">
      <StatementText statement={first} sources={sources} />
      {further.length > 0 && (
        <h5>
          <Message name="responses_more_heading" />
        </h5>
      )}
      {further.map((response) => (
        <StatementDetails
          about={[{ kind: 'response', response }]}
          statement={response}
          nature={claim.nature}
          sources={sources}
        />
      ))}
    </Section>
  );
}

/** How much the claim alleges; the appearance that the state of the matter speaks of in full, others in short. */
function Appearances({ claim, sources, leading }: PartProps & { leading: Appearance }) {
  const further = claim.appearances.filter((appearance) => appearance !== leading);
  return (
    <Section title="claim_heading">
      <p class="small">
        <Localized text={claim.strength.meaning} />
      </p>
      <p>
        <Sentence about={madeBy(leading)} nature={claim.nature} />
      </p>
      <StatementText statement={leading} sources={sources} />
      {withdrawnBy(leading).map((subject) => (
        <p class="dated">
          <DatedSentence about={subject} nature={claim.nature} />
        </p>
      ))}
      {further.length > 0 && (
        <h5>
          <Message name="appearances_more_heading" />
        </h5>
      )}
      {further.map((appearance) => (
        <StatementDetails
          about={[madeBy(appearance), ...withdrawnBy(appearance)]}
          statement={appearance}
          nature={claim.nature}
          sources={sources}
        />
      ))}
    </Section>
  );
}

/** How firmly the claim was made. */
function madeBy(appearance: Appearance): SentenceSubject {
  return { kind: 'claimant', appearance, position: appearance.firmness };
}

/** That it was withdrawn; nothing where it was not. */
function withdrawnBy(appearance: Appearance): readonly SentenceSubject[] {
  return appearance.withdrawn ? [{ kind: 'claimant', appearance, position: 'withdrew' }] : [];
}

/** Responses of other sides than the first one's, and replies. */
function Others({ claim, sources }: PartProps) {
  const [first, ...further] = claim.responses;
  const responses =
    first === undefined ? [] : further.filter((response) => !isOfSameSide(first, response));
  if (responses.length === 0 && claim.replies.length === 0) return null;
  return (
    <Section title="others_heading">
      {responses.map((response) => (
        <StatementDetails
          about={[{ kind: 'response', response }]}
          statement={response}
          nature={claim.nature}
          sources={sources}
        />
      ))}
      {claim.replies.map((reply) => (
        <StatementDetails
          about={[{ kind: 'reply', reply }]}
          statement={reply}
          nature={claim.nature}
          sources={sources}
        />
      ))}
    </Section>
  );
}
