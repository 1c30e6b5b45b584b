import { describe, expect, test } from 'vitest';
import { openIndex } from '../../core/matching/claim-index.ts';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { compilePlainIndex } from '../../core/matching/compile-plain-index.ts';
import { findClaims } from '../../core/matching/find-claims.ts';
import { foldText } from '../../core/matching/fold-text.ts';
import { LANGUAGES } from '../../core/matching/languages/index.ts';
import { stemText } from '../../core/matching/stem-text.ts';
import { changed, HEAD } from '../claims/fictional-list.ts';
import { AMBER, DRONES, matchingFiles, matchingList } from './fictional-index.ts';

const find = (index: ReturnType<typeof openIndex>, language: string, text: string) =>
  findClaims(index, { language, title: '', before: '', blocks: [{ text, isHeading: false }] })
    .flat()
    .map(({ claim, stance, language: own }) => `${claim} ${stance} ${own}`);

describe('the stems', () => {
  test.each([
    ['ar', 'إسرائيل الإسرائيلية إسرائيلية'],
    ['ar', 'الأراضي أراضي'],
    ['de', 'Drohne Drohnen'],
    ['de', 'Länder Land'],
    ['es', 'operación operaciones'],
    ['es', 'israelí israelíes'],
    ['fr', 'envoyer envoyé envoyée envoyées'],
    ['fr', 'opération opérations'],
    ['it', 'operazione operazioni'],
    ['pt', 'operação operações'],
  ])('of %s make one of %s, though folding takes accents', (code, text) => {
    const rules = LANGUAGES.get(code);
    if (rules === undefined) throw new Error(`no rules for ${code}`);
    expect(new Set(stemText(rules, foldText(text).text).stems).size).toBe(1);
  });
});

/** The claim of a plain list, a page that puts it in other forms and one that denies it. */
const PLAIN: readonly (readonly [string, string, string, string])[] = [
  [
    'ar',
    'دخلت الطائرات المسيرة الجنوبية الوادي من أراضي الشمال',
    'مسؤول: طائرات مسيرة جنوبية دخلت الوادي من الأراضي الشمالية.',
    'لم تدخل الطائرات المسيرة الجنوبية الوادي من أراضي الشمال.',
  ],
  [
    'de',
    'Südländische Drohnen flogen aus dem Nordland in das Osttal',
    'Eine südländische Drohne flog aus Nordland ins Osttal.',
    'Südländische Drohnen flogen nie aus dem Nordland in das Osttal.',
  ],
  [
    'es',
    'La operación de los drones israelíes partió del puerto de Valdeste',
    'Las operaciones del dron israelí partieron del puerto de Valdeste.',
    'La operación de los drones israelíes no partió del puerto de Valdeste.',
  ],
  [
    'fr',
    'L’opération des drones envoyés par le Sud est partie du port de Valdest',
    'Les opérations du drone envoyé par le Sud sont parties du port de Valdest.',
    'L’opération des drones envoyés par le Sud n’est pas partie du port de Valdest.',
  ],
  [
    'it',
    'L’operazione dei droni meridionali è partita dal porto di Valdest',
    'Le operazioni del drone meridionale sono partite dal porto di Valdest.',
    'L’operazione dei droni meridionali non è partita dal porto di Valdest.',
  ],
  [
    'pt',
    'A operação dos drones do Sul partiu do porto de Valdeste',
    'As operações do drone do Sul partiram do porto de Valdeste.',
    'A operação dos drones do Sul não partiu do porto de Valdeste.',
  ],
];

test.each(PLAIN)('a plain list in %s is found in other forms, as a report', (lang, ...texts) => {
  const [text, put, denied] = texts;
  const index = openIndex(compilePlainIndex([{ id: 'drones', text, title: null, lang }]));
  for (const page of [text, put, denied]) {
    expect(find(index, lang, page)).toEqual([`drones attributes ${lang}`]);
  }
});

test('a list with answers is found by its wordings and names in such a language', () => {
  const texts = [
    'Südmärkische Drohnen flogen aus Nordland nach Ostthal',
    'Südmark schickte seine Drohnen über die Grenze von Nordland nach Ostthal',
  ];
  const german = { reviewedBy: null, texts };
  let files = changed(matchingFiles(), HEAD, 'languages', ['en', 'de']);
  files = changed(files, HEAD, 'parties.southmark.name.de', 'Südmark');
  files = changed(files, HEAD, 'parties.southmark.adjectives.de', ['südmärkisch']);
  files = changed(files, HEAD, 'parties.northland.name.de', 'Nordland');
  files = changed(files, HEAD, 'parties.eastvale.name.de', 'Ostthal');
  files = changed(files, HEAD, 'parties.eastvale.aliases.de', ['das Osttal']);
  files = changed(files, `claims/${DRONES}.json`, 'wordings.de', german);
  for (const id of [DRONES, AMBER]) {
    files = changed(files, `claims/${id}.json`, 'claimReviewed.de', `Die Behauptung ${id}`);
  }
  const index = openIndex(compileIndex(matchingList(files)));
  const put = 'Mehrere Drohnen der Südmark flogen gestern aus Nordland in das Osttal.';
  expect(find(index, 'de', put)).toEqual([`${DRONES} attributes de`]);
  const back = 'Mehrere Drohnen der Südmark flogen gestern aus dem Osttal nach Nordland.';
  expect(find(index, 'de', back)).toEqual([]);
  expect(find(index, 'de', 'Nordland kaufte Drohnen der Südmark.')).toEqual([]);
});
