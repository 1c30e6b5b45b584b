/** The page on which a reader writes a report. Whatever is typed is saved in the turn it is typed in. */
import { render } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import * as v from 'valibot';
import '../../components/card.css';
import { ClaimView } from '../../components/ClaimView.tsx';
import { describeClaim } from '../../components/describe-claim.ts';
import { reportWords } from '../../components/report-words.ts';
import '../../components/report.css';
import type { WayOutcome } from '../../components/ReportWaysOut.tsx';
import { ReportView, type ShownReport } from '../../components/ReportView.tsx';
import { TranslateContext } from '../../components/translate-context.ts';
import type { Claim } from '../../core/claims/claim.ts';
import { recordOf, type ClaimRecord } from '../../core/claims/claim-list.ts';
import {
  issueAddress,
  outgoingReport,
  writeReportFile,
  writeReportText,
} from '../../core/claims/outgoing-report.ts';
import {
  changeReport,
  markPassedOn,
  ReportId,
  type PageAddress,
  type Report,
  type ReportChange,
  type WayOut,
} from '../../core/claims/report.ts';
import { browser } from '../../core/extension/browser.ts';
import { readBundledList, readBundledWordings } from '../../core/extension/bundled-list.ts';
import {
  listReports,
  watchReports,
  type OutboxContent,
} from '../../core/extension/report-outbox.ts';
import { createSimilarClaims } from '../../core/extension/similar-claims.ts';
import { translate } from '../../core/extension/translate.ts';
import {
  discardReport,
  findReport,
  saveOrKeep,
  type FoundReport,
} from '../../core/extension/unsaved-report.ts';

/** How long a reader pauses in typing before like claims are looked for, in milliseconds. */
const SEARCH_PAUSE_MS = 150;

const NO_OTHERS: OutboxContent = { reports: [], unreadableCount: 0 };

const list = await readBundledList();
const findSimilar = createSimilarClaims(list.claims, await readBundledWordings());
const repository = list.head.publisher.reports?.github ?? null;
const words = reportWords(translate);

