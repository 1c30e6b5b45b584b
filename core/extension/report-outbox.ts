/**
 * The reports of this device, in IndexedDB, where they outlive tab, background and browser. Every
 * trouble of the storage is a result: whoever shows a report keeps what was typed and says so.
 */
import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import * as v from 'valibot';
import { upgradeRecord } from '../claims/earlier-report.ts';
import { Report, type ReportId } from '../claims/report.ts';

const DATABASE = 'rejoinder-reports';
/** Rises with every change of the stores; `upgrade` then brings older ones up to it. */
const VERSION = 2;
/** An open that has not been answered by now counts as refused: some profiles never answer. */
export const OPEN_TIMEOUT_MS = 3_000;

/**
 * `full`: no room is left. `blocked`: another document of ours holds an older database open.
 * `unavailable`: the browser keeps none for us (a private profile, a damaged disk, a newer database).
 */
export type StorageTrouble = 'full' | 'blocked' | 'unavailable';
export type Stored<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: StorageTrouble };

/** A record that does not fit its schema is kept as it is, and told of. */
export type ReadReport =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'none' };

export type OutboxContent = {
  /** The latest changed first. */
  readonly reports: readonly Report[];
  /** Records that are there and do not fit. */
  readonly unreadableCount: number;
};

interface Outbox extends DBSchema {
  // What is stored is validated when it is read, so the store says nothing of it but its key.
  reports: { key: string; value: { readonly id: string } };
}
type Database = IDBPDatabase<Outbox>;

let open: Database | null = null;
/** The connection while it is being opened, so that two calls share one. */
let opening: Promise<Database> | null = null;

class Blocked extends Error {}

function connect(): Promise<Database> {
  opening ??= openDatabase().finally(() => {
    opening = null;
  });
  return opening;
}

