import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import { ClaimId } from '../../core/claims/claim.ts';
import {
  changeReport,
  cutText,
  MAX_CONTEXT_LENGTH,
  MAX_PASSAGE_LENGTH,
  MAX_WRITTEN_LENGTH,
  newReport,
  pageAddress,
  Report,
  reportTarget,
  ReportTarget,
  responseLink,
  saysSomething,
  type StatedPage,
  type WrittenField,
} from '../../core/claims/report.ts';
import { fictionalReport, ID, LATER, NOW, STATED_PAGE } from './fictional-report.ts';

const SITE = 'https://sample-news.example';

describe('the address of a page', () => {
  test.each([
    ['as it is', `${SITE}/a/b?id=7&page=2`, `${SITE}/a/b?id=7&page=2`],
    ['over http', 'http://sample-news.example/', 'http://sample-news.example/'],
    ['without its fragment', `${SITE}/a#comments`, `${SITE}/a`],
    ['without credentials', 'https://reader:word@sample-news.example/a', `${SITE}/a`],
    ['without campaigns', `${SITE}/a?utm_source=x&id=7&UTM_Medium=y`, `${SITE}/a?id=7`],
    ['without clicks', `${SITE}/a?fbclid=1&gclid=2&msclkid=3&yclid`, `${SITE}/a`],
    ['without mails', `${SITE}/a?mc_eid=1&_hsenc=2&mkt_tok=3`, `${SITE}/a`],
    [
      'with its parameters as they are written',
      `${SITE}/?q=a+b%20c&x&y=`,
      `${SITE}/?q=a+b%20c&x&y=`,
    ],
    [
      'with a parameter that only begins so',
      `${SITE}/?utmost=1&gclids=2`,
      `${SITE}/?utmost=1&gclids=2`,
    ],
    ['with a value that looks so', `${SITE}/?id=utm_source`, `${SITE}/?id=utm_source`],
    ['on another port', 'http://127.0.0.1:8080/a', 'http://127.0.0.1:8080/a'],
    ['with a question mark too many', `${SITE}/a??id=7`, `${SITE}/a??id=7`],
    ['in another script', `${SITE}/путь`, `${SITE}/%D0%BF%D1%83%D1%82%D1%8C`],
  ])('is kept %s', (_, text, address) => {
    expect(pageAddress(text)).toBe(address);
  });

  test.each([
    ...['', 'boats', '/boats', 'javascript:alert(1)', 'data:text/html,a', 'file:///etc/hosts'],
    ...['about:blank', 'chrome://settings/', 'moz-extension://a/report.html', 'https://'],
    `${SITE}/${'a'.repeat(2_000)}`,
  ])('is none: %j', (text) => {
    expect(pageAddress(text)).toBeNull();
  });

  it('stays the same once it is one', () => {
    const query = fc.array(
      fc.tuple(fc.constantFrom('utm_id', 'id', 'fbclid', '', '?'), fc.string()),
    );
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true }), query, (url, more) => {
        const parameters = more.map(
          ([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
        );
        const address = pageAddress(`${url.split('#', 1)[0] ?? ''}?a=b&${parameters.join('&')}#c`);
        if (address === null) return;
        expect(pageAddress(address)).toBe(address);
        expect(address).not.toMatch(/[?&](?:utm_id|fbclid)=|#/u);
      }),
    );
  });
});

const target = (page: Partial<StatedPage>) => reportTarget({ ...STATED_PAGE, ...page });

