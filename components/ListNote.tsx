import { isTrial } from '../core/claims/claim.ts';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { DateText } from './DateText.tsx';
import { LanguageName } from './LanguageName.tsx';
import { Localized, LocalizedInSentence } from './Localized.tsx';
import { Message } from './Message.tsx';

/** What the list says of a claim in short, who publishes it, and from which interest in the matter. */
export function ListNote({ record: { claim, list } }: { record: ClaimRecord }) {
  return (
    <>
      <p>
        <Message name="list_reason">
          <LocalizedInSentence text={claim.status.reason} />
        </Message>
      </p>
      <p>
        <Message name="list_line">
          <LocalizedInSentence text={list.title} />
          <bdi>{list.version}</bdi>
          <DateText date={list.asOf} />
        </Message>
      </p>
      <details>
        <summary>
          <Message name="list_publisher" />
        </summary>
        <p>
          <bdi>{list.publisher.name}</bdi>
        </p>
        <p>
          <Localized text={list.publisher.interest} />
        </p>
        <ul>
          {Object.keys(claim.wordings).map((language) => (
            <li key={language}>
              <Message name={isTrial(claim, language) ? 'list_language_trial' : 'list_language'}>
                <LanguageName tag={language} />
              </Message>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
