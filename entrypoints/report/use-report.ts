/** The report of an address, and the others beside it, kept in step with the outbox. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ShownReport } from '../../components/ReportView.tsx';
import {
  changeReport,
  type Report,
  type ReportChange,
  type ReportId,
} from '../../core/claims/report.ts';
import {
  listReports,
  updateReport,
  watchReports,
  type OutboxContent,
} from '../../core/extension/report-outbox.ts';
import { discardReport, findReport, saveOrKeep } from '../../core/extension/unsaved-report.ts';

export type ReportInUse = {
  /** Null until it is read. */
  readonly shown: ShownReport | null;
  readonly others: readonly Report[];
  readonly unreadableCount: number;
  /** The last of the others that was deleted here; null when there is none to be had back. */
  readonly deleted: Report | null;
  /** The report as it is, also between a change and its rendering; null where none is shown. */
  readonly read: () => Report | null;
  /** Saves what the reader has changed, in the turn of the call. */
  readonly change: (changes: ReportChange) => void;
  /**
   * Changes how far a report has come, from what is stored at that moment. Whether there was anything
   * to change.
   */
  readonly advance: (id: ReportId, change: (report: Report) => Report | null) => Promise<boolean>;
  /** Reads again what is there, this report too. */
  readonly refresh: () => Promise<void>;
  /** Whether it was deleted. */
  readonly remove: (id: ReportId) => Promise<boolean>;
  readonly undo: (deleted: Report) => Promise<void>;
};

const EMPTY: OutboxContent = { reports: [], unreadableCount: 0 };

/** The report of `id`; `shown` says that there is none for null. */
export function useReport(id: ReportId | null): ReportInUse {
  const [shown, setShown] = useState<ShownReport | null>(null);
  const [outbox, setOutbox] = useState(EMPTY);
  const [deleted, setDeleted] = useState<Report | null>(null);
  const latest = useRef<ShownReport | null>(null);

  const show = (next: ShownReport) => {
    latest.current = next;
    setShown(next);
  };
  const read = () => (latest.current?.kind === 'report' ? latest.current.report : null);
  const readOutbox = async () => {
    const listed = await listReports();
    if (listed.ok) setOutbox(listed.value);
  };

  const life = useRef(new AbortController().signal);
  /** Reads all again, for as long as this report is the one of the address. */
  const follow = async () => {
    const { current: signal } = life;
    const found: ShownReport = id === null ? { kind: 'none' } : await findReport(id);
    if (!signal.aborted) show(newestOf(found, latest.current));
    await readOutbox();
  };

  useEffect(() => {
    const ending = new AbortController();
    life.current = ending.signal;
    latest.current = null;
    watchReports(() => void follow(), ending.signal);
    void follow();
    return () => {
      ending.abort();
    };
  }, [id]);

  const save = async (report: Report) => {
    const before = latest.current?.kind === 'report' ? latest.current.unsaved : null;
    show({ kind: 'report', report, unsaved: before });
    const saved = await saveOrKeep(report);
    // Something newer is on its way, and says how that went.
    if (read() !== report) return;
    show({ kind: 'report', report, unsaved: saved.ok ? null : saved.error });
  };
  return {
    shown,
    others: outbox.reports.filter((report) => report.id !== id),
    unreadableCount: outbox.unreadableCount,
    deleted: deleted?.id === id ? null : deleted,
    read,
    change: (changes) => {
      const report = read();
      if (report !== null) void save(changeReport(report, new Date(), changes));
    },
    advance: async (changing, change) => {
      const updated = await updateReport(changing, change);
      const advanced = updated.ok ? updated.value : null;
      // What was written meanwhile is a draft, and stays what is shown.
      if (advanced !== null && read()?.id === changing && read()?.changed === advanced.changed) {
        show({ kind: 'report', report: advanced, unsaved: null });
      }
      await readOutbox();
      return advanced !== null;
    },
    refresh: follow,
    remove: async (unwanted) => {
      const report = [read(), ...outbox.reports].find((each) => each?.id === unwanted);
      if (!report || !(await discardReport(unwanted)).ok) return false;
      if (unwanted === id) show({ kind: 'deleted', report });
      else setDeleted(report);
      await readOutbox();
      return true;
    },
    undo: async (unwanted) => {
      // What waited is not sent by being had back.
      const report: Report =
        unwanted.state.kind === 'waiting' ? { ...unwanted, state: { kind: 'draft' } } : unwanted;
      if (report.id === id) await save(report);
      else await saveOrKeep(report);
      setDeleted((other) => (other?.id === report.id ? null : other));
      await readOutbox();
    },
  };
}

/** What was read, unless what is shown is newer, or can be had back where it is gone. */
function newestOf(found: ShownReport, latest: ShownReport | null): ShownReport {
  if (latest?.kind === 'deleted') return found.kind === 'none' ? latest : found;
  if (latest?.kind !== 'report') return found;
  if (found.kind === 'none') return { kind: 'deleted', report: latest.report };
  return found.kind === 'report' && found.report.changed >= latest.report.changed ? found : latest;
}
