import { expect, test } from 'vitest';
import { readVoices } from '../../core/page/page-voice.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const ADDRESS = 'https://news.example/world/2031/a-title';
const jsonLd = (type: string) => `<script type="application/ld+json">{"@type":"${type}"}</script>`;

test.each([
  ['news', '<article>Text</article>', ADDRESS, []],
  ['a section', '<meta property="article:section" content="Opinion">', ADDRESS, ['opinion']],
  [
    'a section of two words',
    '<meta name="section" content=" Köşe Yazıları ">',
    ADDRESS,
    ['opinion'],
  ],
  ['a section of news', '<meta property="article:section" content="World">', ADDRESS, []],
  ['its type', jsonLd('OpinionNewsArticle'), ADDRESS, ['opinion']],
  ['its folder', '', 'https://news.example/opinion/2031/a-title', ['opinion']],
  ['its folder in Cyrillic', '', `https://news.example/${encodeURI('мнения')}/a`, ['opinion']],
  ['a title that only speaks of it', '', 'https://news.example/world/opinion', []],
  ['an address that is not text', '', 'https://news.example/%ff/a', []],
  ['a review of claims', jsonLd('ClaimReview'), ADDRESS, ['fact-check']],
  ['Chrome', '<html class="translated-ltr">', ADDRESS, ['translated']],
  ['Firefox', '<html data-moz-translations-id="1">', ADDRESS, ['translated']],
  ['Edge', '<html _msttexthash="12">', ADDRESS, ['translated']],
  ['a proxy', '', 'https://news-example.translate.goog/a', ['translated']],
  [
    'opinion in a translation',
    `<html class="translated-rtl">${jsonLd('OpinionNewsArticle')}`,
    ADDRESS,
    ['opinion', 'translated'],
  ],
])('whose words a page has, by %s', (_, html, address, voices) => {
  expect(readVoices(parse(html), address)).toEqual(voices);
});
