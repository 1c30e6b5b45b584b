import { Message } from './Message.tsx';
import type { PageState } from './popup-state.ts';

export type PageOffersProps = {
  readonly page: PageState;
  /** Reads the page in this tab, once. */
  readonly onReadOnce: () => void;
  /** Asks the browser for access to the site. */
  readonly onReadSite: () => void;
  /** Reads the page in this tab though a rule keeps it out. */
  readonly onReadAnyway: () => void;
  /** Switches on the site of search results or of a social feed. */
  readonly onReadFeed: () => void;
  /** Loads the page again. */
  readonly onReload: () => void;
};

/** What the reader can do to have the page read; nothing where it has been, or shall not be. */
export function PageOffers({ page, ...does }: PageOffersProps) {
  const { onReadOnce, onReadSite, onReadAnyway, onReadFeed, onReload } = does;
  switch (page.kind) {
    case 'no-access':
      return (
        <>
          <p class="small">
            <Message name="popup_no_access_note" />
          </p>
          <div class="offers">
            <button type="button" class="first" onClick={onReadOnce}>
              <Message name="popup_read_tab" />
            </button>
            <button type="button" onClick={onReadSite}>
              <Message name="popup_read_site" />
            </button>
          </div>
        </>
      );
    case 'only-asked':
      return (
        <div class="offers">
          <button type="button" class="first" onClick={onReadOnce}>
            <Message name="popup_read_now" />
          </button>
        </div>
      );
    case 'kept-out':
      return page.rule === 'search' || page.rule === 'social' ? (
        <>
          <p class="small">
            <Message name="popup_feed_note" />
          </p>
          <div class="offers">
            <button type="button" class="first" onClick={onReadFeed}>
              <Message name="popup_read_feed" />
            </button>
            <button type="button" onClick={onReadAnyway}>
              <Message name="popup_read_anyway" />
            </button>
          </div>
        </>
      ) : (
        <div class="offers">
          <button type="button" class="first" onClick={onReadAnyway}>
            <Message name="popup_read_anyway" />
          </button>
        </div>
      );
    case 'not-started':
    case 'error':
      return (
        <div class="offers">
          <button type="button" class="first" onClick={onReload}>
            <Message name="popup_reload" />
          </button>
        </div>
      );
    case 'browser-page':
    case 'off':
    case 'paused':
    case 'off-here':
      return null;
    case 'reading':
    case 'nothing-found':
    case 'found':
      return page.isLasting ? null : (
        <>
          <p class="small">
            <Message name="popup_read_once" />
          </p>
          <div class="offers">
            <button type="button" onClick={onReadSite}>
              <Message name="popup_read_site" />
            </button>
          </div>
        </>
      );
  }
}
