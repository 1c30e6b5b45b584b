import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { newsSitePatterns, parseNewsSites, type NewsSites } from '../../core/claims/news-sites.ts';
import type { ListError } from '../../core/claims/parse-file.ts';
import { readNewsSites } from '../../tools/read-site-lists.ts';

const path = (below: string) => fileURLToPath(new URL(`../../data/${below}`, import.meta.url));

const site = (host: unknown, changes: object = {}) => ({
  host,
  name: 'The Lake Courier',
  languages: ['en'],
  ...changes,
});
const file = (...sites: readonly unknown[]) => ({
  asOf: '2031-06',
  note: 'Fiction: every site of the lake.',
  sites,
});

function errorsOf(value: unknown): readonly ListError[] {
  const parsed = parseNewsSites(value);
  return parsed.ok ? [] : parsed.errors;
}

describe('a host', () => {
  test.each([
    'example.org',
    'lake-courier.example',
    '168.example',
    'a.co.example',
    'co.example',
    'news.gov.example',
    'xn--80ak6aa92e.xn--p1ai',
    'com.example.tr',
  ])('may be %s', (host) => {
    expect(errorsOf(file(site(host)))).toEqual([]);
  });

  const form = 'a host in lower case, with no scheme, port, path or wildcard';
  test.each([
    ['Example.org', form],
    ['https://example.org', form],
    ['example.org/', form],
    ['example.org:8080', form],
    ['user@example.org', form],
    ['*.example.org', form],
    ['*', form],
    ['example', form],
    ['localhost', form],
    ['.example.org', form],
    ['example..org', form],
    ['example.org.', form],
    ['-example.org', form],
    ['exa mple.org', form],
    ['exämple.org', form],
    ['example_1.org', form],
    ['127.0.0.1', form],
    ['[::1]', form],
    ['', form],
    ['www.example.org', 'a host without "www."'],
    ['com.tr', 'the host of one site'],
    ['co.uk', 'the host of one site'],
    [`${'a.'.repeat(127)}org`, 'at most 253 characters'],
  ])('may not be %s', (host, expected) => {
    expect(errorsOf(file(site(host)))).toEqual([
      expect.objectContaining({ file: 'news-sites.json', field: 'sites.0.host', expected }),
    ]);
  });

  it('never makes a pattern of more than its own site', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'b', '1', '.', '-', '*', '/', ':', '@', ' ', 'A'),
    });
    fc.assert(
      fc.property(text, (host) => {
        if (errorsOf(file(site(host))).length > 0) return;
        expect(new URL(`https://${host}/`).host).toBe(host);
        expect(host).toMatch(/^[^*]+\.[^*.]+$/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a list with one defect', () => {
  // prettier-ignore
  test.each([
    ['no site', file(), 'sites', 'at least one site', 'an empty list'],
    ['no languages', file(site('example.org', { languages: [] })), 'sites.0.languages', 'at least one language', 'an empty list'],
    ['a language that is none', file(site('example.org', { languages: ['English'] })), 'sites.0.languages.0', 'a BCP 47 language tag such as "en"', '"English"'],
    ['an unknown field', file(site('example.org', { rating: 5 })), 'sites.0.rating', 'no such field', 'one'],
    ['a name that turns the writing direction', file(site('example.org', { name: 'a\u202eb' })), 'sites.0.name', 'text without control or bidirectional formatting characters', '"a\\u202eb"'],
    ['a host twice', file(site('example.org'), site('example.org')), 'sites.1.host', 'each host once', "'example.org'"],
    ['hosts out of order', file(site('lake.example'), site('boat.example')), 'sites.1.host', "a host after 'lake.example', in order", "'boat.example'"],
    ['a host inside another', file(site('example.org'), site('news.example.org')), 'sites.1.host', "no part of 'example.org'", "'news.example.org'"],
    ['a month that does not exist', { ...file(site('example.org')), asOf: '2031-13' }, 'asOf', 'a calendar date: "2025", "2025-06" or "2025-06-27"', '"2031-13"'],
    ['no object', null, '', 'an object', 'null'],
  ])('names its place: %s', (_, value, field, expected, received) => {
    expect(errorsOf(value)).toEqual([{ file: 'news-sites.json', field, expected, received }]);
  });

  it('keeps hosts apart that only end alike', () => {
    expect(errorsOf(file(site('example.org'), site('lakeexample.org')))).toEqual([]);
  });

  it('is answered, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(errorsOf(value)).not.toEqual([]);
      }),
    );
  });
});

describe('match patterns', () => {
  it('take a site with its subdomains, over https', () => {
    expect(newsSitePatterns([{ host: 'example.org' }, { host: 'lake.example' }])).toEqual([
      'https://*.example.org/*',
      'https://*.lake.example/*',
    ]);
  });
});

describe('the news sites that ship', async () => {
  const parsed = await readNewsSites(path('news-sites.json'));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { sites }: NewsSites = parsed.value;

  it.each(['en', 'az', 'fa', 'hy', 'ru', 'tr', 'sq', 'ar', 'de', 'fr', 'es'])(
    'are several in %s',
    (language) => {
      expect(sites.filter(({ languages }) => languages.includes(language)).length).toBeGreaterThan(
        4,
      );
    },
  );
});
