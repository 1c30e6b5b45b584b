import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { formatListError, type ListError } from '../../core/claims/parse-file.ts';
import { parseList } from '../../core/claims/parse-list.ts';
import {
  BOATS,
  changed,
  fictionalFiles,
  fictionalFinding,
  HARBOUR,
  HEAD,
  SOURCES,
} from './fictional-list.ts';

function errorsOf(files: Readonly<Record<string, unknown>>): readonly ListError[] {
  const parsed = parseList(files);
  return parsed.ok ? [] : parsed.errors;
}

/** The fictional response with `entries` in place of its own. */
function response(entries: Readonly<Record<string, unknown>>) {
  return [{ ...fictionalFiles()[BOATS].responses[0], ...entries }];
}

describe('a valid list', () => {
  it('is accepted whole', () => {
    const parsed = parseList(fictionalFiles());
    expect(parsed.ok && parsed.value.claims).toHaveLength(2);
    expect(errorsOf(fictionalFiles())).toEqual([]);
  });

  // prettier-ignore
  test.each([
    ['a statement made on a day of the month that the claim is as of', BOATS, 'responses.0.datePublished.date', '2031-06-30'],
    ['a claim as of a day of the month that the list is as of', BOATS, 'status.asOf', '2031-06-30'],
    ['a statement known to the month only', BOATS, 'responses.0.datePublished.date', '2031-05'],
    ['a publisher reached by post', HEAD, 'publisher.contact', 'desk@example.org'],
    ['a publisher reached by a page', HEAD, 'publisher.contact', 'https://example.org/contact'],
    ['a response by a third party beside that of the accused', BOATS, 'responses', [...response({}), ...response({ standing: 'third-party', party: null, label: { en: 'A lake pilot' } })]],
    ['a source that is known without its address', SOURCES, 'lake-courier.url', null],
    ['a finding that supports the response', BOATS, 'findings', [fictionalFinding('supports-response')]],
    ['an official text quoted at length', BOATS, 'responses.0.words.original.text', 'a'.repeat(1000)],
    ['names that only look like a party’s', HEAD, 'parties.northland.homonyms', { en: ['Old Northland'] }],
  ])('may have %s', (_, file, path, value) => {
    expect(errorsOf(changed(fictionalFiles(), file, path, value))).toEqual([]);
  });

  it('may say that its claim is confirmed by the accused party', () => {
    const confirms = response({ kind: 'confirms' });
    const files = changed(fictionalFiles(), BOATS, 'responses', confirms);
    expect(errorsOf(changed(files, BOATS, 'status.outcome', 'confirmed'))).toEqual([]);
  });

  it('may say that its response is contradicted by a finding', () => {
    const findings = [fictionalFinding('contradicts-response')];
    const files = changed(fictionalFiles(), BOATS, 'findings', findings);
    expect(errorsOf(changed(files, BOATS, 'status.outcome', 'contradicted'))).toEqual([]);
  });
});

