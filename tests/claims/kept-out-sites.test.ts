import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import {
  parseKeptOutSites,
  siteKindOf,
  type KeptOutSite,
} from '../../core/claims/kept-out-sites.ts';

const SITES: readonly KeptOutSite[] = [
  { host: 'mail.example', kind: 'webmail' },
  { host: 'search.example', path: '/find', kind: 'search' },
];

test.each([
  ['mail.example', '/', 'webmail'],
  ['eu.mail.example', '/inbox', 'webmail'],
  ['notmail.example', '/', null],
  ['search.example', '/find', 'search'],
  ['search.example', '/about', null],
] as const)('%s%s is %s', (host, path, kind) => {
  expect(siteKindOf(SITES, host, path)).toBe(kind);
});

describe('the file', () => {
  const file = (sites: unknown) => ({ asOf: '2031-05', note: 'Fiction.', sites });

  it('is valid as it is packaged', () => {
    const path = new URL('../../data/kept-out-sites.json', import.meta.url);
    expect(parseKeptOutSites(JSON.parse(readFileSync(path, 'utf8')))).toMatchObject({ ok: true });
  });

  it.each([
    ['a host twice', [...SITES, SITES[0]]],
    ['a kind that nobody knows', [{ host: 'a.example', kind: 'dull' }]],
    ['a scheme', [{ host: 'https://a.example', kind: 'health' }]],
    ['a path that is none', [{ host: 'a.example', path: 'find?q=', kind: 'search' }]],
    ['no site', []],
  ])('is refused with %s', (_, sites) => {
    expect(parseKeptOutSites(file(sites))).toMatchObject({ ok: false });
  });
});
