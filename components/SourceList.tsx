import { useContext } from 'preact/hooks';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import { SOURCE_KINDS, type Source, type SourceKind } from '../core/claims/source.ts';
import { DateText } from './DateText.tsx';
import { Localized, LocalizedInSentence } from './Localized.tsx';
import { Message } from './Message.tsx';
import { domainOf, SourceLink } from './SourceLink.tsx';
import { TranslateContext } from './translate-context.ts';
import type { MessageKey } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

type Parties = ClaimRecord['list']['parties'];

const KIND: Readonly<Record<SourceKind, MessageKey>> = {
  'primary-document': 'source_primary_document',
  'official-text': 'source_official_text',
  agency: 'source_agency',
  'independent-press': 'source_independent_press',
  'party-press': 'source_party_press',
};

/**
 * Every source of a record, the most direct kind first, each with the side that it belongs to; and
 * that nobody has opened any of them, where that is so.
 */
export function SourceList({ record }: { record: ClaimRecord }) {
  const sources = Object.values(record.sources).toSorted(
    (a, b) => SOURCE_KINDS.indexOf(a.kind) - SOURCE_KINDS.indexOf(b.kind),
  );
  return (
    <>
      <ul class="sources">
        {sources.map((source) => (
          <SourceItem source={source} parties={record.list.parties} />
        ))}
      </ul>
      {sources.every(({ checked }) => checked === null) && (
        <p class="small">
          <Message name="sources_unopened" />
        </p>
      )}
    </>
  );
}

function SourceItem({ source, parties }: { source: Source; parties: Parties }) {
  const translate = useContext(TranslateContext);
  const { url, publisher, language, title, datePublished, archivedUrl } = source;
  const domain = domainOf(url);
  const facts = [
    <>
      <SourceLink url={url} language={language}>
        {publisher}
      </SourceLink>
      {domain !== null && !publisher.toLowerCase().includes(domain) && (
        <>
          {' '}
          <bdi dir="ltr">({domain})</bdi>
        </>
      )}
    </>,
    url === null ? <Message name="source_no_address" /> : null,
    title && (
      <Message name="source_title">
        <bdi lang={language} dir={writingDirection(language)}>
          {title}
        </bdi>
      </Message>
    ),
    <Kind source={source} parties={parties} />,
    datePublished && <DateText date={datePublished.date} />,
    datePublished?.basis === 'inferred' ? (
      <Message name="date_inferred">
        <Localized text={datePublished.reason} />
      </Message>
    ) : null,
    archivedUrl && (
      <SourceLink
        url={archivedUrl}
        language={language}
        label={translate('source_archived_label', publisher)}
      >
        <Message name="source_archived" />
      </SourceLink>
    ),
  ];
  return (
    <li>
      {facts
        .filter((fact) => fact !== null)
        .map((fact, at) => (
          <>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </>
        ))}
    </li>
  );
}

function Kind({ source, parties }: { source: Source; parties: Parties }) {
  const side = source.side === null ? undefined : parties[source.side];
  const kind = <Message name={KIND[source.kind]} />;
  if (side === undefined) return kind;
  return (
    <Message name="source_with_side">
      {kind}
      <LocalizedInSentence text={side.name} />
    </Message>
  );
}
