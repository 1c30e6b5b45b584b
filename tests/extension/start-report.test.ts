import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ReportId, reportTarget } from '../../core/claims/report.ts';
import { startReport } from '../../core/extension/start-report.ts';
import { findReport } from '../../core/extension/unsaved-report.ts';
import { STATED_PAGE } from '../claims/fictional-report.ts';

const TARGET = reportTarget(STATED_PAGE);
const NEW = { kind: 'new-claim' } as const;

beforeEach(() => {
  fakeBrowser.reset();
});

/** The reports whose pages have been opened. */
async function openedIds(): Promise<readonly ReportId[]> {
  const origin = fakeBrowser.runtime.getURL('/report.html');
  const tabs = await fakeBrowser.tabs.query({});
  const own = tabs.map(({ url }) => url ?? '').filter((url) => url.startsWith(origin));
  return own.map((url) => v.parse(ReportId, new URL(url).hash.slice(1)));
}

it('saves a draft, and shows it', async () => {
  await startReport(NEW, TARGET);
  const [id, ...others] = await openedIds();
  expect(others).toEqual([]);
  expect(id && (await findReport(id))).toMatchObject({
    unsaved: null,
    report: { concern: NEW, target: TARGET, claim: '', state: { kind: 'draft' } },
  });
});

it('has what the reader has written of the claim already', async () => {
  await startReport(NEW, TARGET, 'Boats crossed');
  const [id] = await openedIds();
  expect(id && (await findReport(id))).toMatchObject({ report: { claim: 'Boats crossed' } });
});

it('has it saved before its page opens', async () => {
  const found: unknown[] = [];
  const { tabs } = fakeBrowser;
  const create = tabs.create.bind(tabs);
  onTestFinished(() => {
    Object.assign(tabs, { create });
  });
  Object.assign(tabs, {
    create: async ({ url }: { readonly url: string }) => {
      found.push(await findReport(v.parse(ReportId, new URL(url).hash.slice(1))));
      throw new Error('The browser is closing.');
    },
  });
  await expect(startReport(NEW, null)).rejects.toThrow('closing');
  expect(found).toMatchObject([{ kind: 'report', unsaved: null }]);
});

it('shows it also where it cannot be saved', async () => {
  vi.stubGlobal('indexedDB', undefined);
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  // A connection of another test is open still.
  vi.resetModules();
  const fresh = await import('../../core/extension/start-report.ts');
  await fresh.startReport(NEW, TARGET);
  const [id] = await openedIds();
  const { findReport: find } = await import('../../core/extension/unsaved-report.ts');
  expect(id && (await find(id))).toMatchObject({
    unsaved: 'unavailable',
    report: { target: TARGET },
  });
});

it('begins a new one each time', async () => {
  await startReport(NEW, TARGET);
  await startReport(NEW, TARGET);
  expect(new Set(await openedIds()).size).toBe(2);
});
