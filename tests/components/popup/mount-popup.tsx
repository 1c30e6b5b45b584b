/** Puts the popup where the product puts it: in a document of its own with its stylesheet. */
import { render } from 'preact';
import { onTestFinished, vi } from 'vitest';
import css from '../../../components/popup.css?inline';
import type { PageState } from '../../../components/popup-state.ts';
import { PopupView, type PopupProps } from '../../../components/PopupView.tsx';
import { TranslateContext } from '../../../components/translate-context.ts';
import type { Translate } from '../../../components/translate.ts';
import { find } from '../mount-card.tsx';
import { translateFromFile } from '../translate-from-file.ts';
import { compared, found, HOST, list, NOTHING_CORRECTED } from './fictional-page.ts';

/** A page in each state; the pause ends at 14:05 on the reader's clock. */
export const everyState = {
  'browser-page': { kind: 'browser-page' },
  'no-access': { kind: 'no-access', host: HOST },
  off: { kind: 'off', host: HOST },
  paused: { kind: 'paused', host: HOST, untilMs: new Date(2031, 4, 17, 14, 5).getTime() },
  'off-here': { kind: 'off-here', host: HOST },
  'not-started': { kind: 'not-started', host: HOST },
  'only-asked': { kind: 'only-asked', host: HOST },
  'kept-out': { kind: 'kept-out', host: HOST, isLasting: true, rule: 'not-reading-matter' },
  reading: { kind: 'reading', host: HOST, isLasting: true },
  'nothing-found': {
    kind: 'nothing-found',
    host: HOST,
    isLasting: true,
    coverage: compared,
    hiddenCount: 0,
  },
  found: found(),
  error: { kind: 'error' },
} as const satisfies { readonly [Kind in PageState['kind']]: PageState };

export const keptOut = (rule: Extract<PageState, { kind: 'kept-out' }>['rule']) =>
  ({ kind: 'kept-out', host: HOST, isLasting: true, rule }) as const;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** The popup and its callbacks; the document is left as it was when the test ends. */
export function mountPopup(
  props: Partial<PopupProps> = {},
  { translate = translateFromFile }: { translate?: Translate } = {},
) {
  const container = document.createElement('div');
  document.body.append(container);
  document.adoptedStyleSheets = [sheet];
  const callbacks = {
    onSwitch: vi.fn<PopupProps['onSwitch']>(),
    onSwitchHere: vi.fn<PopupProps['onSwitchHere']>(),
    onPause: vi.fn<PopupProps['onPause']>(),
    onResume: vi.fn<PopupProps['onResume']>(),
    onReadOnce: vi.fn<PopupProps['onReadOnce']>(),
    onReadSite: vi.fn<PopupProps['onReadSite']>(),
    onReadAnyway: vi.fn<PopupProps['onReadAnyway']>(),
    onReadFeed: vi.fn<PopupProps['onReadFeed']>(),
    onReload: vi.fn<PopupProps['onReload']>(),
    onShowAgain: vi.fn<PopupProps['onShowAgain']>(),
    onTakeBack: vi.fn<PopupProps['onTakeBack']>(),
    onShow: vi.fn<PopupProps['onShow']>(),
    onOpenClaim: vi.fn<PopupProps['onOpenClaim']>(),
    onReport: vi.fn<PopupProps['onReport']>(),
    onChooseSites: vi.fn<PopupProps['onChooseSites']>(),
  };
  const search = vi.fn<PopupProps['search']>(() => []);
  /** Renders the popup again, with other props. */
  const show = (next: Partial<PopupProps>) => {
    render(
      <TranslateContext.Provider value={translate}>
        <PopupView
          page={found()}
          list={list}
          keys={null}
          reportKeys={null}
          corrected={NOTHING_CORRECTED}
          hasFailedReport={false}
          search={search}
          {...callbacks}
          {...next}
        />
      </TranslateContext.Provider>,
      container,
    );
  };
  show(props);
  onTestFinished(() => {
    render(null, container);
    container.remove();
    document.adoptedStyleSheets = [];
  });
  return { container, popup: find(container, '.popup'), callbacks, search, show };
}
