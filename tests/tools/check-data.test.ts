/** `npm run data:check`, on a fictional list and on copies of the bundled one with one defect each. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, test } from 'vitest';
import { checkData, type DataCheck } from '../../tools/check-data.ts';
import { readmeOf } from '../../tools/write-list-readmes.ts';
import { BOATS, changed, fictionalFiles, HEAD, listOf, SOURCES } from '../claims/fictional-list.ts';
import { listsOnDisk } from './lists-on-disk.ts';

const withReadme = async (files: Readonly<Record<string, unknown>> = fictionalFiles()) => ({
  ...files,
  'README.md': await readmeOf(listOf(files)),
});

const RELEASE: DataCheck = { isRelease: true, sourceTexts: null };

describe('checkData', () => {
  it('counts what a valid list holds', async () => {
    const report = await checkData(await listsOnDisk({ 'fictional-list': await withReadme() }));
    expect(report).toEqual({
      errors: [],
      lists: ['fictional-list 1.2.3: 1 claim published, 1 draft, 3 sources'],
    });
  });

  it('prints every error with its list, and the lists that are valid', async () => {
    const broken = changed(fictionalFiles(), BOATS, 'responses.0.party', 'eastland');
    const report = await checkData(
      await listsOnDisk({
        'fictional-list': await withReadme(),
        'broken-list': changed(broken, HEAD, 'version', '1'),
      }),
    );
    expect(report.lists).toHaveLength(1);
    expect(report.errors).toEqual([
      'broken-list/list.json: version: expected a version of three numbers such as "1.0.0", but got "1"',
    ]);
  });

  it('passes over a file beside the lists', async () => {
    const dir = await listsOnDisk({ 'fictional-list': await withReadme() });
    await writeFile(join(dir, '.DS_Store'), '');
    expect(await checkData(dir)).toMatchObject({ errors: [], lists: [expect.any(String)] });
  });

  it('does not pass over a folder without lists', async () => {
    const { errors } = await checkData(await listsOnDisk({}));
    expect(errors).toHaveLength(1);
  });

  it('wants the list described as it is', async () => {
    const files = changed(await withReadme(), HEAD, 'version', '1.2.4');
    const { errors } = await checkData(await listsOnDisk({ 'fictional-list': files }));
    expect(errors).toEqual([
      'fictional-list/README.md: expected what `npm run data:readme` makes of the list, but got another text',
    ]);
  });

  it('compares quotations with the texts of their sources that are at hand', async () => {
    const dir = await listsOnDisk({ 'fictional-list': await withReadme() });
    const compared = (text: string) =>
      checkData(dir, {
        isRelease: false,
        sourceTexts: new Map([
          ['ministry-statement', text],
          ['lake-courier', 'Hier: aucun… Aucun bateau\n n’a traversé. Fin.'],
        ]),
      });
    expect((await compared('On Sunday. No boat crossed. None.')).errors).toEqual([]);
    expect((await compared('No boat has crossed.')).errors).toEqual([
      'fictional-list/claims/lantern-boats-crossed.json: responses.0.words.original.text: ' +
        "expected words that stand in ministry-statement.txt, but got 'No boat crossed.'",
    ]);
  });

  it('lets a quotation leave words out, but not change their order', async () => {
    const quoting = async (text: string) => {
      const files = changed(fictionalFiles(), BOATS, 'responses.0.words.original.text', text);
      const dir = await listsOnDisk({ 'fictional-list': await withReadme(files) });
      const sourceTexts = new Map([['ministry-statement', 'No boat, large or small, crossed.']]);
      return (await checkData(dir, { isRelease: false, sourceTexts })).errors;
    };
    expect(await quoting('[…] No boat […] crossed.')).toEqual([]);
    expect(await quoting('crossed. […] No boat')).toHaveLength(1);
  });

  it('names what a list lacks for release, and only then', async () => {
    const dir = await listsOnDisk({ 'fictional-list': await withReadme() });
    expect((await checkData(dir)).errors).toEqual([]);
    expect((await checkData(dir, RELEASE)).errors).toEqual([
      'fictional-list/list.json: publisher.contact: expected where a complaint reaches the publisher, but got null',
      'fictional-list/sources.json: ministry-statement.checked: expected who opened the address, and when, but got null',
      'fictional-list/sources.json: ministry-statement.quoteSeen: expected who saw the quoted words there, and when, but got null',
      'fictional-list/sources.json: lake-courier.checked: expected who opened the address, and when, but got null',
      'fictional-list/sources.json: lake-courier.quoteSeen: expected who saw the quoted words there, and when, but got null',
    ]);
  });

  it.each([
    ['a note', { note: { en: 'The report adds “nobody said this”.' } }],
    ['a paraphrase', { words: { form: 'paraphrased', text: { en: 'Called it “invented”.' } } }],
  ])('asks who saw what %s quotes', async (_, quoting) => {
    const own = fictionalFiles()[BOATS].responses[0];
    const response = { ...own, ...quoting, sources: ['water-institute'] };
    const files = changed(fictionalFiles(), BOATS, 'responses', [response]);
    const dir = await listsOnDisk({ 'fictional-list': await withReadme(files) });
    expect((await checkData(dir, RELEASE)).errors).toContain(
      'fictional-list/sources.json: water-institute.quoteSeen: expected who saw the quoted words there, and when, but got null',
    );
  });

  it('lacks nothing once people have opened and seen what it shows', async () => {
    const seen = { date: '2031-06-01', by: 'C. Invented' };
    let files = changed(fictionalFiles(), HEAD, 'publisher.contact', 'desk@example.org');
    for (const id of ['ministry-statement', 'lake-courier']) {
      files = changed(files, SOURCES, `${id}.checked`, seen);
      files = changed(files, SOURCES, `${id}.quoteSeen`, seen);
    }
    const dir = await listsOnDisk({ 'fictional-list': await withReadme(files) });
    expect((await checkData(dir, RELEASE)).errors).toEqual([]);
  });
});

const LISTS = 'data/lists';
const LIST = 'azerbaijan-official-responses';
const DRONES = 'claims/israeli-drones-from-azerbaijan-2025.json';
const EXAMPLES = 'examples/israeli-drones-from-azerbaijan-2025.json';

/** `text` as JSON with `value` at the dotted `path`; undefined takes the field away. */
function put(text: string, path: string, value: unknown): string {
  const json: unknown = JSON.parse(text);
  return JSON.stringify(changed({ json }, 'json', path, value)['json']);
}

