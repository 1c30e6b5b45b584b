import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { DateText } from './DateText.tsx';
import { Localized, LocalizedInSentence } from './Localized.tsx';
import { Message } from './Message.tsx';

/** Which list a claim comes from, who publishes it, and from which interest in the matter. */
export function ListNote({ list }: { list: ClaimRecord['list'] }) {
  return (
    <>
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
      </details>
    </>
  );
}
