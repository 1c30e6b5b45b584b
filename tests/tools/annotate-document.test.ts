import { describe, expect, it, test } from 'vitest';
import { compileIndex } from '../../core/matching/compile-index.ts';
import { openIndex } from '../../core/matching/claim-index.ts';
import { annotateDocument } from '../../tools/annotate-document.ts';
import { readAnnotateOptions } from '../../tools/annotate-options.ts';
import { DRONES, matchingList } from '../matching/fictional-index.ts';

const indexes = [openIndex(compileIndex(matchingList()))];
const PASSAGE = 'Southmarkian drones entered Eastvale from Northland.';

const annotate = (document: unknown) => annotateDocument(indexes, JSON.stringify(document));

describe('a line of documents', () => {
  it('gives one line with the words that were found, by their offsets', async () => {
    const text = `A quiet day.\n\n${PASSAGE}`;
    const annotated = await annotate({ id: 'one', lang: 'en', text });
    if (!annotated.ok) throw new Error(annotated.reason);
    expect(JSON.parse(annotated.line)).toEqual({
      id: 'one',
      annotations: [
        {
          claim: DRONES,
          stance: 'asserts',
          similarity: 1,
          start: text.indexOf(PASSAGE),
          end: text.length,
          exact: PASSAGE,
        },
      ],
    });
  });

  test.each(['\r\n\r\n', '\n \t\n', '\n\n\n\n'])(
    'counts offsets in the text as it is, whatever parts its paragraphs',
    async (parting) => {
      const text = `A quiet day.${parting}${PASSAGE}${parting}`;
      const annotated = await annotate({ id: 'one', lang: 'en', date: '2031-05-02', text });
      const start = text.indexOf(PASSAGE);
      expect(annotated.ok ? JSON.parse(annotated.line) : annotated).toMatchObject({
        annotations: [{ start, end: start + PASSAGE.length, exact: PASSAGE }],
      });
    },
  );

  test.each([
    ['2031-03-31', 0],
    ['2031-03', 0],
    ['2030', 0],
    ['2030-12-31T23:59:59Z', 0],
    ['2031-04-01', 1],
    ['2031-04', 1],
    ['2031', 1],
    ['2040-01-01', 1],
    ['last week', 1],
    ['', 1],
    [null, 1],
  ])('that was written on %s makes %i claims of April 2031', async (date, count) => {
    const annotated = await annotate({ id: 'one', lang: 'en', date, text: PASSAGE });
    if (!annotated.ok) throw new Error(annotated.reason);
    const { annotations } = JSON.parse(annotated.line) as { annotations: unknown[] };
    expect(annotations).toHaveLength(count);
  });

  it('gives a line for a document in which nothing is found', async () => {
    expect(await annotate({ id: 'none', text: 'Nothing at all.' })).toEqual({
      ok: true,
      line: '{"id":"none","annotations":[]}',
    });
  });

  test.each([undefined, null, '', 'und', 'en_GB', 'tr', 'de'])(
    'finds the same in a language that is said to be %s',
    async (lang) => {
      const inEnglish = await annotate({ id: 'one', lang: 'en', text: PASSAGE });
      expect(inEnglish).toMatchObject({ line: expect.stringContaining(DRONES) as string });
      expect(await annotate({ id: 'one', lang, text: PASSAGE })).toEqual(inEnglish);
    },
  );

  test.each([
    ['{', 'expected JSON'],
    ['{"id":"a"}', 'text: '],
    ['{"id":7,"text":"a"}', 'id: '],
    ['{"id":"a","text":"b","rating":1}', 'rating: '],
    ['[]', ''],
  ])('says of %s what is wrong', async (line, reason) => {
    const annotated = await annotateDocument(indexes, line);
    expect(annotated).toMatchObject({ ok: false });
    expect(annotated.ok ? '' : annotated.reason).toContain(reason);
  });
});

describe('readAnnotateOptions', () => {
  it('takes files, lists and a format', () => {
    const asked = ['--list', 'a', '--list', 'b', '--include-drafts', '--format', 'json', 'x.txt'];
    expect(readAnnotateOptions(asked)).toEqual({
      kind: 'annotate',
      options: {
        input: { kind: 'files', files: ['x.txt'] },
        lists: ['a', 'b'],
        includeDrafts: true,
        format: 'json',
        language: null,
        isExplaining: false,
      },
    });
  });

  it('takes lines of documents', () => {
    expect(readAnnotateOptions(['--jsonl'])).toMatchObject({
      kind: 'annotate',
      options: { input: { kind: 'jsonl' }, lists: null },
    });
  });

  it('has help', () => {
    expect(readAnnotateOptions(['--help'])).toEqual({ kind: 'help' });
  });

  test.each([[[]], [['--jsonl', 'x.txt']], [['--format', 'xml', 'x.txt']], [['--no-such', 'x']]])(
    'refuses %j',
    (asked) => {
      expect(readAnnotateOptions(asked)).toMatchObject({ kind: 'problem' });
    },
  );
});
