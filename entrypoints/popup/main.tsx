/** The toolbar popup: what is known of the tab, kept up to date while it is open. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ClaimView } from '../../components/ClaimView.tsx';
import '../../components/card.css';
import { describeClaim } from '../../components/describe-claim.ts';
import { PopupView } from '../../components/PopupView.tsx';
import '../../components/popup.css';
import { TranslateContext } from '../../components/translate-context.ts';
import { cutText, MAX_WRITTEN_LENGTH } from '../../core/claims/report.ts';
import { pickLanguage } from '../../core/claims/text.ts';
import { recordOf, type ClaimRecord } from '../../core/claims/claim-list.ts';
import { browser } from '../../core/extension/browser.ts';
import { readBundledList } from '../../core/extension/bundled-list.ts';
import { readMarkKeys } from '../../core/extension/mark-commands.ts';
import { askBackground, askPage, EVERY_FRAME } from '../../core/extension/messages.ts';
import { showInTab } from '../../core/extension/tab-frames.ts';
import { showClaimAgain, undoCorrection } from '../../core/extension/corrections.ts';
import { pauseReading, resumeReading } from '../../core/extension/pause.ts';
import { readReportKeys } from '../../core/extension/report-command.ts';
import { createClaimSearch } from '../../core/extension/search-claims.ts';
import {
  changeSettings,
  DEFAULT_SETTINGS,
  readSettings,
  watchSettings,
} from '../../core/extension/settings.ts';
import { askForAccess, injectInto, patternsOf } from '../../core/extension/site-access.ts';
import { readTabState, type Tab, type TabState } from '../../core/extension/tab-state.ts';
import { translate } from '../../core/extension/translate.ts';
import { correctedStateOf } from './corrected-state-of.ts';
import { pageStateOf } from './page-state-of.ts';

/** How often a page that is still being read is asked again, in milliseconds. */
const READING_POLL_MS = 400;

const [active] = await browser.tabs.query({ active: true, currentWindow: true });
const tab: Tab = { id: active?.id ?? -1, address: active?.url };
const list = await readBundledList();
const keys = await readMarkKeys();
const reportKeys = await readReportKeys();
const search = createClaimSearch(list.claims, navigator.languages);

function Popup() {
  const [state, setState] = useState<TabState | null>(null);
  const [chosen, setChosen] = useState(DEFAULT_SETTINGS);
  const [record, setRecord] = useState<ClaimRecord | null>(null);
  const [hasFailedReport, setHasFailedReport] = useState(false);
  /** What had the focus when a claim was opened. */
  const opener = useRef<Element | null>(null);
  const refreshes = useRef(0);
  const refresh = async () => {
    const number = ++refreshes.current;
    const current = await readSettings();
    const next = await readTabState(tab, current, Date.now());
    // An answer that a busy page gave late must not undo what was learnt since.
    if (number !== refreshes.current) return;
    setChosen(current);
    setState(next);
  };

  useEffect(() => {
    const ending = new AbortController();
    watchSettings(() => void refresh(), ending.signal);
    void refresh();
    return () => {
      ending.abort();
    };
  }, []);
  useEffect(() => {
    const isWaiting = state?.kind === 'busy' || (state?.kind === 'read' && state.page.isReading);
    if (!isWaiting) return undefined;
    const timer = setTimeout(() => void refresh(), READING_POLL_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [state]);
  useLayoutEffect(() => {
    const next = record === null ? opener.current : document.querySelector('.card button');
    if (next instanceof HTMLElement) next.focus();
  }, [record]);
  if (state === null) return null;
  const startHere = async () => {
    await injectInto(tab.id);
    await refresh();
  };
  /** A page that was loaded while reading was off has no script to follow the switch. */
  const startIfOff = async () => {
    const now = await readTabState(tab, await readSettings(), Date.now());
    if (now.kind === 'not-started') await startHere();
  };
  return (
    <>
      {/* It stays while a claim is shown, with what was typed and found. */}
      <div hidden={record !== null}>
        <PopupView
          page={pageStateOf(state, list, navigator.languages)}
          list={{
            title: pickLanguage(list.head.title, navigator.languages).text,
            version: list.head.version,
            asOf: list.head.asOf,
          }}
          keys={keys}
          reportKeys={reportKeys}
          onSwitch={(isOn) =>
            void changeSettings((settings) => ({ ...settings, isOn })).then(startIfOff)
          }
          onSwitchHere={(isOn) => void switchSite(state, isOn).then(startIfOff)}
          onPause={() => void pauseReading(Date.now())}
          onResume={() => void resumeReading().then(startIfOff)}
          onReadOnce={() => void startHere()}
          onReadSite={() => {
            void askForSite(state).then((isGranted) => (isGranted ? startHere() : undefined));
          }}
          onReadAnyway={() => {
            void askPage(tab.id, { type: 'readAnyway' }, EVERY_FRAME).then(refresh);
          }}
          onReadFeed={() => void switchFeedOn(state)}
          onReload={() => {
            void browser.tabs.reload(tab.id);
            window.close();
          }}
          corrected={correctedStateOf(chosen, list, navigator.languages)}
          onShowAgain={(claim) =>
            void changeSettings((settings) => showClaimAgain(settings, claim))
          }
          onTakeBack={(correction) =>
            void changeSettings((settings) => undoCorrection(settings, correction))
          }
          onShow={(id) => {
            // The popup may lie over the passage.
            void showInTab(tab.id, id).then((isShown) => {
              if (isShown) window.close();
            });
          }}
          search={(query) =>
            search(query).map((claim) => describeClaim(claim, navigator.languages))
          }
          onOpenClaim={(id) => {
            opener.current = document.activeElement;
            setRecord(recordNamed(id));
          }}
          onChooseSites={() => {
            void browser.runtime.openOptionsPage().then(() => {
              window.close();
            });
          }}
          onReport={(typed) => {
            const claim = cutText(typed, MAX_WRITTEN_LENGTH.claim);
            void askBackground({ type: 'reportTab', tabId: tab.id, claim }).then(({ ok }) => {
              setHasFailedReport(!ok);
              if (ok) window.close();
            });
          }}
          hasFailedReport={hasFailedReport}
        />
      </div>
      {record !== null && (
        <ClaimView
          record={record}
          languages={navigator.languages}
          onBack={() => {
            setRecord(null);
          }}
        />
      )}
    </>
  );
}

const hostOf = (state: TabState): string | null => ('host' in state ? state.host : null);

async function switchSite(state: TabState, isOn: boolean): Promise<void> {
  const host = hostOf(state);
  if (host === null) return;
  await changeSettings((settings) => {
    const others = settings.offSites.filter((site) => site !== host);
    return { ...settings, offSites: isOn ? others : [...others, host] };
  });
}

/** The background tells the page. */
async function switchFeedOn(state: TabState): Promise<void> {
  const host = hostOf(state);
  if (host === null) return;
  await changeSettings((settings) => ({
    ...settings,
    feedSites: [...settings.feedSites.filter((site) => site !== host), host],
  }));
}

/** Whether the reader lets the site of the tab be read. Call it in the turn of the click. */
async function askForSite(state: TabState): Promise<boolean> {
  const host = hostOf(state);
  return host !== null && (await askForAccess(patternsOf(host)));
}

function recordNamed(id: string): ClaimRecord | null {
  const claim = list.claims.find((candidate) => candidate.id === id);
  return claim === undefined ? null : recordOf(list, claim.id);
}

const root = document.getElementById('root');
if (root !== null) {
  render(
    <TranslateContext.Provider value={translate}>
      <Popup />
    </TranslateContext.Provider>,
    root,
  );
}