describe('what a report takes from a page', () => {
  it('is what the page says of itself', () => {
    expect(reportTarget(STATED_PAGE)).toEqual({
      source: STATED_PAGE.address,
      title: STATED_PAGE.title,
      language: 'en',
      datePublished: '2031-05-17',
      selector: { type: 'TextQuoteSelector', ...STATED_PAGE.quote },
    });
  });

  it('is nothing where there is neither an address nor a title nor a passage', () => {
    expect(target({ address: null, title: ' ', quote: null })).toBeNull();
    expect(target({ address: 'about:blank', title: '', quote: null })).toBeNull();
    expect(target({ address: null, title: 'A lake', quote: null })).not.toBeNull();
  });

  test.each([
    ['absolute', `${SITE}/canonical`, `${SITE}/canonical`],
    ['relative', '/canonical?id=7&utm_source=x#a', `${SITE}/canonical?id=7`],
    ['over https', 'https://sample-news.example/c', `${SITE}/c`],
    [
      'of the site for wide screens',
      'https://www.sample-news.example/c',
      'https://www.sample-news.example/c',
    ],
    ['of another site', 'https://elsewhere.example/c', STATED_PAGE.address],
    ['of a site that ends so', 'https://not-sample-news.example/c', STATED_PAGE.address],
    ['of the front page', `${SITE}/`, STATED_PAGE.address],
    ['of no page', 'javascript:alert(1)', STATED_PAGE.address],
    ['of nothing', 'https://', STATED_PAGE.address],
  ])('is the canonical address where it can be: %s', (_, canonical, source) => {
    expect(target({ canonical })?.source).toBe(source);
  });

  it('is no canonical address of a page that has none itself', () => {
    expect(target({ address: 'about:srcdoc', canonical: `${SITE}/c` })?.source).toBeNull();
  });

  test.each<[string, Partial<StatedPage>, Partial<ReportTarget>]>([
    ['a title of several lines', { title: ' A\n\tlake ' }, { title: 'A lake' }],
    ['a title that is too long', { title: 'a'.repeat(1_000) }, { title: 'a'.repeat(300) }],
    ['a title that turns the page round', { title: '\u202eekal' }, { title: 'ekal' }],
    ['a language in another form', { language: 'EN-gb' }, { language: 'en-GB' }],
    ['a language that is none', { language: 'english_us' }, { language: null }],
    ['a language that is too long', { language: `en-${'x-'.repeat(40)}` }, { language: null }],
    [
      'a month',
      { date: '2031-05' },
      { datePublished: v.parse(ReportTarget, target({ date: '2031-05' })).datePublished },
    ],
    ['a date that is none', { date: '2031-02-30' }, { datePublished: null }],
    ['a passage of space', { quote: { ...STATED_PAGE.quote, exact: ' \n' } }, { selector: null }],
  ])('is made fit: %s', (_, page, expected) => {
    expect(target(page)).toMatchObject(expected);
  });

  it('is the beginning of a passage that is too long, and what it went on with', () => {
    const exact = `${'a'.repeat(MAX_PASSAGE_LENGTH)}${'b'.repeat(100)}`;
    expect(target({ quote: { ...STATED_PAGE.quote, exact } })?.selector).toMatchObject({
      exact: 'a'.repeat(MAX_PASSAGE_LENGTH),
      suffix: 'b'.repeat(MAX_CONTEXT_LENGTH),
    });
  });

  it('cuts no character in two', () => {
    const long = '👍'.repeat(MAX_PASSAGE_LENGTH);
    const selector = target({
      quote: { exact: `a${long}`, prefix: `${long}a`, suffix: `a${long}` },
    })?.selector;
    for (const text of Object.values(selector ?? {})) expect(text).not.toContain('\ufffd');
    expect(cutText('a👍', 2)).toBe('a');
    expect(cutText('a👍', 3)).toBe('a👍');
  });

  it('always passes its schema, whatever the page says', () => {
    const text = fc.string({ unit: 'binary', maxLength: 5_000 });
    const anything = fc.oneof(text, fc.constantFrom('\u202e', '\ud800', '<script>', SITE));
    const marked = fc
      .tuple(fc.webUrl(), fc.array(fc.constantFrom('?', '&', '=', 'utm_a', 'id')))
      .map(([url, query]) => `${url}?${query.join('')}`);
    // Its canonical form begins with “sr-Latn”, and is longer than any tag may be.
    const LONGER = 'sh-u-kk-aaaaaaaa-bbbbbbbb-cccccccc';
    const page = fc.record<StatedPage>({
      address: fc.option(fc.oneof(fc.webUrl(), marked, anything)),
      canonical: fc.option(fc.oneof(fc.webUrl(), anything)),
      title: anything,
      language: fc.option(fc.oneof(anything, fc.constantFrom('en', 'fa', 'zh-Hant', LONGER))),
      date: fc.option(fc.oneof(anything, fc.constant('2031'))),
      quote: fc.option(fc.record({ exact: anything, prefix: anything, suffix: anything })),
    });
    fc.assert(
      fc.property(page, (stated) => {
        const made = reportTarget(stated);
        expect(v.is(v.nullable(ReportTarget), made)).toBe(true);
        expect(v.is(Report, newReport(ID, NOW, { kind: 'new-claim' }, made))).toBe(true);
      }),
    );
  });
});

