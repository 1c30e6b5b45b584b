import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { languageReader } from '../../core/matching/read-language.ts';
import { readListFolder } from '../../tools/read-list.ts';
import { anyText } from './any-text.ts';

const parsed = await readListFolder('data/lists/azerbaijan-official-responses');
if (!parsed.ok) throw new Error('the bundled list is not valid');
const index = openIndex(compileIndex(parsed.value));

const find = (language: string | null, ...texts: readonly string[]) =>
  findClaims(index, {
    language,
    title: '',
    before: '',
    blocks: texts.map((text) => ({ text, isHeading: false })),
  }).map((matches) => matches.map((match) => `${match.claim} ${match.stance} ${match.language}`));

const DRONES = 'israeli-drones-from-azerbaijan-2025';
const AIRSPACE = 'azerbaijan-airspace-used-2025';

/** The same claim in each language, as a page may print it. */
const PUT: Readonly<Record<string, string>> = {
  en: 'In June the Israeli drones entered Iran from the territory of Azerbaijan.',
  az: '2025-ci ilin iyununda İsrail PUA-ları Azərbaycan ərazisindən qalxaraq İrana girib.',
  tr: 'Haziranda İsrail İHA’ları Azerbaycan topraklarından kalkarak İran’a girdi.',
  sq: 'Dronët izraelitë hynë në Iran nga toka e Azerbajxhanit.',
  ru: 'В июне израильские дроны залетели в Иран с территории Азербайджана.',
  hy: 'Հունիսին իսրայելական անօդաչուները Իրան ներխուժեցին Ադրբեջանի տարածքից։',
  fa: 'پهپادهای اسرائیلی در جنگ ۱۲ روزه از خاک جمهوری آذربایجان وارد ایران شدند.',
};
const LANGUAGES = Object.keys(PUT);

describe.each(LANGUAGES)('a passage in %s', (language) => {
  const passage = PUT[language] ?? '';
  const expected = [`${DRONES} asserts ${language}`];

  test.each([...LANGUAGES, 'de', 'ka', 'und', null])(
    'is found on a page that says it is in %s',
    (declared) => {
      expect(find(declared, passage)).toEqual([expected]);
    },
  );

  it('is found between blocks in another language', () => {
    const other = language === 'ru' ? 'en' : 'ru';
    const around = 'Яблоки в долине созрели, и крестьяне везут их на рынок в столицу.';
    expect(find(other, around, passage, around)).toEqual([[], expected, []]);
  });
});

describe('what a page does with a claim', () => {
  test.each([
    ['tr', 'az', 'Bakı İsrail dronlarının Azərbaycandan İrana keçdiyini təkzib edib.'],
    [
      'az',
      'tr',
      'Bakü, İsrail insansız hava araçlarının Azerbaycan’dan İran’a geçtiğini yalanladı.',
    ],
    ['en', 'ru', 'Баку отрицает, что израильские беспилотники вошли в Иран из Азербайджана.'],
    ['ru', 'en', 'Baku denies that Israeli drones entered Iran from Azerbaijan.'],
    ['en', 'fa', 'باکو ورود پهپادهای اسرائیلی از خاک آذربایجان به ایران را بی‌اساس خواند.'],
  ])('is read on a page in %s by the words of the block, in %s', (declared, language, text) => {
    expect(find(declared, text).flat()).toContain(`${DRONES} denies ${language}`);
    expect(find(declared, text).flat().join()).not.toContain('asserts');
  });
});

describe('spellings', () => {
  const PERSIAN = 'جنگنده‌های اسرائیلی از آسمان جمهوری آذربایجان گذشتند و به ایران حمله کردند.';
  test.each([
    ['Persian with joiners', 'fa', PERSIAN],
    ['Persian with spaces for joiners', 'fa', PERSIAN.replaceAll('\u200c', ' ')],
    ['Persian without joiners', 'fa', PERSIAN.replaceAll('\u200c', '')],
    ['Persian with Arabic letters', 'fa', PERSIAN.replaceAll('ی', 'ي').replaceAll('ک', 'ك')],
    [
      'Turkish in capitals, dotted and dotless',
      'tr',
      'İSRAİL JETLERİ İRAN’DAKİ HEDEFLERE AZERBAYCAN HAVA SAHASINDAN GEÇEREK ULAŞTI.',
    ],
    [
      'Turkish whose capitals are of two code points',
      'tr',
      'I\u0307srail jetleri I\u0307ran’daki hedeflere Azerbaycan hava sahasından geçerek ulaştı.',
    ],
    [
      'Azerbaijani in capitals',
      'az',
      'İSRAİL TƏYYARƏLƏRİ İRANDAKI HƏDƏFLƏRƏ AZƏRBAYCANIN HAVA MƏKANINDAN KEÇƏRƏK ÇATDI.',
    ],
    [
      'Armenian with marks of emphasis and its own full stop',
      'hy',
      'Իսրայելական մարտական ինքնաթիռները՛ Ադրբեջանի երկնքով են գնացել Իրանի թիրախներին հարվածելու։',
    ],
    [
      'Armenian with a colon for a full stop',
      'hy',
      'Իսրայելական մարտական ինքնաթիռները Ադրբեջանի երկնքով են գնացել Իրանի թիրախներին հարվածելու:',
    ],
  ])('%s', (_, language, text) => {
    for (const declared of [language, null]) {
      expect(find(declared, text)).toEqual([[`${AIRSPACE} asserts ${language}`]]);
    }
  });
});

describe('a block of several scripts', () => {
  test.each([
    [
      'English with a Russian quotation',
      'en',
      `The paper wrote on Monday, and nobody in the capital has answered it: «${PUT['ru'] ?? ''}»`,
      'ru',
    ],
    [
      'Russian with an English quotation',
      'ru',
      `В понедельник газета написала, и никто в столице на это не ответил: “${PUT['en'] ?? ''}”`,
      'en',
    ],
    [
      'English with a name in another script',
      'en',
      'In June the Israeli drones (дроны) entered Iran (ایران) from the territory of Azerbaijan.',
      'en',
    ],
  ])('is read in each of them: %s', (_, declared, text, language) => {
    expect(find(declared, text).flat().join()).toMatch(new RegExp(`^${DRONES} \\w+ ${language}$`));
  });
});

describe('languageReader', () => {
  test.each([
    ['en', 'The farmers of the valley were selling apples.', [['en']]],
    ['tr', 'The farmers of the valley were selling apples.', [['en']]],
    ['pl', 'Rolnicy z doliny sprzedawali jabłka i gruszki na rynku w mieście.', [['und']]],
    ['en', '12 345 — !', []],
    ['en', '', []],
  ])('tells on a page in %s of %j: %j', (language, text, expected) => {
    expect(languageReader(language)(text)).toEqual(expected);
  });

  it('gives each language once for any text, and none twice', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('en', 'tr', 'fa', 'pl', null), (text, language) => {
        const codes = languageReader(language)(text).flat();
        expect(new Set(codes.filter((code) => code !== 'und')).size).toBe(
          codes.filter((code) => code !== 'und').length,
        );
      }),
    );
  });

  it('does not depend on what was read before', () => {
    const read = languageReader(null);
    const alone = LANGUAGES.map((code) => languageReader(null)(PUT[code] ?? ''));
    expect(LANGUAGES.map((code) => read(PUT[code] ?? ''))).toEqual(alone);
  });
});