/** defect, file, path that is changed, value (undefined: removed), then field, expected, received. */
// prettier-ignore
const DEFECTS: readonly (readonly [
  defect: string,
  file: string,
  path: string,
  value: unknown,
  field: string,
  expected: string,
  received: string,
])[] = [
  ['an unknown field', BOATS, 'rating', 5, 'rating', 'no such field', 'one'],
  ['an unknown field of a party', HEAD, 'parties.northland.colour', 'red', 'parties.northland.colour', 'no such field', 'one'],
  ['a field that is missing', BOATS, 'nature', undefined, 'nature', 'this field', 'nothing'],
  ['a choice that is none', BOATS, 'nature', 'rumour', 'nature', "('event' | 'state')", '"rumour"'],
  ['a number where text belongs', HEAD, 'license', 4, 'license', 'text', '4'],
  ['a key that is no language', BOATS, 'claimReviewed.english', 'a', 'claimReviewed.english', 'a BCP 47 language tag such as "en"', '"english"'],
  ['an object where a list belongs', BOATS, 'appearances', {}, 'appearances', 'a list', 'an object'],
  ['a kind that is none', BOATS, 'responses.0.kind', 'refutes', 'responses.0.kind', "('denies' | 'denies-in-part' | 'does-not-confirm' | 'confirms' | 'confirms-in-part' | 'declines' | 'under-inquiry' | 'withdraws')", '"refutes"'],
  ['an unknown source of a quotation', BOATS, 'responses.0.words.original.source', 'no-such', 'responses.0.words.original.source', 'an id of sources.json', "'no-such'"],
  ['an unknown source of a statement', BOATS, 'appearances.0.sources', ['lake-courier', 'no-such'], 'appearances.0.sources.1', 'an id of sources.json', "'no-such'"],
  ['a source id that every object answers to', BOATS, 'appearances.0.sources', ['constructor'], 'appearances.0.sources.0', 'an id of sources.json', "'constructor'"],
  ['a statement without sources', BOATS, 'responses.0.sources', [], 'responses.0.sources', 'at least one source id', 'an empty list'],
  ['an http address', SOURCES, 'lake-courier.url', 'http://example.org/', 'lake-courier.url', 'an absolute https: address', '"http://example.org/"'],
  ['a javascript: address', SOURCES, 'lake-courier.url', 'javascript:alert(1)', 'lake-courier.url', 'an absolute https: address', '"javascript:alert(1)"'],
  ['an archive address with a password', SOURCES, 'lake-courier.archivedUrl', 'https://a:b@example.org/', 'lake-courier.archivedUrl', 'an absolute https: address', '"https://a:b@example.org/"'],
  ['a day that does not exist', BOATS, 'responses.0.datePublished.date', '2025-02-30', 'responses.0.datePublished.date', 'a calendar date: "2025", "2025-06" or "2025-06-27"', '"2025-02-30"'],
  ['an inferred date without a reason', BOATS, 'responses.0.datePublished', { basis: 'inferred', date: '2031-05' }, 'responses.0.datePublished.reason', 'this field', 'nothing'],
  ['a bidirectional override', BOATS, 'responses.0.words.original.text', 'No \u202eboat', 'responses.0.words.original.text', 'text without control or bidirectional formatting characters', '"No \\u202eboat"'],
  ['an empty text', BOATS, 'claimReviewed.en', '', 'claimReviewed.en', 'text that is not empty', '""'],
  ['a text padded with space', BOATS, 'claimReviewed.en', 'a ', 'claimReviewed.en', 'text without space at its ends', '"a "'],
  ['a text without English', BOATS, 'status.reason', { fr: 'Démenti.' }, 'status.reason', 'an English text under "en"', 'an object'],
  ['a language that is none', HEAD, 'languages', ['English'], 'languages.0', 'a BCP 47 language tag such as "en"', '"English"'],
  ['an unknown party of a statement', BOATS, 'appearances.0.party', 'eastland', 'appearances.0.party', 'a party of list.json', "'eastland'"],
  ['an unknown party as participant', BOATS, 'participants.1.party', 'eastland', 'participants.1.party', 'a party of list.json', "'eastland'"],
  ['an unknown party as origin', BOATS, 'direction.from', 'eastland', 'direction.from', 'a party of list.json', "'eastland'"],
  ['an unknown party as goal', BOATS, 'direction.to', 'toString', 'direction.to', 'lower-case letters and digits joined by hyphens', '"toString"'],
  ['an unknown side of a source', SOURCES, 'lake-courier.side', 'eastland', 'lake-courier.side', 'a party of list.json', "'eastland'"],
  ['a quotation too long for any source', BOATS, 'responses.0.words.original.text', 'a'.repeat(1001), 'responses.0.words.original.text', 'at most 1000 characters', `"${'a'.repeat(59)}…`],
  ['a quotation too long for press', BOATS, 'responses.0.words.translations.0.text', 'a'.repeat(301), 'responses.0.words.translations.0.text', 'at most 300 characters quoted from press', '301'],
  ['quoted words that are not there', BOATS, 'responses.0.words', { form: 'quoted', original: null, translations: [], seen: 'reported' }, 'responses.0.words', 'an original or a translation', 'neither'],
  ['an id unlike its file', BOATS, 'id', 'boats', 'id', "'lantern-boats-crossed', as the file", "'boats'"],
  ['an id that is a path', HEAD, 'id', '../etc', 'id', 'lower-case letters and digits joined by hyphens', '"../etc"'],
  ['published and nobody made it', BOATS, 'appearances', [], 'appearances', "who made the claim, named, and none of 'northland'", 'nobody'],
  ['published and no wording', BOATS, 'wordings', {}, 'wordings', 'wordings in a language of list.json', 'none'],
  ['a claim about an unknown party', HARBOUR, 'about', ['northland', 'eastland'], 'about.1', 'a party of list.json', "'eastland'"],
  ['a claim about nobody', HARBOUR, 'about', [], 'about', 'at least one side', 'an empty list'],
  ['an accused party that the claim is not about', BOATS, 'responses', [...response({}), ...response({ label: { en: 'Southmark' }, party: 'southmark' })], 'responses.1.party', "one of 'northland'", "'southmark'"],
  ['published and made by the responder alone', BOATS, 'appearances.0.party', 'northland', 'appearances', "who made the claim, named, and none of 'northland'", 'nobody'],
  ['published and made by nobody who is named', BOATS, 'appearances.0.author.name', null, 'appearances', "who made the claim, named, and none of 'northland'", 'nobody'],
  ['published and dated to a year only', BOATS, 'appearances.0.datePublished.date', '2031', 'appearances.0.datePublished.date', 'a month or a day', "'2031'"],
  ['a wording of two claims', BOATS, 'wordings.en.texts', ['Northland LENT Southmark its harbour'], 'wordings.en.texts.0', 'a wording that no claim has already', `that of ${HARBOUR}: wordings.en.texts.0`],
  ['a claim that is there already', BOATS, 'claimReviewed.en', 'Northland lent Southmark its harbour (fiction)', 'claimReviewed.en', 'a claim that the list does not have already', `that of ${HARBOUR}: claimReviewed.en`],
  ['an address of two sources', SOURCES, 'water-institute.url', 'https://example.org/ministry', 'water-institute.url', 'an address that no other source has', 'that of sources.json: ministry-statement.url'],
  ['a response that is there twice', BOATS, 'responses', [...response({}), ...response({ sources: ['lake-courier'] })], 'responses.1', 'a statement that the claim does not have already', `that of ${BOATS}: responses.0`],
  ['an empty list of wordings', BOATS, 'wordings.en.texts', [], 'wordings.en.texts', 'at least one wording', 'an empty list'],
  ['wordings in a language that the list does not have', BOATS, 'wordings.fr', { reviewedBy: null, texts: ['a'] }, 'wordings.fr', 'a language of list.json', "'fr'"],
  ['answered against a finding', BOATS, 'findings', [fictionalFinding('contradicts-response')], 'status.outcome', "'contradicted' or 'confirmed', as a finding contradicts the response", "'answered'"],
  ['contradicted by nothing', BOATS, 'status.outcome', 'contradicted', 'findings', "one that 'contradicts-response', as status.outcome says", 'none'],
  ['confirmed by nobody', BOATS, 'status.outcome', 'confirmed', 'responses', "one that 'confirms', by the accused party or an independent body", 'none'],
  ['open and answered at once', BOATS, 'status.outcome', 'open', 'status.outcome', "not 'open'", "'open'"],
  ['answered without a response', HARBOUR, 'status.outcome', 'answered', 'status.outcome', "'open', as there is no response", "'answered'"],
  ['a finding by a side', BOATS, 'findings', [{ ...fictionalFinding('inconclusive'), party: 'northland' }], 'findings.0.party', 'null, as an independent body speaks for no side', "'northland'"],
  ['an independent body that speaks for a side', BOATS, 'responses.0.standing', 'independent-body', 'responses.0.party', 'null, as an independent body speaks for no side', "'northland'"],
  ['a statement after the record', BOATS, 'responses.0.datePublished.date', '2031-07-01', 'responses.0.datePublished.date', 'a date not after status.asOf (2031-06)', "'2031-07-01'"],
  ['a claim as of later than its list', HARBOUR, 'status.asOf', '2031-07', 'status.asOf', 'a date not after asOf of list.json (2031-06)', "'2031-07'"],
  ['a time that ends before it begins', BOATS, 'temporalCoverage', { from: '2031-05', to: '2031-04' }, 'temporalCoverage', '"from" not later than "to"', 'an object'],
  ['a strength out of range', BOATS, 'strength.rank', 10, 'strength.rank', 'at most 9', '10'],
  ['a version of two numbers', HEAD, 'version', '1.2', 'version', 'a version of three numbers such as "1.0.0"', '"1.2"'],
  ['a draft without a reason', HARBOUR, 'publication', { status: 'draft' }, 'publication.reason', 'this field', 'nothing'],
];