/** What is wrong, the file, the field, the value that is put there, and what is said to be expected. */
// prettier-ignore
const DEFECTS: readonly (readonly [string, string, string, unknown, string])[] = [
  ['a claim that is no text', DRONES, 'claimReviewed.en', 7, 'text'],
  ['a claim without its English sentence', DRONES, 'claimReviewed.en', undefined, 'an English text under "en"'],
  ['a bidirectional override in a wording', DRONES, 'wordings.en.texts.0', 'a \u202e b', 'text without control or bidirectional formatting characters'],
  ['a wording that is there twice', DRONES, 'wordings.en.texts.1', 'Israeli drones entered Iran from Azerbaijan', 'a wording that no claim has already'],
  ['wordings in a language that the list lacks', DRONES, 'wordings.ka', { reviewedBy: null, texts: ['a'] }, 'a language of list.json'],
  ['a kind of response that is a judgement', DRONES, 'responses.0.kind', 'debunks', "('denies'"],
  ['a response without a source', DRONES, 'responses.0.sources', [], 'at least one source id'],
  ['a source that is not there', DRONES, 'responses.0.sources.0', 'no-such-source', 'an id of sources.json'],
  ['a date that no calendar has', DRONES, 'responses.0.datePublished.date', '2025-06-31', 'a calendar date'],
  ['an inferred date that gives no reason', DRONES, 'responses.0.datePublished.basis', 'inferred', 'this field'],
  ['a date after that of the record', DRONES, 'responses.0.datePublished.date', '2026-07-01', 'a date not after status.asOf'],
  ['an accused party that the claim is not about', DRONES, 'about', ['iran'], "one of 'iran'"],
  ['nobody who made it', DRONES, 'appearances', [], 'who made the claim, named'],
  ['an outcome that nothing bears out', DRONES, 'status.outcome', 'contradicted', "one that 'contradicts-response'"],
  ['a quotation from press that is too long', DRONES, 'responses.1.words.translations.0.text', 'a'.repeat(301), 'at most 300 characters quoted from press'],
  ['a participant that is no party', DRONES, 'participants.0.party', 'atlantis', 'a party of list.json'],
  ['a field that no claim has', DRONES, 'rating', 'false', 'no such field'],
  ['an address that is not https', 'sources.json', 'anews-az-2025-06-27-ministry.url', 'http://anews.az/', 'an absolute https: address'],
  ['a source of no known kind', 'sources.json', 'anews-az-2025-06-27-ministry.kind', 'blog', "('primary-document'"],
  ['a list without a language', 'list.json', 'languages', [], 'at least one language'],
  ['a contact that is none', 'list.json', 'publisher.contact', 'see our page', ''],
  ['an example whose quote is not in it', EXAMPLES, 'en.matches.0.quote', 'Words that the passage does not have.', 'words of "text"'],
];

describe('the bundled list with one defect', () => {
  test.each(DEFECTS)('%s', async (_, file, path, value, expected) => {
    const dir = await mkdtemp(join(tmpdir(), 'rejoinder-defect-'));
    onTestFinished(() => rm(dir, { recursive: true }));
    await cp(LISTS, dir, { recursive: true });
    const target = join(dir, LIST, file);
    await writeFile(target, put(await readFile(target, 'utf8'), path, value));
    const { errors } = await checkData(dir);
    expect(errors.length).toBeGreaterThan(0);
    const own = errors.filter((error) => error.startsWith(`${LIST}/${file}: `));
    expect(own.join('\n')).toContain(`expected ${expected}`);
  });
});
