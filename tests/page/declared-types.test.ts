import { expect, it } from 'vitest';
import { declaredTypes } from '../../core/page/declared-types.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const jsonLd = (json: string) => `<script type="application/ld+json">${json}</script>`;

it.each([
  ['JSON-LD', jsonLd('{ "@type": "NewsArticle" }'), ['NewsArticle']],
  ['JSON-LD of several types', jsonLd('{"@type":["Article", "Review"]}'), ['Article', 'Review']],
  [
    'JSON-LD with its vocabulary, and objects in objects',
    jsonLd('{"@type":"https://schema.org/Article","author":{"@type":"schema:Person"}}'),
    ['Article', 'Person'],
  ],
  [
    'JSON-LD that does not parse, and a second script',
    jsonLd('{"@type":"Article",') + jsonLd('{"@type":"WebSite"}'),
    ['Article', 'WebSite'],
  ],
  [
    'microdata',
    '<div itemscope itemtype="https://schema.org/Article http://schema.org/Review"></div>',
    ['Article', 'Review'],
  ],
  ['words that only tell of a type', '<p>"@type": "Article"</p>', []],
  ['nothing', '', []],
])('reads %s', (_, html, types) => {
  expect([...declaredTypes(parse(html))].filter((it) => it !== 'type')).toEqual(types);
});

it('takes no name of more letters than any has', () => {
  const types = declaredTypes(parse(jsonLd(`{"@type":"${'A'.repeat(100_000)}"}`)));
  expect(types.size).toBe(0);
});
