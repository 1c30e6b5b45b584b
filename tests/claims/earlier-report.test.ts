import * as v from 'valibot';
import { expect, it, test } from 'vitest';
import { upgradeRecord } from '../../core/claims/earlier-report.ts';
import { Report } from '../../core/claims/report.ts';
import { fictionalReport, ID, NOW } from './fictional-report.ts';

const entries = Object.entries(fictionalReport()).filter(([name]) => name !== 'includesAddress');
const common = { id: ID, ...Object.fromEntries(entries) };

test.each([
  ['a draft', common],
  ['a problem', { ...common, concern: { kind: 'problem', claim: 'lantern-boats-crossed' } }],
  ['one without a page', { ...common, target: null }],
  [
    'one that was passed on',
    { ...common, state: { kind: 'passed-on', how: 'clipboard', when: NOW.toISOString() } },
  ],
])('%s of the first version can be read by this one', (_, record) => {
  expect(v.is(Report, record)).toBe(false);
  expect(v.is(Report, upgradeRecord(record))).toBe(true);
});

it('leaves alone what is of this version, and what nobody can read', () => {
  expect(upgradeRecord(fictionalReport())).toEqual(fictionalReport());
  const strange = { id: ID, state: { kind: 'draft' } };
  expect(upgradeRecord(strange)).toBe(strange);
});