function ReportPage() {
  const [id, setId] = useState(readId);
  const [shown, setShown] = useState<ShownReport | null>(null);
  const [outbox, setOutbox] = useState(NO_OTHERS);
  const [leftOut, setLeftOut] = useState<PageAddress | null>(null);
  const [outcome, setOutcome] = useState<WayOutcome>('none');
  const [deleted, setDeleted] = useState<Report | null>(null);
  const [record, setRecord] = useState<ClaimRecord | null>(null);
  /** What is shown, also between a change and its rendering. */
  const latest = useRef<Report | null>(null);
  /** What had the focus when a claim was opened. */
  const opener = useRef<HTMLElement | null>(null);

  const show = (next: ShownReport) => {
    latest.current = next.kind === 'report' ? next.report : null;
    setShown(next);
  };
  const readOutbox = async () => {
    const listed = await listReports();
    if (listed.ok) setOutbox(listed.value);
  };

  useEffect(() => {
    const onHashChange = () => {
      setId(readId);
    };
    addEventListener('hashchange', onHashChange);
    return () => {
      removeEventListener('hashchange', onHashChange);
    };
  }, []);
  useEffect(() => {
    const ending = new AbortController();
    const read = async () => {
      const found: FoundReport = id === null ? { kind: 'none' } : await findReport(id);
      if (!ending.signal.aborted) show(newestOf(found, latest.current));
      await readOutbox();
    };
    latest.current = null;
    setLeftOut(null);
    setOutcome('none');
    watchReports(() => void read(), ending.signal);
    void read();
    return () => {
      ending.abort();
    };
  }, [id]);
  const claims = useClaims(shown);
  useEffect(() => {
    const kind = shown?.kind === 'report' ? shown.report.concern.kind : 'new-claim';
    document.title = translate(kind === 'problem' ? 'report_title_problem' : 'report_title_new');
  }, [shown]);

  useEffect(() => {
    if (record !== null) document.querySelector<HTMLElement>('.card button')?.focus();
    else opener.current?.focus();
  }, [record]);

  if (shown === null) return null;
  const save = async (report: Report) => {
    show({ kind: 'report', report, unsaved: shown.kind === 'report' ? shown.unsaved : null });
    const saved = await saveOrKeep(report);
    // Something newer is on its way, and says how that went.
    if (latest.current !== report) return;
    show({ kind: 'report', report, unsaved: saved.ok ? null : saved.error });
  };
  const change = (changes: ReportChange) => {
    if (latest.current !== null) void save(changeReport(latest.current, new Date(), changes));
    setOutcome('none');
  };
  const setAddress = (source: PageAddress | null) => {
    const target = latest.current?.target;
    if (target) change({ target: { ...target, source } });
  };

  const passOn = async (way: WayOut) => {
    const report = latest.current;
    if (report === null) return;
    const came = await passOnBy(way, report).catch((): WayOutcome => 'failed');
    setOutcome(came);
    if (came === 'failed') return;
    await save(markPassedOn(latest.current ?? report, way, new Date()));
  };

  const remove = async (unwanted: ReportId) => {
    const report = [latest.current, ...outbox.reports].find((each) => each?.id === unwanted);
    if (!report) return;
    const discarded = await discardReport(unwanted);
    if (!discarded.ok) return;
    setDeleted(report);
    if (unwanted === id) show({ kind: 'deleted', report });
    await readOutbox();
  };
  const undo = async () => {
    if (deleted === null) return;
    const saved = await saveOrKeep(deleted);
    if (deleted.id === id) {
      show({ kind: 'report', report: deleted, unsaved: saved.ok ? null : saved.error });
    }
    setDeleted(null);
    await readOutbox();
  };

  return (
    <>
      {/* It stays while a claim is shown, with all that is typed, opened and in focus. */}
      <div hidden={record !== null}>
        <ReportView
          shown={shown}
          list={list.head}
          claims={claims.map((claim) => describeClaim(claim, navigator.languages))}
          onOpenClaim={(claimId) => {
            const claim = list.claims.find((candidate) => candidate.id === claimId);
            opener.current =
              document.activeElement instanceof HTMLElement ? document.activeElement : null;
            setRecord(claim === undefined ? null : recordOf(list, claim.id));
          }}
          onWrite={(field, text) => {
            change({ [field]: text });
          }}
          leftOut={leftOut}
          onLeaveOutAddress={() => {
            setLeftOut(latest.current?.target?.source ?? null);
            setAddress(null);
          }}
          onPutBackAddress={() => {
            setAddress(leftOut);
            setLeftOut(null);
          }}
          repository={repository}
          publisher={list.head.publisher.name}
          outcome={outcome}
          onPassOn={(way) => void passOn(way)}
          others={outbox.reports.filter((report) => report.id !== id)}
          unreadableCount={outbox.unreadableCount}
          canUndo={deleted !== null && deleted.id !== id}
          onDelete={(unwanted) => void remove(unwanted)}
          onUndo={() => void undo()}
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

/** What was read, or what is on the page already where that is newer, or where it is gone. */
function newestOf(found: FoundReport, latest: Report | null): ShownReport {
  if (latest === null) return found;
  if (found.kind === 'none') return { kind: 'deleted', report: latest };
  if (found.kind === 'report' && found.report.changed >= latest.changed) return found;
  return { kind: 'report', report: latest, unsaved: null };
}

function readId(): ReportId | null {
  const parsed = v.safeParse(ReportId, location.hash.slice(1));
  return parsed.success ? parsed.output : null;
}

/** The claims that stand beside a report: the one concerned, or those that are most like it. */
function useClaims(shown: ShownReport | null): readonly Claim[] {
  const report = shown?.kind === 'report' ? shown.report : null;
  const claim = report?.claim ?? '';
  const passage = report?.target?.selector?.exact ?? '';
  const concern = report?.concern;
  const [similar, setSimilar] = useState<readonly Claim[]>([]);
  const isNew = concern?.kind === 'new-claim';
  useEffect(() => {
    if (!isNew) return undefined;
    const timer = setTimeout(() => {
      setSimilar(findSimilar([claim, passage]));
    }, SEARCH_PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [claim, passage, isNew]);
  const concerned = useMemo(
    () =>
      concern?.kind === 'problem' ? list.claims.filter(({ id }) => id === concern.claim) : null,
    [concern],
  );
  return concerned ?? similar;
}

/** Does what the reader has asked for. Rejects where the browser does not do it. */
async function passOnBy(way: WayOut, report: Report): Promise<WayOutcome> {
  const outgoing = outgoingReport(report, list.head);
  switch (way) {
    case 'clipboard':
      await navigator.clipboard.writeText(writeReportText(outgoing, words));
      return 'copied';
    case 'file':
      saveAsFile(`rejoinder-report-${report.id}.json`, writeReportFile(outgoing));
      return 'saved-as-file';
    case 'github': {
      if (repository === null) return 'failed';
      const { address, isWhole } = issueAddress(repository, outgoing, words);
      await browser.tabs.create({ url: address });
      return isWhole ? 'opened' : 'opened-cut';
    }
  }
}

function saveAsFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
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
