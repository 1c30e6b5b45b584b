import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore, IDBTransaction } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, test, vi } from 'vitest';
import { changeReport, type Report } from '../../core/claims/report.ts';
import { fictionalReport, ID, LATER, NOW, OTHER_ID } from '../claims/fictional-report.ts';
import { PATIENCE } from '../patience.ts';

const NAME = 'rejoinder-reports';

/** Another document of ours: it shares the database and nothing else. */
async function openDocument() {
  vi.resetModules();
  return import('../../core/extension/report-outbox.ts');
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** Puts a record into the store as another version of us might have. */
async function store(record: { readonly id: string }): Promise<void> {
  const database = await openDB(NAME);
  await database.put('reports', record);
  database.close();
}

async function readStored(): Promise<unknown[]> {
  const database = await openDB(NAME);
  const records: unknown[] = await database.getAll('reports');
  database.close();
  return records;
}

const saved = { ok: true, value: null };

/** As the first version had it. */
function withoutAddressBox(report: Report): Omit<Report, 'includesAddress'> {
  const entries = Object.entries(report).filter(([name]) => name !== 'includesAddress');
  return Object.fromEntries(entries) as Omit<Report, 'includesAddress'>;
}
const found = (report: Report) => ({ ok: true, value: { kind: 'report', report } });

it('has one connection, however many ask for it at once', async () => {
  const { saveReport, listReports } = await openDocument();
  const opens = vi.spyOn(indexedDB, 'open');
  await Promise.all([saveReport(fictionalReport()), listReports()]);
  expect(opens).toHaveBeenCalledOnce();
  // And that one lets a newer version of us through.
  const newer = await openDB(NAME, 3);
  expect(newer.version).toBe(3);
  newer.close();
});

describe('a report', () => {
  it('is saved and read again, also by another document', async () => {
    const { saveReport, readReport } = await openDocument();
    expect(await saveReport(fictionalReport())).toEqual(saved);
    expect(await readReport(ID)).toEqual(found(fictionalReport()));
    expect(await (await openDocument()).readReport(ID)).toEqual(found(fictionalReport()));
  });

  it('is not there before it is saved, and not after it is deleted', async () => {
    const { saveReport, readReport, deleteReport, listReports } = await openDocument();
    const none = { ok: true, value: { kind: 'none' } };
    expect(await readReport(ID)).toEqual(none);
    await saveReport(fictionalReport());
    expect(await deleteReport(ID)).toEqual(saved);
    expect(await readReport(ID)).toEqual(none);
    expect(await deleteReport(ID)).toEqual(saved);
    expect(await listReports()).toEqual({ ok: true, value: { reports: [], unreadableCount: 0 } });
  });

  it('is what was saved last, however fast it was typed', async () => {
    const { saveReport, readReport } = await openDocument();
    let report = fictionalReport();
    const typed: Promise<unknown>[] = [];
    for (const character of 'Boats crossed, and nobody saw them.') {
      report = changeReport(report, LATER, { note: report.note + character });
      typed.push(saveReport(report));
    }
    expect(await Promise.all(typed)).toEqual(typed.map(() => saved));
    expect(await readReport(ID)).toEqual(found(report));
  });

  it('is written and committed in the turn in which it is saved', async () => {
    const { saveReport, listReports } = await openDocument();
    await listReports();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put');
    onTestFinished(() => {
      put.mockRestore();
    });
    const saving = saveReport(fictionalReport());
    expect(put).toHaveBeenCalledOnce();
    // What is committed takes no more.
    const store: unknown = put.mock.contexts[0];
    expect(() => store instanceof IDBObjectStore && store.put(fictionalReport())).toThrow();
    await saving;
  });

  it('is listed with others, the latest changed first', async () => {
    const { saveReport, listReports } = await openDocument();
    const older = fictionalReport({ changed: NOW.toISOString() });
    const newer = fictionalReport({ id: OTHER_ID, changed: LATER.toISOString() });
    await saveReport(newer);
    await saveReport(older);
    expect(await listReports()).toMatchObject({ value: { reports: [newer, older] } });
    await saveReport(changeReport(older, new Date(LATER.getTime() + 1), { note: 'More' }));
    expect(await listReports()).toMatchObject({
      value: { reports: [{ id: ID }, { id: OTHER_ID }] },
    });
  });
});

describe('a record that does not fit', () => {
  test.each([
    ['a state that a later version has', { ...fictionalReport(), state: { kind: 'lost' } }],
    ['a field that a later version has', { ...fictionalReport(), endpoint: null }],
    ['a field that is missing', { id: ID }],
    ['a text that turns the page round', { ...fictionalReport(), note: '\u202e' }],
  ])('is kept, and told of: %s', async (_, record) => {
    const { saveReport, readReport, listReports } = await openDocument();
    const other = fictionalReport({ id: OTHER_ID });
    await saveReport(other);
    await store(record);
    expect(await readReport(ID)).toEqual({ ok: true, value: { kind: 'unreadable' } });
    expect(await listReports()).toEqual({
      ok: true,
      value: { reports: [other], unreadableCount: 1 },
    });
    expect(await readStored()).toContainEqual(record);
  });
});

describe('a storage that fails', () => {
  const fail = (name: string) => () => {
    throw new DOMException('As a browser would say it.', name);
  };

  test.each([
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'unavailable'],
    ['InvalidStateError', 'unavailable'],
  ])('is a result, and the next attempt begins anew: %s', async (name, error) => {
    const { saveReport, readReport } = await openDocument();
    await saveReport(fictionalReport());
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(fail(name));
    const changed = fictionalReport({ note: 'More' });
    expect(await saveReport(changed)).toEqual({ ok: false, error });
    expect(await readReport(ID)).toEqual(found(fictionalReport()));
    put.mockRestore();
    expect(await saveReport(changed)).toEqual(saved);
    expect(await readReport(ID)).toEqual(found(changed));
  });

  it('is full where the room ends only when the transaction does', async () => {
    const { saveReport } = await openDocument();
    await saveReport(fictionalReport());
    const commit = vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(function (
      this: IDBTransaction,
    ) {
      Object.defineProperty(this, 'error', {
        value: new DOMException('', 'QuotaExceededError'),
      });
      this.abort();
    });
    onTestFinished(() => {
      commit.mockRestore();
    });
    expect(await saveReport(fictionalReport())).toEqual({ ok: false, error: 'full' });
  });

  it('is unavailable where the browser refuses to open one', async () => {
    vi.stubGlobal('indexedDB', { open: fail('SecurityError') });
    const { saveReport, readReport, listReports, deleteReport } = await openDocument();
    const unavailable = { ok: false, error: 'unavailable' };
    expect(await saveReport(fictionalReport())).toEqual(unavailable);
    expect(await readReport(ID)).toEqual(unavailable);
    expect(await listReports()).toEqual(unavailable);
    expect(await deleteReport(ID)).toEqual(unavailable);
  });

  it('is unavailable where there is none at all', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { saveReport } = await openDocument();
    expect(await saveReport(fictionalReport())).toEqual({ ok: false, error: 'unavailable' });
  });

  it('is unavailable where the browser never answers', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { saveReport, OPEN_TIMEOUT_MS } = await openDocument();
    vi.stubGlobal('indexedDB', { open: () => Object.assign(new EventTarget(), {}) });
    // What idb makes of a request looks at its class.
    vi.stubGlobal('IDBRequest', EventTarget);
    const answered = vi.fn();
    const saving = saveReport(fictionalReport()).finally(answered);
    await vi.advanceTimersByTimeAsync(OPEN_TIMEOUT_MS - 1);
    expect(answered).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(await saving).toEqual({ ok: false, error: 'unavailable' });
  });

  it('is unavailable where a later version has changed it, and that one’s reports stay', async () => {
    const { saveReport } = await openDocument();
    await saveReport(fictionalReport());
    // The first document lets go, or this would wait for ever.
    const later = await openDB(NAME, 3);
    onTestFinished(() => {
      later.close();
    });
    expect(await saveReport(fictionalReport())).toEqual({ ok: false, error: 'unavailable' });
    expect(await later.getAll('reports')).toEqual([fictionalReport()]);
  });

  it('is blocked where somebody holds an older one open, and free once they let go', async () => {
    const factory = new IDBFactory();
    const request = factory.open(NAME, 1);
    await new Promise((opened) => {
      request.onsuccess = opened;
    });
    vi.stubGlobal('indexedDB', factory);
    const { saveReport, readReport } = await openDocument();
    expect(await saveReport(fictionalReport())).toEqual({ ok: false, error: 'blocked' });
    // What it would have made as the first of all was not made.
    request.result.close();
    factory.deleteDatabase(NAME);
    expect(await saveReport(fictionalReport())).toEqual(saved);
    expect(await readReport(ID)).toEqual(found(fictionalReport()));
  });
});

