import type { IsoDate } from '../core/claims/date.ts';
import type { Voice } from '../core/claims/voice.ts';
import { DateText } from './DateText.tsx';
import { MatchedWords, type MatchedPair } from './MatchedWords.tsx';
import { Message } from './Message.tsx';
import { Section } from './Section.tsx';
import type { MessageKey } from './translate.ts';

/** What the page does with the claim where it is marked. A page that denies a claim is not marked. */
export type PageStance = 'asserts' | 'attributes' | 'questions';

type Props = {
  readonly stance: PageStance;
  readonly carriesResponse: boolean;
  readonly because: readonly MatchedPair[];
  /** As the page states it; null when it does not. */
  readonly pageDate: IsoDate | null;
  readonly responseDate: IsoDate;
  readonly voices: readonly Voice[];
};

const VOICES: Readonly<Record<Voice, MessageKey>> = {
  opinion: 'page_opinion',
  'fact-check': 'page_fact_check',
  translated: 'page_translated',
};

/** What the page itself does, its date beside that of the response, and why it was marked. */
export function PageFacts({
  stance,
  carriesResponse,
  because,
  pageDate,
  responseDate,
  voices,
}: Props) {
  return (
    <Section title="page_heading">
      {voices.map((voice) => (
        <p key={voice}>
          <Message name={VOICES[voice]} />
        </p>
      ))}
      {stance === 'attributes' && (
        <p>
          <Message name="page_reports" />
        </p>
      )}
      {stance === 'questions' && (
        <p>
          <Message name="page_asks" />
        </p>
      )}
      {carriesResponse && (
        <p>
          <Message name="page_carries_response" />
        </p>
      )}
      <p>
        {pageDate === null ? (
          <Message name="page_undated">
            <DateText date={responseDate} />
          </Message>
        ) : (
          <Message name="page_dated">
            <DateText date={pageDate} />
            <DateText date={responseDate} />
          </Message>
        )}
      </p>
      <MatchedWords pairs={because} />
    </Section>
  );
}
