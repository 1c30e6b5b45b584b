import { useContext } from 'preact/hooks';
import type { IsoDate } from '../core/claims/date.ts';
import { AnnotationGroups } from './AnnotationGroups.tsx';
import { ClaimSearch, type ClaimSearchProps } from './ClaimSearch.tsx';
import { CoverageNote } from './CoverageNote.tsx';
import { DateText } from './DateText.tsx';
import { HostName } from './HostName.tsx';
import { MarkKeys, type MarkKeysProps } from './MarkKeys.tsx';
import { Message } from './Message.tsx';
import { NotShown, type NotShownProps } from './NotShown.tsx';
import { PageOffers, type PageOffersProps } from './PageOffers.tsx';
import { PageStatus } from './PageStatus.tsx';
import { PauseLine, type PauseLineProps } from './PauseLine.tsx';
import type { PageState } from './popup-state.ts';
import { Switch } from './Switch.tsx';
import { TranslateContext } from './translate-context.ts';
import { writingDirection } from './writing-direction.ts';

export type PopupProps = {
  readonly page: PageState;
  /** The list that pages are compared with; null while it is not known. */
  readonly list: {
    readonly title: string;
    readonly version: string;
    readonly asOf: IsoDate;
  } | null;
  /** The keys for moving between the marks of a page; null while they are not known. */
  readonly keys: MarkKeysProps | null;
  /** The master switch. */
  readonly onSwitch: (isOn: boolean) => void;
  /** The switch of this site. */
  readonly onSwitchHere: (isOn: boolean) => void;
  /** Scrolls the page to the passage of an annotation. */
  readonly onShow: (id: string) => void;
  /** The keys that report selected words; null for none, or while they are not known. */
  readonly reportKeys: string | null;
  /** Whether the last report could not be begun. */
  readonly hasFailedReport: boolean;
  /** Opens the page on which sites are chosen. */
  readonly onChooseSites: () => void;
} & Pick<PauseLineProps, 'onPause' | 'onResume'> &
  Omit<PageOffersProps, 'page'> &
  NotShownProps &
  ClaimSearchProps;

/**
 * The toolbar popup: the switches, what was found on the page in the tab and what was not looked
 * at, what the reader has corrected, and a search over all claims. Needs a `TranslateContext`; its styles
 * are in `popup.css`.
 */
export function PopupView({
  page,
  list,
  keys,
  reportKeys,
  corrected,
  hasFailedReport,
  ...does
}: PopupProps) {
  const language = useContext(TranslateContext)('language_tag');
  const site = siteOf(page);
  return (
    <main class="popup" lang={language} dir={writingDirection(language)}>
      <header>
        <h1>
          <Switch isOn={page.kind !== 'off'} onSwitch={does.onSwitch}>
            <Message name="extension_name" />
          </Switch>
        </h1>
        {site && (
          <Switch isOn={site.isOn} onSwitch={does.onSwitchHere}>
            <Message name="popup_site">
              <HostName host={site.host} />
            </Message>
          </Switch>
        )}
        {page.kind !== 'off' && (
          <PauseLine
            untilMs={page.kind === 'paused' ? page.untilMs : null}
            onPause={does.onPause}
            onResume={does.onResume}
          />
        )}
      </header>
      <section>
        <PageStatus page={page} />
        <PageOffers page={page} {...does} />
        {page.kind === 'found' && (
          <AnnotationGroups
            annotations={page.annotations}
            pageLanguage={page.coverage.language}
            onShow={does.onShow}
            onOpenClaim={does.onOpenClaim}
          />
        )}
        {page.kind === 'found' && keys && <MarkKeys {...keys} />}
      </section>
      <NotShown corrected={corrected} {...does} />
      {('coverage' in page || list) && (
        <footer>
          {'coverage' in page && (
            <p>
              <CoverageNote coverage={page.coverage} />
            </p>
          )}
          {list && (
            <p>
              <Message name="popup_list">
                <bdi>{list.title}</bdi>
                <bdi>{list.version}</bdi>
                <DateText date={list.asOf} />
              </Message>
            </p>
          )}
        </footer>
      )}
      <ClaimSearch {...does} />
      <section>
        <div class="offers">
          <button
            type="button"
            onClick={() => {
              does.onReport('');
            }}
          >
            <Message name="popup_report" />
          </button>
          <button type="button" onClick={does.onChooseSites}>
            <Message name="popup_where" />
          </button>
        </div>
        {reportKeys !== null && (
          <p class="small">
            <Message name="popup_key_report">
              <kbd>{reportKeys}</kbd>
            </Message>
          </p>
        )}
        <p class="small" role="status">
          {hasFailedReport && <Message name="report_not_begun" />}
        </p>
      </section>
    </main>
  );
}

/** The site that can be switched, and how its switch stands; null where there is nothing to switch. */
function siteOf(page: PageState): { readonly host: string; readonly isOn: boolean } | null {
  switch (page.kind) {
    case 'off-here':
      return { host: page.host, isOn: false };
    case 'not-started':
    case 'only-asked':
      return { host: page.host, isOn: true };
    case 'kept-out':
    case 'reading':
    case 'nothing-found':
    case 'found':
      // What was read once is off again with the next page.
      return page.isLasting ? { host: page.host, isOn: true } : null;
    case 'browser-page':
    case 'no-access':
    case 'off':
    case 'paused':
    case 'error':
      return null;
  }
}
