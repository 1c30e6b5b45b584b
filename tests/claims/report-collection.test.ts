import { expect, it, test } from 'vitest';
import { outgoingReport } from '../../core/claims/outgoing-report.ts';
import {
  MAX_COLLECTION_LENGTH,
  outgoingOf,
  readCollection,
  writeCollection,
} from '../../core/claims/report-collection.ts';
import { fictionalReport, LIST, NOW, OTHER_ID } from './fictional-report.ts';

const WITHDRAWN = fictionalReport({
  id: OTHER_ID,
  state: { kind: 'withdrawn', when: NOW.toISOString() },
});

it('is read as it was written, with the states', () => {
  const read = readCollection(writeCollection([fictionalReport(), WITHDRAWN], LIST));
  expect(read?.reports).toEqual([fictionalReport(), WITHDRAWN]);
  expect(read?.refusedCount).toBe(0);
  expect(read && outgoingOf(read)[0]).toEqual(outgoingReport(fictionalReport(), LIST));
});

it('has nothing sent', () => {
  const waiting = {
    ...fictionalReport(),
    state: {
      ...{ kind: 'waiting', to: 'https://elsewhere.example/', isLent: true, attempts: 0 },
      ...{ since: NOW.toISOString(), next: NOW.toISOString(), last: null },
      list: { id: LIST.id, version: LIST.version },
    },
  };
  const read = readCollection(writeCollection([waiting], LIST));
  expect(read?.reports.map(({ state }) => state)).toEqual([{ kind: 'draft' }]);
});

it('counts what is no report, and reads the others', () => {
  const records = [null, 7, {}, { id: 'a' }, fictionalReport(), { ...WITHDRAWN, more: 1 }];
  expect(readCollection(writeCollection(records, LIST))).toMatchObject({
    reports: [fictionalReport()],
    refusedCount: 5,
  });
});

test.each([
  ['', '{', 'null', '[]', '{"format":"rejoinder-reports/1"}'],
  ['{"format":"rejoinder-reports/9","list":{"id":"a","version":"1"},"reports":[]}'],
  ['x'.repeat(MAX_COLLECTION_LENGTH + 1)],
])('is none where it is something else', (...texts) => {
  for (const text of texts) expect(readCollection(text)).toBeNull();
});
