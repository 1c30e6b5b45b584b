/**
 * The one index that serves every tab. Killed when idle and woken by the next message: it keeps
 * nothing that a page or the package does not have.
 *
 * Idle when: no page asks.
 */
import { LIST_READY_MEASURE, WAKE_MARK } from './wake.ts';
import { defineBackground } from 'wxt/utils/define-background';
import {
  fetchBundledIndex,
  readBundledRecords,
  readBundledWordings,
} from '../../core/extension/bundled-list.ts';
import {
  answerBackgroundMessages,
  askPage,
  EVERY_FRAME,
  type MatchedPassage,
  type PageAnnotation,
  type TabAnnotation,
} from '../../core/extension/messages.ts';
import { browser } from '../../core/extension/browser.ts';
import {
  correctMark,
  isMutedByCorrections,
  undoCorrection,
} from '../../core/extension/corrections.ts';
import { detectLanguage } from '../../core/extension/detect-language.ts';
import { createDelivery, DELIVERY_ALARM } from '../../core/extension/deliver-reports.ts';
import { watchMarkCommands } from '../../core/extension/mark-commands.ts';
import { RESUME_ALARM, restorePause, resumeReading } from '../../core/extension/pause.ts';
import {
  readTarget,
  type ReportedFrame,
  type ReportedTab,
} from '../../core/extension/read-target.ts';
import { watchReportCommand } from '../../core/extension/report-command.ts';
import {
  readPackagedKeptOutSites,
  readPackagedNewsSites,
} from '../../core/extension/packaged-sites.ts';
import { readingTerms, termsWithin } from '../../core/extension/reading-terms.ts';
import { addReportMenu, watchReportMenu } from '../../core/extension/report-menu.ts';
import { changeSettings, readSettings, watchSettings } from '../../core/extension/settings.ts';
import {
  annotateIn,
  injectInto,
  lookIntoFrames,
  readFrame,
  registerContentScript,
} from '../../core/extension/site-access.ts';
import { startReport } from '../../core/extension/start-report.ts';
import { askTabState, moveInTab } from '../../core/extension/tab-frames.ts';
import { readTabState } from '../../core/extension/tab-state.ts';
import { showOnToolbar } from '../../core/extension/toolbar.ts';
import { translate } from '../../core/extension/translate.ts';
import { translateCount } from '../../components/translate.ts';
import { openIndex, type ClaimIndex } from '../../core/matching/claim-index.ts';
import { explainIn, type WordPair } from '../../core/matching/explain-match.ts';
import type { FindClaimsRequest } from '../../core/matching/claim-match.ts';
import { findClaims, surveyClaims } from '../../core/matching/find-claims.ts';
import { pageLanguage } from '../../core/matching/page-language.ts';

const NEW_CLAIM = { kind: 'new-claim' } as const;

/** The background's own lifetime: it ends without notice. */
const NEVER = new AbortController().signal;

export default defineBackground({
  main() {
    const index = openBundledIndex();
    const deliver = createDelivery();
    answerBackgroundMessages(
      {
        getTerms: async (_, { address, pageAddress }) => {
          if (address === null) return { reading: 'off' };
          const [settings, { sites }, news] = await Promise.all([
            readSettings(),
            readPackagedKeptOutSites(),
            readPackagedNewsSites(),
          ]);
          const termsOf = (place: string) =>
            readingTerms(place, settings, sites, news.sites, Date.now());
          const terms = termsOf(address);
          return pageAddress === null ? terms : termsWithin(terms, termsOf(pageAddress));
        },
        lookIntoFrames: async (_, { tabId }) => {
          await lookIntoFrames(tabId);
          return null;
        },
        readFrame: async (_, { tabId, frameId }) => {
          await readFrame(tabId, frameId);
          return null;
        },
        survey: async ({ request }, { tabId, frameId }) => {
          const surveyed = surveyClaims(await index, await inItsLanguage(request));
          if (surveyed.isFound) await annotateIn(tabId, frameId);
          return surveyed;
        },
        findClaims: async ({ request }) => findClaims(await index, await inItsLanguage(request)),
        getRecords: ({ claims }) => readBundledRecords(claims),
        explainMatches: async ({ matches }) => explainMatches(await index, matches),
        countChanged: async ({ count: ofSender }, { tabId }) => {
          const count = await countMarks(tabId, ofSender);
          await showOnToolbar(tabId, {
            badge: count === 0 ? '' : String(count),
            title:
              count === 0
                ? translate('action_title')
                : translateCount(translate, 'badge_title', count),
          });
          return null;
        },
        correctMark: async ({ correction }) => {
          const settings = await changeSettings((before) => correctMark(before, correction));
          return { isMuted: isMutedByCorrections(settings, correction.claim) };
        },
        undoCorrection: async ({ correction }) => {
          const settings = await changeSettings((before) => undoCorrection(before, correction));
          return { isMuted: isMutedByCorrections(settings, correction.claim) };
        },
        getTabAnnotations: async ({ tabId }) => {
          const page = await askTabState(tabId);
          return page.ok ? addResponses(page.value.annotations) : [];
        },
        openReport: async ({ concern, target }) => {
          await startReport(concern, target);
          return true;
        },
        deliverReports: () => {
          deliver().catch(logError);
          return Promise.resolve(true);
        },
        reportTab: async ({ tabId: id, claim }) => {
          const { url, title } = await browser.tabs.get(id);
          await startReport(NEW_CLAIM, await readTarget({ id, address: url, title }), claim);
          return true;
        },
      },
      logError,
    );
    index.catch(logError);
    followSettings();
    followAlarms(deliver);
    watchMarkCommands((direction, tabId) => {
      // A page without our script has no marks to move to.
      moveInTab(tabId, direction).catch(logError);
    }, NEVER);
    offerReports();
  },
});

