/** The page on which a reader writes a report. Whatever is typed is saved in the turn it is typed in. */
import { render } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import '../../components/card.css';
import { ClaimView } from '../../components/ClaimView.tsx';
import { describeClaim } from '../../components/describe-claim.ts';
import '../../components/report.css';
import type { ImportOutcome } from '../../components/ReportList.tsx';
import type { ShownOutcome } from '../../components/ReportState.tsx';
import type { WayOutcome } from '../../components/ReportWaysOut.tsx';
import { ReportView, TITLES } from '../../components/ReportView.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Claim, ClaimId } from '../../core/claims/claim.ts';
import { recordOf, type ClaimRecord } from '../../core/claims/claim-list.ts';
import { endpointPattern } from '../../core/claims/report-endpoint.ts';
import { readCollection, writeCollection } from '../../core/claims/report-collection.ts';
import { ReportId, type Report, type ReportChange, type WayOut } from '../../core/claims/report.ts';
import { pickLanguage } from '../../core/claims/text.ts';
import { readBundledList, readBundledWordings } from '../../core/extension/bundled-list.ts';
import { lookSoon, noLongerLent } from '../../core/extension/deliver-reports.ts';
import {
  hasArrived,
  hurry,
  isWaiting,
  markPassedOn,
  queue,
  withdraw,
} from '../../core/extension/delivery-state.ts';
import { askBackground } from '../../core/extension/messages.ts';
import { addReports, readRecords } from '../../core/extension/report-outbox.ts';
import { changeSettings, DEFAULT_SETTINGS, readSettings } from '../../core/extension/settings.ts';
import { askForAccess, giveBackAccess, mayRead } from '../../core/extension/site-access.ts';
import type { ClaimMatch } from '../../core/matching/claim-match.ts';
import { createSimilarClaims, joinNearest } from '../../core/extension/similar-claims.ts';
import { translate } from '../../core/extension/translate.ts';
import { passOn, saveAsFile } from './pass-on.ts';
import { useReport } from './use-report.ts';

/** How long a reader pauses in typing before like claims are looked for, in milliseconds. */
const SEARCH_PAUSE_MS = 150;

const list = await readBundledList();
const findSimilar = createSimilarClaims(list.claims, await readBundledWordings());

