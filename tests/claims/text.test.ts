import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it, test } from 'vitest';
import {
  harmlessText,
  HttpsUrl,
  LanguageTag,
  LocalizedText,
  MAX_TEXT_LENGTH,
  pickLanguage,
  plainText,
  slug,
} from '../../core/claims/text.ts';

describe('plainText', () => {
  test.each([
    ['one character', 'a'],
    ['as many as allowed', 'a'.repeat(MAX_TEXT_LENGTH)],
    ['two lines and a tab', 'a\n\tb'],
    ['Persian with its zero width non-joiner', 'می‌شود'],
    ['markup, which is text like any other', '<script>alert(1)</script>'],
    ['an emoji', '👩‍👩‍👧'],
  ])('takes %s', (_, text) => {
    expect(v.is(plainText(), text)).toBe(true);
  });

  test.each([
    ['nothing', ''],
    ['only space', '  '],
    ['space at its start', ' a'],
    ['a line end at its end', 'a\n'],
    ['one character too many', 'a'.repeat(MAX_TEXT_LENGTH + 1)],
    ['a null character', 'a\u0000b'],
    ['a carriage return', 'a\rb'],
    ['an escape', 'a\u001b[31mb'],
    ['a C1 control', 'a\u0085b'],
    ['a number', 5],
  ])('refuses %s', (_, value) => {
    expect(v.is(plainText(), value)).toBe(false);
  });

  test.each([
    ...['061c', '200e', '200f', '202a', '202b', '202c', '202d', '202e'],
    ...['2066', '2067', '2068', '2069'],
  ])('refuses the bidirectional formatting character U+%s', (code) => {
    const character = String.fromCodePoint(Number.parseInt(code, 16));
    expect(v.is(plainText(), `a${character}b`)).toBe(false);
  });

  it('counts UTF-16 units', () => {
    expect(v.is(plainText(3), '👍a')).toBe(true);
    expect(v.is(plainText(2), '👍a')).toBe(false);
  });
});

describe('harmlessText', () => {
  test.each([
    ['a text as it is', 'Two lines\n\tand a tab', 'Two lines\n\tand a tab'],
    ['nothing', '', ''],
    ['line ends of other systems', 'a\r\nb\rc', 'a\nb\nc'],
    ['controls', 'a\u0000b\u001b[31mc\u0085d', 'ab[31mcd'],
    ['characters that turn the direction', '\u202ea\u2066b\u2069\u200f\u061c', 'ab'],
    ['Persian with its zero width non-joiner', 'می‌شود', 'می‌شود'],
    ['half a character', 'a\ud800', 'a\ufffd'],
    ['a whole character of two units', '👍', '👍'],
  ])('takes %s', (_, text, harmless) => {
    expect(harmlessText(text)).toBe(harmless);
  });

  it('leaves what plainText takes, and nothing that it refuses but for space and length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const harmless = harmlessText(text);
        expect(harmlessText(harmless)).toBe(harmless);
        const trimmed = harmless.trim();
        expect(v.is(plainText(), trimmed)).toBe(trimmed !== '');
        if (v.is(plainText(), text)) expect(harmless).toBe(text.toWellFormed());
      }),
    );
  });
});

describe('LanguageTag', () => {
  test.each(['en', 'az', 'hyw', 'zh-Hant', 'pt-BR', 'az-Cyrl-AZ'])('takes %s', (tag) => {
    expect(v.is(LanguageTag, tag)).toBe(true);
  });
  test.each(['', 'EN', 'english', 'en_GB', 'en-gb', 'e', '__proto__', 'en '])(
    'refuses %j',
    (tag) => {
      expect(v.is(LanguageTag, tag)).toBe(false);
    },
  );
});

describe('slug', () => {
  test.each(['a', 'drones-2025', '2025', 'a'.repeat(80)])('takes %s', (text) => {
    expect(v.is(slug, text)).toBe(true);
  });
  test.each(['', 'A', 'a--b', '-a', 'a-', 'a b', 'a/b', '..', 'é', 'a'.repeat(81)])(
    'refuses %j',
    (text) => {
      expect(v.is(slug, text)).toBe(false);
    },
  );
});

describe('HttpsUrl', () => {
  test.each([
    'https://example.org/',
    'https://example.org/a?b=c#d',
    'https://пример.example/путь',
    'HTTPS://EXAMPLE.ORG',
  ])('takes %s', (text) => {
    expect(v.is(HttpsUrl, text)).toBe(true);
  });
  test.each([
    'http://example.org/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<b>a</b>',
    'blob:https://example.org/1',
    'file:///etc/passwd',
    'moz-extension://a/b.html',
    '//example.org/',
    '/path',
    'example.org',
    'https://',
    'https://user@example.org/',
    'https://user:pass@example.org/',
    `https://example.org/${'a'.repeat(2000)}`,
    '',
  ])('refuses %j', (text) => {
    expect(v.is(HttpsUrl, text)).toBe(false);
  });
});

describe('LocalizedText', () => {
  it('needs English', () => {
    expect(v.is(LocalizedText, { en: 'a', az: 'b' })).toBe(true);
    expect(v.is(LocalizedText, { az: 'b' })).toBe(false);
    expect(v.is(LocalizedText, {})).toBe(false);
  });
});

describe('pickLanguage', () => {
  const texts = { en: 'lake', fr: 'lac', 'zh-Hant': '湖' };

  test.each([
    ['the first preferred that is there', ['de', 'fr', 'en'], 'fr'],
    ['a preferred region by its language', ['fr-CA'], 'fr'],
    ['a tag with a script exactly', ['zh-Hant'], 'zh-Hant'],
    ['English when nothing preferred is there', ['de', 'az'], 'en'],
    ['English when nothing is preferred', [], 'en'],
    ['English for a name that every object has', ['constructor', '__proto__', 'toString'], 'en'],
  ])('takes %s', (_, preferred, language) => {
    expect(pickLanguage(texts, preferred).language).toBe(language);
  });

  it('always gives a text of the record, with the language it stands under', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('en', 'fr', 'zh'))), (tags) => {
        const { language, text } = pickLanguage(texts, tags);
        expect(Object.entries(texts)).toContainEqual([language, text]);
      }),
    );
  });
});
