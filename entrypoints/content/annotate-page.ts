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
import handleCss from '../../components/handle.css?inline';
import regionCss from '../../components/region.css?inline';
import { regionTexts } from '../../components/region-texts.ts';
import type { Stance } from '../../core/claims/stance.ts';
import { reportTarget, type ReportTarget } from '../../core/claims/report.ts';
import { treatmentUnder } from '../../core/extension/corrections.ts';
import { answerPageMessages, askBackground, isInvalidated } from '../../core/extension/messages.ts';
import type { Settings } from '../../core/extension/settings.ts';
import type { ClaimMatch } from '../../core/matching/claim-match.ts';
import { translate } from '../../core/extension/translate.ts';
import { isSound, type Anchor } from '../../core/page/anchor.ts';
import {
  chooseMarks,
  findResponses,
  type Mark,
  type PartOf,
} from '../../core/page/choose-marks.ts';
import { watchMarkClicks } from '../../core/page/hit-test.ts';
import { createLinkHandle } from '../../core/page/link-handle.ts';
import { rootElementOf } from '../../core/page/node-access.ts';
import { createAboutReader, readPageFacts, type PageFacts } from '../../core/page/page-facts.ts';
import { createPageHost } from '../../core/page/page-host.ts';
import {
  readDateAt,
  readWrittenDates,
  teaserFinder,
  type WrittenDates,
} from '../../core/page/page-parts.ts';
import { createPageRegion } from '../../core/page/page-region.ts';
import { readVoices } from '../../core/page/page-voice.ts';
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
  const readAbout = createAboutReader(readDatedFacts);
  const reading = createReading(
    async (part) => {
      const { dates, ...about } = readAbout();
      const request = { ...about, ...(dates.ofPage !== null && { date: dates.ofPage }), ...part };
      const found = await ask({ type: 'findClaims', request });
      if (found?.flat().some(isAssertion) !== true) return found;
      // Anew each time: a page may be translated while it is read.
      const isOwnWord = !isNeverSolid && readVoices(document, location.href).length === 0;
      return isOwnWord ? found : found.map(withoutAssertions);
    },
    showMarks,
    (element) => readAbout().dates.ofPart(element),
    (...host) => {
      watchHost(...host);
    },
  );
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
  const texts = regionTexts(translate);
  const region = createPageRegion({
    host,
    texts,
    css: regionCss,
    onOpen: (mark) => {
      cards.open(mark);
    },
    signal,
  });
  const handle = createLinkHandle({
    host,
    texts,
    css: handleCss,
    onOpen: openCard,
    signal,
  });
  let treat = treatmentUnder(settings);
  let marks: readonly Mark[] = [];
  let shownCount = 0;
  let hasBeenRead = false;

  function showMarks(): void {
    const anchors = reading.anchors();
    const { listed, notStated } = applyCorrections(anchors, treat);
    const partOf = partFinder();
    marks = chooseMarks(listed, notStated, partOf);
    painter.show(marks);
    cards.keepOnly(marks, chooseMarks(anchors, new Set(), partOf));
    // Last: the focus of a card that closes goes back to a button that is still there.
    region.show(marks);
    handle.show(marks);
    if (marks.length === shownCount) return;
    shownCount = marks.length;
    tellCount();
  }

  /** Asked of few blocks, if any: the teasers are looked for when the first is. */
  function partFinder(): PartOf {
    let find: ReturnType<typeof teaserFinder> | null = null;
    return ({ element }) => {
      find ??= teaserFinder(document);
      return find(element);
    };
  }

  function idOfResponse(anchor: Anchor, responseTo: ReturnType<typeof findResponses>) {
    const response = anchor.match.stance === 'denies' ? null : responseTo(anchor);
    return response && ids.of(response.match);
  }

  function tellCount(): void {
    void ask({ type: 'countChanged', count: shownCount });
  }

  function openCard(mark: Mark): void {
    region.startFrom(mark);
    cards.open(mark);
  }

  watchMarkClicks(painter, openCard, signal);
  const watchHost = watchPage(
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
        const responseTo = findResponses(listed, partFinder());
        return Promise.resolve({
          isReading: !hasBeenRead || reading.isWaiting(),
          language: readAbout().language,
          wordCount: reading.wordCount(),
          markCount: marks.length,
          hiddenCount: anchors.length - listed.length,
          keptOut: null,
          annotations: listed.map((anchor) => ({
            id: ids.of(anchor.match),
            claim: anchor.match.claim,
            stance: shownStance(anchor, notStated),
            quote: anchor.quote.exact,
            isMarked: marks.some(({ entries }) =>
              entries.some(({ match }) => match === anchor.match),
            ),
            response: idOfResponse(anchor, responseTo),
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
    'pagehide',
    () => {
      // A frame that is taken out; a page that is left has its button cleared by the browser.
      if (window.parent !== window && shownCount > 0 && !isInvalidated()) {
        void askBackground({ type: 'countChanged', count: 0 });
      }
    },
    { signal },
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

/** What a passage is read with, and when what is said on the page was written. */
function readDatedFacts(page: Document): PageFacts & { readonly dates: WrittenDates } {
  return { ...readPageFacts(page), dates: readWrittenDates(page) };
}

/** What the reader says only reports a claim is listed as a report; a denial is one as well. */
function shownStance({ match }: Anchor, notStated: ReadonlySet<ClaimMatch>): Stance {
  return notStated.has(match) && match.stance !== 'denies' ? 'attributes' : match.stance;
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
    date: readDateAt(document, mark.block.element),
    quote: { exact: inLine(exact), prefix: inLine(prefix), suffix: inLine(suffix) },
  });
}

/** What stands among snippets of others is no page's own word. */
function withoutAssertions(matches: readonly ClaimMatch[]): readonly ClaimMatch[] {
  return matches.map((match) => (isAssertion(match) ? { ...match, stance: 'attributes' } : match));
}

function isAssertion({ stance }: ClaimMatch): boolean {
  return stance === 'asserts';
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