async function openDatabase(): Promise<Database> {
  const { promise: refused, reject: refuse } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    refuse(new Error('The browser does not answer.'));
  }, OPEN_TIMEOUT_MS);
  const asked = openDB<Outbox>(DATABASE, VERSION, {
    upgrade(database, before, _, transaction) {
      // The open is refused with it, which says why.
      transaction.done.catch(() => undefined);
      if (before === 0) database.createObjectStore('reports', { keyPath: 'id' });
      else bringUp(transaction);
    },
    blocked() {
      refuse(new Blocked());
    },
    blocking() {
      // A newer version of us waits for this one to let go.
      close();
    },
    terminated() {
      open = null;
    },
  });
  try {
    const database = await Promise.race([asked, refused]);
    open = database;
    return database;
  } catch (error) {
    // It may still open, and would then be in the way of the next version.
    asked.then(
      (late) => {
        late.close();
      },
      () => undefined,
    );
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Brings every record up to this version, in one transaction with the new number: all of them, or
 * none, and then all are as they were.
 */
function bringUp(transaction: IDBPTransaction<Outbox, 'reports'[], 'versionchange'>): void {
  const store = transaction.objectStore('reports');
  const work = async () => {
    for (const record of await store.getAll()) await store.put(upgradeRecord(record));
  };
  work().catch(() => {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
  });
}

function close(): void {
  open?.close();
  open = null;
}

/** With an open database `work` begins in the very turn of the call. */
async function attempt<T>(work: (database: Database) => Promise<T>): Promise<Stored<T>> {
  try {
    return { ok: true, value: await work(open ?? (await connect())) };
  } catch (error) {
    // Whatever is wrong with the connection, the next attempt begins with a new one.
    close();
    return { ok: false, error: troubleOf(error) };
  }
}

function troubleOf(error: unknown): StorageTrouble {
  if (error instanceof Blocked) return 'blocked';
  return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'unavailable';
}

/**
 * Writes a report, in the turn of the call once the outbox has been read or written: nothing is
 * pending when a document is closed right after it. Of two calls the later one counts.
 */
export async function saveReport(report: Report): Promise<Stored<null>> {
  const saved = await attempt(async (database) => {
    const transaction = database.transaction('reports', 'readwrite');
    // The transaction says why it failed; the request may say only that the transaction did.
    transaction.store.put(report).catch(() => undefined);
    // Not left to the event loop, which a document that is closing no longer has.
    transaction.commit();
    await transaction.done;
    return null;
  });
  if (saved.ok) announce(report.id);
  return saved;
}

export function readReport(id: ReportId): Promise<Stored<ReadReport>> {
  return attempt(async (database) => {
    const record = await database.get('reports', id);
    return record === undefined ? { kind: 'none' } : readRecord(record);
  });
}

export function listReports(): Promise<Stored<OutboxContent>> {
  return attempt(async (database) => {
    const records = (await database.getAll('reports')).map(readRecord);
    const reports = records.flatMap((record) => (record.kind === 'report' ? [record.report] : []));
    return {
      reports: reports.toSorted((a, b) => (a.changed < b.changed ? 1 : -1)),
      unreadableCount: records.length - reports.length,
    };
  });
}

/**
 * Changes a report as it is stored at this moment; nobody else's change comes in between. `change`
 * gives null for 'leave it as it is'. The value is what is stored then; null where it was left, and
 * where there is no such report or it cannot be read.
 */
export async function updateReport(
  id: ReportId,
  change: (report: Report) => Report | null,
): Promise<Stored<Report | null>> {
  const updated = await attempt(async (database) => {
    const transaction = database.transaction('reports', 'readwrite');
    const record = await transaction.store.get(id);
    const read = record === undefined ? null : readRecord(record);
    const next = read?.kind === 'report' ? change(read.report) : null;
    if (next !== null) transaction.store.put(next).catch(() => undefined);
    await transaction.done;
    return next;
  });
  if (updated.ok && updated.value !== null) announce(id);
  return updated;
}

/** Every record as it is stored, also those that cannot be read: what is kept of them elsewhere. */
export function readRecords(): Promise<Stored<readonly unknown[]>> {
  return attempt((database) => database.getAll('reports'));
}

/**
 * Adds reports that are not here, or that are here as they were earlier: all or none. The value is
 * how many that were.
 */
export async function addReports(reports: readonly Report[]): Promise<Stored<number>> {
  const added = await attempt(async (database) => {
    const transaction = database.transaction('reports', 'readwrite');
    let count = 0;
    for (const report of reports) {
      const record = await transaction.store.get(report.id);
      const here = record === undefined ? null : readRecord(record);
      // What this version cannot read is not written over.
      const isNews =
        here === null || (here.kind === 'report' && here.report.changed < report.changed);
      if (!isNews) continue;
      transaction.store.put(report).catch(() => undefined);
      count += 1;
    }
    await transaction.done;
    return count;
  });
  if (added.ok && added.value > 0) for (const { id } of reports) announce(id);
  return added;
}

export async function deleteReport(id: ReportId): Promise<Stored<null>> {
  const deleted = await attempt(async (database) => {
    await database.delete('reports', id);
    return null;
  });
  if (deleted.ok) announce(id);
  return deleted;
}

function readRecord(record: unknown): Exclude<ReadReport, { readonly kind: 'none' }> {
  const parsed = v.safeParse(Report, record);
  return parsed.success ? { kind: 'report', report: parsed.output } : { kind: 'unreadable' };
}

let channel: BroadcastChannel | null = null;

/** One for sending and hearing, so that a document does not hear itself. */
function sharedChannel(): BroadcastChannel {
  channel ??= new BroadcastChannel(DATABASE);
  return channel;
}

function announce(id: string): void {
  sharedChannel().postMessage(id);
}

/** Calls `onChange` when another document of ours has saved or deleted a report, until `signal` aborts. */
export function watchReports(onChange: () => void, signal: AbortSignal): void {
  sharedChannel().addEventListener('message', onChange, { signal });
}
