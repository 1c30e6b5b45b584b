import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { ClaimRecord } from '../core/claims/claim-list.ts';
import type { Source } from '../core/claims/source.ts';
import { arrangeVersions, type Quoted, type Version } from './arrange-versions.ts';
import { LanguageName } from './LanguageName.tsx';
import { LanguagesContext } from './Localized.tsx';
import { Message } from './Message.tsx';
import { SourceLink } from './SourceLink.tsx';
import type { MessageKey } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

type Props = {
  readonly words: Quoted;
  readonly sources: ClaimRecord['sources'];
  /** Stands directly below the words. */
  readonly byline: ComponentChildren;
};

const SEEN: Readonly<Record<Quoted['seen'], MessageKey>> = {
  'own-page': 'words_own_page',
  reproduced: 'words_reproduced',
  reported: 'words_reported',
};

/** A quotation in the reader's language, how it is known, and its other versions on request. */
export function QuotedWords({ words, sources, byline }: Props) {
  const versions = arrangeVersions(words, useContext(LanguagesContext));
  if (versions === null) return byline;
  const { shown, original, furtherTranslations } = versions;
  const sourceOf = ({ quotation }: Version) => sources[quotation.source];
  const seenIn = sourceOf(original ?? shown);
  return (
    <>
      <Quote version={shown} />
      {byline}
      <p class="small">
        <VersionNote version={shown} source={original === null ? undefined : sourceOf(shown)} />{' '}
        {seenIn && (
          <Message name={SEEN[words.seen]}>
            <SourceLink url={seenIn.url} language={seenIn.language}>
              {seenIn.publisher}
            </SourceLink>
          </Message>
        )}
      </p>
      {original && (
        <details>
          <summary>
            <Message name="words_in_original">
              <LanguageName tag={original.quotation.language} />
            </Message>
          </summary>
          <Quote version={original} />
        </details>
      )}
      {furtherTranslations.length > 0 && (
        <details>
          <summary>
            <Message name="words_more_translations" />
          </summary>
          {furtherTranslations.map((version) => (
            <>
              <Quote version={version} />
              <p class="small">
                <VersionNote version={version} source={sourceOf(version)} />
              </p>
            </>
          ))}
        </details>
      )}
    </>
  );
}

function Quote({ version: { quotation } }: { version: Version }) {
  return (
    <blockquote lang={quotation.language} dir={writingDirection(quotation.language)}>
      {quotation.text}
    </blockquote>
  );
}

/** Which language the words are in, and who put them so; a link to `source` where one is given. */
function VersionNote({ version, source }: { version: Version; source: Source | undefined }) {
  const { quotation, translator } = version;
  const language = <LanguageName tag={quotation.language} />;
  if (translator === null) return <Message name="words_original">{language}</Message>;
  return (
    <Message name="words_translation">
      {language}
      {source === undefined ? (
        <bdi>{translator}</bdi>
      ) : (
        <SourceLink url={source.url} language={source.language}>
          {translator}
        </SourceLink>
      )}
    </Message>
  );
}
