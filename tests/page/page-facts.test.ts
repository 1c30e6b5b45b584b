import { describe, expect, test } from 'vitest';
import * as messages from '../../core/extension/messages.ts';
import {
  MAX_JSON_LD_LENGTH,
  MAX_LANGUAGE_LENGTH,
  MAX_TITLE_LENGTH,
  readLastDate,
  readPageDate,
  readPageFacts,
  USUAL_LANGUAGES,
  type PageDate,
  type PageFacts,
} from '../../core/page/page-facts.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function factsOf(html: string): PageFacts {
  return readPageFacts(parse(html));
}

const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the title', () => {
  const cases: Record<string, { html: string; expected: string }> = {
    'is the headline of the article': {
      html: `<title>Ferry sails | Courier</title><meta property="og:title" content="Ferry!">
        <h1>The Courier</h1><article><h1>The ferry\n   <em>sails</em></h1></article>`,
      expected: 'The ferry sails',
    },
    'is what the page tells other sites, where no article has a headline': {
      html: '<title>a</title><meta property="og:title" content="Ferry sails"><h1>The Courier</h1>',
      expected: 'Ferry sails',
    },
    'is the only main heading': {
      html: '<title>a</title><h1>Ferry sails</h1>',
      expected: 'Ferry sails',
    },
    'is not one of several main headings': {
      html: '<title>Ferry sails</title><h1>One</h1><h1>Two</h1>',
      expected: 'Ferry sails',
    },
    'is the document’s where a heading is empty': {
      html: '<title>Ferry sails</title><article><h1> <img alt="x"></h1></article>',
      expected: 'Ferry sails',
    },
    'is not the headline of the first of many articles': {
      html: '<title>News</title><article><h1>One</h1></article><article><h1>Two</h1></article>',
      expected: 'News',
    },
    'may be missing': { html: '<p>text</p>', expected: '' },
  };

  test.for(Object.entries(cases))('%s', ([, { html, expected }]) => {
    expect(factsOf(html).title).toBe(expected);
  });

  test('has a limit, also where it is mostly space', () => {
    expect(factsOf(`<h1>${'x'.repeat(10_000)}</h1>`).title).toHaveLength(MAX_TITLE_LENGTH);
    expect(factsOf(`<h1>${' '.repeat(1_000_000)}Ferry</h1>`).title).toBe('Ferry');
  });

  test('is text, whatever it looks like', () => {
    expect(factsOf('<title>&lt;img onerror=alert(1)&gt;</title>').title).toBe(
      '<img onerror=alert(1)>',
    );
  });
});

describe('the language', () => {
  const cases: Record<string, { html: string; expected: string | null }> = {
    'as the document declares it': { html: '<html lang="en">', expected: 'en' },
    'in canonical form': { html: '<html lang="AZ-latn-az">', expected: 'az-Latn-AZ' },
    'with a low line': { html: '<html lang="fa_IR">', expected: 'fa-IR' },
    'as a header would give it': {
      html: '<meta http-equiv="Content-Language" content="fr">',
      expected: 'fr',
    },
    'as the page tells other sites': {
      html: '<meta property="og:locale" content="tr_TR">',
      expected: 'tr-TR',
    },
    'from the next place where the first is nonsense': {
      html: '<html lang="{{ lang }}"><meta property="og:locale" content="en_GB">',
      expected: 'en-GB',
    },
    'not where it is undetermined': { html: '<html lang="und">', expected: null },
    'not where there are several': {
      html: '<meta http-equiv="content-language" content="en, fr">',
      expected: null,
    },
    'not where it is very long': { html: `<html lang="en-${'x'.repeat(100)}">`, expected: null },
    'as long as a tag may be': {
      html: `<html lang="en-x${'-abcdefg'.repeat(3)}-abcdef">`,
      expected: `en-x${'-abcdefg'.repeat(3)}-abcdef`,
    },
    'not where it is a little longer': {
      html: `<html lang="en-x${'-abcdefg'.repeat(4)}">`,
      expected: null,
    },
    'not where there is none': { html: '<html lang="">', expected: null },
  };

  test.for(Object.entries(cases))('%s', ([, { html, expected }]) => {
    expect(factsOf(html).language).toBe(expected);
  });
});

test('a usual language, with or without a country, is in canonical form', () => {
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const pairs = letters.flatMap((a) => letters.map((b) => a + b));
  const root = document.implementation.createHTMLDocument();
  const languageOf = (tag: string) => {
    root.documentElement.lang = tag;
    return readPageFacts(root).language;
  };
  const usual = [...USUAL_LANGUAGES].flatMap((code) => [
    code,
    `${code}-gb`,
    `${code.toUpperCase()}_IR`,
  ]);
  for (const tag of [...usual, ...pairs.map((pair) => `en-${pair}`), 'iw', 'bh-gb']) {
    expect(languageOf(tag), tag).toBe(Intl.getCanonicalLocales(tag.replace('_', '-'))[0]);
  }
});

test('no fact is too long for a question to carry', () => {
  expect(MAX_TITLE_LENGTH).toBeLessThanOrEqual(messages.MAX_BEFORE_LENGTH);
  expect(MAX_LANGUAGE_LENGTH).toBeLessThanOrEqual(messages.MAX_LANGUAGE_LENGTH);
});

