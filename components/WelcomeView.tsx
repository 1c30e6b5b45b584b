import type { ComponentChildren } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { NewsSite } from '../core/claims/news-sites.ts';
import { Message } from './Message.tsx';
import { TranslateContext } from './translate-context.ts';
import { translateCount, type MessageKey } from './translate.ts';
import { writingDirection } from './writing-direction.ts';

/** Where the extension reads along: everywhere, on the listed news sites, or site by site. */
export type AccessChoice = 'all' | 'news' | 'chosen';

export type WelcomeProps = {
  /** What is in use: the reader's choice once the browser gave access; none before. */
  readonly choice: 'none' | AccessChoice;
  readonly newsSiteCount: number;
  readonly news: readonly Pick<NewsSite, 'host' | 'name'>[];
  /** Whether the list lacks something that a finished one has (see `core/claims/release.ts`). */
  readonly isPreview: boolean;
  /** What came of the last button pressed. After `refused`, `choice` is what it was before. */
  readonly outcome:
    | 'idle'
    | 'asking'
    | 'granted'
    | 'refused'
    /** Access to more sites was given back, and with it any that was given site by site. */
    | 'given-back'
    | 'granted-less'
    | 'refused-less';
  /** Called in the very turn of the click, in which alone a browser lets us ask for access. */
  readonly onChoose: (kind: AccessChoice) => void;
  /** Whether a page is read only when the reader asks for it. */
  readonly isOnlyWhenAsked: boolean;
  readonly onOnlyWhenAsked: (isOnlyWhenAsked: boolean) => void;
};

const IN_USE: Readonly<Record<AccessChoice, MessageKey>> = {
  all: 'welcome_in_use_all',
  news: 'welcome_in_use_news',
  chosen: 'welcome_in_use_chosen',
};

/**
 * The first page after installation: what Rejoinder does, and where the reader lets it read. Needs a
 * `TranslateContext`; its styles are in `welcome.css`, which is the style of its whole document.
 */
export function WelcomeView(props: WelcomeProps) {
  const { choice, newsSiteCount, news, isPreview, outcome, onChoose } = props;
  const { isOnlyWhenAsked, onOnlyWhenAsked } = props;
  const noteId = useId();
  const translate = useContext(TranslateContext);
  const headingId = useId();
  const language = translate('language_tag');
  const choose = (kind: AccessChoice) => ({
    isInUse: choice === kind,
    onPress: () => {
      onChoose(kind);
    },
  });
  return (
    <main class="welcome" lang={language} dir={writingDirection(language)}>
      <header>
        <h1>
          <img src="/icon/96.png" alt="" width="48" height="48" />
          <Message name="welcome_title" />
        </h1>
        <p>
          <Message name="welcome_what" />
        </p>
        <p>
          <Message name="welcome_private" />
        </p>
        {isPreview && (
          <p class="preview">
            <Message name="welcome_preview" />
          </p>
        )}
      </header>
      <section aria-labelledby={headingId}>
        <h2 id={headingId}>
          <Message name="welcome_choice_heading" />
        </h2>
        <ul class="choices">
          <Choice title="welcome_all" text={translate('welcome_all_text')} {...choose('all')} />
          <Choice
            title="welcome_news"
            text={translateCount(translate, 'welcome_news_text', newsSiteCount)}
            {...choose('news')}
          >
            <NewsSiteList news={news} />
          </Choice>
          <Choice
            title="welcome_chosen"
            text={translate('welcome_chosen_text')}
            {...choose('chosen')}
          />
        </ul>
        {/* It is there from the start, so that what comes into it is announced. */}
        <div role="status">
          <Outcome choice={choice} outcome={outcome} />
        </div>
        <p>
          <label class="check">
            <input
              type="checkbox"
              checked={isOnlyWhenAsked}
              aria-describedby={noteId}
              onChange={({ currentTarget }) => {
                onOnlyWhenAsked(currentTarget.checked);
              }}
            />{' '}
            <Message name="welcome_only_asked" />
          </label>
        </p>
        <p class="small" id={noteId}>
          <Message name="welcome_only_asked_text" />
        </p>
        <p class="small">
          <Message name="welcome_next" />
        </p>
        <p class="small">
          <Message name="welcome_change" />
        </p>
      </section>
      <section>
        <h2>
          <Message name="welcome_toolbar_heading" />
        </h2>
        <p>
          <Message name="welcome_toolbar_where">
            <img src="/icon/32.png" alt="" width="20" height="20" />
          </Message>
        </p>
        <p>
          <Message name="welcome_toolbar_use" />
        </p>
      </section>
    </main>
  );
}

type ChoiceProps = {
  readonly title: MessageKey;
  readonly text: string;
  readonly isInUse: boolean;
  readonly onPress: () => void;
  readonly children?: ComponentChildren;
};

function Choice({ title, text, isInUse, onPress, children }: ChoiceProps) {
  return (
    <li>
      <button type="button" aria-pressed={isInUse} onClick={onPress}>
        <span class="title">
          <Message name={title} />
        </span>{' '}
        <span>{text}</span>
        <svg viewBox="0 0 16 16" width="20" height="20" aria-hidden="true">
          <path d="M2.5 8.5l4 4 7-9" />
        </svg>
      </button>
      {children}
    </li>
  );
}

function NewsSiteList({ news }: Pick<WelcomeProps, 'news'>) {
  const { compare } = new Intl.Collator(useContext(TranslateContext)('language_tag'));
  return (
    <details>
      <summary>
        <Message name="welcome_news_list" />
      </summary>
      <p>
        <Message name="welcome_news_note" />
      </p>
      <ul class="news">
        {news
          .toSorted((a, b) => compare(a.name, b.name))
          .map(({ host, name }) => (
            <li key={host}>
              <bdi>{name}</bdi> <bdi dir="ltr">{host}</bdi>
            </li>
          ))}
      </ul>
    </details>
  );
}

function Outcome(props: Pick<WelcomeProps, 'choice' | 'outcome'>) {
  return sentencesOf(props).map((name) => (
    <p key={name}>
      <Message name={name} />
    </p>
  ));
}

function sentencesOf({
  choice,
  outcome,
}: Pick<WelcomeProps, 'choice' | 'outcome'>): readonly MessageKey[] {
  if (outcome === 'asking') return ['welcome_asking'];
  if (outcome === 'refused') {
    return choice === 'none'
      ? ['welcome_refused', 'welcome_refused_none', 'welcome_refused_again']
      : ['welcome_refused', IN_USE[choice], 'welcome_refused_again'];
  }
  if (outcome === 'refused-less') {
    const now: MessageKey = choice === 'none' ? 'welcome_refused_none' : IN_USE[choice];
    return ['welcome_refused_less', now, 'welcome_refused_again'];
  }
  if (choice === 'none') return [];
  if (outcome === 'given-back') return [IN_USE[choice], 'welcome_given_back'];
  if (outcome === 'granted-less') return [IN_USE[choice], 'welcome_granted', 'welcome_given_back'];
  // The third choice asks the browser for nothing, so there is no answer to tell of.
  return outcome === 'granted' && choice !== 'chosen'
    ? [IN_USE[choice], 'welcome_granted']
    : [IN_USE[choice]];
}
