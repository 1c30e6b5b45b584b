import type { Claim } from '../core/claims/claim.ts';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { DatedSentence, type SentenceSubject } from './Sentence.tsx';
import { StatementText, type Statement } from './StatementText.tsx';

type Props = {
  /** What is said of the statement in short. */
  readonly about: readonly SentenceSubject[];
  readonly statement: Statement;
  readonly nature: Claim['nature'];
  readonly sources: ClaimRecord['sources'];
};

/** A statement in short form: who says what, and when; its words on request. */
export function StatementDetails({ about, statement, nature, sources }: Props) {
  return (
    <details>
      <summary>
        {about.map((subject) => (
          <>
            <DatedSentence about={subject} nature={nature} />{' '}
          </>
        ))}
      </summary>
      <StatementText statement={statement} sources={sources} />
    </details>
  );
}