describe('the date', () => {
  type Dated = { date: string; basis: PageDate['basis'] } | null;
  const fromJsonLd = (date: string): Dated => ({ date, basis: 'json-ld' });
  const cases: Record<string, { html: string; expected: Dated }> = {
    'of a news article in JSON-LD': {
      html: jsonLd({ '@type': 'NewsArticle', datePublished: '2025-06-28T07:30:00+04:00' }),
      expected: fromJsonLd('2025-06-28'),
    },
    'as the page writes it, whatever the time zone': {
      html: jsonLd({ '@type': 'NewsArticle', datePublished: '2025-06-28T23:59:00-11:00' }),
      expected: fromJsonLd('2025-06-28'),
    },
    'of an article in a graph': {
      html: jsonLd({
        '@graph': [
          { '@type': 'WebPage', datePublished: '2024-01-01' },
          {
            '@type': ['Thing', 'https://schema.org/ReportageNewsArticle'],
            datePublished: '2025-06-28',
          },
        ],
      }),
      expected: fromJsonLd('2025-06-28'),
    },
    'of an article in a list': {
      html: jsonLd([
        { '@type': 'BreadcrumbList' },
        { '@type': 'Article', datePublished: '2025-06' },
      ]),
      expected: fromJsonLd('2025-06'),
    },
    'of the page, where it is all there is': {
      html: jsonLd({ '@type': 'WebPage', datePublished: '2025-06-28' }),
      expected: fromJsonLd('2025-06-28'),
    },
    'not of another article': {
      html: jsonLd({
        '@type': 'ItemList',
        itemListElement: [{ '@type': 'NewsArticle', datePublished: '2020-01-01' }],
      }),
      expected: null,
    },
    'not of an event': {
      html: jsonLd({ '@type': 'Event', datePublished: '2020-01-01' }),
      expected: null,
    },
    'beside a script that is broken': {
      html: `<script type="application/ld+json">{"@type": "NewsArticle", </script>
        ${jsonLd({ '@type': 'NewsArticle', datePublished: '2025-06-28' })}`,
      expected: fromJsonLd('2025-06-28'),
    },
    'beside a script that is far too long': {
      html: `${jsonLd({ '@type': 'Article', datePublished: '2020-01-01', text: 'x'.repeat(MAX_JSON_LD_LENGTH) })}
        ${jsonLd({ '@type': 'NewsArticle', datePublished: '2025-06-28' })}`,
      expected: fromJsonLd('2025-06-28'),
    },
    'not from JSON-LD of any other shape': {
      html: [
        null,
        7,
        'text',
        [],
        [[[]]],
        { '@type': 7, datePublished: '2025-06-28' },
        { '@type': 'Article', datePublished: { '@value': '2025-06-28' } },
        { '@graph': 'text' },
      ]
        .map(jsonLd)
        .join(''),
      expected: null,
    },
    'of the meta element, after JSON-LD that does not parse': {
      html: `${jsonLd({ '@type': 'Article', datePublished: 'last week' })}
        <meta property="article:published_time" content="2025-06-28T07:30:00.000Z">`,
      expected: { date: '2025-06-28', basis: 'meta' },
    },
    'of a meta element of another name': {
      html: '<meta name="DC.Date.Issued" content="20250628">',
      expected: { date: '2025-06-28', basis: 'meta' },
    },
    'of microdata': {
      html: '<meta itemprop="datePublished" content="2025/06/28">',
      expected: { date: '2025-06-28', basis: 'meta' },
    },
    'of publication rather than a bare date': {
      html: '<meta name="date" content="2026-01-01"><meta property="article:published_time" content="2025-06-28">',
      expected: { date: '2025-06-28', basis: 'meta' },
    },
    'of the first time in the article': {
      html: `<time datetime="2020-01-01">archive</time>
        <article><time datetime="2025-06-28T07:30">28 June</time><time datetime="2025-07-01">1 July</time></article>`,
      expected: { date: '2025-06-28', basis: 'time' },
    },
    'of the time that says it is the date of publication': {
      html: `<article><time datetime="2025-07-01" itemprop="dateModified"></time>
        <time datetime="2025-06-28" itemprop="datePublished"></time></article>`,
      expected: { date: '2025-06-28', basis: 'time' },
    },
    'not of a teaser on a page of many': {
      html: '<article><time datetime="2025-06-28"></time></article><article></article>',
      expected: null,
    },
    'not of a time outside any article': {
      html: '<main><time datetime="2025-06-28"></time></main>',
      expected: null,
    },
  };

  test.for(Object.entries(cases))('%s', ([, { html, expected }]) => {
    expect(readPageDate(parse(html))).toEqual(expected);
  });

  test.for([
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-06-00',
    '0000-01-01',
    '1600-01-01',
    '99999-01-01',
    '12/06/2025',
    '28 June 2025',
    '202506',
    '2025-06-281',
    'x'.repeat(1_000_000),
    '2025',
    '',
  ])('%s is no date', (content) => {
    expect(readPageDate(parse(`<meta name="date" content="${content}">`))).toBeNull();
  });
});

describe('the last date', () => {
  const article = (dates: object) => jsonLd({ '@type': 'NewsArticle', ...dates });

  test.for([
    ['its publication', article({ datePublished: '2025-06-28' }), '2025-06-28'],
    [
      'its change, where it was changed since',
      article({ datePublished: '2001-05-03', dateModified: '2025-07-01T09:00:00Z' }),
      '2025-07-01',
    ],
    [
      'its publication, where it was changed before',
      article({ datePublished: '2025-06-28', dateModified: '2025-06-01' }),
      '2025-06-28',
    ],
    [
      'its change in a meta element',
      '<meta property="article:published_time" content="2025-06-01"><meta property="article:modified_time" content="2025-06-28T07:30:00Z">',
      '2025-06-28',
    ],
    ['its change alone', '<meta property="og:updated_time" content="2025-06-28">', '2025-06-28'],
    ['not known', '<p>28 June 2025</p>', null],
  ] as const)('of a page is %s', ([, html, expected]) => {
    expect(readLastDate(parse(html))).toBe(expected);
  });
});
