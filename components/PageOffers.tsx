import { Message } from './Message.tsx';
import type { PageState } from './popup-state.ts';

export type PageOffersProps = {
  readonly page: PageState;
  /** Reads the page in this tab, once. */
  readonly onReadOnce: () => void;
  /** Asks the browser for access to the site. */
  readonly onReadSite: () => void;
  /** Loads the page again. */
  readonly onReload: () => void;
};

/** What the reader can do to have the page read; nothing where it has been, or shall not be. */
export function PageOffers({ page, onReadOnce, onReadSite, onReload }: PageOffersProps) {
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
