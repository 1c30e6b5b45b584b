import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Report } from '../../core/claims/report.ts';
import * as outbox from '../../core/extension/report-outbox.ts';
import { discardReport, findReport, saveOrKeep } from '../../core/extension/unsaved-report.ts';
import { fictionalReport, ID, OTHER_ID } from '../claims/fictional-report.ts';

vi.mock(import('../../core/extension/report-outbox.ts'));

const REPORT = fictionalReport();
const FULL = { ok: false, error: 'full' } as const;
const SAVED = { ok: true, value: null } as const;
const NONE = { ok: true, value: { kind: 'none' } } as const;

const kept = async () => Object.values(await fakeBrowser.storage.session.get());

beforeEach(() => {
  fakeBrowser.reset();
  vi.mocked(outbox.saveReport).mockReset().mockResolvedValue(SAVED);
  vi.mocked(outbox.readReport).mockReset().mockResolvedValue(NONE);
  vi.mocked(outbox.deleteReport).mockReset().mockResolvedValue(SAVED);
});

describe('a report that is saved', () => {
  it('is nowhere else', async () => {
    expect(await saveOrKeep(REPORT)).toEqual(SAVED);
    expect(await kept()).toEqual([]);
  });

  it('is found in the outbox', async () => {
    vi.mocked(outbox.readReport).mockResolvedValue({
      ok: true,
      value: { kind: 'report', report: REPORT },
    });
    expect(await findReport(ID)).toEqual({ kind: 'report', report: REPORT, unsaved: null });
    expect(outbox.saveReport).not.toHaveBeenCalled();
  });

  it('is not found where there is none, or where it cannot be read', async () => {
    expect(await findReport(ID)).toEqual({ kind: 'none' });
    vi.mocked(outbox.readReport).mockResolvedValue({ ok: true, value: { kind: 'unreadable' } });
    expect(await findReport(ID)).toEqual({ kind: 'unreadable' });
    vi.mocked(outbox.readReport).mockResolvedValue({ ok: false, error: 'unavailable' });
    expect(await findReport(ID)).toEqual({ kind: 'unavailable' });
  });
});

describe('a report that cannot be saved', () => {
  beforeEach(async () => {
    vi.mocked(outbox.saveReport).mockResolvedValue(FULL);
    expect(await saveOrKeep(fictionalReport({ note: 'First' }))).toEqual(FULL);
    expect(await saveOrKeep(REPORT)).toEqual(FULL);
  });

  it('is found as it was last, with the reason', async () => {
    expect(await findReport(ID)).toEqual({ kind: 'report', report: REPORT, unsaved: 'full' });
    vi.mocked(outbox.readReport).mockResolvedValue({ ok: false, error: 'unavailable' });
    expect(await findReport(ID)).toEqual({ kind: 'report', report: REPORT, unsaved: 'full' });
    expect(await findReport(OTHER_ID)).toEqual({ kind: 'unavailable' });
  });

  it('is saved once it can be', async () => {
    vi.mocked(outbox.saveReport).mockResolvedValue(SAVED);
    expect(await findReport(ID)).toEqual({ kind: 'report', report: REPORT, unsaved: null });
    expect(outbox.saveReport).toHaveBeenLastCalledWith(REPORT);
  });

  const readAs = (report: Report) => {
    vi.mocked(outbox.readReport).mockResolvedValue({ ok: true, value: { kind: 'report', report } });
  };

  it('is what is found where the outbox has an older one', async () => {
    readAs(fictionalReport({ note: 'Older', changed: '2000-01-01T00:00:00.000Z' }));
    expect(await findReport(ID)).toEqual({ kind: 'report', report: REPORT, unsaved: 'full' });
  });

  it('is not what is found where the outbox has a later one', async () => {
    const later = fictionalReport({ note: 'Later', changed: '2100-01-01T00:00:00.000Z' });
    readAs(later);
    expect(await findReport(ID)).toMatchObject({ report: later, unsaved: null });
  });

  it('is kept no longer once it is saved', async () => {
    vi.mocked(outbox.saveReport).mockResolvedValue(SAVED);
    expect(await saveOrKeep(REPORT)).toEqual(SAVED);
    expect(await kept()).toEqual([]);
  });

  it('is kept where it cannot be deleted', async () => {
    vi.mocked(outbox.deleteReport).mockResolvedValue({ ok: false, error: 'unavailable' });
    await discardReport(ID);
    expect(await kept()).toEqual([REPORT]);
  });

  it('is gone when it is discarded', async () => {
    expect(await discardReport(ID)).toEqual(SAVED);
    expect(outbox.deleteReport).toHaveBeenCalledExactlyOnceWith(ID);
    expect(await findReport(ID)).toEqual({ kind: 'none' });
  });

  it('is not taken from memory where that has something else', async () => {
    const [key = ''] = Object.keys(await fakeBrowser.storage.session.get());
    await fakeBrowser.storage.session.set({ [key]: { id: ID } });
    expect(await findReport(ID)).toEqual({ kind: 'none' });
  });
});

it('says that a report is not saved where memory is full too', async () => {
  vi.mocked(outbox.saveReport).mockResolvedValue(FULL);
  const set = vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('full'));
  expect(await saveOrKeep(REPORT)).toEqual(FULL);
  set.mockRestore();
});
