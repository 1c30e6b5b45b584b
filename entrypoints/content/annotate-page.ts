/**
 * The journey of a page's text: read, asked about, anchored, painted, opened.
 *
 *   watch-page ──► work-queue ──► reading ──► background ──► anchors ──► choose-marks ──► painter
 *                                                 the reader's corrections ──┘
 *                                                           click, or the region's button ──► card
 *
 * Idle when: nothing on the page changes and no card is open; everything while the tab is hidden.
 * One signal undoes it all.
 */
import regionCss from '../../components/region.css?inline';
import { regionTexts } from '../../components/region-texts.ts';
import { reportTarget, type ReportTarget } from '../../core/claims/report.ts';
import { treatmentUnder } from '../../core/extension/corrections.ts';
import { answerPageMessages, askBackground, isInvalidated } from '../../core/extension/messages.ts';
import type { Settings } from '../../core/extension/settings.ts';
import type { ClaimMatch } from '../../core/matching/claim-match.ts';
import { translate } from '../../core/extension/translate.ts';
import { isSound } from '../../core/page/anchor.ts';
import { chooseMarks, type Mark } from '../../core/page/choose-marks.ts';
import { watchMarkClicks } from '../../core/page/hit-test.ts';
import { rootElementOf } from '../../core/page/node-access.ts';
import { createAboutReader } from '../../core/page/page-facts.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import { createPageRegion } from '../../core/page/page-region.ts';
import { createPainter } from '../../core/page/painter.ts';
import { readPageForReport } from '../../core/page/read-selection.ts';
import { showRange } from '../../core/page/show-range.ts';
import { watchPage } from '../../core/page/watch-page.ts';
import { createWorkQueue } from '../../core/page/work-queue.ts';
import { applyCorrections } from './apply-corrections.ts';
import { createAsker } from './ask.ts';
import { createCardOpener } from './open-card.tsx';
import { createReading } from './reading.ts';

/**
 * Annotates the page until `signal` aborts, as the reader has corrected it under `settings`; what it
 * returns takes later ones. With `isNeverSolid` nothing counts as the page's own word. `onGone` is called when the extension is no more.
 */
