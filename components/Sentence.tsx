import type { Claim, Finding, Reply, ResponseKind } from '../core/claims/claim.ts';
import type { IsoDate } from '../core/claims/date.ts';
import type { MatterLine } from '../core/claims/state-of-matter.ts';
import { DateText } from './DateText.tsx';
import { LocalizedInSentence } from './Localized.tsx';
import { Message } from './Message.tsx';
import type { MessageKey } from './translate.ts';

/** What a card says in one sentence: a line of the state of the matter, or that somebody replied. */
export type SentenceSubject = MatterLine | { readonly kind: 'reply'; readonly reply: Reply };

type Position = Extract<MatterLine, { kind: 'claimant' }>['position'];

const RESPONSE: Readonly<Record<ResponseKind, MessageKey>> = {
  denies: 'response_denies',
  'denies-in-part': 'response_denies_in_part',
  'does-not-confirm': 'response_does_not_confirm',
  confirms: 'response_confirms',
  'confirms-in-part': 'response_confirms_in_part',
  declines: 'response_declines',
  'under-inquiry': 'response_under_inquiry',
  withdraws: 'response_withdraws',
};

const CLAIMANT: Readonly<Record<Claim['nature'], Readonly<Record<Position, MessageKey>>>> = {
  event: {
    asserts: 'claimant_asserts_event',
    hedges: 'claimant_hedges_event',
    asks: 'claimant_asks_event',
    reports: 'claimant_reports_event',
    withdrew: 'claimant_withdrew_event',
  },
  state: {
    asserts: 'claimant_asserts_state',
    hedges: 'claimant_hedges_state',
    asks: 'claimant_asks_state',
    reports: 'claimant_reports_state',
    withdrew: 'claimant_withdrew_state',
  },
};

const FINDING: Readonly<Record<Finding['bearing'], MessageKey>> = {
  'supports-response': 'finding_supports_response',
  'contradicts-response': 'finding_contradicts_response',
  inconclusive: 'finding_inconclusive',
};

type Props = { readonly about: SentenceSubject; readonly nature: Claim['nature'] };

/** Who says what, and when. */
export function DatedSentence({ about, nature }: Props) {
  return (
    <>
      <span>
        <Sentence about={about} nature={nature} />
      </span>{' '}
      <span class="date">
        {about.kind === 'no-finding' ? (
          <Message name="matter_as_of">
            <DateText date={about.asOf} />
          </Message>
        ) : (
          <DateText date={dateOf(about)} />
        )}
      </span>
    </>
  );
}

/** Who says what: one message of the locale, with the label as its only placeholder. */
export function Sentence({ about, nature }: Props) {
  switch (about.kind) {
    case 'response':
      return labelled(RESPONSE[about.response.kind], about.response);
    case 'claimant':
      return labelled(CLAIMANT[nature][about.position], about.appearance);
    case 'finding':
      return labelled(FINDING[about.finding.bearing], about.finding);
    case 'reply':
      return labelled('reply_line', about.reply);
    case 'no-finding':
      return <Message name="matter_no_finding" />;
  }
}

function labelled(name: MessageKey, { label }: Pick<Reply, 'label'>) {
  return (
    <Message name={name}>
      <LocalizedInSentence text={label} />
    </Message>
  );
}

/** For a withdrawal the day of the withdrawal. */
function dateOf(subject: Exclude<SentenceSubject, { kind: 'no-finding' }>): IsoDate {
  switch (subject.kind) {
    case 'response':
      return subject.response.datePublished.date;
    case 'claimant': {
      const { appearance, position } = subject;
      const withdrawn = position === 'withdrew' ? appearance.withdrawn : undefined;
      return (withdrawn ?? appearance).datePublished.date;
    }
    case 'finding':
      return subject.finding.datePublished.date;
    case 'reply':
      return subject.reply.datePublished.date;
  }
}