describe('a list with one defect', () => {
  test.each(DEFECTS)('names its place: %s', (_, file, path, value, field, expected, received) => {
    expect(errorsOf(changed(fictionalFiles(), file, path, value))).toEqual([
      { file, field, expected, received },
    ]);
  });

  it('names a published claim that nobody has answered', () => {
    const files = changed(fictionalFiles(), BOATS, 'responses', []);
    expect(errorsOf(changed(files, BOATS, 'status.outcome', 'open'))).toEqual([
      {
        file: BOATS,
        field: 'responses',
        expected: "one by a side that the claim is about: 'northland'",
        received: 'none',
      },
    ]);
  });

  it('names a published claim that lacks a language of its list, and no draft', () => {
    expect(errorsOf(changed(fictionalFiles(), HEAD, 'languages', ['en', 'fr']))).toEqual([
      {
        file: BOATS,
        field: 'claimReviewed.fr',
        expected: 'the claim in every language of the list',
        received: 'nothing',
      },
    ]);
  });

  test.each([HEAD, SOURCES])('names %s when it is missing', (file) => {
    const files: Record<string, unknown> = fictionalFiles();
    Reflect.deleteProperty(files, file);
    expect(errorsOf(files)).toEqual([
      { file, field: '', expected: 'an object', received: 'nothing' },
    ]);
  });

  test.each(['README.md', 'claims/a/b.json', 'claims/a.txt', 'sources.json.bak', 'a.json'])(
    'names a file that no list has: %s',
    (file) => {
      expect(errorsOf({ ...fictionalFiles(), [file]: {} })).toEqual([
        {
          file,
          field: '',
          expected:
            'list.json, sources.json, outcomes.json, claims/<claim-id>.json or examples/<claim-id>.json',
          received: 'another file',
        },
      ]);
    },
  );
});

