import * as v from 'valibot';
import { expect, it } from 'vitest';
import { isOfSite, SiteHost } from '../../core/claims/site-host.ts';

it.each([
  ['news.example', true],
  ['a-b.news.example', true],
  ['xn--80ak6aa92e.example', true],
  ['News.example', false],
  ['news', false],
  ['https://news.example', false],
  ['news.example:8080', false],
  ['news.example/path', false],
  ['*.news.example', false],
  ['192.0.2.1', false],
  [`${'a'.repeat(250)}.example`, false],
])('%s is a host of a list: %s', (host, isOne) => {
  expect(v.is(SiteHost, host)).toBe(isOne);
});

it('holds for its subdomains, and for nothing that only ends alike', () => {
  expect(isOfSite('news.example', 'news.example')).toBe(true);
  expect(isOfSite('www.news.example', 'news.example')).toBe(true);
  expect(isOfSite('fakenews.example', 'news.example')).toBe(false);
  expect(isOfSite('example', 'news.example')).toBe(false);
});