describe('another document', () => {
  it('hears of what is saved and deleted, and the one that did it does not', async () => {
    const one = await openDocument();
    const other = await openDocument();
    const life = new AbortController();
    const [own, others] = [vi.fn(), vi.fn()];
    one.watchReports(own, life.signal);
    other.watchReports(others, life.signal);
    await one.saveReport(fictionalReport());
    await vi.waitFor(() => {
      expect(others).toHaveBeenCalledOnce();
    }, PATIENCE);
    await one.deleteReport(ID);
    await vi.waitFor(() => {
      expect(others).toHaveBeenCalledTimes(2);
    }, PATIENCE);
    expect(own).not.toHaveBeenCalled();
    life.abort();
    const ended = vi.fn();
    one.watchReports(ended, new AbortController().signal);
    await other.saveReport(fictionalReport());
    await vi.waitFor(() => {
      expect(ended).toHaveBeenCalledOnce();
    }, PATIENCE);
    expect(own).not.toHaveBeenCalled();
  });

  it('hears of nothing that was not stored', async () => {
    const one = await openDocument();
    await one.listReports();
    const other = await openDocument();
    const heard = vi.fn();
    other.watchReports(heard, new AbortController().signal);
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    await one.saveReport(fictionalReport());
    put.mockRestore();
    await one.saveReport(fictionalReport());
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalledOnce();
    }, PATIENCE);
  });
});