describe('examples', () => {
  const FILE = 'examples/lantern-boats-crossed.json';
  const match = (text: string, quote = text) => ({ text, quote, stance: 'asserts' });
  const withExamples = (examples: unknown, file = FILE) =>
    errorsOf({ ...fictionalFiles(), [file]: examples });

  it('come beside the list', () => {
    const own = {
      en: {
        matches: [match('At dusk the lamps were seen. Southmark’s boats had come over.', 'over.')],
        nearMisses: [{ text: 'Southmark sold its boats.', why: 'nothing crossed' }],
      },
    };
    const parsed = parseList({ ...fictionalFiles(), [FILE]: own });
    expect(parsed.ok && [...parsed.examples]).toEqual([['lantern-boats-crossed', own]]);
  });

  it('quote what their text says', () => {
    expect(withExamples({ en: { matches: [match('a', 'b')], nearMisses: [] } })).toEqual([
      {
        file: FILE,
        field: 'en.matches.0.quote',
        expected: 'words of "text"',
        received: 'an object',
      },
    ]);
  });

  it('have a stance that a page can take', () => {
    const matches = [{ ...match('a'), stance: 'agrees' }];
    expect(withExamples({ en: { matches, nearMisses: [] } })).toMatchObject([
      { file: FILE, field: 'en.matches.0.stance', received: '"agrees"' },
    ]);
  });

  it('are of a claim of the list, in a language of it', () => {
    const file = 'examples/no-such.json';
    expect(withExamples({ fr: { matches: [], nearMisses: [] } }, file)).toEqual([
      { file, field: '', expected: 'a claim of that id', received: 'none' },
      { file, field: 'fr', expected: 'a language of list.json', received: "'fr'" },
    ]);
  });

  it('stand there once', () => {
    const nearMisses = [{ text: 'A passage.', why: 'x' }];
    expect(withExamples({ en: { matches: [match('A passage.')], nearMisses } })).toEqual([
      {
        file: FILE,
        field: 'en.nearMisses.0.text',
        expected: 'a passage that no example has already',
        received: `that of ${FILE}: en.matches.0.text`,
      },
    ]);
  });

  it('do not copy a wording, whatever small words stand between', () => {
    const files = changed(fictionalFiles(), BOATS, 'wordings.en.texts', [
      'Boats of Southmark crossed Orlane lake',
    ]);
    const examples = (text: string) => ({ en: { matches: [match(text)], nearMisses: [] } });
    const copied = 'At night the BOATS of all Southmark had crossed the Orlane.';
    expect(errorsOf({ ...files, [FILE]: examples(copied) })).toEqual([
      {
        file: FILE,
        field: 'en.matches.0.text',
        expected: 'at most 3 content words in a row of a wording',
        received: "'boats southmark crossed orlane'",
      },
    ]);
    const apart = 'At night boats which Southmark owns crossed the Orlane lake.';
    expect(errorsOf({ ...files, [FILE]: examples(apart) })).toEqual([]);
  });

  it('do not copy a number or a short noun of a wording either', () => {
    const files = changed(fictionalFiles(), BOATS, 'wordings.en.texts', [
      'Southmark sent 20 wax lit boats',
    ]);
    const examples = {
      en: { matches: [match('They saw 20 of the wax-lit boats.')], nearMisses: [] },
    };
    expect(errorsOf({ ...files, [FILE]: examples })).toMatchObject([
      { field: 'en.matches.0.text', received: "'20 wax lit boats'" },
    ]);
  });
});