function ReportPage() {
  const id = useReportId();
  const { shown, others, unreadableCount, deleted, ...report } = useReport(id);
  const claims = useClaims(report.read());
  const [chosen, setChosen] = useState(DEFAULT_SETTINGS);
  const [imported, setImported] = useState<ImportOutcome>({ kind: 'none' });
  const [outcome, setOutcome] = useState<WayOutcome>('none');
  const [record, setRecord] = useState<ClaimRecord | null>(null);
  /** What had the focus when a claim was opened. */
  const opener = useRef<Element | null>(null);

  const shownId = useRef(id);
  useEffect(() => {
    setOutcome('none');
    if (shownId.current === id) return;
    // Another draft in the same place: a reader who pressed its name at the end must see that.
    shownId.current = id;
    scrollTo(0, 0);
    document.querySelector('h1')?.focus({ preventScroll: true });
  }, [id]);
  useEffect(() => {
    const kind = shown !== null && 'report' in shown ? shown.report.concern.kind : 'new-claim';
    document.title = translate(TITLES[kind]);
  }, [shown]);
  useEffect(() => {
    void readSettings().then(setChosen);
    // What waited because the device was offline has its turn.
    const onOnline = () => void askBackground({ type: 'deliverReports' });
    addEventListener('online', onOnline);
    return () => {
      removeEventListener('online', onOnline);
    };
  }, []);
  useLayoutEffect(() => {
    const next = record === null ? opener.current : document.querySelector('.card button');
    if (next instanceof HTMLElement) next.focus();
  }, [record]);
  if (shown === null) return null;

  const change = (changes: ReportChange) => {
    report.change(changes);
    setOutcome('none');
  };
  const leaveByHand = async (way: Exclude<WayOut, 'endpoint'>) => {
    const leaving = report.read();
    if (leaving === null) return;
    const came = await passOn(way, leaving, list.head);
    setOutcome(came);
    if (came === 'failed') return;
    await report.advance(leaving.id, (stored) =>
      // What was written meanwhile was not passed on.
      stored.changed === leaving.changed ? markPassedOn(stored, way, new Date()) : null,
    );
  };
  /** Has a report sent to where the list says now; asks in the turn of the click. */
  const send = (id: ReportId) => {
    const to = list.head.publisher.reports?.endpoint?.url;
    if (to === undefined) {
      setOutcome('failed');
      return;
    }
    const wanted = [report.read(), ...others].find((each) => each?.id === id);
    if (wanted != null && hasArrived(wanted, to)) {
      setOutcome('sent-already');
      return;
    }
    const pattern = endpointPattern(to);
    // Both in this turn: browsers let it be asked for in no other.
    const had = mayRead([pattern]);
    const asked = askForAccess([pattern]);
    void (async () => {
      if (!(await asked)) {
        setOutcome('not-allowed');
        return;
      }
      const isLent = !(await had) || others.some((other) => isWaiting(other) && other.state.isLent);
      await lookSoon();
      const now = new Date();
      const isQueued = await report.advance(
        id,
        (stored) => queue(stored, to, list.head, isLent, now) ?? hurry(stored, now),
      );
      setOutcome(isQueued ? 'queued' : 'failed');
      await askBackground({ type: 'deliverReports' });
    })();
  };
  const takeBack = async (id: ReportId) => {
    const before = [report.read(), ...others].filter((each) => each?.id === id);
    if (!(await report.advance(id, (stored) => withdraw(stored, new Date())))) return;
    setOutcome('none');
    const waiting = others.filter((each) => each.id !== id).filter(isWaiting);
    const was = before.filter((each) => each !== null).filter(isWaiting);
    await giveBackAccess(noLongerLent(was, waiting));
  };
  const importFile = async (file: Blob) => {
    const read = readCollection(await file.text());
    if (read === null) {
      setImported({ kind: 'not-reports' });
      return;
    }
    const added = await addReports(read.reports);
    await report.refresh();
    setImported(
      added.ok
        ? { kind: 'read', addedCount: added.value, refusedCount: read.refusedCount }
        : { kind: 'not-stored' },
    );
  };
  return (
    <>
      {/* It stays while a claim is shown, with all that is typed and opened. */}
      <div hidden={record !== null}>
        <ReportView
          shown={shown}
          list={list.head}
          claims={claims.map((claim) => describeClaim(claim, navigator.languages))}
          onOpenClaim={(claimId) => {
            const claim = list.claims.find((candidate) => candidate.id === claimId);
            opener.current = document.activeElement;
            setRecord(claim === undefined ? null : recordOf(list, claim.id));
          }}
          onWrite={(field, text) => {
            change({ [field]: text });
          }}
          onConcern={(concern) => {
            change({ concern });
          }}
          onAddWording={(claimId) => {
            const claim = list.claims.find((candidate) => candidate.id === claimId);
            if (claim !== undefined) change({ concern: { kind: 'new-wording', claim: claim.id } });
            // The button that was pressed has gone.
            document.querySelector('h1')?.focus({ preventScroll: true });
          }}
          onIncludeAddress={(includesAddress) => {
            change({ includesAddress });
          }}
          places={list.head.publisher.reports}
          publisher={list.head.publisher.name}
          interest={pickLanguage(list.head.publisher.interest, navigator.languages).text}
          contact={list.head.publisher.contact}
          waysNotOffered={chosen.waysNotOffered}
          onOfferWay={(way, isOffered) => {
            void changeSettings((settings) => {
              const ways = settings.waysNotOffered.filter((each) => each !== way);
              return { ...settings, waysNotOffered: isOffered ? ways : [...ways, way] };
            }).then(setChosen);
          }}
          outcome={outcome}
          onPassOn={(way) => {
            if (way !== 'endpoint') void leaveByHand(way);
            else if (id !== null) send(id);
          }}
          outcomeOf={outcomeOf}
          imported={imported}
          onRetry={send}
          onWithdraw={(unwanted) => void takeBack(unwanted)}
          onExport={() => {
            void readRecords().then((records) => {
              if (!records.ok) setOutcome('failed');
              else saveAsFile('rejoinder-reports.json', writeCollection(records.value, list.head));
            });
          }}
          onImport={(file) => void importFile(file)}
          others={others}
          unreadableCount={unreadableCount}
          deleted={deleted}
          onDelete={(unwanted) => {
            void takeBack(unwanted)
              .then(() => report.remove(unwanted))
              .then((isGone) => {
                setOutcome(isGone ? 'none' : 'failed');
              });
          }}
          onUndo={(unwanted) => {
            void report.undo(unwanted).then(() => {
              // The button that was pressed has gone.
              document.querySelector('h1')?.focus({ preventScroll: true });
            });
          }}
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

/** The id that the address of the page names; null for none. */
function useReportId(): ReportId | null {
  const [id, setId] = useState(readId);
  useEffect(() => {
    const onHashChange = () => {
      setId(readId);
    };
    addEventListener('hashchange', onHashChange);
    return () => {
      removeEventListener('hashchange', onHashChange);
    };
  }, []);
  return id;
}

function readId(): ReportId | null {
  const parsed = v.safeParse(ReportId, location.hash.slice(1));
  return parsed.success ? parsed.output : null;
}

/** What the list says became of a report, in the reader's language. */
function outcomeOf(id: ReportId): ShownOutcome | null {
  const outcome = list.outcomes?.[id];
  if (outcome === undefined) return null;
  if (outcome.kind === 'declined') {
    return { kind: 'declined', reason: pickLanguage(outcome.reason, navigator.languages).text };
  }
  const claim = list.claims.find((candidate) => candidate.id === outcome.claim);
  const text =
    claim === undefined
      ? outcome.claim
      : pickLanguage(claim.claimReviewed, navigator.languages).text;
  return { kind: outcome.kind, claim: text };
}

/** The claims that stand beside a report: the one concerned, or those that are most like it. */
function useClaims(report: Report | null): readonly Claim[] {
  const [similar, setSimilar] = useState<readonly Claim[]>([]);
  const matched = useMatched(report);
  const claim = report?.claim ?? '';
  const passage = report?.target?.selector?.exact ?? '';
  useEffect(() => {
    const timer = setTimeout(() => {
      setSimilar(joinNearest(list.claims, matched, findSimilar([claim, passage])));
    }, SEARCH_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [claim, passage, matched]);
  const concern = report?.concern;
  if (concern === undefined || concern.kind === 'new-claim') return similar;
  return list.claims.filter(({ id }) => id === concern.claim);
}

const NONE: readonly ClaimId[] = [];

function claimsOf(matches: readonly ClaimMatch[]): readonly ClaimId[] {
  return matches.toSorted((a, b) => b.similarity - a.similarity).map(({ claim }) => claim);
}

/** The claims that the passage would be marked with on a page, the best match first. */
function useMatched(report: Report | null): readonly ClaimId[] {
  const [matched, setMatched] = useState(NONE);
  const target = report?.target ?? null;
  const passage = target?.selector?.exact ?? '';
  useEffect(() => {
    let isLate = false;
    setMatched(NONE);
    if (passage === '') return undefined;
    const request = {
      language: target?.language ?? null,
      title: target?.title ?? '',
      before: target?.selector?.prefix ?? '',
      blocks: [{ text: passage, isHeading: false }],
    };
    void askBackground({ type: 'findClaims', request }).then((found) => {
      if (!isLate && found.ok) setMatched(claimsOf(found.value.flat()));
    });
    return () => {
      isLate = true;
    };
  }, [passage, target?.language]);
  return matched;
}

const root = document.getElementById('root');
if (root !== null) {
  render(
    <TranslateContext.Provider value={translate}>
      <ReportPage />
    </TranslateContext.Provider>,
    root,
  );
}