/** A request with the language that the page is in, whatever it declares. */
async function inItsLanguage(request: FindClaimsRequest): Promise<FindClaimsRequest> {
  const texts = request.blocks.map(({ text }) => text);
  return { ...request, language: await pageLanguage(request.language, texts, detectLanguage) };
}

/** Listeners that wake the background: the reader's settings, what the browser grants, an alarm. */
function followSettings(): void {
  const register = () => {
    registerContentScript(readSettings).catch(logError);
  };
  browser.runtime.onInstalled.addListener(({ reason }) => {
    register();
    if (reason === 'install') {
      browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') }).catch(logError);
    }
  });
  browser.runtime.onStartup.addListener(() => {
    register();
    // Browsers may forget an alarm when they are closed.
    restorePause(Date.now()).catch(logError);
  });
  browser.permissions.onAdded.addListener(() => {
    register();
    startInShownTab().catch(logError);
  });
  browser.permissions.onRemoved.addListener(register);
  watchSettings(() => {
    register();
    tellPages().catch(logError);
  }, NEVER);
}

function followAlarms(deliver: () => Promise<void>): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RESUME_ALARM) resumeReading().catch(logError);
    if (name === DELIVERY_ALARM) deliver().catch(logError);
  });
  // Browsers may forget an alarm when they are closed, and when we are replaced by a newer version.
  const look = () => {
    deliver().catch(logError);
  };
  browser.runtime.onStartup.addListener(look);
  browser.runtime.onInstalled.addListener(look);
}

/** Pages that are not annotated keep no watch on the settings themselves: that would cost each of them. */
async function tellPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const ids = tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
  await Promise.all(ids.map((id) => askPage(id, { type: 'termsChanged' }, EVERY_FRAME)));
}

/** Marks of a tab's page and frames; where the page itself is not read, those of the frame that tells. */
async function countMarks(tabId: number, ofSender: number): Promise<number> {
  const tab = await askTabState(tabId);
  return tab.ok ? tab.value.markCount : ofSender;
}

/** Annotates the page whose site was just granted: Chromium closes the popup that asked for it. */
async function startInShownTab(): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id === undefined) return;
  const shown = { id: tab.id, address: tab.url };
  const state = await readTabState(shown, await readSettings(), Date.now());
  if (state.kind === 'not-started') await injectInto(tab.id);
}

/** The shortcut, and the entry in the menu for selected words, which a browser may forget. */
function offerReports(): void {
  const add = () => {
    addReportMenu(translate('menu_report')).catch(logError);
  };
  browser.runtime.onInstalled.addListener(add);
  browser.runtime.onStartup.addListener(add);
  const report = (tab: ReportedTab, frame?: ReportedFrame) => {
    readTarget(tab, frame)
      .then((target) => startReport(NEW_CLAIM, target))
      .catch(logError);
  };
  watchReportMenu(report);
  watchReportCommand(report);
}

async function openBundledIndex(): Promise<ClaimIndex> {
  const index = openIndex(await fetchBundledIndex());
  performance.measure(LIST_READY_MEASURE, WAKE_MARK);
  return index;
}

async function addResponses(
  annotations: readonly PageAnnotation[],
): Promise<readonly TabAnnotation[]> {
  const claims = [...new Set(annotations.map(({ claim }) => claim))];
  const records = new Map(
    (await readBundledRecords(claims)).map((record) => [record.claim.id, record.claim]),
  );
  return annotations.map((annotation) => ({
    ...annotation,
    responses: (records.get(annotation.claim)?.responses ?? []).map((response) => ({
      label: response.label['en'] ?? '',
      date: response.datePublished.date,
    })),
  }));
}

/** The one place that logs what nothing else has caught. */
function logError(error: unknown): void {
  console.error('Rejoinder:', error);
}

/** Why each passage resembles its claim; the wordings are read again each time, as few cards are opened. */
async function explainMatches(
  index: ClaimIndex,
  matches: readonly MatchedPassage[],
): Promise<readonly (readonly WordPair[])[]> {
  const wordings = await readBundledWordings();
  return matches.map((match) => explainIn(index, wordings, match, match.passage));
}