export function annotatePage(
  settings: Settings,
  { isNeverSolid }: { readonly isNeverSolid: boolean },
  signal: AbortSignal,
  onGone: () => void,
): (settings: Settings) => void {
  const ask = createAsker(onGone, signal);
  const queue = createWorkQueue(signal);
  const readAbout = createAboutReader();
  const reading = createReading(async (part) => {
    const found = await ask({ type: 'findClaims', request: { ...readAbout(), ...part } });
    return isNeverSolid ? (found?.map(withoutAssertions) ?? null) : found;
  }, showMarks);
  const painter = createPainter({
    onUnsound(marks: readonly Mark[]) {
      for (const { block } of marks) queue.add(reading.read([reading.forget(block)]));
    },
    signal,
  });
  const host = createPageHost(signal);
  const cards = createCardOpener(
    ask,
    host,
    {
      onReport: async (concern, mark) => {
        const opened = await ask({ type: 'openReport', concern, target: targetOf(mark) });
        return opened !== null;
      },
      onFocusLost: () => {
        region.takeFocus();
      },
    },
    signal,
  );
  const region = createPageRegion({
    host,
    texts: regionTexts(translate),
    css: regionCss,
    onOpen: (mark) => {
      cards.open(mark);
    },
    signal,
  });
  let treat = treatmentUnder(settings);
  let marks: readonly Mark[] = [];
  let shownCount = 0;
  let hasBeenRead = false;

  function showMarks(): void {
    const anchors = reading.anchors();
    const { listed, notStated } = applyCorrections(anchors, treat);
    marks = chooseMarks(listed, notStated);
    painter.show(marks);
    cards.keepOnly(marks, chooseMarks(anchors));
    // Last: the focus of a card that closes goes back to a button that is still there.
    region.show(marks);
    if (marks.length === shownCount) return;
    shownCount = marks.length;
    tellCount();
  }

  function tellCount(): void {
    void ask({ type: 'countChanged', count: shownCount });
  }

  watchMarkClicks(
    painter,
    (mark) => {
      region.startFrom(mark);
      cards.open(mark);
    },
    signal,
  );
  watchPage(
    document,
    queue,
    (changes) => {
      queue.add(reading.read(changes));
    },
    signal,
  );
  const ids = createIds();
  answerPageMessages(
    {
      getPageState: () => {
        const anchors = reading.anchors();
        const { listed, notStated } = applyCorrections(anchors, treat);
        return Promise.resolve({
          isReading: !hasBeenRead || reading.isWaiting(),
          language: readAbout().language,
          wordCount: reading.wordCount(),
          hiddenCount: anchors.length - listed.length,
          keptOut: null,
          annotations: listed.map(({ match, quote }) => ({
            id: ids.of(match),
            claim: match.claim,
            // What the reader says only reports it is listed as a report; a denial is one as well.
            stance: notStated.has(match) && match.stance !== 'denies' ? 'attributes' : match.stance,
            quote: quote.exact,
            isMarked: marks.some(({ entries }) => entries.some((entry) => entry.match === match)),
          })),
        });
      },
      showAnnotation: ({ id }) => {
        const anchor = reading.anchors().find(({ match }) => ids.of(match) === id);
        const isThere = anchor?.state === 'anchored' && isSound(anchor);
        return Promise.resolve(isThere && showRange(anchor.range, signal));
      },
      moveToMark: ({ direction }) => {
        cards.close();
        return Promise.resolve(region.moveToMark(direction));
      },
      // It is read, and follows the settings itself.
      readAnyway: () => Promise.resolve(true),
      termsChanged: () => Promise.resolve(true),
    },
    logError,
    signal,
  );
  window.addEventListener(
    'visibilitychange',
    () => {
      // An update or removal of the extension tells its old pages nothing.
      if (isInvalidated()) onGone();
    },
    { capture: true, signal },
  );
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      // The page comes back as it was left, but the browser has cleared the tab's button.
      if (persisted && shownCount > 0) tellCount();
    },
    { signal },
  );
  signal.addEventListener(
    'abort',
    () => {
      // The answer is nobody's business: this page has done with us.
      if (shownCount > 0 && !isInvalidated()) {
        void askBackground({ type: 'countChanged', count: 0 });
      }
    },
    { once: true },
  );
  queue.add(readAll());
  return (changed) => {
    treat = treatmentUnder(changed);
    showMarks();
  };

  function* readAll(): Generator<void, void> {
    yield* reading.read([{ root: rootElementOf(document), extent: 'subtree' }]);
    hasBeenRead = true;
  }
}

/** What a report about a mark says of the page. */
function targetOf(mark: Mark): ReportTarget | null {
  const range = isSound(mark) ? mark.range : null;
  const page = readPageForReport(document, location.href, range);
  // As it is rendered: the source is wrapped where its author's editor wrapped it.
  const inLine = (text: string) => text.replaceAll(/\s+/gu, ' ');
  const { exact, prefix, suffix } = mark.quote;
  return reportTarget({
    ...page,
    quote: { exact: inLine(exact), prefix: inLine(prefix), suffix: inLine(suffix) },
  });
}

/** What stands among snippets of others is no page's own word. */
function withoutAssertions(matches: readonly ClaimMatch[]): readonly ClaimMatch[] {
  return matches.map((match) =>
    match.stance === 'asserts' ? { ...match, stance: 'attributes' } : match,
  );
}

/** Names for matches, as long as the page stays. */
function createIds(): { of(match: ClaimMatch): string } {
  const ids = new WeakMap<ClaimMatch, string>();
  let count = 0;
  return {
    of(match) {
      const id = ids.get(match) ?? String((count += 1));
      ids.set(match, id);
      return id;
    },
  };
}

/** The one place of a page that logs what nothing else has caught. */
function logError(error: unknown): void {
  console.error('Rejoinder:', error);
}
