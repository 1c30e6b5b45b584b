import { useContext } from 'preact/hooks';
import { HostName } from './HostName.tsx';
import { Message } from './Message.tsx';
import type { PageState } from './popup-state.ts';
import { TranslateContext } from './translate-context.ts';
import { translateCount } from './translate.ts';

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
