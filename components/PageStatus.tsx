import { useContext } from 'preact/hooks';
import type { KeptOutRule } from '../core/extension/kept-out-rules.ts';
import { HostName } from './HostName.tsx';
import { Message } from './Message.tsx';
import type { PageState } from './popup-state.ts';
import { TranslateContext } from './translate-context.ts';
import { translateCount, type MessageKey } from './translate.ts';

const KEPT_OUT: Readonly<Record<KeptOutRule, MessageKey>> = {
  webmail: 'popup_kept_out_webmail',
  messaging: 'popup_kept_out_messaging',
  banking: 'popup_kept_out_banking',
  health: 'popup_kept_out_health',
  office: 'popup_kept_out_office',
  search: 'popup_kept_out_search',
  social: 'popup_kept_out_social',
  satire: 'popup_kept_out_satire',
  'private-network': 'popup_kept_out_private_network',
  'log-in': 'popup_kept_out_log_in',
  'not-reading-matter': 'popup_kept_out_not_reading_matter',
};

/** How it stands with the page, in one sentence; a change is announced. */
export function PageStatus({ page }: { page: PageState }) {
  return (
    <p class="status" role="status">
      <Sentence page={page} />
    </p>
  );
}

function Sentence({ page }: { page: PageState }) {
  const translate = useContext(TranslateContext);
  switch (page.kind) {
    case 'browser-page':
      return <Message name="popup_browser_page" />;
    case 'no-access':
      return (
        <Message name="popup_no_access">
          <HostName host={page.host} />
        </Message>
      );
    case 'off':
      return <Message name="popup_off" />;
    case 'paused':
      return <Message name="popup_paused" />;
    case 'off-here':
      return (
        <Message name="popup_off_here">
          <HostName host={page.host} />
        </Message>
      );
    case 'not-started':
      return <Message name="popup_not_started" />;
    case 'only-asked':
      return <Message name="popup_only_asked" />;
    case 'kept-out':
      return <Message name={KEPT_OUT[page.rule]} />;
    case 'reading':
      return <Message name="popup_reading" />;
    case 'nothing-found':
      if (page.coverage.kind !== 'compared') return <Message name="popup_not_compared" />;
      return <Message name={page.hiddenCount > 0 ? 'popup_all_hidden' : 'popup_nothing_found'} />;
    case 'found':
      return <>{translateCount(translate, 'popup_found', page.annotations.length)}</>;
    case 'error':
      return <Message name="popup_error" />;
  }
}