describe('a report', () => {
  const fields = Object.keys(MAX_WRITTEN_LENGTH) as readonly WrittenField[];

  it('begins as a draft in which nothing is written', () => {
    const report = newReport(ID, NOW, { kind: 'new-claim' }, null);
    expect(report).toMatchObject({
      created: NOW.toISOString(),
      changed: NOW.toISOString(),
      state: { kind: 'draft' },
    });
    expect(fields.map((field) => report[field])).toEqual(['', '', '', '']);
    expect(v.is(Report, report)).toBe(true);
  });

  it.each(fields)('has what was written in it, made harmless and cut: %s', (field) => {
    const maxLength = MAX_WRITTEN_LENGTH[field];
    const text = `\u202ea\r\n\u0000${'b'.repeat(maxLength)}`;
    const changed = changeReport(fictionalReport(), LATER, { [field]: text });
    expect(changed[field]).toBe(`a\n${'b'.repeat(maxLength - 2)}`);
    expect(changed.changed).toBe(LATER.toISOString());
    expect(v.is(Report, changed)).toBe(true);
  });

  it('keeps space at the end of a field, which a reader is about to write on', () => {
    expect(changeReport(fictionalReport(), LATER, { note: 'Boats ' }).note).toBe('Boats ');
  });

  it.each(['draft', 'withdrawn'] as const)('is a draft again once it is changed: %s', (kind) => {
    const state = kind === 'draft' ? { kind } : { kind, when: NOW.toISOString() };
    const changed = changeReport(fictionalReport({ state }), LATER, { note: 'More' });
    expect(changed.state).toEqual({ kind: 'draft' });
  });

  it('leaves out an address that looks private until its reader says otherwise', () => {
    const made = (address: string) =>
      newReport(ID, NOW, { kind: 'new-claim' }, reportTarget({ ...STATED_PAGE, address }));
    expect(made(`${SITE}/a`).includesAddress).toBe(true);
    expect(made(`${SITE}/a?key=1`).includesAddress).toBe(false);
    expect(made(`${SITE}/a?key=1`).target?.source).toBe(`${SITE}/a?key=1`);
    expect(made('about:blank').includesAddress).toBe(true);
  });

  const claim = v.parse(ClaimId, 'lantern-boats-crossed');
  test.each<[boolean, Partial<Report>]>([
    [true, { claim: '' }],
    [false, { claim: ' ', target: null }],
    [true, { claim: 'Boats', target: null }],
    [false, { claim: '', target: reportTarget({ ...STATED_PAGE, quote: null }) }],
    [true, { claim: '', target: null, concern: { kind: 'problem', claim, problem: 'outdated' } }],
    [false, { claim: '', target: null, concern: { kind: 'new-wording', claim } }],
  ])('says something: %s', (says, changes) => {
    expect(saysSomething(fictionalReport(changes))).toBe(says);
  });

  test.each([
    ['https://ministry.example/a', 'https://ministry.example/a'],
    ['  https://ministry.example/a\n', 'https://ministry.example/a'],
    ['http://ministry.example/a', null],
    ['https:', null],
    ['ministry.example', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('has a link once it is one: %j', (response, link) => {
    expect(responseLink({ response })).toBe(link);
  });

  test.each<[string, object]>([
    ['an id that is none', { id: 'constructor' }],
    ['an id with a path', { id: `../${ID}` }],
    ['a time that is none', { created: 'now' }],
    ['a day alone', { changed: '2031-05-18' }],
    ['a concern of another kind', { concern: { kind: 'praise' } }],
    ['a problem with no claim', { concern: { kind: 'problem' } }],
    ['a text that is too long', { claim: 'a'.repeat(MAX_WRITTEN_LENGTH.claim + 1) }],
    ['a text that turns the page round', { note: '\u202e' }],
    ['a state that a later version has', { state: { kind: 'lost' } }],
    ['a problem of no kind', { concern: { kind: 'problem', claim: 'boats' } }],
    ['a wait without an end', { state: { kind: 'waiting' } }],
    ['a state that lacks its time', { state: { kind: 'withdrawn' } }],
    ['a field that a later version has', { endpoint: 'https://ministry.example/' }],
    [
      'a passage of nothing',
      {
        target: {
          ...reportTarget(STATED_PAGE),
          selector: { type: 'TextQuoteSelector', exact: '', prefix: '', suffix: '' },
        },
      },
    ],
    [
      'an address with a fragment',
      { target: { ...reportTarget(STATED_PAGE), source: `${SITE}/a#b` } },
    ],
    ['a language in another form', { target: { ...reportTarget(STATED_PAGE), language: 'EN' } }],
  ])('is refused with %s', (_, changes) => {
    expect(v.is(Report, { ...fictionalReport(), ...changes })).toBe(false);
  });
});