describe('a list with several defects', () => {
  it('names them all, file by file', () => {
    let files = changed(fictionalFiles(), HEAD, 'version', 1);
    files = changed(files, SOURCES, 'lake-courier.url', 'http://example.org/');
    files = changed(files, BOATS, 'nature', 'rumour');
    files = changed(files, BOATS, 'strength.rank', 0);
    expect(errorsOf(files).map(({ file, field }) => `${file} ${field}`)).toEqual([
      `${HEAD} version`,
      `${SOURCES} lake-courier.url`,
      `${BOATS} nature`,
      `${BOATS} strength.rank`,
    ]);
  });

  it('points into the file that is there when its id names another', () => {
    const files = changed(fictionalFiles(), BOATS, 'id', 'boats');
    const errors = errorsOf(changed(files, BOATS, 'appearances.0.party', 'eastland'));
    expect(errors.map(({ file }) => file)).toEqual([BOATS, BOATS]);
  });
});

describe('any input', () => {
  it('is answered, never thrown at', () => {
    const paths = fc.constantFrom('list.json', 'sources.json', 'claims/a.json', '__proto__', '');
    fc.assert(
      fc.property(fc.dictionary(paths, fc.jsonValue()), (files) => {
        const parsed = parseList(files);
        expect(parsed.ok || parsed.errors.length > 0).toBe(true);
      }),
    );
  });

  it('is refused when any part of a valid list is replaced by another type', () => {
    const parts = fc.constantFrom(
      ...[HEAD, SOURCES, BOATS].flatMap((file) =>
        Object.keys(fictionalFiles()[file as typeof HEAD]).map((key) => [file, key] as const),
      ),
    );
    fc.assert(
      fc.property(parts, fc.constantFrom(7, true, [[]]), ([file, key], value) => {
        expect(errorsOf(changed(fictionalFiles(), file, key, value))).not.toEqual([]);
      }),
    );
  });
});

describe('formatListError', () => {
  it('says file, field, what was expected and what came', () => {
    const error = { file: 'list.json', field: 'asOf', expected: 'a date', received: '5' };
    expect(formatListError(error)).toBe('list.json: asOf: expected a date, but got 5');
  });

  it('leaves the field out when the file as a whole is wrong', () => {
    const error = { file: 'list.json', field: '', expected: 'JSON', received: 'nothing' };
    expect(formatListError(error)).toBe('list.json: expected JSON, but got nothing');
  });
});
