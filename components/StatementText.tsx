import type { Reply } from '../core/claims/claim.ts';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { DateText } from './DateText.tsx';
import { Localized } from './Localized.tsx';
import { Message } from './Message.tsx';
import { QuotedWords } from './QuotedWords.tsx';

/** What every statement on record has; a reply has nothing else. */
export type Statement = Reply;

type Props = { readonly statement: Statement; readonly sources: ClaimRecord['sources'] };

/**
 * A statement in full: the words, who said them and when, and how all of it is known. Quoted words
 * are exact; words that are not a quotation say so.
 */
export function StatementText({ statement, sources }: Props) {
  const { words, datePublished, note } = statement;
  return (
    <div class="statement">
      {words.form === 'quoted' ? (
        <QuotedWords words={words} sources={sources} byline={<Byline statement={statement} />} />
      ) : (
        <>
          <p class="small">
            <Message name="words_paraphrased" />
          </p>
          <p>
            <Localized text={words.text} />
          </p>
          <Byline statement={statement} />
        </>
      )}
      {datePublished.basis === 'inferred' && (
        <p class="small">
          <Message name="date_inferred">
            <Localized text={datePublished.reason} />
          </Message>
        </p>
      )}
      {note && (
        <p class="small">
          <Localized text={note} />
        </p>
      )}
    </div>
  );
}

function Byline({ statement }: { statement: Statement }) {
  return (
    <p class="byline dated">
      <span>
        <Author statement={statement} />
      </span>{' '}
      <span class="date">
        <DateText date={statement.datePublished.date} />
      </span>
    </p>
  );
}

function Author({ statement: { author, label } }: { statement: Statement }) {
  const { name, office } = author;
  if (name === null) return <Localized text={office ?? label} />;
  if (office === null) return <bdi>{name}</bdi>;
  return (
    <Message name="author_and_office">
      <bdi>{name}</bdi>
      <Localized text={office} />
    </Message>
  );
}