describe('an outbox of the first version', () => {
  const common = withoutAddressBox(fictionalReport());
  const draft = { ...common, concern: { kind: 'problem', claim: 'lantern-boats-crossed' } };
  const passedOn = {
    ...common,
    id: OTHER_ID,
    state: { kind: 'passed-on', how: 'file', when: NOW.toISOString() },
  };
  const strange = { id: 'strange', of: 'nobody knows what' };

  beforeEach(async () => {
    const first = await openDB(NAME, 1, {
      upgrade: (database) => {
        database.createObjectStore('reports', { keyPath: 'id' });
      },
    });
    for (const record of [draft, passedOn, strange]) await first.put('reports', record);
    first.close();
  });

  it('is brought up to this one, with everything in it', async () => {
    const { readReport, listReports } = await openDocument();
    expect(await listReports()).toMatchObject({
      value: { reports: { length: 2 }, unreadableCount: 1 },
    });
    expect(await readReport(ID)).toMatchObject({
      value: {
        report: { concern: { ...draft.concern, problem: 'other' }, includesAddress: true },
      },
    });
    expect(await readReport(OTHER_ID)).toMatchObject({
      value: {
        report: { state: { kind: 'sent', how: { way: 'file' }, when: NOW.toISOString() } },
      },
    });
    expect(await readStored()).toContainEqual(strange);
  });
});

describe('a change of what is stored', () => {
  it('begins with what is there at that moment, and is told to others', async () => {
    const one = await openDocument();
    const other = await openDocument();
    await one.saveReport(fictionalReport());
    await other.saveReport(fictionalReport({ note: 'More' }));
    const heard = vi.fn();
    other.watchReports(heard, new AbortController().signal);
    const updated = await one.updateReport(ID, (report) => ({
      ...report,
      claimant: 'A fisherman',
    }));
    expect(updated).toEqual({
      ok: true,
      value: fictionalReport({ note: 'More', claimant: 'A fisherman' }),
    });
    await vi.waitFor(() => {
      expect(heard).toHaveBeenCalled();
    }, PATIENCE);
  });

  it.each([
    ['there is none', null],
    ['it cannot be read', { id: ID, strange: true }],
    ['it is to stay', fictionalReport()],
  ])('is none where %s', async (_, record) => {
    const { listReports, updateReport } = await openDocument();
    await listReports();
    if (record !== null) await store(record);
    expect(await updateReport(ID, () => null)).toEqual({ ok: true, value: null });
    expect(await readStored()).toEqual(record === null ? [] : [record]);
  });
});

describe('reports from a file', () => {
  it('are added where they are news, all in one', async () => {
    const { saveReport, addReports, readRecords } = await openDocument();
    const strange = { id: '7b1f2b1e-0000-4000-8000-000000000001', strange: true };
    await saveReport(fictionalReport({ note: 'Newer', changed: LATER.toISOString() }));
    await store(strange);
    const other = fictionalReport({ id: OTHER_ID });
    const overStrange = { ...fictionalReport(), id: strange.id } as Report;
    expect(await addReports([fictionalReport(), other, overStrange])).toEqual({
      ok: true,
      value: 1,
    });
    const records = await readRecords();
    expect(records).toMatchObject({ ok: true, value: { length: 3 } });
    expect(await readStored()).toContainEqual(strange);
    expect(await readStored()).toContainEqual(other);
  });

  it('are not added where the room ends', async () => {
    const { listReports, addReports } = await openDocument();
    await listReports();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    onTestFinished(() => {
      put.mockRestore();
    });
    expect(await addReports([fictionalReport()])).toEqual({ ok: false, error: 'full' });
  });
});
